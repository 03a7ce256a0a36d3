"""The grammar of time limits on what offices write."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.formats._grammar import parse_limit, unit_of_header, unit_of_text
from itemcatalog.model import LimitState

NUMBERS = [
    ("20个工作日", 20, "工作日"),
    ("30(工作日)", 30, "工作日"),
    ("二十个工作日", 20, "工作日"),
    ("贰拾个工作日", 20, "工作日"),
    ("二十（20）个工作日", 20, "工作日"),
    ("２０个工作日", 20, "工作日"),
    ("20 个 工 作 日。", 20, "工作日"),
    ("20工作日", 20, "工作日"),
    ("（20个工作日）", 20, "工作日"),
    ("20日（工作日）", 20, "工作日"),
    ("10个工作日内", 10, "工作日"),
    ("自受理之日起20个工作日", 20, "工作日"),
    ("自受理申请之日起，15个工作日内办结", 15, "工作日"),
    ("收到申请材料之日起15个工作日内作出决定", 15, "工作日"),
    ("受理当日起5个工作日", 5, "工作日"),
    ("承诺办结时限：7个工作日", 7, "工作日"),
    ("不超过3个工作日", 3, "工作日"),
    ("0个工作日", 0, "工作日"),
    ("0.5个工作日", Fraction(1, 2), "工作日"),
    ("7个工作日/件", 7, "工作日"),
    ("20/工作日", 20, "工作日"),
    ("工作日：20", 20, "工作日"),
    ("≤20个工作日", 20, "工作日"),
    ("自申请之日起三个月内", 3, "月"),
    ("自受理申请之日起二十日内作出行政许可决定", 20, "自然日"),
    ("在20个工作日内审批完毕", 20, "工作日"),
    ("20个工作日，其中公示5个工作日", 20, "工作日"),
    ("20个自然日", 20, "自然日"),
    ("自受理之日起20日内", 20, "自然日"),
    ("5日", 5, "自然日"),
    ("7天", 7, "自然日"),
    ("半天", Fraction(1, 2), "自然日"),
    ("两周", 14, "自然日"),
    ("1个月", 1, "月"),
    ("一个半月", Fraction(3, 2), "月"),
    ("半年", Fraction(1, 2), "年"),
    ("24小时", 24, "小时"),
    ("30分钟", 30, "分钟"),
]

UNCLEAR = [
    "1-3个工作日",
    "1—3个工作日",
    "5至10个工作日",
    "20",
    "按规定",
    "长期",
    "及时办理",
    "视活动规模确定",
    "7个工作日（当场办结）",
    "材料齐全的，当场登记；不能当场登记的，3个工作日内登记",
    "/",
    "—",
    "不少于20个工作日",
    "每月20日",
    "提前20个工作日",
    "首次10个工作日，延续5个工作日",
    "20+10个工作日",
    "7个工作日\n3个工作日",
    "三个工作日；经现场核查的十个工作日",
    "法定期限内办结",
    "-2",
    "约20个工作日",
    "当场受理，5个工作日办结",
    "无（即时办理）",
    "见附件",
    "2017年12月31日前",
]


@pytest.mark.parametrize(("text", "value", "unit"), NUMBERS)
def test_a_number_of_a_unit_is_read_exactly(text: str, value: Fraction, unit: str) -> None:
    """A number in digits or words with its unit becomes an exact value; the text is kept."""
    limit = parse_limit(text)

    assert (value, unit, None, text) == (limit.value, limit.unit, limit.state, limit.raw)


@pytest.mark.parametrize(
    "text",
    [
        "即办",
        "即办件",
        "当场办结",
        "即时办结",
        "立等可取",
        "当日办结",
        "即时办理，当场出证",
        "材料齐全的，当场办结；",
        "即到即办",
    ],
)
def test_words_for_at_once_are_instant(text: str) -> None:
    """即办 and its kin are a state, not a number."""
    assert parse_limit(text).state is LimitState.INSTANT


@pytest.mark.parametrize(
    "text", ["无", "无法定时限", "无期限", "不限", "法律法规未规定", "-1", "－1", "-1(工作日)", "未规定"]
)
def test_words_for_no_limit_are_none(text: str) -> None:
    """无 and −1 say that there is no limit."""
    assert parse_limit(text).state is LimitState.NONE


@pytest.mark.parametrize("text", UNCLEAR)
def test_what_is_not_understood_is_unclear(text: str) -> None:
    """A range, several limits, a word without a number: written, hence never missing."""
    limit = parse_limit(text)

    assert (LimitState.UNCLEAR, None, text) == (limit.state, limit.value, limit.raw)


@pytest.mark.parametrize(
    ("text", "excludes"),
    [
        ("25个工作日（不含公示时间）", ("公示时间",)),
        ("3个工作日，不含公示、检测时间", ("公示", "检测时间")),
        ("20个工作日，公示时间除外", ("公示",)),
        (
            "20个工作日（听证、招标、拍卖、检验、检测、检疫、鉴定和专家评审所需时间不计算在内）",
            ("听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审"),
        ),
        ("20个工作日（专家评审时间不计算在规定的期限内）", ("专家评审",)),
    ],
)
def test_what_lies_outside_the_limit_is_listed(text: str, excludes: tuple[str, ...]) -> None:
    """Words such as 不含 and 除外 name what is not counted."""
    limit = parse_limit(text)

    assert excludes == limit.excludes
    assert limit.stated


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("1个工作日（即办）", "即办"),
        ("20个工作日（特殊情况可延长10日）", "特殊情况可延长10日"),
        ("7个工作日（含公示5个工作日）", "含公示5个工作日"),
    ],
)
def test_what_stands_beside_the_limit_is_a_note(text: str, note: str) -> None:
    """A bracket that does not change the limit is kept as its note."""
    limit = parse_limit(text)

    assert (note, True) == (limit.note, limit.stated)


def test_a_cell_with_both_limits_gives_the_half_of_its_field() -> None:
    """法定20个工作日，承诺5个工作日 is read by the field that asks; without one it is unclear."""
    text = "法定20个工作日，承诺5个工作日"

    assert [parse_limit(text, None, kind).value for kind in ("statutory", "promised", None)] == [20, 5, None]


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        ("20", "工作日", (20, "工作日")),
        ("20天", "工作日", (20, "工作日")),
        (20.0, "工作日", (20, "工作日")),
        (0, "工作日", (0, "工作日")),
        (0.1, "月", (Fraction(1, 10), "月")),
        ("1个月", "工作日", (1, "月")),
    ],
)
def test_the_unit_of_the_column_counts_where_the_cell_names_none(
    value: object, unit: str, expected: tuple[Fraction, str]
) -> None:
    """A bare number takes the unit of its column; a unit in the cell goes before it; 日 means 工作日 there."""
    limit = parse_limit(value, unit)

    assert expected == (limit.value, limit.unit)


@pytest.mark.parametrize(
    ("header", "unit"),
    [
        ("承诺办结时限（工作日）", "工作日"),
        ("法定时限(单位:天)", "自然日"),
        ("承诺工作日", "工作日"),
        ("办理天数", "自然日"),
        ("时限/天", "自然日"),
        ("承诺办结时限", None),
        ("法定时限（工作日/自然日）", None),
        (None, None),
    ],
)
def test_the_unit_of_a_header(header: str | None, unit: str | None) -> None:
    """A header names one unit or none."""
    assert unit == unit_of_header(header)


@pytest.mark.parametrize(
    ("word", "unit"), [("gzr", "工作日"), ("zrr", "自然日"), ("y", "月"), ("G", "工作日"), ("1", None)]
)
def test_the_unit_of_a_unit_column(word: str, unit: str | None) -> None:
    """Codes of units that exchange systems write are known; a bare digit is not."""
    assert unit == unit_of_text(word)


@pytest.mark.parametrize("value", [float("inf"), float("nan"), 1e300, 10**30, True, -0.5, "9999999个工作日"])
def test_what_is_no_number_of_days_is_unclear(value: object) -> None:
    """Infinite, absurd and negative numbers of a sheet are no limits, and break nothing."""
    assert parse_limit(value, "工作日").state is LimitState.UNCLEAR


@given(st.text(max_size=60))
def test_any_text_gives_a_limit_that_is_one_thing(text: str) -> None:
    """Exactly one of value and state is set, whatever is written."""
    limit = parse_limit(text)

    assert (limit.value is None) != (limit.state is None)


@given(st.integers(0, 999), st.sampled_from(["工作日", "自然日", "月", "年", "小时"]))
def test_a_written_limit_reads_back(number: int, unit: str) -> None:
    """What the model prints, the grammar reads."""
    limit = parse_limit(f"{number}个{unit}")

    assert (limit.value, limit.unit) == (parse_limit(str(limit)).value, unit)


@pytest.mark.parametrize(
    "unit", ["自收到", "不含", "(", "20个工作日,", "经", "的", "二", "法定5,承诺", "自起算", "a的时间除外", "、"]
)
def test_long_texts_do_not_stall(unit: str) -> None:
    """A text of 50,000 characters is answered at once: unclear."""
    assert parse_limit(unit * (50_000 // len(unit))).state is LimitState.UNCLEAR


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("5\n个工作日", "5工作日"),
        ("20个\r\n工作日", "20工作日"),
        ("法定\n20个工作日", "20工作日"),
        ("1\n5个工作日", None),
        ("5个工作日\n10个工作日", None),
    ],
)
def test_a_line_end_in_a_limit_is_none_of_its_words(text: str, read: str | None) -> None:
    """A cell broken over two lines is one limit, but two numbers never run together."""
    limit = parse_limit(text)

    assert (read is None) == limit.unclear
    assert read is None or (read, text) == (f"{limit.value}{limit.unit}", limit.raw)
