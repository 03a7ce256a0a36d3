"""Workbooks, CSV, addresses and charts: what may stand in them, and what is shown when it does not fit."""

from __future__ import annotations

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from openpyxl import load_workbook

from itemcatalog.render import Column, Sheet, bar, content_policy, csv_bytes, guarded, page, safe_url
from itemcatalog.render import workbook as make_workbook
from itemcatalog.render.workbook import CELL_LIMIT, CUT, sheet_name


def test_every_text_is_text() -> None:
    """Formulas, addresses and numbers as text stay text; numbers stay numbers."""
    rows = [("=1+1", "https://example.invalid", "0012", 3, None, "")]
    sheet = Sheet(name="表", columns=tuple(Column(title=str(n)) for n in range(6)), rows=rows)
    cells = load_workbook(io.BytesIO(make_workbook([sheet]))).worksheets[0][2]

    assert [cell.value for cell in cells] == ["=1+1", "https://example.invalid", "0012", 3, None, None]
    assert [cell.data_type for cell in cells[:4]] == ["s", "s", "s", "n"]
    assert [cell.hyperlink for cell in cells] == [None] * 6


@pytest.mark.parametrize("character", ["字", "𠮷"])
def test_a_long_text_is_cut_visibly(character: str) -> None:
    """Excel counts UTF-16 units; what is cut says so."""
    sheet = Sheet(name="表", columns=(Column(title="a"),), rows=[(character * 40_000,)])
    value = str(load_workbook(io.BytesIO(make_workbook([sheet]))).worksheets[0]["A2"].value)

    assert value.endswith(CUT)
    assert len(value.encode("utf-16-le")) // 2 <= CELL_LIMIT


def test_control_characters_are_replaced() -> None:
    """What XML cannot hold never breaks the file."""
    text = "".join(map(chr, range(32))) + "\ud800\ufffe"
    sheet = Sheet(name="表", columns=(Column(title="a"),), rows=[(text,)])

    assert "\ufffd" in str(load_workbook(io.BytesIO(make_workbook([sheet]))).worksheets[0]["A2"].value)


@given(st.lists(st.text(max_size=40), max_size=12))
def test_sheet_names_are_valid_and_unique(wanted: list[str]) -> None:
    """At most 31 characters, none of ``[]:*?/\\``, never twice whatever the case."""
    taken: set[str] = set()
    names = [sheet_name(name, taken) for name in wanted]

    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)


def test_an_empty_sheet_and_choices() -> None:
    """A sheet without rows has its header; a column of choices has a drop-down; heading lines stand above."""
    column = Column(title="等级", choices=("高", "低"), colours={"高": "#FF0000"})
    sheet = Sheet(name="空", columns=(column,), rows=[], heading=("说明",))
    target = load_workbook(io.BytesIO(make_workbook([sheet]))).worksheets[0]

    assert [target["A1"].value, target["A2"].value, target.freeze_panes] == ["说明", "等级", "A3"]
    assert target.data_validations.dataValidation[0].formula1 == '"高,低"'


def test_the_same_sheets_are_the_same_bytes() -> None:
    """No clock stands in a workbook."""
    sheet = Sheet(name="表", columns=(Column(title="a"),), rows=[("b",)])

    assert make_workbook([sheet]) == make_workbook([sheet])


@given(st.lists(st.text(st.characters(exclude_characters="\x00\r\n", exclude_categories=["Cs"])), min_size=1))
def test_no_cell_of_a_csv_runs(row: list[str]) -> None:
    """A cell never begins with a sign of a formula, and taking the quote off gives the text back."""
    data = csv_bytes([str(n) for n in range(len(row))], [row]).decode("utf-8-sig")
    read = next(iter(list(csv.reader(io.StringIO(data, newline="")))[1:]), [])

    assert not any(cell.startswith(tuple("=+-@\t＝＋－＠")) for cell in read)
    assert [
        cell.removeprefix("'") if guarded(text) != text else cell for cell, text in zip(read, row, strict=True)
    ] == row


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.invalid/b?c=d", "https://a.invalid/b?c=d"),
        ("units/a.xlsx", "units/a.xlsx"),
        ("#u1", "#u1"),
        ("tel:059112345", "tel:059112345"),
        ("javascript:alert(1)", "#"),
        (" java\tscript:alert(1)", "#"),
        ("JAVASCRIPT:alert(1)", "#"),
        ("data:text/html,x", "#"),
        ("//evil.invalid", "#"),
        ("file:///etc/passwd", "#"),
        ("\u200bjavascript:x", "#"),
        (None, "#"),
    ],
)
def test_only_harmless_addresses_pass(url: str | None, expected: str) -> None:
    """http, https, mailto, tel and relative addresses; all else is ``#``."""
    assert safe_url(url) == expected


def test_an_undefined_name_is_an_error() -> None:
    """A page is never written with a hole in it."""
    with pytest.raises(UndefinedError):
        page("report.html.j2", {})


def test_charts_escape_their_labels_and_stay_in_their_frame() -> None:
    """A share above one fills the bar; a label is text."""
    drawn = bar(Fraction(5), target=Fraction(3, 10), label='"><script>')

    assert 'width="240" height="14" rx="2"/><line' in drawn
    assert "<script>" not in drawn
    assert 'x1="72"' in drawn
    assert 'class="bar-value" x="0" y="0" width="0"' in bar(None)


def test_a_policy_without_scripts_allows_none() -> None:
    """A page that names no script may run none."""
    assert content_policy(("report.css",)).endswith("script-src 'none'")


def test_a_header_is_as_high_as_its_titles() -> None:
    """A long title in a narrow column is shown whole."""
    sheet = Sheet(name="表", columns=(Column(title="福建省网上办事大厅福州分厅", width=16),), rows=[["有"]])
    heights = load_workbook(io.BytesIO(make_workbook([sheet]))).worksheets[0].row_dimensions

    assert heights[1].height > 20
    assert heights[2].height is None
