"""The default engine: this machine; several partitions are spread over its processors where it can fork."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

__all__ = ["check", "run"]

Partition = TypeVar("Partition")
Result = TypeVar("Result")

# What the forked workers run: they inherit it, so that neither rules nor items travel through a pipe.
_work: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []


def check() -> None:
    """Nothing is needed beyond Python."""


def run(task: Callable[[Partition], Result], partitions: Iterable[Partition]) -> Iterator[Result]:
    """Yield ``task(partition)`` for each partition in its order; results travel between processes as plain values.

    One partition, one processor or a system without ``fork``: all in this process. When a worker dies the rest is
    done here. Another engine keeps this signature and this order, so that its reports are the same byte for byte.
    """
    parts = list(partitions)
    workers = min(len(parts), os.cpu_count() or 1)
    if workers < 2 or not hasattr(os, "fork"):
        yield from map(task, parts)
        return
    done = 0
    for result in _forked(task, parts, workers):
        done += 1
        yield result
    yield from map(task, parts[done:])


def _forked(task: Callable[[Any], Any], parts: Sequence[Any], workers: int) -> Iterator[Any]:
    """Yield results until all are there or the pool breaks."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _work.append((task, parts))
    gc.freeze()  # what the workers inherit is neither looked through nor copied by their collectors
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            yield from pool.map(_one, range(len(parts)))
    except BrokenProcessPool:
        return
    finally:
        gc.unfreeze()
        _work.pop()


def _one(number: int) -> Any:
    task, parts = _work[-1]
    return task(parts[number])
