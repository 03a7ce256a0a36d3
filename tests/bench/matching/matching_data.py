"""Generated items with the truth, and the measures on what a matcher says of them."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[4] / "shared"
Row = dict[str, Any]
Scored = tuple[int, int, float]
Matcher = Callable[[Sequence[Row]], Iterable[Scored]]
"""Rows in, pairs of row numbers with a score out: mutual best pairs for peers, pairs called the same for ours."""


def generated(size: int, seed: int) -> Path:
    """Return a file of generated items, written once per size and seed."""
    path = Path(tempfile.gettempdir()) / f"itemcatalog-bench-{size}-{seed}.jsonl"
    if not path.exists():
        script = SHARED / "bench" / "gen_items.py"
        subprocess.run([sys.executable, str(script), str(size), str(seed), str(path)], check=True)
    return path


def measure(match: Matcher, path: Path) -> dict[str, float]:
    """Run one matcher over a file and return seconds, megabytes, precision, recall, F1 and near-misses merged."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    list(match(rows[:300]))
    started = time.perf_counter()
    found = list(match(rows))
    seconds = time.perf_counter() - started
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "megabytes": megabytes, **_best(rows, found)}


def _best(rows: Sequence[Row], found: list[Scored]) -> dict[str, float]:
    """Return the measures at the threshold with the best F1 (with one score for all: of all pairs)."""
    true, near = _pairs_within(rows, "ent"), _pairs_within(rows, "fam") - _pairs_within(rows, "ent")
    best = {"precision": 0.0, "recall": 0.0, "f1": 0.0, "merged": 0.0}
    right = merged = 0
    ordered = sorted(found, key=lambda pair: -pair[2])
    for count, (one, other, score) in enumerate(ordered, 1):
        right += rows[one]["ent"] == rows[other]["ent"]
        merged += rows[one]["fam"] == rows[other]["fam"] and rows[one]["ent"] != rows[other]["ent"]
        if count < len(ordered) and ordered[count][2] == score:
            continue
        precision, recall = right / count, right / true
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        if f1 > best["f1"]:
            best = {"precision": precision, "recall": recall, "f1": f1, "merged": merged / near}
    return best


def _pairs_within(rows: Sequence[Row], key: str) -> int:
    """Count the pairs of different channels that share an entity or a family."""
    counts: dict[int, dict[str, int]] = {}
    for row in rows:
        channels = counts.setdefault(row[key], {})
        channels[row["ch"]] = channels.get(row["ch"], 0) + 1
    return sum(a * b for channels in counts.values() for a, b in combinations(channels.values(), 2))
