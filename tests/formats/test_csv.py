"""CSV lists: delimiters, codecs, quotes, the guard against formulas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, csv_
from itemcatalog.formats._csv_text import delimiter_of, rows_of_text, unguarded
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._sheet import Keys
from itemcatalog.formats._write_csv import guarded_text
from itemcatalog.model import Item, Source

TEXT = "事项名称,实施主体,申请材料\n甲登记,市公安局,身份证；户口簿\n乙登记,市民政局,章程\n"


def read(data: bytes) -> tuple[list[Item], Source, list[Fault]]:
    """Read bytes as one CSV source."""
    found = list(csv_.read(data, "区/a.csv", ReadOptions(channel="gulou")))
    (source,) = [one for one in found if isinstance(one, Source)]
    return [one for one in found if isinstance(one, Item)], source, [one for one in found if isinstance(one, Fault)]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_codecs_and_delimiters(codec: str, delimiter: str) -> None:
    """Any codec and delimiter gives the same items; the codec is in the source."""
    items, source, faults = read(TEXT.replace(",", delimiter).encode(codec))

    assert [(one.name, one.authority.name) for one in items] == [("甲登记", "市公安局"), ("乙登记", "市民政局")]
    assert source.codec == {"utf-16": "utf-16-le"}.get(codec, codec)
    assert (source.items, source.sheet, source.channel) == (2, None, "gulou")
    assert faults == []


def test_what_excel_says_of_the_delimiter_counts() -> None:
    """The line ``sep=;`` names the delimiter and is no row of the table."""
    items, source, _ = read(("sep=;\n" + TEXT.replace(",", ";")).encode())

    assert [one.name for one in items] == ["甲登记", "乙登记"]
    assert "表头在第 2 行" in source.notes


def test_quoted_line_ends_and_long_fields() -> None:
    """A quoted field may hold line ends, delimiters and more than 131,072 characters."""
    long = "长" * 140_000
    items, _, _ = read(f'事项名称,受理条件,备注\n甲,"一；\n二,三",{long}\n'.encode())

    assert items[0].extra["备注"] == long
    assert "二,三" in items[0].conditions[-1].text


def test_a_quote_that_is_never_closed_swallows_nothing() -> None:
    """The rows behind an open quote are read all the same, and it is said."""
    items, source, _ = read('事项名称,受理条件\n甲,"一\n乙,二\n丙,三\n'.encode())

    assert [one.name for one in items] == ["甲", "乙", "丙"]
    assert "双引号不成对，未闭合处起逐行读取" in source.notes


def test_rows_are_counted_as_excel_shows_them() -> None:
    """Blank lines are rows, a quoted line end is none."""
    items, _, _ = read('事项名称,受理条件\n\n"甲\n登记",一\n乙,二\n'.encode())

    assert [one.place.row for one in items] == [3, 4]


def test_an_uncertain_codec_is_reported_with_offsets() -> None:
    """Two codecs in one file are read line by line; a broken byte is a fault with its offset."""
    head, row, mixed = (
        "事项名称,实施主体\n".encode(),
        "甲登记,市公安局\n".encode(),
        "乙登记,市民政局\n".encode("gb18030"),
    )
    items, source, faults = read(head + row * 5 + mixed + "丙登记,市".encode() + b"\xff\n")

    assert [one.name for one in items] == ["甲登记"] * 5 + ["乙登记", "丙登记"]
    assert source.codec == "编码不确定（gb18030+utf-8）"
    assert [one.kind for one in faults] == ["codec-uncertain", "undecodable"]
    assert faults[1].values["offset"] == len(head + row * 5 + mixed + "丙登记,市".encode())


def test_a_text_without_a_header_is_reported() -> None:
    """A CSV that is no list of items gives a fault and no item."""
    items, source, faults = read(b"a,b\n1,2\n")

    assert (items, source.items, [one.kind for one in faults]) == ([], 0, ["sheet-without-header"])


@given(st.lists(st.lists(st.text(), min_size=1, max_size=4), max_size=6))
def test_our_guard_comes_off_again(rows: list[list[str]]) -> None:
    """Whatever stands in a cell, what we write and read again is the same text."""
    clean = [[text.replace("\r", "").replace('="', "=") for text in row] for row in rows]
    buffer = io.StringIO(newline="")
    csv.writer(buffer, quoting=csv.QUOTE_ALL).writerows([[guarded_text(text) for text in row] for row in clean])
    text = buffer.getvalue()

    if not text.startswith("sep="):
        assert list(rows_of_text(text, ",")) == clean


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@a", "\ta", "＝1", "＋1", "－1", "＠a", "'=1", "''=1"])
def test_a_formula_is_guarded(text: str) -> None:
    """What Excel would run gets a mark that our reader takes off."""
    guarded = guarded_text(text)

    assert guarded == f"'{text}"
    assert unguarded(guarded) == text


def test_digits_that_excel_was_told_to_keep() -> None:
    """``="0012"`` is the text 0012, so is ``'0012``; other formulas and quoted words stay as they are."""
    assert [unguarded(one) for one in ('="0012"', '="a""b"', "=A1", "'引'")] == ["0012", 'a"b', "=A1", "'引'"]
    assert [unguarded(one) for one in ("'0012", "'11350100003604177U", "'0591-83300001", "'a'", "'5日")] == [
        "0012",
        "11350100003604177U",
        "0591-83300001",
        "'a'",
        "'5日",
    ]


def test_the_delimiter_is_told_by_the_header() -> None:
    """Semicolons within fields do not make them the delimiter."""
    text = "事项名称,申请材料\n甲,一;二;三;四\n"

    assert delimiter_of(text, item_lexicon({}, {}), Keys().header) == ","


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_of_every_system(end: str) -> None:
    """Lines may end as on any system."""
    items, _, _ = read(TEXT.replace("\n", end).encode())

    assert [one.name for one in items] == ["甲登记", "乙登记"]


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """No text breaks the reader."""
    _, source, _ = read(text.encode("utf-8", errors="replace"))

    assert source.path == "区/a.csv"
