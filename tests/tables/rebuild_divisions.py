"""Rebuild codes/divisions.csv and codes/division_changes.csv from the reference data.

Usage: python tests/tables/rebuild_divisions.py ../shared
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

Row = tuple[str, ...]
GB, NBS = "GB/T 2260", "国家统计局 2023-06-30"
PLACEHOLDERS = {"市", "市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "省直辖行政单位"}
HEADER = ("code", "name", "level", "valid_from", "valid_to", "source", "status")
#: Changes whose year the domain notes name; their month is not known.
YEAR_2021 = {"350402", "350403", "350404", "350405", "350427", "350604", "350605", "350625", "350681"}
MERGED = (("350402", "350404"), ("350403", "350404"))
LAST_REVISION, NEXT_DAY, LATEST_END = "201904", "2019-05-01", "2023-06-30"


def _lines(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def level(code: str) -> str:
    """Return province, city or county by the digits of a code."""
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def _merged(rows: Iterable[dict[str, str]]) -> Iterator[tuple[str, str, str, str]]:
    """Join the intervals of one code and name that only a missing revision list tears apart."""
    current: tuple[str, str, str, str] | None = None
    for row in sorted(rows, key=lambda row: (row["code"], row["first_rev"])):
        if current and current[:2] == (row["code"], row["name"]):
            current = (*current[:3], max(current[3], row["last_rev"]))
            continue
        if current:
            yield current
        current = (row["code"], row["name"], row["first_rev"], row["last_rev"])
    if current:
        yield current


def _first_day(revision: str) -> str:
    return f"{revision[:4]}-{revision[4:]}-01"


def _day_before(revision: str) -> str:
    return (date.fromisoformat(_first_day(revision)) - timedelta(days=1)).isoformat()


def _end(code: str, name: str, last: str, revisions: list[str], today: dict[str, str]) -> str:
    if name in PLACEHOLDERS and last >= "201810":
        return ""
    if last < LAST_REVISION:
        return _day_before(next(revision for revision in revisions if revision > last))
    if today.get(code) == name or code[:2] in {"71", "81", "82"}:
        return ""
    return "2021-12-31" if code in YEAR_2021 else LATEST_END


def division_rows(shared: Path) -> list[Row]:
    """Return the rows of the table, sorted by code and beginning."""
    history = _lines(shared / "data/codes/divisions_history_gb2260.jsonl")
    today = {row["code"]: row["name"] for row in _lines(shared / "data/codes/divisions_nation.jsonl")}
    revisions = sorted({row[key] for row in history for key in ("first_rev", "last_rev")})
    found: list[Row] = []
    for code, name, first, last in _merged(history):
        begin = "" if first == revisions[0] else _first_day(first)
        end = _end(code, name, last, revisions, today)
        found.append((code, name, level(code), begin, end, GB, "standard"))
    open_names = {(row[0], row[1]) for row in found if not row[4]}
    for code, name in today.items():
        if (code, name) not in open_names:
            begin = "2021-01-01" if code in YEAR_2021 else NEXT_DAY
            found.append((code, name, level(code), begin, "", NBS, "observed"))
    return sorted(found, key=lambda row: (row[0], row[3]))


def _stem(name: str) -> str:
    return name[:-1] if len(name) > 2 and name[-1] in "市县区旗" else name


def change_rows(divisions: list[Row]) -> list[Row]:
    """Return old and new code where a division got another code in the same prefecture and kept its name's stem."""
    latest = {row[0]: row for row in divisions}
    begun: dict[tuple[str, str], list[Row]] = {}
    for row in divisions:
        begun.setdefault((row[0][:4], _stem(row[1])), []).append(row)
    found: set[Row] = set()
    for old in latest.values():
        if not old[4] or old[1] in PLACEHOLDERS or old[2] != "county":
            continue
        for new in begun.get((old[0][:4], _stem(old[1])), []):
            if new[0] != old[0] and _follows(old, new):
                found.add((old[0], new[0], new[3], old[5], "derived"))
    found |= {(old, new, "2021-01-01", "三明市区划调整（2021 年）", "observed") for old, new in MERGED}
    unique = {(row[0], row[1]): row for row in sorted(found)}
    return sorted(unique.values())


def _follows(old: Row, new: Row) -> bool:
    gap = timedelta(days=400)
    return (bool(new[3]) and abs(date.fromisoformat(new[3]) - date.fromisoformat(old[4])) <= gap) or (
        old[4] in {LATEST_END, "2021-12-31"} and new[3] in {NEXT_DAY, "2021-01-01"}
    )


def as_csv(header: Row, rows: Iterable[Row]) -> str:
    """Return the table as CSV text with ``\\n`` line ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def build(shared: Path) -> dict[str, str]:
    """Return path → text of the tables that this script makes (paths inside ``codes/``)."""
    rows = division_rows(shared)
    changes = as_csv(("old", "new", "valid_from", "source", "status"), change_rows(rows))
    return {"divisions.csv": as_csv(HEADER, rows), "division_changes.csv": changes}


if __name__ == "__main__":
    for name, text in build(Path(sys.argv[1])).items():
        (Path(__file__).parents[2] / "codes" / name).write_text(text, encoding="utf-8")
