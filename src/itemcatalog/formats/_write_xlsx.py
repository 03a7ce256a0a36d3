"""Items as a workbook (写出工作簿): text cells only, the same bytes every time (S11–S13)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from itemcatalog.formats._write_csv import rows_of_blocks
from itemcatalog.formats._written import Block, blocks_of, used_columns
from itemcatalog.model import Item

if TYPE_CHECKING:
    from xlsxwriter import Workbook  # type: ignore[import-untyped]
    from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

__all__ = ["CUT", "cell_text", "new_workbook", "safe_sheet_name", "write_xlsx"]

CUT = "…（原文过长，已截断）"
_LONGEST = 32_767
_LONGEST_NAME = 31
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN = re.compile(r"[\[\]:*?/\\\x00-\x1f]")
_CREATED = datetime(2017, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_IDENTITY = ("name", "parent_name", "sub_item", "handling_item", "codes.implementation", "codes.handling")


def cell_text(text: str) -> str:
    """Return a text as a cell can hold it: cut visibly at 32,767 characters, control characters shown as U+FFFD."""
    text = _ILLEGAL.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    length = len(text.encode("utf-16-le")) // 2
    if length <= _LONGEST:
        return text
    kept = text.encode("utf-16-le")[: 2 * (_LONGEST - len(CUT))].decode("utf-16-le", errors="ignore")
    return f"{kept}{CUT}"


def safe_sheet_name(name: str, taken: Iterable[str] = ()) -> str:
    """Return a sheet name that Excel accepts (31 characters, none of ``[]:*?/\\``) and that is not yet taken."""
    plain = _FORBIDDEN.sub("_", name).strip("' ")[:_LONGEST_NAME] or "表"
    used = {one.casefold() for one in taken}
    chosen = plain
    number = 1
    while chosen.casefold() in used or chosen.casefold() == "history":
        number += 1
        chosen = f"{plain[: _LONGEST_NAME - len(str(number)) - 2]}({number})"
    return chosen


def new_workbook(buffer: io.BytesIO) -> Workbook:
    """Return an empty workbook whose bytes depend on nothing but what is written into it."""
    import xlsxwriter

    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    workbook = xlsxwriter.Workbook(buffer, options)
    workbook.set_properties({"created": _CREATED, "author": "itemcatalog"})
    return workbook


def write_xlsx(items: Iterable[Item], provides: Iterable[str] = (), sheet: str = "事项") -> bytes:
    """Return items as .xlsx with Chinese headers: further rows hold the entries of lists under a merged name.

    Columns are those that some item fills, and the paths in ``provides``. Every cell is text.
    """
    blocks = blocks_of(items)
    buffer = io.BytesIO()
    workbook = new_workbook(buffer)
    page = workbook.add_worksheet(safe_sheet_name(sheet))
    text = workbook.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    head = workbook.add_format({"bold": True, "text_wrap": True, "bg_color": "#DDEBF7", "border": 1})
    width = 0
    for number, row in enumerate(rows_of_blocks(blocks, provides)):
        for column, value in enumerate(row):
            if value:
                page.write_string(number, column, cell_text(value), text if number else head)
        width = max(width, len(row))
    page.freeze_panes(1, 1)
    page.set_column(0, width - 1, 18)
    _merge_names(page, blocks, [path for path, _ in used_columns(blocks, provides)], text)
    workbook.close()
    return buffer.getvalue()


def _merge_names(page: Worksheet, blocks: Sequence[Block], paths: Sequence[str], style: object) -> None:
    """Merge what tells an item over its rows, so that a person and our reader see one item."""
    row = 1
    for block in blocks:
        if block.height > 1:
            for column, path in enumerate(paths):
                if path in _IDENTITY and path in block.cells:
                    value = cell_text(block.cells[path][0])
                    page.merge_range(row, column, row + block.height - 1, column, "", style)
                    page.write_string(row, column, value, style)
        row += block.height
