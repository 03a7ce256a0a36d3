"""The default engine: this process, one partition after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

__all__ = ["run"]

Partition = TypeVar("Partition")
Result = TypeVar("Result")


def run(task: Callable[[Partition], Result], partitions: Iterable[Partition]) -> Iterator[Result]:
    """Yield ``task(partition)`` for each partition in its order.

    A partition may be a stream that is read while the task runs; results are what merges. Another engine keeps
    this signature and this order, so that its reports are the same byte for byte.
    """
    return map(task, partitions)
