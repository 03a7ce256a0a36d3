"""Reading a workbook of 1.5 million cells: seconds for the rows (goal of the plan: 2.5 s), for records, for items."""

from __future__ import annotations

import io
import resource
import time
from collections.abc import Callable, Iterator

import xlsxwriter  # type: ignore[import-untyped]

from itemcatalog.formats import ReadOptions, xlsx
from itemcatalog.formats._grid import rows_of
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._sheet import SheetReader
from itemcatalog.formats._workbook import grids

ROWS, COLUMNS = 50_000, 30
HEADERS = [
    "事项名称",
    "实施编码",
    "法定办结时限",
    "承诺办结时限（工作日）",
    "设定依据",
    "实施主体",
    "受理条件",
    "咨询电话",
]


def workbook() -> bytes:
    """Return a workbook of 50,001 rows and 30 columns, a third of them numbers."""
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("事项")
    sheet.write_row(0, 0, [*HEADERS, *(f"列{number}" for number in range(COLUMNS - len(HEADERS)))])
    for row in range(1, ROWS + 1):
        for column in range(COLUMNS):
            if column in (2, 3) or 20 <= column < 28:
                sheet.write_number(row, column, (row * column) % 60)
            else:
                sheet.write_string(row, column, f"第{(row * 7 + column) % 5000}项")
    book.close()
    return bytes(buffer.getvalue())


def rows(data: bytes) -> int:
    """Count the cells of all rows, behind the guard and with merged ranges spread."""
    return sum(len(row.values) for grid, _ in grids(data, "bench.xlsx") for row in rows_of(grid))


def records(data: bytes) -> int:
    """Count the records: header, row kinds, a cell with its place for each mapped column."""
    lexicon = item_lexicon({}, {})
    return sum(1 for grid, _ in grids(data, "bench.xlsx") for _ in SheetReader(grid, "bench.xlsx", lexicon))


def items(data: bytes) -> int:
    """Count the items, faults and sources."""
    return sum(1 for _ in xlsx.read(data, "bench.xlsx", ReadOptions(channel="city")))


def measured(data: bytes) -> Iterator[tuple[str, float, int]]:
    """Yield what was read, the seconds, the number."""
    ways: tuple[tuple[str, Callable[[bytes], int]], ...] = (
        ("rows (cells)", rows),
        ("records", records),
        ("items", items),
    )
    for name, read in ways:
        start = time.perf_counter()
        count = read(data)
        yield name, time.perf_counter() - start, count


def main() -> None:
    """Print the figures."""
    for name, seconds, count in measured(workbook()):
        print(f"{name:<14}{seconds:6.2f} s {count:>10,}")
    print(f"peak memory   {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
