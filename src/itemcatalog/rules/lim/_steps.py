"""The steps of the procedure that count in the promised limit, and their sum."""

from __future__ import annotations

from fractions import Fraction

from itemcatalog.model import Item, Step
from itemcatalog.rules._items import special_kind

__all__ = ["counted_steps", "sum_of_steps"]

# Steps outside the promise: what the law leaves out (送达 has its own ten days), and what waits for the applicant.
_OUTSIDE = ("送达", "制证", "发证", "领证", "颁证", "取件", "公示", "公告", "补正", "缴费", "预审", "预约", "咨询")


def counted_steps(item: Item) -> tuple[Step, ...]:
    """Return the steps that count in the promised limit: no special procedure, no delivery, no notice period."""
    return tuple(step for step in item.procedure if not _outside(step))


def _outside(step: Step) -> bool:
    return special_kind(step.step) is not None or any(word in step.step for word in _OUTSIDE)


def sum_of_steps(item: Item, unit: str | None) -> Fraction | None:
    """Return the sum of the counted steps in that unit; None when a step has another unit or no clear limit.

    即办 steps count as zero; an item without any timed step has no sum. Steps for different situations or
    applicants are alternatives, so then there is no sum either.
    """
    steps = counted_steps(item)
    if not steps or any(step.situations or step.applicants for step in steps):
        return None
    total = Fraction(0)
    for step in steps:
        limit = step.limit
        if limit is not None and limit.instant:
            continue
        if limit is None or limit.value is None or limit.unit != unit:
            return None
        total += limit.value
    return total
