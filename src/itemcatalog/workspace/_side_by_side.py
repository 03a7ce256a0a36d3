"""Reading many files (a channel of pages): one after the other, or on several processors where there are very many."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from itemcatalog.formats import Reading

__all__ = ["readings"]

_Read = Callable[[Path], Reading]

_MANY = 200
_PIECE = 20
_MOST_PROCESSES = 4
# A page of many megabytes takes gigabytes to read: such files are read one after the other.
_LARGE = 1 << 20

# What the forked workers run: they inherit it, so that only paths go and readings come through a pipe.
_work: list[tuple[_Read, Sequence[Path]]] = []


def readings(files: Sequence[Path], read: _Read) -> Iterator[Reading]:
    """Yield what each file says, in the order of the files; it does not depend on how many processes read.

    The first piece is always read here, so that what it needs (labels, patterns) is there before the fork. When a
    worker dies the rest is read here; all is, where one of the files is large.
    """
    workers = min(_processors(), _MOST_PROCESSES)
    alone = len(files) < _MANY or workers < 2 or not all(map(_small, files))
    here = len(files) if alone else _PIECE
    yield from map(read, files[:here])
    rest = files[here:]
    done = 0
    for found in _forked(rest, read, workers) if rest else ():
        yield from found
        done += len(found)
    yield from map(read, rest[done:])


def _small(path: Path) -> bool:
    try:
        return path.stat().st_size <= _LARGE
    except OSError:
        return True


def _processors() -> int:
    """Return how many processors forked children may use: one where a fork is not safe."""
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return len(os.sched_getaffinity(0))


def _forked(files: Sequence[Path], read: _Read, workers: int) -> Iterator[list[Reading]]:
    """Yield the readings piece by piece until all are there or the pool breaks."""
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool
    from multiprocessing import get_context

    _work.append((read, files))
    try:
        with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
            yield from pool.map(_piece, range(0, len(files), _PIECE))
    except BrokenProcessPool:
        return
    finally:
        _work.pop()


def _piece(first: int) -> list[Reading]:
    read, files = _work[-1]
    return [read(path) for path in files[first : first + _PIECE]]
