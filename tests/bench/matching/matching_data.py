"""Generated items with the truth, and the measures on what a matcher says of them."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from array import array
from collections.abc import Callable, Iterable, MutableSequence, Sequence
from itertools import combinations, islice
from pathlib import Path

from attrs import define

SHARED = Path(__file__).resolve().parents[4] / "shared"
Scored = tuple[int, int, float]


@define(frozen=True, slots=True)
class Rows:
    """发布事项: published items by columns, so that the memory that is measured is the matcher's.

    ``entities[n]`` and ``families[n]`` are the truth on item ``n``.
    """

    names: MutableSequence[str]
    channels: MutableSequence[str]
    entities: MutableSequence[int]
    families: MutableSequence[int]


Matcher = Callable[[Rows], Iterable[Scored]]
"""Items in, pairs of their numbers with a score out: mutual best pairs for peers, pairs called the same for ours."""


def generated(size: int, seed: int) -> Path:
    """Return a file of generated items, written once per size and seed."""
    path = Path(tempfile.gettempdir()) / f"itemcatalog-bench-{size}-{seed}.jsonl"
    if not path.exists():
        script = SHARED / "bench" / "gen_items.py"
        subprocess.run([sys.executable, str(script), str(size), str(seed), str(path)], check=True)
    return path


def measure(match: Matcher, path: Path) -> dict[str, float]:
    """Run one matcher over a file and return its cost and what it finds.

    Seconds by the clock, seconds of all processors and child processes, megabytes at the most; precision, recall, F1
    and the share of near-misses that it merges.
    """
    list(match(_rows(path, 300)))
    rows = _rows(path)
    started, busy = time.perf_counter(), _processor_seconds()
    found = list(match(rows))
    seconds, busy = time.perf_counter() - started, _processor_seconds() - busy
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "cpu": busy, "megabytes": megabytes, **_best(rows, found)}


def _processor_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _rows(path: Path, most: int | None = None) -> Rows:
    """Read generated items, all or the first ones."""
    rows = Rows([], [], array("I"), array("I"))
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, most):
            row = json.loads(line)
            rows.names.append(row["name"])
            rows.channels.append(sys.intern(row["ch"]))
            rows.entities.append(row["ent"])
            rows.families.append(row["fam"])
    return rows


def _best(rows: Rows, found: list[Scored]) -> dict[str, float]:
    """Return the measures at the threshold with the best F1 (with one score for all: of all pairs)."""
    entities, families = rows.entities, rows.families
    true = _pairs_within(rows.channels, entities)
    near = _pairs_within(rows.channels, families) - true
    best = {"precision": 0.0, "recall": 0.0, "f1": 0.0, "merged": 0.0}
    right = merged = 0
    ordered = sorted(found, key=lambda pair: -pair[2])
    for count, (one, other, score) in enumerate(ordered, 1):
        right += entities[one] == entities[other]
        merged += families[one] == families[other] and entities[one] != entities[other]
        if count < len(ordered) and ordered[count][2] == score:
            continue
        precision, recall = right / count, right / true
        f1 = 2 * precision * recall / (precision + recall) if right else 0.0
        if f1 > best["f1"]:
            best = {"precision": precision, "recall": recall, "f1": f1, "merged": merged / near}
    return best


def _pairs_within(channels_of: Sequence[str], holders: Sequence[int]) -> int:
    """Count the pairs of different channels that share an entity or a family."""
    counts: dict[int, dict[str, int]] = {}
    for channel, holder in zip(channels_of, holders, strict=True):
        channels = counts.setdefault(holder, {})
        channels[channel] = channels.get(channel, 0) + 1
    return sum(a * b for channels in counts.values() for a, b in combinations(channels.values(), 2))
