"""Work on several processors (多进程): forked children that inherit what they work on; results come in order."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

__all__ = ["processors", "spread"]

Part = TypeVar("Part")
Result = TypeVar("Result")

# What the children run: they inherit it, so that neither the task nor its parts travel through a pipe.
_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def processors() -> int:
    """Return how many forked children may be of use: 1 where a fork is not safe (not Linux, or beside a thread)."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def spread(
    task: Callable[[Part], Result],
    parts: Sequence[Part],
    workers: int,
    prepare: Callable[[], object] | None = None,
) -> Iterator[Result]:
    """Yield ``task(part)`` for each part in its order, worked out by so many children; below two of them, here.

    Only a few results are ever ahead of the one that is taken. ``prepare`` is called first in each child. What a
    child that died has left is done here; what a task raises is raised here.
    """
    done = 0
    workers = min(workers, len(parts))
    if workers > 1 and hasattr(os, "fork"):
        for result in _forked(task, parts, workers, prepare):
            done += 1
            yield result
    yield from map(task, parts[done:])


def _forked(
    task: Callable[[Any], Any], parts: Sequence[Any], workers: int, prepare: Callable[[], object] | None
) -> Iterator[Any]:
    """Yield results until all are there or the pool breaks."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _work.append((task, parts))
    freezing = not gc.get_freeze_count()
    if freezing:
        gc.freeze()  # what the children inherit is neither looked through nor copied by their collectors
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("fork"), initializer=prepare) as pool:
            numbers = iter(range(len(parts)))
            waiting = deque(pool.submit(_one, number) for number in islice(numbers, workers * 2))
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(pool.submit(_one, number) for number in islice(numbers, 1))
    except BrokenProcessPool:
        return
    finally:
        if freezing:
            gc.unfreeze()
        _work.pop()


def _one(number: int) -> Any:
    task, parts = _work[-1]
    return task(parts[number])
