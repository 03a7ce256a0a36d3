"""Elements that changed, codes given to another item, and what is written of it."""

from __future__ import annotations

import json
from pathlib import Path

import attrs
from openpyxl import load_workbook

from itemcatalog.changes import ChangeKind, changelog, compare_states, write_changes
from itemcatalog.model import Catalogue, Channel, Codes, Item, Limit, Material, Source

CODE = "11350100003607123A2350101001000"
ITEM = Item(
    name="取水许可",
    codes=Codes(implementation=CODE),
    promised_limit=Limit.of(20),
    materials=(Material(name="申请表"),),
    channel="city",
    id=CODE,
)


def _state(*items: Item, provides: tuple[str, ...] = ("name", "promised_limit", "materials")) -> Catalogue:
    source = Source(path="city.xlsx", channel="city", provides=frozenset(provides))
    return Catalogue(items=items, sources=(source,))


def test_changed_elements_are_told_with_both_values() -> None:
    """A shorter promise and one more material are two changed elements of one item."""
    now = attrs.evolve(ITEM, promised_limit=Limit.of(5), materials=(*ITEM.materials, Material(name="承诺书")))
    (change,) = compare_states(_state(ITEM), _state(now)).changes

    assert ChangeKind.CHANGED is change.kind
    assert [(field.field, field.old, field.new) for field in change.fields] == [
        ("promised_limit", "20个工作日", "5个工作日"),
        ("materials", None, "承诺书"),
    ]


def test_an_element_that_one_state_does_not_carry_has_not_changed() -> None:
    """A list without a column of materials says nothing about them."""
    now = attrs.evolve(ITEM, materials=())

    assert compare_states(_state(ITEM), _state(now, provides=("name", "promised_limit"))).changes == ()
    assert len(compare_states(_state(ITEM), _state(now)).changes) == 1


def test_a_new_way_of_writing_is_no_change() -> None:
    """Width and punctuation of a name are format."""
    now = attrs.evolve(ITEM, name="取水许可 ")

    assert compare_states(_state(ITEM), _state(now)).changes == ()


def test_a_code_given_to_another_item_links_nothing() -> None:
    """取水许可 that became 排污许可 under one code is a cancellation and an addition."""
    other = attrs.evolve(ITEM, name="排污许可")
    kinds = [change.kind for change in compare_states(_state(ITEM), _state(other)).changes]

    assert kinds == [ChangeKind.ADDED, ChangeKind.CANCELLED]


def test_an_item_marked_as_cancelled_is_cancelled() -> None:
    """取消 as the new status is told as a cancellation."""
    (change,) = compare_states(_state(ITEM), _state(attrs.evolve(ITEM, status="取消"))).changes

    assert ChangeKind.CANCELLED is change.kind


def test_the_changelog_is_written_in_both_languages(tmp_path: Path) -> None:
    """The three files are written, the same bytes each time, and markup in a name stays text."""
    hostile = attrs.evolve(ITEM, name="<b>*取水*许可", codes=Codes(), id="x")
    changes = compare_states(_state(ITEM), _state(ITEM, hostile))
    write_changes(changes, tmp_path / "a")
    write_changes(changes, tmp_path / "b")

    assert "\\<b\\>\\*取水\\*许可" in changelog(changes)
    assert "## added（1）" in changelog(changes, "en")
    assert {k: n for k, n in json.loads((tmp_path / "a/diff.json").read_text())["counts"].items() if n} == {"added": 1}
    for name in ("diff.json", "diff.md", "diff.xlsx"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_a_split_by_names_alone_is_left_to_a_person() -> None:
    """Parts that name their parent are certain, parts that only bear its name in brackets are not."""
    names = ("食品经营许可（新办）", "食品经营许可（变更）")
    old = Item(name="食品经营许可", channel="city", id="o")
    by_name = [Item(name=name, channel="city", id=name) for name in names]
    by_parent = [attrs.evolve(one, parent_name="食品经营许可") for one in by_name]
    found = [compare_states(_state(old), _state(*parts)).changes for parts in (by_name, by_parent)]

    assert [[(one.kind, one.certain) for one in changes] for changes in found] == [
        [(ChangeKind.SPLIT, False)],
        [(ChangeKind.SPLIT, True)],
    ]


def test_entries_listed_twice_in_both_states_have_not_changed() -> None:
    """An item that a list names twice goes on twice, whatever the order; one copy less is one cancellation."""
    other = attrs.evolve(ITEM, promised_limit=Limit.of(5), id=f"{CODE}-2")
    again = (attrs.evolve(ITEM, id=f"{CODE}-2"), attrs.evolve(other, id=CODE))
    changes = compare_states(_state(ITEM, other), _state(*again))

    assert (changes.changes, changes.unchanged) == ((), 2)
    (gone,) = compare_states(_state(ITEM, other), _state(other)).changes
    assert ChangeKind.CANCELLED is gone.kind
    assert (ITEM.id,) == tuple(ref.id for ref in gone.old)


def test_people_read_the_name_of_a_channel(tmp_path: Path) -> None:
    """The changelog and the workbook name the channel as people do, diff.json keeps its id; without a name the id."""
    states = [attrs.evolve(_state(*items), channels=(Channel(id="city", name="荷塘区"),)) for items in ((), (ITEM,))]
    write_changes(compare_states(*states), tmp_path)
    sheet = load_workbook(tmp_path / "diff.xlsx").worksheets[0]

    assert "- 荷塘区：取水许可" in (tmp_path / "diff.md").read_text(encoding="utf-8")
    assert "荷塘区" in [cell.value for row in sheet.iter_rows() for cell in row]
    assert json.loads((tmp_path / "diff.json").read_text(encoding="utf-8"))["changes"][0]["channel"] == "city"
    assert "- city：取水许可" in changelog(compare_states(_state(), _state(ITEM)))
