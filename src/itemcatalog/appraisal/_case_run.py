"""All parts of the cases: in this process, or on the machine's processors where there is much to read.

The parts come back in their order, so the sums are the same either way.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice

from itemcatalog.appraisal._case_part import CasePlan, PartCounter, PartSum
from itemcatalog.errors import ItemCatalogError
from itemcatalog.formats.records import RecordPart

__all__ = ["count_parts"]

#: From this many bytes on, starting processes pays.
_MUCH = 48 << 20
_MOST_PROCESSES = 4

_counter: PartCounter | None = None


def count_parts(parts: Sequence[RecordPart], plan: CasePlan, processes: int | None = None) -> Iterator[PartSum]:
    """Yield the sum of each part in order; ``processes`` None = as many as there are processors, for much only."""
    wanted = processes if processes is not None else _processes(parts)
    if wanted < 2 or len(parts) < 2:
        counter = PartCounter(plan)
        yield from map(counter, parts)
        return
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(wanted, mp_context=context, initializer=_start, initargs=(plan,)) as pool:
        yield from _in_order(pool, parts, wanted * 2)


def _in_order(pool: ProcessPoolExecutor, parts: Sequence[RecordPart], ahead: int) -> Iterator[PartSum]:
    """Keep a few parts ahead, so that finished sums never pile up."""
    stream = iter(parts)
    waiting: list[Future[PartSum]] = [pool.submit(_count, part) for part in islice(stream, ahead)]
    while waiting:
        yield waiting.pop(0).result()
        waiting += [pool.submit(_count, part) for part in islice(stream, 1)]


def _processes(parts: Sequence[RecordPart]) -> int:
    if sum(part.size for part in parts) < _MUCH:
        return 1
    affinity = getattr(os, "sched_getaffinity", None)
    count = len(affinity(0)) if affinity is not None else os.cpu_count() or 1
    return min(count, _MOST_PROCESSES)


def _start(plan: CasePlan) -> None:
    global _counter  # noqa: PLW0603 - one counter per worker process, set by its initialiser
    gc.disable()  # rows are plain lists without cycles: looking through millions of them frees nothing
    _counter = PartCounter(plan)


def _count(part: RecordPart) -> PartSum:
    if _counter is None:
        raise ItemCatalogError("办件计数进程没有初始化")
    return _counter(part)
