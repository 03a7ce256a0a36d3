"""How much of what must be published is: measures of report.json, per channel and authority."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from itemcatalog.comparison import ComparedGroup
from itemcatalog.rules import Context
from itemcatalog.rules.measures import EXCLUDED
from itemcatalog.standard import Coverage, presence_of

__all__ = ["coverage_measures", "share"]


def coverage_measures(groups: Iterable[ComparedGroup], context: Context) -> list[dict[str, Any]]:
    """Return the measures ``publication-coverage`` and ``guide-document-coverage``; none without ``[publish]``.

    Each pair of an item and a channel where it must stand has the ratio 1 where it does and 0 where it does not; for
    documents, each that stands on a channel with a place for one. Pairs whose channel could not be read are
    ``excluded`` as ``unclear``.
    """
    if not context.publish:
        return []
    found = presence_of(groups, context).coverage
    published = (_measure("publication-coverage", one, one.published, one.demanded, one.unread) for one in found)
    documents = (_measure("guide-document-coverage", one, one.documents, one.with_place, 0) for one in found)
    return [*published, *(one for one in documents if one["counted"])]


def _measure(name: str, one: Coverage, met: int, counted: int, unread: int) -> dict[str, Any]:
    whole = share(met, counted)
    return {
        "id": name,
        "scope": {"channel": one.channel} if one.channel is not None else {"authority": one.authority},
        "ratio_of_totals": whole,
        "mean_of_ratios": whole,
        "median_of_ratios": _median(met, counted),
        "share_within": whole,
        "counted": counted,
        "excluded": dict(_excluded(unread)),
    }


def _excluded(unread: int) -> Iterator[tuple[str, int]]:
    for key in EXCLUDED:
        yield key, unread if key == "unclear" else 0


def share(numerator: int, denominator: int) -> dict[str, Any]:
    """Return a fraction of counts, unreduced, with its value; without a denominator it has none."""
    value = round(numerator / denominator, 6) if denominator else None
    return {"numerator": numerator, "denominator": denominator, "value": value}


def _median(met: int, counted: int) -> dict[str, Any]:
    """Return the middle of so many ones among as many ratios of 0 and 1."""
    middle = Fraction((2 * met > counted) + (2 * met >= counted), 2)
    return share(middle.numerator, middle.denominator) if counted else share(0, 0)
