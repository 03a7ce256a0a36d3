"""Reading many names: one after the other, or the second half in a forked child where there are very many."""

from __future__ import annotations

import marshal
import os
from array import array
from collections.abc import Sequence

from itemcatalog.files import processors
from itemcatalog.matching._keys import KeyReader

__all__ = ["read_numbers"]

_MANY = 60_000
_SHARED = 10


def read_numbers(names: Sequence[str], reader: KeyReader) -> list[int]:
    """Return the number of the key of each name; the result does not depend on how many processes read.

    The first tenth is read before the processes part, so that both know what most names have in common.
    """
    if len(names) < _MANY or processors() < 2:
        return reader.numbers(names)
    first = len(names) // _SHARED
    numbers = reader.numbers(names[:first])
    half, shared = (first + len(names)) // 2, len(reader.keys)
    child, source = _forked(names[half:], reader)
    numbers += reader.numbers(names[first:half])
    with os.fdopen(source, "rb") as pipe:
        sent = pipe.read()
    _, status = os.waitpid(child, 0)
    if status:
        return numbers + reader.numbers(names[half:])
    keys, places = marshal.loads(sent)  # noqa: S302  (what our own child has just written)
    more = len(reader.keys) - shared
    reader.keys += keys
    return numbers + [place if place < shared else place + more for place in array("I", places)]


def _forked(names: Sequence[str], reader: KeyReader) -> tuple[int, int]:
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
            shared = len(reader.keys)
            places = array("I", reader.numbers(names))
            pipe.write(marshal.dumps((reader.keys[shared:], places.tobytes())))
        status = 0
    finally:
        os._exit(status)
