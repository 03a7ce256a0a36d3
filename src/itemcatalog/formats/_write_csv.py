"""Items as CSV (写出 CSV): UTF-8 with BOM, safe to open in Excel; our reader takes the guard off again (S11)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from itemcatalog.formats._csv_text import GUARDED
from itemcatalog.formats._written import Block, blocks_of, used_columns
from itemcatalog.model import Item

__all__ = ["guarded_text", "rows_of_blocks", "write_csv"]


def guarded_text(text: str) -> str:
    """Put ``'`` before a text that Excel would run as a formula.

    >>> guarded_text("=1+1"), guarded_text("正常")
    ("'=1+1", '正常')
    """
    return f"'{text}" if GUARDED.match(text) else text


def write_csv(items: Iterable[Item], provides: Iterable[str] = ()) -> bytes:
    """Return items as CSV with Chinese headers: one row for each item and further rows for the entries of its lists.

    Columns are those that some item fills, and the paths in ``provides``. Same items, same bytes.
    """
    blocks = blocks_of(items)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    for row in rows_of_blocks(blocks, provides):
        writer.writerow([guarded_text(text) for text in row])
    return buffer.getvalue().encode("utf-8-sig", errors="replace")


def rows_of_blocks(blocks: Sequence[Block], provides: Iterable[str] = ()) -> Iterator[list[str]]:
    """Yield the header and the rows of all items."""
    columns = used_columns(blocks, provides)
    labels = tuple(dict.fromkeys(label for block in blocks for label in block.extra))
    yield [header for _, header in columns] + list(labels)
    for block in blocks:
        for line in range(block.height):
            row = [_at(block.cells.get(path, ()), line) for path, _ in columns]
            yield row + [block.extra.get(label, "") if line == 0 else "" for label in labels]


def _at(texts: tuple[str, ...], line: int) -> str:
    return texts[line] if line < len(texts) else ""
