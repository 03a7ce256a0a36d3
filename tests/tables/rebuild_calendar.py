"""Rebuild codes/calendar.csv and codes/calendar_years.csv from the reference data.

Usage: python tests/tables/rebuild_calendar.py ../shared
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

NOTICES, PLAIN = "国务院办公厅通知（NateScarlet/holiday-cn）", "chinesecalendar 1.11.0"
#: The holidays of 2004-2006 stand in one source only, with English names.
NAMES = {"New Year's Day": "元旦", "Spring Festival": "春节", "Labour Day": "劳动节", "National Day": "国庆节"}


def _records(shared: Path) -> list[dict[str, Any]]:
    lines = (shared / "data/calendar/holidays.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def day_rows(shared: Path) -> list[tuple[str, ...]]:
    """Return date, kind, name, source: the noticed days, and the other source's for the years before them."""
    records = _records(shared)
    noticed = {row["date"]: row for row in records if row["src"] == "holiday-cn"}
    first = min(noticed)
    before = {row["date"]: row for row in records if row["src"] == "chinesecalendar" and row["date"] < first}
    rows = [(day, row["kind"], row["name"], NOTICES) for day, row in noticed.items()]
    rows += [(day, row["kind"], NAMES[row["name"]], PLAIN) for day, row in before.items()]
    return sorted(rows)


def year_rows(shared: Path) -> list[tuple[str, ...]]:
    """Return year, notices (``|`` between), source for every year that is announced."""
    papers: dict[str, list[str]] = {}
    sources: dict[str, str] = {}
    for row in sorted(_records(shared), key=lambda row: row["date"]):
        year = row["date"][:4]
        papers.setdefault(year, [])
        if row["src"] == "holiday-cn" and year != "2006":
            sources[year] = NOTICES
            papers[year] += [paper for paper in row["papers"] if paper not in papers[year]]
        sources.setdefault(year, PLAIN)
    return [(year, "|".join(papers[year]), sources[year], "standard") for year in sorted(papers)]


def as_csv(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return the table as CSV text with ``\\n`` line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def build(shared: Path) -> dict[str, str]:
    """Return path → text of the tables that this script makes (paths inside ``codes/``)."""
    return {
        "calendar.csv": as_csv(("date", "kind", "name", "source"), day_rows(shared)),
        "calendar_years.csv": as_csv(("year", "notices", "source", "status"), year_rows(shared)),
    }


if __name__ == "__main__":
    for name, text in build(Path(sys.argv[1])).items():
        (Path(__file__).parents[2] / "codes" / name).write_text(text, encoding="utf-8")
