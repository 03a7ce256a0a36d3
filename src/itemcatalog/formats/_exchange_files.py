"""The containers of an exchange: json, xlsx, csv (tasks alone) and xml; the same tables, the same bytes."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from itemcatalog.findings import Fault
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._write_csv import guarded_text
from itemcatalog.formats._write_xlsx import cell_text, new_workbook, safe_sheet_name
from itemcatalog.model import Item, Source

__all__ = ["CONTAINERS", "read_container", "written_tables"]

Tables = Mapping[str, Sequence[Mapping[str, str]]]

CONTAINERS = ("json", "xlsx", "csv", "xml")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")


def written_tables(tables: Tables, container: str) -> bytes:
    """Return the tables in a container; of a csv, which holds one table, the first."""
    return _WRITERS[container](tables)


def read_container(data: bytes, container: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Read back what was written, by the reader of its format."""
    from itemcatalog.formats import csv_, json_, xlsx, xml_

    readers = {"json": json_.read, "xlsx": xlsx.read, "csv": csv_.read, "xml": xml_.read}
    yield from readers[container](data, f"exchange.{container}", options)


def _columns(rows: Sequence[Mapping[str, str]]) -> list[str]:
    return list(dict.fromkeys(column for row in rows for column in row))


def _json(tables: Tables) -> bytes:
    return (json.dumps(tables, ensure_ascii=False, indent=1) + "\n").encode("utf-8", errors="replace")


def _csv(tables: Tables) -> bytes:
    rows = next(iter(tables.values()))
    columns = _columns(rows)
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_guarded(row.get(column, "")) for column in columns] for row in rows)
    return buffer.getvalue().encode("utf-8-sig", errors="replace")


def _guarded(text: str) -> str:
    """Guard against formulas, but leave numbers alone: −1 is a value of the exchange."""
    return text if _NUMBER.fullmatch(text) else guarded_text(text)


def _xlsx(tables: Tables) -> bytes:
    buffer = io.BytesIO()
    workbook = new_workbook(buffer)
    text = workbook.add_format({"num_format": "@"})
    for name, rows in tables.items():
        page = workbook.add_worksheet(safe_sheet_name(name))
        columns = _columns(rows)
        for index, column in enumerate(columns):
            page.write_string(0, index, cell_text(column), text)
        for number, row in enumerate(rows, 1):
            for index, column in enumerate(columns):
                if row.get(column):
                    page.write_string(number, index, cell_text(row[column]), text)
        page.freeze_panes(1, 0)
    workbook.close()
    return buffer.getvalue()


def _xml(tables: Tables) -> bytes:
    from itemcatalog.formats._xml_text import xml_of_tables

    return xml_of_tables(tables)


_WRITERS: Mapping[str, Callable[[Tables], bytes]] = {"json": _json, "xlsx": _xlsx, "csv": _csv, "xml": _xml}
