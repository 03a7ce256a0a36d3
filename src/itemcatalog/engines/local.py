"""The default engine: this machine; several partitions are spread over its processors where it can fork."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from itemcatalog.files import processors, spread

__all__ = ["check", "run"]

Partition = TypeVar("Partition")
Result = TypeVar("Result")


def check() -> None:
    """Nothing is needed beyond Python."""


def run(task: Callable[[Partition], Result], partitions: Iterable[Partition]) -> Iterator[Result]:
    """Yield ``task(partition)`` for each partition in its order; results travel between processes as plain values.

    Another engine keeps this signature and this order, so that its reports are the same byte for byte.
    """
    return spread(task, list(partitions), processors())
