"""All item rules over many items: seconds by rule, and what the whole takes on one processor and on all of them.

Usage: python tests/bench/bench_rules.py [ITEMS] [--profile]

The items are those of the fixture guangdong (without ../shared: of fuzhou-clean), repeated with other codes and other
words, so that neither a code nor a condition is met twice; practice rules are switched on.
"""

from __future__ import annotations

import argparse
import cProfile
import gc
import pstats
import resource
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import attrs

from itemcatalog.audit._prepare import prepare
from itemcatalog.audit._run import PARTITION
from itemcatalog.audit._timing import timed
from itemcatalog.codes import parse_code
from itemcatalog.engines import engine
from itemcatalog.model import Codes, Item
from itemcatalog.rules import Context, ItemRunner, Rule, RuleSet
from itemcatalog.workspace import read_workspace

REPOSITORY = Path(__file__).resolve().parents[2]
LIMIT = 10.0
SHARE = 0.10
SHOWN = 15
# Rules that may cost more than a tenth of the whole, and why.
REASONS = {"COD002": "reads the codes, which the other rules on codes then find read"}


def _code(text: str | None, copy: int) -> str | None:
    """Return the code of another main item: of 12, 31 or 33 characters, the three of the main item changed."""
    if text is None or len(text) not in (12, 31, 33):
        return text
    start = 6 if len(text) == 12 else 25
    return f"{text[:start]}{(int(text[start : start + 3]) + copy * 7) % 1000:03d}{text[start + 3 :]}"


def _copy(item: Item, copy: int) -> Item:
    codes = {a.name: _code(getattr(item.codes, a.name), copy) for a in attrs.fields(Codes)}
    conditions = tuple(attrs.evolve(one, text=f"{one.text}（{copy}）") for one in item.conditions)
    materials = tuple(attrs.evolve(one, name=f"{one.name}（{copy}）") for one in item.materials)
    name = f"{item.name}（{copy}）"
    return attrs.evolve(
        item, id=f"{item.id}-{copy}", name=name, codes=Codes(**codes), conditions=conditions, materials=materials
    )


def _items(items: list[Item], number: int) -> Iterator[Item]:
    copies = -(-number // len(items))
    for copy in range(copies):
        yield from (_copy(item, copy) for item in items[: number - copy * len(items)])


def _workload(number: int) -> tuple[Context, tuple[Rule, ...], list[Item]]:
    name = "guangdong" if (REPOSITORY.parent / "shared").is_dir() else "fuzhou-clean"
    job = prepare(read_workspace(REPOSITORY / "fixtures" / name), None, None)
    every = RuleSet.default()
    rules = every.configured(on=[rule.code for rule in every if not rule.on_by_default]).active(job.context)
    return job.context, rules, list(_items(list(job.catalogue), number))


def _whole(rules: tuple[Rule, ...], context: Context, items: list[Item]) -> float:
    """Return the seconds of all rules on one processor."""
    runner = ItemRunner(rules, context)
    start = time.process_time()
    for _ in runner.run(items):
        pass
    return time.process_time() - start


def _spread(rules: tuple[Rule, ...], context: Context, items: list[Item]) -> float:
    """Return the seconds on the clock with the partitions spread over the processors."""
    runner = ItemRunner(rules, context)
    parts = [items[start : start + PARTITION] for start in range(0, len(items), PARTITION)]
    start = time.perf_counter()
    total = sum(engine("local").run(lambda part: sum(len(one.passed_rules) for _, one in runner.run(part)), parts))
    seconds = time.perf_counter() - start
    print(f"{total} checks passed")
    return seconds


def _by_rule(rules: tuple[Rule, ...], context: Context, items: list[Item]) -> None:
    spent: Counter[str] = Counter()
    _whole(timed(rules, time.process_time, spent), context, items)
    total = sum(spent.values())
    for code, seconds in spent.most_common(SHOWN):
        mark = f"  {REASONS.get(code, 'MORE THAN A TENTH')}" if seconds > total * SHARE else ""
        print(f"   {code}  {seconds:6.2f} s  {seconds / total:6.1%}{mark}")


def _parsing(items: list[Item]) -> None:
    codes = sorted({code for item in items if (code := item.codes.implementation)})
    start = time.process_time()
    for code in codes:
        parse_code(code)
    print(f"parse_code: {(time.process_time() - start) / len(codes) * 1e6:.1f} µs a code, {len(codes)} distinct")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("items", type=int, nargs="?", default=100_000)
    parser.add_argument("--profile", action="store_true", help="print where the time goes")
    options = parser.parse_args()
    gc.set_threshold(100_000, 20, 100)  # as the commands do
    context, rules, items = _workload(options.items)
    _parsing(items)
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(_whole, rules, context, items)
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)
        return
    spread = _spread(rules, context, items)
    print(f"{len(items)} items, {len(rules)} rules: {spread:.1f} s on the clock (limit {LIMIT:.0f} s)")
    print(f"one processor: {_whole(rules, context, items):.1f} s")
    _by_rule(rules, context, items)
    print(f"memory at its peak: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


if __name__ == "__main__":
    main()
