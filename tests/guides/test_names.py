"""Names of guide files: safe everywhere, stable from run to run (S17)."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide_samples import plain_item
from itemcatalog.guides._names import guide_names
from itemcatalog.model import Codes, Item


def names(*items: Item) -> list[str]:
    """Return the paths of items in their channels."""
    return guide_names([(item, item.channel) for item in items])


def test_a_name_is_code_and_slug_in_the_folder_of_the_channel() -> None:
    """``<channel>/<code>_<slug>``."""
    item = plain_item(codes=Codes(basic="000131001001", implementation="113501AAA"), name="取水许可（变更）")

    assert names(item) == ["city/113501AAA_取水许可（变更）"]


def test_sub_items_of_one_main_item_have_names_of_their_own() -> None:
    """The sub-item stands in the file name, behind a long main item too."""
    short = [plain_item(name="护士执业注册", sub_item=sub, id=sub, codes=Codes()) for sub in ("首次注册", "变更注册")]
    long = [plain_item(name="许" * 90, sub_item=sub, id=sub, codes=Codes()) for sub in ("首次注册", "变更注册")]

    assert names(*short) == ["city/护士执业注册（首次注册）", "city/护士执业注册（变更注册）"]
    assert [name[-6:] for name in names(*long)] == ["（首次注册）", "（变更注册）"]


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "CON",
        "a/b\\c:d*e?f",
        "x" * 300,
        "许" * 300,
        "\x00\x1b[31m",
        "..",
        " . ",
        "设立\n变更",
        "🧾𠮷䶮㛃",
    ],
)
def test_hostile_names_are_safe(name: str) -> None:
    """No separator, no control character, no reserved name, at most 255 bytes a part."""
    path = PurePosixPath(names(plain_item(name=name, channel="../c", codes=Codes(basic="../../x")))[0])

    assert len(path.parts) == 2
    assert ".." not in path.parts
    assert all(len(part.encode()) <= 200 and part.isprintable() for part in path.parts)


def test_equal_names_get_a_mark_of_their_own() -> None:
    """Two items of one slug, upper and lower case alike, differ by a mark that does not depend on their order."""
    one, two = plain_item(name="ABC", id="1"), plain_item(name="abc", id="2")

    assert names(one, two) == list(reversed(names(two, one)))
    assert len({name.casefold() for name in names(one, two)}) == 2


def test_items_alike_in_everything_still_differ() -> None:
    """Even two items of one id and name get files of their own."""
    assert len(set(names(plain_item(), plain_item()))) == 2


@given(st.lists(st.text(min_size=1, max_size=8), min_size=1, max_size=6))
def test_names_never_collide(texts: list[str]) -> None:
    """Whatever the names are, no two guides share a file on a system that ignores case."""
    found = names(*[plain_item(name=text, id=str(n)) for n, text in enumerate(texts)])

    assert len(found) == len({name.casefold() for name in found})
