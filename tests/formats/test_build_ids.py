"""Ids of items: a sound code that is unique in its channel, else a slug of names."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.findings import Fault
from itemcatalog.formats._ids import assign_ids
from itemcatalog.model import Authority, Codes, Item

SOUND = "11440000006939756B2440101007000"
HANDLING = "11440000006940116U244010200300101"
BAD_CHECK_DIGIT = "13440000515356094L2442199643000"


def _ids(*items: Item) -> list[str]:
    return [item.id for item in assign_ids(items)[0]]


def test_the_handling_code_goes_before_the_implementation_code() -> None:
    """Both are sound; two handling items may share an implementation code."""
    items = (
        Item(name="甲", codes=Codes(implementation=SOUND, handling=HANDLING)),
        Item(name="乙", codes=Codes(implementation=SOUND)),
        Item(name="丙", codes=Codes(implementation=SOUND)),
    )

    assert _ids(*items) == [HANDLING, "乙", "丙"]


def test_a_code_that_is_not_sound_is_no_id() -> None:
    """A wrong check digit, or no code at all: the slug of names and authority."""
    body = Authority(name="某局")

    assert _ids(
        Item(name="甲", sub_item="新办", codes=Codes(implementation=BAD_CHECK_DIGIT), authority=body),
        Item(name="乙", codes=Codes(implementation="见附件")),
    ) == ["甲-新办-某局", "乙"]


def test_equal_names_get_a_number_by_their_content() -> None:
    """Rows may move: the number goes with the content."""
    first, second = Item(name="甲", status="在用"), Item(name="甲", status="暂停")

    assert _ids(first, second) == ["甲", "甲-2"]
    assert _ids(second, first) == ["甲-2", "甲"]


def test_faults_follow_their_item() -> None:
    """A fault of an item names the id that the item got."""
    items = (Item(name="甲", id="a.xlsx · 第 3 行"),)
    faults = (Fault(kind="text-cut", item_id="a.xlsx · 第 3 行"), Fault(kind="column-twice"))

    assert [fault.item_id for fault in assign_ids(items, faults)[1]] == ["甲", None]


@given(st.permutations([Item(name=name, status=status) for name in ("甲", "乙", "甲-2") for status in ("x", "y", "z")]))
def test_ids_are_unique_and_do_not_depend_on_the_order(items: list[Item]) -> None:
    """Whatever the order of the rows, each item has its own id, and always the same one."""
    named, _ = assign_ids(items)

    assert len(items) == len({item.id for item in named})
    assert {(item.name, item.status): item.id for item in named} == {
        (item.name, item.status): item.id for item in assign_ids(sorted(items, key=str))[0]
    }
