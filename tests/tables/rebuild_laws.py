"""Rebuild codes/laws.csv from the reference data (facts only: titles, levels, dates, counts).

Usage: python tests/tables/rebuild_laws.py ../shared
"""

from __future__ import annotations

import csv
import io
import json
import re
import sys
from pathlib import Path
from typing import Any

HEADER = (
    "title",
    "short",
    "level",
    "area",
    "version_date",
    "valid_from",
    "expired",
    "articles",
    "source",
    "status",
)
STATE = "中华人民共和国"
SOURCES = {"LawRefBook/Laws": "Laws", "waystowork/waystowork.github.io": "waystowork"}
MIXED = "地方性法规/规章"
CONGRESS = re.compile(r"人民代表大会|人大常委会")
GOVERNMENT = re.compile(r"人民政府|市政府|省政府")
STATUTE = re.compile(r"条例(?:[（(].*[）)])?$")


def level_of(record: dict[str, Any]) -> tuple[str, str]:
    """Return level and its status; local texts are told apart only where the title does it beyond doubt.

    A local 条例 is a statute: a government rule may not be called 条例 (规章制定程序条例第七条). 规定 and 办法
    may be either.
    """
    level, title = record["level"], record["title"]
    guessed = record["source"] != "LawRefBook/Laws"
    if level is None:
        return "", "unknown"
    if level != MIXED:
        return level, "derived" if guessed else "observed"
    if CONGRESS.search(title) or STATUTE.search(title):
        return "地方性法规", "derived"
    if GOVERNMENT.search(title):
        return "政府规章", "derived"
    return "", "unknown"


def _row(record: dict[str, Any]) -> tuple[str, ...]:
    level, status = level_of(record)
    title, short = record["title"], record["short"]
    expired = "" if record["expired"] is None else str(int(record["expired"]))
    return (
        title,
        "" if short == title.removeprefix(STATE) else short,
        level,
        record["area"] or "",
        record["version_date"] or "",
        record["valid_from"] or "",
        expired,
        str(record["articles"]),
        SOURCES[record["source"]],
        status,
    )


def build(shared: Path) -> dict[str, str]:
    """Return path → text of the table (path inside ``codes/``)."""
    lines = (shared / "data/laws/titles.jsonl").read_text(encoding="utf-8").splitlines()
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(sorted(_row(json.loads(line)) for line in lines))
    return {"laws.csv": out.getvalue()}


if __name__ == "__main__":
    for name, text in build(Path(sys.argv[1])).items():
        (Path(__file__).parents[2] / "codes" / name).write_text(text, encoding="utf-8")
