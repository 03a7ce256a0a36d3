"""One entry of a list cell changes: everything else of the cell stays, character by character."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.findings import Text
from itemcatalog.formats._entry_texts import entries_of_text
from itemcatalog.model import Condition, Item, Material, Step
from itemcatalog.standard._adopt import with_value
from itemcatalog.standard._cell_texts import cell_text_of
from itemcatalog.standard._list_cells import style_of

_NEW: dict[str, Any] = {
    "materials": Material(name="合同"),
    "conditions": Condition(text="有设备"),
    "procedure": Step(step="公示"),
}
# What stands before each entry in the ways that offices number lists, and what stands between them.
_NUMBERS = [
    ["1.", "2.", "3.", "4.", "5."],
    ["（1）", "（2）", "（3）", "（4）", "（5）"],
    ["①", "②", "③", "④", "⑤"],
    ["一、", "二、", "三、", "四、", "五、"],
    ["（一）", "（二）", "（三）", "（四）", "（五）"],
    ["１．", "２．", "３．", "４．", "５．"],
    ["1. ", "2. ", "3. ", "4. ", "5. "],
    [""] * 5,
]
_WORDS = "天地玄黄宇宙洪荒"


@st.composite
def _cells(draw: st.DrawFn) -> tuple[str, list[str], list[str], str]:
    """A heading, the entries, what stands before each, and what stands behind the last one."""
    entries = draw(st.lists(st.text(_WORDS, min_size=3, max_size=6), min_size=2, max_size=4, unique=True))
    numbers = draw(st.sampled_from(_NUMBERS))
    separator = draw(st.sampled_from(["\n", "；", "；\n", "\r\n"]))
    heading = draw(st.sampled_from(["", "申请材料：", "应当提交以下材料：\n"])) if numbers[0] else ""
    marks = [f"{separator if at else ''}{number}" for at, number in enumerate(numbers[: len(entries)])]
    return heading, entries, marks, draw(st.sampled_from(["", "\n注：复印件须盖章", "\n备注：均为A4纸"]))


def _changed(cell: str, new: Sequence[Material]) -> str | Text:
    was = Item(name="甲", materials=tuple(entries_of_text("materials", cell)))
    item = attrs.evolve(was, materials=tuple(new))
    return cell_text_of(was, item, "materials", cell, None, style_of([cell], "materials"))


@given(_cells(), st.data())
def test_one_entry_changes_in_its_place(cell: tuple[str, list[str], list[str], str], data: st.DataObject) -> None:
    """The characters of the entry are those of the new one; all others are as they were."""
    heading, entries, marks, tail = cell
    at = data.draw(st.integers(0, len(entries) - 2))
    text, told = (
        heading + "".join(f"{mark}{one}" for mark, one in zip(marks, names, strict=True)) + tail
        for names in (entries, [*entries[:at], "合同", *entries[at + 1 :]])
    )
    old = entries_of_text("materials", text)

    assert told == _changed(text, [*old[:at], _NEW["materials"], *old[at + 1 :]])


@given(_cells(), st.data())
def test_a_list_with_one_entry_more_or_less_keeps_its_words(
    cell: tuple[str, list[str], list[str], str], data: st.DataObject
) -> None:
    """The heading, the remark and the other entries stay, and the written cell reads as what should stand."""
    heading, entries, marks, tail = cell
    text = heading + "".join(f"{mark}{one}" for mark, one in zip(marks, entries, strict=True)) + tail
    old = entries_of_text("materials", text)
    at = data.draw(st.integers(0, len(entries) - 2))
    new = data.draw(st.sampled_from([[*old[:at], *old[at + 1 :]], [*old[:at], _NEW["materials"], *old[at:]]]))
    told = _changed(text, new)

    assert isinstance(told, str)
    assert new == entries_of_text("materials", told)
    assert told.startswith(heading)
    assert told.endswith(f"{entries[-1]}{tail}")


@pytest.mark.parametrize(
    ("path", "cell", "told"),
    [
        ("procedure", "受理→审查→决定→送达", "受理→公示→决定→送达"),
        ("procedure", "1.受理（1个工作日）→2.审查→3.决定", "1.受理（1个工作日）→2.公示→3.决定"),
        ("procedure", "申请-受理-审查-决定", "申请-公示-审查-决定"),
        (
            "conditions",
            "（一）有场地；\n（二）有资金；\n（三）有人员。",
            "（一）有场地；\n（二）有设备；\n（三）有人员。",
        ),
        ("conditions", "1. 有场地\n2. 有资金\n 3. 有人员", "1. 有场地\n2. 有设备\n 3. 有人员"),
        ("materials", "①申请表②身份证③照片（2张）", "①申请表②合同③照片（2张）"),
        ("materials", "1、申请表 2、身份证 3、照片", "1、申请表 2、合同 3、照片"),
        (
            "materials",
            "（1）申请表；（2）身份证；（3）照片。以上一式三份。",
            "（1）申请表；（2）合同；（3）照片。以上一式三份。",
        ),
    ],
)
def test_the_second_of_a_list_changes(path: str, cell: str, told: str) -> None:
    """Arrows, circled numbers, blanks and the words behind the list are those of the office."""
    old = entries_of_text(path, cell)
    was = with_value(Item(name="甲"), path, tuple(old))
    item = with_value(was, path, (old[0], _NEW[path], *old[2:]))

    assert told == cell_text_of(was, item, path, cell, None, style_of([cell], path))


@pytest.mark.parametrize(
    ("cell", "kept", "told"),
    [
        ("①申请表；②身份证；③照片。", [0, 2], "①申请表；②照片。"),
        ("受理须提交材料：①申请表②身份证", [0], "受理须提交材料：①申请表"),
        ("1.申请表；2.身份证；3.照片。以上一式三份。", [0, 1], "另有说明"),
        ("1.申请表\n2.身份证\n注：须盖章", [0], "另有说明"),
        ("1.申请表\n2.身份证（第1项除外）\n3.照片，与第1项一并提交", [0, 2], "序号"),
        ("符合之一即可：1.申请表；2.身份证；3.照片", [0, 1, 3], "写法不一"),
    ],
)
def test_an_entry_goes_or_a_person_is_asked(cell: str, kept: list[int], told: str) -> None:
    """Words that would be lost, or that would name another entry, leave the cell to a person."""
    old = entries_of_text("materials", cell)
    found = _changed(cell, [old[at] for at in kept])

    assert told == found if isinstance(found, str) else told in found.zh


@pytest.mark.parametrize("cell", ["1.申请表\n2.照片。以上一式三份。", "1.申请表\n2.照片\n注：须盖章"])
def test_nothing_is_put_behind_words_on_the_whole_list(cell: str) -> None:
    """A new last entry would make a note on all entries one on the entry before it."""
    found = _changed(cell, [*entries_of_text("materials", cell), _NEW["materials"]])

    assert isinstance(found, Text)


def test_a_remark_stays_below_its_entry() -> None:
    """A count changes above the remark on the material."""
    cell = "1.申请表\n2.身份证（复印件2份，A4纸）\n注：须盖章"
    old = entries_of_text("materials", cell)

    assert (
        _changed(cell, [old[0], attrs.evolve(old[1], copies=1)]) == "1.申请表\n2.身份证（复印件1份，A4纸）\n注：须盖章"
    )
