"""The grammar of phones and ways of asking."""

from __future__ import annotations

import pytest

from itemcatalog.formats._grammar import parse_contact, parse_phones

Told = tuple[str, str | None, str | None]

CASES: list[tuple[str, list[Told]]] = [
    ("0591-87654321", [("0591-87654321", None, None)]),
    ("（0591）87654321", [("0591-87654321", None, None)]),
    ("0591 8765 4321", [("0591-87654321", None, None)]),
    ("059187654321", [("0591-87654321", None, None)]),
    ("+86 591 87654321", [("0591-87654321", None, None)]),
    ("0591—83260000", [("0591-83260000", None, None)]),
    ("12345", [("12345", None, None)]),
    ("96113", [("96113", None, None)]),
    ("0591-12345", [("0591-12345", None, None)]),
    ("400-039-0208", [("4000390208", None, None)]),
    ("110", [("110", None, None)]),
    ("87654321转8001", [("87654321", "8001", None)]),
    ("0591-87654321-8001", [("0591-87654321", "8001", None)]),
    ("0591-87654321转8001/8002", [("0591-87654321", "8001", None), ("0591-87654321", "8002", None)]),
    ("020-12366-2-4", [("020-12366", "2-4", None)]),
    ("87654321/22", [("87654321", None, None), ("87654322", None, None)]),
    ("0591-87654321、87654322", [("0591-87654321", None, None), ("0591-87654322", None, None)]),
    ("020-83507323/020-12348", [("020-83507323", None, None), ("020-12348", None, None)]),
    ("税务局：12366；民政局：0591-12345678", [("12366", None, "税务局"), ("0591-12345678", None, "民政局")]),
    ("0591-87654321、0591-87654322（投诉）", [("0591-87654321", None, None), ("0591-87654322", None, "投诉")]),
    (
        "咨询电话：0591-87654321（工作日8:00-12:00，14:00-17:00）",
        [("0591-87654321", None, "工作日8:00-12:00，14:00-17:00")],
    ),
    ("拨打12348或020-86350683", [("12348", None, None), ("020-86350683", None, None)]),
    ("020-327605405", [("020-327605405", None, None)]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_phones_in_every_writing(text: str, expected: list[Told]) -> None:
    """Area codes, hotlines, extensions, lists and notes are told apart, and nothing is left over."""
    phones, prose = parse_phones(text)

    assert (expected, None) == ([(one.number, one.extension, one.note) for one in phones], prose)


@pytest.mark.parametrize("text", ["窗口咨询", "无", "福州市东街8号，邮编350001", "0000swjw", "请到2楼205室咨询"])
def test_prose_is_no_phone(text: str) -> None:
    """Words, postcodes, rooms and house numbers stay text."""
    assert ((), text) == parse_phones(text)


def test_a_way_of_asking_holds_phone_address_and_web_page() -> None:
    """A sentence gives its parts and is kept as it stands."""
    text = "窗口咨询地址：广州市体育东路160号五楼。咨询电话号码：020-38817476 。网址：http://www.gdlr.gov.cn/consult.html。"
    contact = parse_contact(text)

    assert [phone.number for phone in contact.phones] == ["020-38817476"]
    assert contact.url == "http://www.gdlr.gov.cn/consult.html"
    assert contact.address == "广州市体育东路160号五楼"
    assert text == contact.text


@pytest.mark.parametrize("unit", ["0591-", "电话", "12345、", "(86", "咨询", "8/1", "地址:", "1"])
def test_long_cells_do_not_stall(unit: str) -> None:
    """A cell of 40,000 characters is read at once."""
    assert parse_contact(unit * (40_000 // len(unit))) is not None
