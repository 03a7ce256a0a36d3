"""Reading many files (a channel of pages): one after the other, or on several processors where there are very many."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from itemcatalog.files import processors, spread
from itemcatalog.formats import Reading

__all__ = ["readings"]

_Read = Callable[[Path], Reading]

_MANY = 200
_PIECE = 20
_MOST_PROCESSES = 4
# A page of many megabytes takes gigabytes to read: such files are read one after the other.
_LARGE = 1 << 20


def readings(files: Sequence[Path], read: _Read) -> Iterator[Reading]:
    """Yield what each file says, in the order of the files; it does not depend on how many processes read.

    The first piece is always read here, so that what it needs (labels, patterns) is there before the fork. All is,
    where one of the files is large.
    """
    workers = min(processors(), _MOST_PROCESSES)
    alone = len(files) < _MANY or workers < 2 or not all(map(_small, files))
    here = len(files) if alone else _PIECE
    yield from map(read, files[:here])
    pieces = [files[first : first + _PIECE] for first in range(here, len(files), _PIECE)]
    for found in spread(lambda piece: [read(path) for path in piece], pieces, workers):
        yield from found


def _small(path: Path) -> bool:
    try:
        return path.stat().st_size <= _LARGE
    except OSError:
        return True
