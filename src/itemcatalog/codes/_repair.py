"""Suggestions for a damaged credit code: only among known bodies, never applied."""

from __future__ import annotations

from collections.abc import Iterable

from itemcatalog.codes import uscc

__all__ = ["suggest_credit_code"]


def suggest_credit_code(damaged: str, known: Iterable[str]) -> str | None:
    """Return the one known credit code from which ``damaged`` differs by one slip, or None.

    A slip is one character lost, added or changed, or two neighbours exchanged. Known codes that do not meet
    GB 32100 are left out; when two bodies fit, or the code is sound as it stands, nothing is suggested.

    >>> suggest_credit_code("1151130000877869M", ["11511300008778693M", "11440000006939756B"])
    '11511300008778693M'
    """
    text = uscc.compact(damaged)
    if uscc.is_valid(text):
        return None
    sound = {number for number in (uscc.compact(one) for one in known) if uscc.is_valid(number)}
    fitting = [number for number in sorted(sound) if _one_slip(text, number)]
    return fitting[0] if len(fitting) == 1 else None


def _one_slip(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 1 or left == right:
        return False
    start = next((at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), None)
    if start is None:
        return True
    if len(left) != len(right):
        longer, shorter = (left, right) if len(left) > len(right) else (right, left)
        return longer[start + 1 :] == shorter[start:]
    exchanged = left[start + 1 : start + 2] + left[start] + left[start + 2 :]
    return left[start + 1 :] == right[start + 1 :] or exchanged == right[start:]
