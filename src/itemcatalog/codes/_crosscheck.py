"""One answer of a cross-check between a code and its item."""

from __future__ import annotations

from attrs import define

from itemcatalog.codes._model import Verdict
from itemcatalog.findings import Text

__all__ = ["CrossCheck", "answer", "judged"]


@define(frozen=True, slots=True, kw_only=True)
class CrossCheck:
    """交叉核对: one aspect in which a code and its item agree (ok), contradict (bad) or cannot be judged (unknown).

    ``aspect`` is authority_credit_code, authority_name, level, division, division_level, type, parent or
    parent_marker; ``segment`` names the segment of the code that was compared.
    """

    aspect: str
    segment: str
    verdict: Verdict
    expected: str
    found: str
    words: Text


def answer(
    aspect: str, segment: str, verdict: Verdict, expected: str, found: str, words: tuple[str, str]
) -> CrossCheck:
    return CrossCheck(
        aspect=aspect,
        segment=segment,
        verdict=verdict,
        expected=expected,
        found=found,
        words=Text(*words),
    )


def judged(agrees: bool) -> Verdict:
    return Verdict.OK if agrees else Verdict.BAD
