"""What an audit costs: start of the command, the Guangdong audit with all outputs, all item rules over 100k items.

``python tests/bench/bench_audit.py`` prints seconds and the peak of memory beside the limits of the plan; it leaves
with 1 when a limit is missed.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import attrs

from itemcatalog.audit._partial import audit_items, merged
from itemcatalog.audit._prepare import prepare
from itemcatalog.audit._run import PARTITION
from itemcatalog.audit._timing import timed
from itemcatalog.engines import run
from itemcatalog.rules import ItemRunner, RuleSet, Scope
from itemcatalog.workspace import read_workspace

REPOSITORY = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "import sys; from itemcatalog.cli import main; sys.exit(main())"]
MEGABYTE = 1024


def _process(*words: str) -> tuple[float, float]:
    """Return the seconds of the quickest of three runs, and the largest memory of any child so far (MB)."""
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        subprocess.run(list(words), check=False, capture_output=True)
        best = min(best, time.perf_counter() - start)
    return best, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / MEGABYTE


def _line(name: str, measured: float, limit: float, unit: str) -> bool:
    good = measured <= limit
    print(f"{'ok  ' if good else 'OVER'} {name:<52}{measured:>9.2f} {unit:<3} (limit {limit:g})")
    return good


def _start() -> list[bool]:
    importing, _ = _process(sys.executable, "-c", "import itemcatalog")
    empty, _ = _process(sys.executable, "-c", "pass")
    return [
        _line("import itemcatalog", importing - empty, 0.15, "s"),
        _line("itemcatalog --version", _process(*COMMAND, "--version")[0], 0.2, "s"),
        _line("itemcatalog --help", _process(*COMMAND, "--help")[0], 0.5, "s"),
    ]


def _guangdong() -> list[bool]:
    workspace = str(REPOSITORY / "fixtures" / "guangdong")
    with tempfile.TemporaryDirectory() as folder:
        seconds, peak = _process(*COMMAND, "audit", workspace, "-o", folder, "--fail-on", "never")
    return [
        _line("audit of 2,262 items with all outputs", seconds, 5, "s"),
        _line("its peak of memory", peak, 300, "MB"),
    ]


def _item_rules(number: int = 100_000) -> list[bool]:
    """Run the item rules alone, partition by partition on the local engine; then ask a tenth what each rule costs."""
    workspace = read_workspace(REPOSITORY / "fixtures" / "fuzhou-clean")
    job = prepare(workspace, RuleSet(tuple(one for one in RuleSet.default() if one.scope is Scope.ITEM)), None)
    originals = job.catalogue.items
    items = [attrs.evolve(originals[n % len(originals)], id=f"{n}") for n in range(number)]
    rules = job.rules.active(job.context)
    runner = ItemRunner(rules, job.context)
    parts = [items[n : n + PARTITION] for n in range(0, number, PARTITION)]
    start = time.perf_counter()
    merged(run(lambda part: audit_items(part, runner, "zh"), parts))
    good = _line(f"{len(rules)} item rules over {number} items", time.perf_counter() - start, 10, "s")
    spent: Counter[str] = Counter()
    audit_items(items[: number // 10], ItemRunner(timed(rules, time.perf_counter, spent), job.context), "zh")
    for code, seconds in spent.most_common(5):
        print(f"       {code} {seconds:.2f} s ({seconds / sum(spent.values()):.0%})")
    return [good]


def main() -> int:
    """Measure and print; 1 when a limit is missed."""
    results = _start()
    if (REPOSITORY.parent / "shared").is_dir():
        results += _guangdong()
    else:
        print("left out: the reference data ../shared is not beside this repository")
    results += _item_rules()
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
