"""Rebuild ``codes/text/radicals.csv`` and ``simplified.csv`` from their sources.

Run:  python tests/tables/text_tables.py EquivalentUnifiedIdeograph.txt codes/text

The first argument is the file of the Unicode Character Database; the conversion of traditional characters comes from
the package ``opencc`` (Apache-2.0), which is needed by this script only. ``punctuation.csv``, ``private_use.csv`` and
``confusables.csv`` are written by hand.
"""

from __future__ import annotations

import csv
import importlib
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

_HEADER = ["code", "character", "canonical", "note", "source"]
_KEPT = "著"  # 著作权 is written so in simplified texts too
_BY_SHAPE = {0x2E80: "丶"}
Row = tuple[str, str, str, str, str]


def radicals(source: Path) -> Iterator[Row]:
    """Yield each radical and stroke with its unified ideograph."""
    for line in source.read_text(encoding="utf-8").splitlines():
        spec = line.partition("#")[0].split(";")
        if len(spec) != 2:
            continue
        first, _, last = spec[0].strip().partition("..")
        for point in range(int(first, 16), int(last or first, 16) + 1):
            note = "笔画" if 0x31C0 <= point <= 0x31EF else "部首"
            ideograph = chr(int(spec[1], 16))
            yield f"{point:05X}", chr(point), ideograph, note, "Unicode EquivalentUnifiedIdeograph.txt"
    for point, ideograph in _BY_SHAPE.items():
        yield f"{point:05X}", chr(point), ideograph, "部首", "nearest ideograph by shape; Unicode names no equivalent"


def simplified() -> Iterator[Row]:
    """Yield each traditional ideograph whose conversion is one other character."""
    convert = importlib.import_module("opencc").OpenCC("t2s").convert
    for point in [*range(0x3400, 0x9FFF), *range(0x20000, 0x2FA20)]:
        character = chr(point)
        if character in _KEPT or unicodedata.normalize("NFKC", character) != character:
            continue
        found = convert(character)
        if found != character and len(found) == 1:
            yield f"{point:05X}", character, found, "繁体", "OpenCC t2s (Apache-2.0)"


def write(path: Path, rows: Iterator[Row]) -> None:
    """Write one table, keeping rows of other sources that stand in it already."""
    kept = {row["code"]: row for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())}
    kept.update({row[0]: dict(zip(_HEADER, row, strict=True)) for row in rows})
    with path.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, _HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(kept[code] for code in sorted(kept))


if __name__ == "__main__":
    write(Path(sys.argv[2]) / "radicals.csv", radicals(Path(sys.argv[1])))
    write(Path(sys.argv[2]) / "simplified.csv", simplified())
