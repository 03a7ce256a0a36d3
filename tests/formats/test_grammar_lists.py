"""The grammar of lists in a cell (DESIGN §9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.formats._grammar import remark_below, split_list, split_words

CASES = [
    ("1.身份证；2.申请表（原件；1份）", ("身份证", "申请表（原件；1份）")),
    ("1.身份证2.户口本", ("身份证", "户口本")),
    ("1、甲方 2、乙方 3、丙方", ("甲方", "乙方", "丙方")),
    ("（一）甲。（二）乙。", ("甲。", "乙。")),
    ("①身份证②户口本", ("身份证", "户口本")),
    ("1.甲\n1）子一\n2）子二\n2.乙", ("甲\n1）子一\n2）子二", "乙")),
    ("一、甲\n（一）子\n（二）子\n二、乙", ("甲\n（一）子\n（二）子", "乙")),
    ("1. 有固定场所\n说明文字\n2. 有人员", ("有固定场所\n说明文字", "有人员")),
    ("1.甲\r\n2.乙；\r\n3.丙。", ("甲", "乙", "丙。")),
    ("身份证\n户口本", ("身份证", "户口本")),
    ("身份证；户口本", ("身份证", "户口本")),
    ("甲；乙", ("甲；乙",)),
    ("身份证、户口本", ("身份证、户口本",)),
    ("符合下列条件：1.年满18周岁；2.无犯罪记录", ("年满18周岁", "无犯罪记录")),
    ("符合下列条件之一：1.年满18周岁；2.无犯罪记录", ("符合下列条件之一：", "年满18周岁", "无犯罪记录")),
    ("具有本市户籍，并符合下列条件：1.成年；2.守法", ("具有本市户籍，并符合下列条件：", "成年", "守法")),
    ("个体工商户须提交以下材料：1.申请表；2.身份证", ("个体工商户须提交以下材料：", "申请表", "身份证")),
    ("申请材料清单：\n1.申请表\n2.身份证\n注：复印件须盖章", ("申请表", "身份证\n注：复印件须盖章")),
    ("申请表\n身份证\n备注：须盖章", ("申请表", "身份证\n备注：须盖章")),
    ("1.甲方\n说明：须盖章\n2.乙方", ("甲方\n说明：须盖章", "乙方")),
    ("申请表\n注：1.须盖章\n2.用A4纸\n身份证", ("申请表\n注：1.须盖章\n2.用A4纸", "身份证")),
    ("符合以下条件：（一）已成年", ("已成年",)),
    ("申请表；身份证\n注：须盖章", ("申请表", "身份证\n注：须盖章")),
    ("注：须盖章\n申请表", ("注：须盖章", "申请表")),
    ("1.年满18周岁；2.具有3.5年以上经验", ("年满18周岁", "具有3.5年以上经验")),
    ("1.声明书；2.身份证；3.2寸照片", ("声明书", "身份证", "2寸照片")),
    ("1.宽度不足；2.长度不足；3.5米以上", ("宽度不足", "长度不足；3.5米以上")),
    ("1.5万元以上的；有固定场所", ("1.5万元以上的", "有固定场所")),
    ("附件1、附件2、附件3", ("附件1、附件2、附件3",)),
    ("1.只有一条", ("只有一条",)),
    ("1.只有一条\n说明；文字", ("只有一条\n说明；文字",)),
    ("申请表（一式二份", ("申请表（一式二份",)),
    ("", ()),
    (" \n ", ()),
]


@pytest.mark.parametrize(("text", "entries"), CASES)
def test_a_cell_is_split_as_people_read_it(text: str, entries: tuple[str, ...]) -> None:
    """Lines, numbers and ； outside brackets make entries; inner numbering stays."""
    assert entries == split_list(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("自然人^企业法人", ("自然人", "企业法人")),
        ("国家级,省级、市级", ("国家级", "省级", "市级")),
        ("省级（含自贸区、开发区）、市级", ("省级（含自贸区、开发区）", "市级")),
        ("自然人、自然人", ("自然人",)),
    ],
)
def test_a_cell_of_names_is_split_at_every_separator(text: str, words: tuple[str, ...]) -> None:
    """Short lists of names split at 、 ， ^ as well, outside brackets, each name once."""
    assert words == split_words(text)


@given(st.lists(st.text("甲乙丙丁戊己庚辛", min_size=2, max_size=6), min_size=2, max_size=9))
def test_numbered_and_plain_lines_give_the_same_entries(entries: list[str]) -> None:
    """The same entries come back whether they are numbered, on lines, or divided by ；."""
    numbered = "\n".join(f"{number}.{entry}" for number, entry in enumerate(entries, 1))

    assert tuple(entries) == split_list(numbered) == split_list("\n".join(entries)) == split_list("；".join(entries))


@given(st.text(max_size=80) | st.text("甲乙注：:\n1.2、以下材料说明", max_size=30))
def test_no_character_but_marks_is_lost(text: str) -> None:
    """Whatever is written, every Chinese character stands in an entry; only a heading (以下材料：) may be left out."""
    joined = "".join(split_list(text))
    _, colon, rest = text.replace(":", "：").partition("：")
    below = rest if colon and "1" in rest else text

    assert all(character in joined for character in below if "丁" <= character <= "龥")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("身份证\n注：复印件须盖章", ("身份证", "注：复印件须盖章")),
        ("申请表（注：须签字）", ("申请表（注：须签字）", "")),
        ("注：须盖章", ("注：须盖章", "")),
    ],
)
def test_a_remark_below_an_entry_is_told_from_it(entry: str, told: tuple[str, str]) -> None:
    """Only a remark on lines of its own below the entry is told from it."""
    assert told == remark_below(entry)


@pytest.mark.parametrize("unit", ["1.", "（一）", "①", "；", "（", "1.甲2.", "\n", "1、"])
def test_long_cells_do_not_stall(unit: str) -> None:
    """A cell of 50,000 characters is split at once."""
    assert split_list(unit * (50_000 // len(unit))) is not None
