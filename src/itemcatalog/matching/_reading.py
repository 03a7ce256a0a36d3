"""Reading many names: one after the other, or the second half in a forked child where there are very many."""

from __future__ import annotations

import marshal
import os
import sys
import threading
from collections.abc import Sequence

from itemcatalog.matching._slots import Reader

__all__ = ["Key", "read_keys"]

Key = tuple[str, tuple[str, ...], str, str]
"""``(core, signs, sub, grant)`` of a name."""

_MANY = 60_000


def read_keys(names: Sequence[str], reader: Reader) -> list[Key]:
    """Return the key of each name, in order; the result does not depend on how many processes read."""
    if len(names) < _MANY or not _may_fork():
        return [reader.key(name) for name in names]
    half = len(names) // 2
    child, source = _forked(names[half:], reader)
    first = [reader.key(name) for name in names[:half]]
    with os.fdopen(source, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return first + [reader.key(name) for name in names[half:]]
    second: list[Key] = marshal.loads(sent)  # noqa: S302  (what our own child has just written)
    return first + second


def _may_fork() -> bool:
    """Say whether a child is safe and worth while: more than one processor, and no other thread that holds a lock."""
    if sys.platform != "linux":
        return False
    return len(os.sched_getaffinity(0)) > 1 and threading.active_count() == 1


def _forked(names: Sequence[str], reader: Reader) -> tuple[int, int]:
    """Start a child that reads names; return its number and the pipe on which its keys will come."""
    source, sink = os.pipe()
    child = os.fork()
    if child:
        os.close(sink)
        return child, source
    status = 1
    try:
        os.close(source)
        with os.fdopen(sink, "wb") as pipe:
            pipe.write(marshal.dumps([reader.key(name) for name in names]))
        status = 0
    finally:
        os._exit(status)
