"""Pairs of spellings of one field, as offices write them, from the reader to the agreement (``spellings.csv``)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from itemcatalog.comparison import Agreement, compare_members, members_of
from itemcatalog.formats import ReadOptions
from itemcatalog.formats.read import read_data
from itemcatalog.model import Channel, Item
from itemcatalog.rules._context import expand

Row = dict[str, str]
CHANNELS = {
    "city": Channel(id="city", name="市级", kind="city", division="510100"),
    "portal": Channel(id="portal", name="网厅", kind="portal"),
}


def _rows() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    text = (Path(__file__).parent / "spellings.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(io.StringIO(text)):
        found.setdefault(row["header"], []).append(row)
    return found


ROWS = _rows()


def _read(rows: list[Row], side: str, channel: str) -> tuple[list[Item], frozenset[str]]:
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    writer.writerow(["事项名称", rows[0]["header"]])
    writer.writerows([f"事项{n:03}", row[side]] for n, row in enumerate(rows))
    reading = read_data(buffer.getvalue().encode(), f"{channel}.csv", ReadOptions(channel=channel))
    items = sorted(reading.items, key=lambda item: item.name)
    assert len(rows) == len(items)
    return items, expand(frozenset().union(*(source.provides for source in reading.sources)))


def _agreements(rows: list[Row]) -> Iterator[Agreement]:
    left, provides = _read(rows, "left", "city")
    right, _ = _read(rows, "right", "portal")
    for one, other in zip(left, right, strict=True):
        members = members_of([one, other], CHANNELS, lambda item: provides)
        fields = compare_members(members, group="g", base="b", name="n").fields
        yield fields[0].agreement if fields else Agreement.EQUAL


@pytest.mark.parametrize("header", ROWS)
def test_spellings_agree_as_an_officer_would_say(header: str) -> None:
    """Equal and format both say the same; wording, substance and missing are told apart."""
    rows = ROWS[header]

    told = {(row["left"], row["right"]): row["agreement"] for row in rows}
    found = {
        key: "same" if agreement.same else agreement.value
        for key, agreement in zip(told, _agreements(rows), strict=True)
    }

    assert told == found
