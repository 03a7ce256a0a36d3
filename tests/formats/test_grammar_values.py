"""The grammars of visits, yes and no, dates, money, counts and codes."""

from __future__ import annotations

from datetime import date, datetime
from fractions import Fraction

import pytest

from itemcatalog.formats._grammar import (
    parse_charged,
    parse_code_cell,
    parse_count,
    parse_courier,
    parse_date,
    parse_money,
    parse_visits,
    parse_yes_no,
    visits_by_way,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("0次", 0),
        ("0", 0),
        (0, 0),
        ("无需到现场", 0),
        ("一趟不用跑", 0),
        ("零跑动", 0),
        ("不见面审批", 0),
        ("全程网办", 0),
        ("最多1次", 1),
        ("最多跑一次", 1),
        ("最多跑一趟", 1),
        (1.0, 1),
        ("≤1", 1),
        ("到现场1次", 1),
        ("1次（领证）", 1),
        ("办事者到办事地点的最少次数为0", 0),
        ("全程不见面", 0),
        ("两次", 2),
        ("2次", 2),
        ("-1", "uncommitted"),
        (-1, "uncommitted"),
        ("未承诺", "uncommitted"),
        ("1-2次", None),
        ("1次以上", None),
        ("按需", None),
        ("无", None),
        (True, None),
        ("1000次", None),
    ],
)
def test_visits(value: object, expected: int | str | None) -> None:
    """A number, a slogan of the plan or −1 is understood, a range is not."""
    assert expected == parse_visits(value)


def test_visits_by_way_of_applying() -> None:
    """Two ways with their own numbers are told apart."""
    assert visits_by_way("网上办理0次，窗口办理1次") == {"online": 0, "window": 1}
    assert visits_by_way("1次") is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("是", True),
        ("支持", True),
        ("有", True),
        ("1", True),
        (1.0, True),
        ("√", True),
        (True, True),
        ("否", False),
        ("不支持", False),
        ("无", False),
        ("0", False),
        (0, False),
        ("部分", None),
        ("是/否", None),
    ],
)
def test_yes_and_no(value: object, expected: bool | None) -> None:
    """Words for yes and no are understood, others are not."""
    assert expected is parse_yes_no(value)


def test_fees_and_courier_have_their_own_words() -> None:
    """不收费 is a no of fees; 不涉及 is not applicable for the courier."""
    assert [parse_charged(word) for word in ("不收费", "无", "收费", "10元/本")] == [False, False, True, None]
    assert [parse_courier(word) for word in ("是", "否", "不支持", "不涉及", "另议")] == [
        "yes",
        "no",
        "no",
        "not_applicable",
        None,
    ]


@pytest.mark.parametrize(
    "value",
    [
        "2017-12-31",
        "2017/12/31",
        "2017.12.31",
        "2017年12月31日",
        "20171231",
        20171231,
        20171231.0,
        "2017-12-31 08:30:00",
        "2017-12-31T00:00:00Z",
        "二〇一七年十二月三十一日",
        "自2017年12月31日起施行",
        "2017年12月31日起",
        date(2017, 12, 31),
        datetime.fromisoformat("2017-12-31T08:00"),
    ],
)
def test_dates(value: object) -> None:
    """Every way of writing a whole date is understood."""
    assert date(2017, 12, 31) == parse_date(value)


@pytest.mark.parametrize(
    "value", [43100, 43100.5, "43100", "2017-13-01", "2017-02-30", "2017年12月", "长期", "", True, "0001-01-01"]
)
def test_what_is_no_date(value: object) -> None:
    """A bare serial number, a month and a day that does not exist are no dates."""
    assert parse_date(value) is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10元/本", (10, "元/本")),
        ("1.5万元", (15_000, "元")),
        ("每证10元", (10, "元/证")),
        ("1,500元/件", (1500, "元/件")),
        ("0.5元/平方米", (Fraction(1, 2), "元/平方米")),
        ("五元", (5, "元")),
        (100, (100, None)),
        ("5-10元", None),
        ("按10%收", None),
        ("免费", None),
        ("10元，20元", None),
    ],
)
def test_money(value: object, expected: tuple[Fraction, str | None] | None) -> None:
    """One amount with its unit is exact; a range or a share is not one amount."""
    assert expected == parse_money(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("1份", 1), ("一式三份", 3), ("2", 2), (2.0, 2), ("若干", None), ("1-2", None), (1.5, None), (True, None)],
)
def test_counts(value: object, expected: int | None) -> None:
    """Copies and pages are whole numbers or not understood."""
    assert expected == parse_count(value)


@pytest.mark.parametrize(
    ("value", "code", "fault"),
    [
        ("0012345", "0012345", None),
        (" 11350100MB0001 ", "11350100MB0001", None),
        (440101007000, "440101007000", "code-as-number"),
        (440101007000.0, "440101007000", "code-as-number"),
        (3.50102197001011e17, None, "code-damaged"),
        (350102197001011234, None, "code-damaged"),
        ("3.50102E+17", None, "code-damaged"),
        (1.5, None, "code-damaged"),
        (float("nan"), None, "code-damaged"),
        ("１２３４", "１２３４", "fullwidth-code"),
    ],
)
def test_codes(value: object, code: str | None, fault: str | None) -> None:
    """A text code survives; a number is damaged beyond 15 digits and suspect below (S8, S26)."""
    read = parse_code_cell(value)

    assert read is not None
    assert (code, fault) == (read.code, read.fault)


def test_infinite_numbers_are_no_counts_and_no_money() -> None:
    """What a damaged sheet may hold breaks nothing."""
    values = (float("inf"), float("nan"), -1.0, 1e300)

    assert [parse_count(value) for value in values] == [None] * 4
    assert [parse_money(value) for value in values] == [None] * 4


def test_a_date_is_no_code() -> None:
    """What cannot be a code at all is told apart."""
    assert [parse_code_cell(date(2017, 1, 1)), parse_code_cell(True)] == [None, None]
