"""Rebuild codes/townships_fuzhou.csv from the reference data.

Usage: python tests/tables/rebuild_townships.py ../shared
"""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

SOURCE = "国家统计局 2023-06-30"


def build(shared: Path) -> dict[str, str]:
    """Return path → text of the table (path inside ``codes/``)."""
    text = (shared / "data/codes/division_fuzhou_townships_nbs2023.csv").read_text(encoding="utf-8-sig")
    rows = sorted((row["code9"], row["name"]) for row in csv.DictReader(io.StringIO(text)))
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(("code", "name", "valid_from", "valid_to", "source", "status"))
    writer.writerows((code, name, "", "", SOURCE, "observed") for code, name in rows)
    return {"townships_fuzhou.csv": out.getvalue()}


if __name__ == "__main__":
    for name, text in build(Path(sys.argv[1])).items():
        (Path(__file__).parents[2] / "codes" / name).write_text(text, encoding="utf-8")
