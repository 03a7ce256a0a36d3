"""Figures on real names of the Guangdong catalogue: everyday names found, near-misses merged."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from matching_data import SHARED
from rapidfuzz import fuzz, process

from itemcatalog.matching import Finder, compare_names

_GUANGDONG = SHARED / "data" / "guangdong"
Ranker = Callable[[str], Iterable[str]]


def report() -> None:
    """Print how often the official name is first, or among the first five, and what is said of near-misses."""
    items = _rows("items.jsonl")
    codes: dict[str, str] = {}
    aliases: dict[str, list[str]] = {}
    for item in items:
        name = item["sub_catalog_name"]
        codes.setdefault(name, item["catalog_code"])
        given = f"{item['daily_name'] or ''},{item['short_name'] or ''}"
        aliases.setdefault(name, []).extend(part for part in given.replace("，", ",").split(",") if part)
    names = list(codes)
    print("\nGuangdong: 890 everyday names against 1,965 official names")
    seeing = Finder(names, aliases=aliases)
    blind = Finder(names)
    _aliases("itemcatalog find, names only", lambda text: (one.name for one in blind.find(text, 5)), codes)
    _aliases("itemcatalog find, aliases in sight", lambda text: (one.name for one in seeing.find(text, 5)), codes)
    for scorer in ("ratio", "WRatio", "partial_ratio", "token_set_ratio"):
        _aliases(f"rapidfuzz {scorer}", _ranker(names, getattr(fuzz, scorer)), codes)
    _near_misses()


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_GUANGDONG / name).read_text(encoding="utf-8").splitlines()]


def _ranker(names: list[str], scorer: Any) -> Ranker:
    return lambda text: (found[0] for found in process.extract(text, names, scorer=scorer, limit=5))


def _aliases(label: str, rank: Ranker, codes: dict[str, str]) -> None:
    rows = _rows("pairs_alias.jsonl")
    started = time.perf_counter()
    first = among = 0
    for row in rows:
        found = [codes[name] for name in rank(row["alias"])]
        first += found[:1] == [row["catalog_code"]]
        among += row["catalog_code"] in found
    seconds = time.perf_counter() - started
    print(f"{label:<36} first {first / len(rows):.4f}   first five {among / len(rows):.4f}   {seconds:6.2f} s")


def _near_misses() -> None:
    pairs = _rows("pairs_hard_negatives.jsonl")
    verdicts = Counter(compare_names(row["a"], row["b"]).verdict.value for row in pairs)
    print(f"\nGuangdong: {len(pairs)} near-misses: {dict(sorted(verdicts.items()))}")
    for threshold in (85, 90, 95):
        merged = sum(fuzz.ratio(row["a"], row["b"]) >= threshold for row in pairs)
        print(f"rapidfuzz ratio ≥ {threshold}: {merged} called the same")
