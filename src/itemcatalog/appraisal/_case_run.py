"""All parts of the cases: in this process, or on the machine's processors where there is much to read.

The parts come back in their order, so the sums are the same either way.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence

from itemcatalog.appraisal._case_part import CasePlan, PartCounter, PartSum
from itemcatalog.files import processors, spread
from itemcatalog.formats.records import RecordPart

__all__ = ["count_parts"]

#: From this many bytes on, starting processes pays.
_MUCH = 48 << 20
_MOST_PROCESSES = 4


def count_parts(parts: Sequence[RecordPart], plan: CasePlan, processes: int | None = None) -> Iterator[PartSum]:
    """Yield the sum of each part in order; ``processes`` None = as many as there are processors, for much only."""
    wanted = processes if processes is not None else _processes(parts)
    # Rows are plain lists without cycles: looking through millions of them frees nothing.
    return spread(PartCounter(plan), parts, wanted, prepare=gc.disable)


def _processes(parts: Sequence[RecordPart]) -> int:
    much = sum(part.size for part in parts) >= _MUCH
    return min(processors(), _MOST_PROCESSES) if much else 1
