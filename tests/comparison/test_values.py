"""Values of one field: limits, contacts, places, hours, citations."""

from __future__ import annotations

from fractions import Fraction

import pytest

from itemcatalog.comparison import Agreement, compare_limits
from itemcatalog.comparison._citations import by_article, compare_bases
from itemcatalog.comparison._contacts import compare_addresses, compare_contacts, compare_hours
from itemcatalog.comparison._show import show_basis
from itemcatalog.model import Contact, LegalBasis, Limit, LimitState, Phone

EQUAL, FORMAT, WORDING, SUBSTANCE = (
    Agreement.EQUAL,
    Agreement.FORMAT,
    Agreement.WORDING,
    Agreement.SUBSTANCE,
)


def _but(excluded: str) -> Limit:
    return Limit(value=Fraction(5), unit="工作日", excludes=(excluded,))


LIMITS = [
    (Limit.of(20), Limit.of(20), EQUAL),
    (Limit.of(20, raw="20个工作日"), Limit.of(20, raw="二十个工作日"), FORMAT),
    (Limit.of(20), Limit.of(15), SUBSTANCE),
    (Limit.of(1, "年"), Limit.of(12, "月"), EQUAL),
    (Limit.of(1, "月"), Limit.of(30, "自然日"), WORDING),
    (Limit.of(20), Limit.of(20, "自然日"), WORDING),
    (Limit.of(20), Limit.of(5, "自然日"), SUBSTANCE),
    (Limit(state=LimitState.INSTANT), Limit.of(0), WORDING),
    (Limit(state=LimitState.INSTANT), Limit.of(3), SUBSTANCE),
    (Limit(state=LimitState.NONE), Limit.of(3), SUBSTANCE),
    (Limit.of(5), Limit.of(18, "自然日"), WORDING),
    (Limit.of(5), Limit.of(19, "自然日"), SUBSTANCE),
    (Limit.of(5), Limit.of(4, "自然日"), SUBSTANCE),
    (_but("听证"), Limit.of(5), WORDING),
    (_but("听证"), _but("专家评审"), SUBSTANCE),
]


@pytest.mark.parametrize(("left", "right", "expected"), LIMITS)
def test_limits_are_compared_by_value_and_unit(left: Limit, right: Limit, expected: Agreement) -> None:
    """A month may be thirty days; twenty working days are never five days."""
    assert expected == compare_limits(left, right) == compare_limits(right, left)


def _contact(*numbers: str, text: str | None = None) -> Contact:
    return Contact(phones=tuple(Phone(number=number) for number in numbers), text=text)


def test_phones_are_compared_as_sets_of_digits() -> None:
    """Hyphens and order are format, a missing area code is wording, another number is substance."""
    base = _contact("0591-87654321", "12345")

    assert compare_contacts(base, _contact("12345", "059187654321")) == FORMAT
    assert compare_contacts(base, _contact("87654321", "12345")) == WORDING
    assert compare_contacts(base, _contact("0591-87654322", "12345")) == SUBSTANCE
    assert compare_contacts(base, _contact("0592-87654321", "12345")) == SUBSTANCE


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("福州市鼓楼区湖东路88号3楼", "湖东路88号3楼", WORDING),
        ("福州市鼓楼区湖东路88号", "办公地址：福州市鼓楼区湖东路88号2号窗口", WORDING),
        ("福州市鼓楼区湖东路88号", "福州市鼓楼区湖东路98号", SUBSTANCE),
    ],
)
def test_an_address_that_says_more_is_wording(left: str, right: str, expected: Agreement) -> None:
    """Province, city and window may be left out; another house number is another place."""
    assert expected == compare_addresses(left, right) == compare_addresses(right, left)


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("周一至周五 上午8:30-12:00，下午14:00-17:30", "星期一到星期五8：30—12：00，14：00—17：30", WORDING),
        ("工作日8:30-12:00", "周一至周五 8:30-12:00", WORDING),
        ("周一至周五 8:30-12:00", "周一至周六 8:30-12:00", SUBSTANCE),
        ("周一至周五 8:30-12:00", "周一至周五 9:00-12:00", SUBSTANCE),
        ("周五至周二 9:00-12:00", "周一、周二、周五至周日 9:00-12:00", WORDING),
        ("周一至周五 下午13:00-17:00", "周一至周五 13:00-17:00", WORDING),
    ],
)
def test_hours_are_compared_by_days_and_times(left: str, right: str, expected: Agreement) -> None:
    """Ways of writing a week and a clock are wording."""
    assert expected == compare_hours(left, right) == compare_hours(right, left)


def test_a_law_is_compared_by_title_and_article() -> None:
    """中华人民共和国 and Chinese digits are format, a missing article wording, another article substance."""
    base = LegalBasis(title="中华人民共和国行政许可法", article="第四十二条")

    assert compare_bases(base, LegalBasis(title="行政许可法", article="第42条")) == FORMAT
    assert compare_bases(base, LegalBasis(title="行政许可法")) == WORDING
    assert compare_bases(base, LegalBasis(title="行政许可法", article="第四十二条第一款")) == WORDING
    assert compare_bases(base, LegalBasis(title="行政许可法", article="第四十四条")) == SUBSTANCE
    assert compare_bases(base, LegalBasis(title="行政处罚法", article="第四十二条")) == SUBSTANCE


def test_a_basis_without_title_marks_names_its_law_all_the_same() -> None:
    """农药管理条例第二十四条 is the same basis as 《农药管理条例》第二十四条; a quoted sentence is none."""
    base = LegalBasis(title="农药管理条例", article="第二十四条")

    assert compare_bases(base, LegalBasis(text="农药管理条例第二十四条")) == FORMAT
    assert compare_bases(base, LegalBasis(text="根据农药管理条例第二十四条。")) == FORMAT
    assert compare_bases(base, LegalBasis(text="农药管理条例第二十五条")) == SUBSTANCE
    assert compare_bases(base, LegalBasis(text="农药管理条例第二十四条规定实行许可")) == SUBSTANCE
    assert [one.article for one in by_article([LegalBasis(text="农药管理条例第四条、第八条")])] == ["第四条", "第八条"]


@pytest.mark.parametrize(
    ("title", "told"), [("水法", "《水法》第七条"), ("《水法》、《取水条例》", "《水法》、《取水条例》第七条")]
)
def test_a_title_has_its_marks_once(title: str, told: str) -> None:
    """A title that brings marks of its own gets no second ones."""
    assert told == show_basis(LegalBasis(title=title, article="第七条"))
