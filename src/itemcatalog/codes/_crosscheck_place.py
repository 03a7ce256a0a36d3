"""Whether the place in a code is the item's own division (行政区划), and whether that was valid on a day."""

from __future__ import annotations

from datetime import date

from itemcatalog.codes._crosscheck import CrossCheck, answer, judged
from itemcatalog.codes._model import ItemCode, Verdict
from itemcatalog.codes.divisions import Division, division, division_names, predecessors, successors

__all__ = ["check_division_date", "check_place", "check_place_level"]


def check_place(code: ItemCode, given: str, on: date | None) -> CrossCheck | None:
    found = division(given, on) or division(given)
    if found is None:
        return None
    if code.division:
        return _same_place(code.division, given, found)
    prefix = code.province
    if not prefix or prefix in ("00", "66"):
        return None
    agrees = given.startswith(prefix)
    words = (
        ("目录省级前缀与事项所在省一致", "The province prefix is the item's")
        if agrees
        else (
            f"目录省级前缀 {prefix} 与事项行政区划 {given}（{found.name}）不在同一省",
            f"The prefix {prefix} is not the province of the item's division {given}",
        )
    )
    return answer("division", "province", judged(agrees), given[:2], prefix, words)


def _same_place(inside: str, given: str, found: Division) -> CrossCheck:
    left, right = inside[:6], given[:6]
    related = {left, *successors(left), *predecessors(left)}
    if left == right:
        verdict, words = Verdict.OK, ("编码区划与事项一致", "The division in the code is the item's")
    elif right in related:
        verdict = Verdict.UNKNOWN
        words = (f"编码区划 {left} 是 {found.name} 变更前后的代码", f"{left} is a former or later code of {right}")
    else:
        verdict = Verdict.BAD
        names = division_names(left)
        shown = f"{left}（{names[-1].name}）" if names else left
        words = (
            f"编码区划 {shown} 与事项行政区划 {right}（{found.name}）不一致",
            f"The division {left} in the code is not the item's {right}",
        )
    return answer("division", "division", verdict, right, left, words)


def check_place_level(code: ItemCode, given: str, on: date | None) -> CrossCheck | None:
    found = division(given, on) or division(given)
    if found is None or not code.level:
        return None
    agrees = code.level == found.exercise_level
    words = (
        ("编码层级与事项行政区划的层级一致", "The level fits the division")
        if agrees
        else (
            f"编码层级为 {code.level}，事项行政区划 {given}（{found.name}）属 {found.exercise_level} 级，请核对",
            f"The code says level {code.level}, the division {given} is of level {found.exercise_level}",
        )
    )
    verdict = Verdict.OK if agrees else Verdict.UNKNOWN
    return answer("division_level", "level", verdict, found.exercise_level, code.level, words)


def check_division_date(code: str, on: date | None) -> CrossCheck | None:
    """Return whether a division code was valid on a day: bad when no edition knows it, unknown when it was renamed.

    Codes of 9 and 12 digits are judged by their county. None without a day for a code that is known.
    """
    intervals = division_names(code[:6])
    if not intervals:
        words = (f"行政区划代码 {code} 不在 GB/T 2260 历次版本及扩展表中", f"No edition of GB/T 2260 holds {code}")
        return answer("division", "division", Verdict.BAD, "", code, words)
    if on is None:
        return None
    if any(one.holds_on(on) for one in intervals):
        words = ("行政区划代码当日有效", "The division was valid on that day")
        return answer("division", "division", Verdict.OK, code, code, words)
    return _out_of_date(code, on, intervals)


def _out_of_date(code: str, on: date, intervals: tuple[Division, ...]) -> CrossCheck:
    newest = intervals[-1]
    current = [new for new in (*successors(code[:6]), *predecessors(code[:6])) if division(new, on)]
    expected = "、".join(current)
    span = f"{newest.valid_from or '…'} 至 {newest.valid_to or '今'}"
    advice = f"，当日应为 {expected}" if expected else ""
    words = (
        f"行政区划代码 {code}（{newest.name}）有效期为 {span}，{on} 不在其内{advice}",
        f"{code} was valid from {newest.valid_from} to {newest.valid_to}, not on {on}",
    )
    return answer("division", "division", Verdict.UNKNOWN, expected, code, words)
