"""Whether a code agrees with the item that carries it: body, level, division, type, parent.

Every check works on plain values; what is not given is not checked and yields nothing. Positions 3-8 of a credit
code are never read as the item's division, and the level in a code is that of the item as exercised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from itemcatalog.codes._crosscheck import CrossCheck, answer, judged
from itemcatalog.codes._crosscheck_body import check_credit_code, check_name
from itemcatalog.codes._crosscheck_place import check_division_date, check_place, check_place_level
from itemcatalog.codes._model import ItemCode, Verdict
from itemcatalog.codes._parse import parse_code
from itemcatalog.codes.lists import lookup
from itemcatalog.codes.schemes import SCHEMES

__all__ = ["CrossCheck", "check_against", "check_division_date", "types_in"]


def check_against(
    code: ItemCode,
    *,
    authority_name: str | None = None,
    authority_credit_code: str | None = None,
    level: str | Iterable[str] | None = None,
    division: str | None = None,
    on: date | None = None,
    type_name: str | None = None,
    parent_code: str | None = None,
    organisations: Mapping[str, str] | None = None,
) -> tuple[CrossCheck, ...]:
    """Return one check per value that is given and that the code can be compared with.

    ``level`` is one or several names or codes of 行使层级; ``division`` the item's own division, judged on the day
    ``on``; ``organisations`` maps credit codes to names of known bodies. Of a code that fits several schemes a
    type is only bad when no reading agrees.
    """
    checks: list[CrossCheck | None] = []
    if authority_credit_code:
        checks.append(check_credit_code(code, authority_credit_code))
    if authority_name and organisations:
        checks.append(check_name(code, authority_name, organisations))
    if level:
        checks.append(_level(code, (level,) if isinstance(level, str) else tuple(level)))
    if division:
        checks += [check_place(code, division, on), check_place_level(code, division, on)]
    if type_name:
        checks.append(_type(code, type_name))
    if parent_code:
        checks += _parent(code, parent_code)
    return tuple(check for check in checks if check is not None)


def _level(code: ItemCode, given: tuple[str, ...]) -> CrossCheck | None:
    if not code.level:
        return None
    known = [entry for entry in (lookup("levels", one) for one in given) if entry is not None]
    spoken = "、".join(entry.name for entry in known) or "、".join(given)
    if len(known) < len(given) or any(entry.code == "7" for entry in known):
        words = (f"行使层级 {'、'.join(given)} 无法与编码核对", "The item's level cannot be compared with the code")
        return answer("level", "level", Verdict.UNKNOWN, spoken, code.level, words)
    agrees = code.level in {entry.code for entry in known}
    own = lookup("levels", code.level)
    shown = own.name if own else code.level
    words = (
        (f"编码层级 {shown} 与事项一致", "The level in the code is the item's")
        if agrees
        else (
            f"编码层级为 {code.level}（{shown}），事项的行使层级为 {spoken}",
            f"The code says level {code.level}, the item says {spoken}",
        )
    )
    return answer("level", "level", judged(agrees), spoken, code.level, words)


def _type(code: ItemCode, given: str) -> CrossCheck | None:
    wanted = lookup("item_types", given)
    types = types_in(code)
    if code.type_code is None or not types:
        return None
    first = types[0]
    if wanted is None:
        words = (f"事项类型 {given} 不在类型表中，无法核对", "The item's type is not in the table of types")
        return answer("type", "type", Verdict.UNKNOWN, given, first, words)
    agrees = wanted.name in types
    if wanted.code == "00" and first not in ("公共服务", "行政权力事项"):
        agrees = True
    words = (
        ("编码中的事项类型与事项一致", "The type in the code is the item's")
        if agrees
        else (
            f"编码中的类型 {code.type_code} 是{first}，事项为{wanted.name}",
            f"The type {code.type_code} in the code is {first}, the item says {wanted.name}",
        )
    )
    return answer("type", "type", judged(agrees), wanted.name, first, words)


def types_in(code: ItemCode) -> tuple[str, ...]:
    """Return the power types that a code may say, one for each of its readings whose type is in the scheme's table.

    >>> from itemcatalog.codes import parse_code
    >>> types_in(parse_code("11440000006940386E2440161004001", "guangdong"))
    ('行政许可',)
    """
    return tuple(found for reading in (code, *code.alternatives) if (found := _type_of(reading)))


def _type_of(code: ItemCode) -> str | None:
    segment = code.segment("type")
    if segment is None or segment.verdict is not Verdict.OK:
        return None
    words = segment.meaning.removeprefix("事项类型 ").split("（")[0]
    found = lookup("item_types", words)
    return found.name if found else None


def _parent(code: ItemCode, given: str) -> list[CrossCheck | None]:
    parent = parse_code(given, code.scheme if code.scheme in SCHEMES.ids else None)
    if not code.basic or not parent.basic or not code.main or not code.sub:
        return []
    head, above = code.basic[: -len(code.sub)], parent.basic[: -len(parent.sub or "")]
    agrees = head == above
    words = (
        ("与主项编码一致", "The main item is the parent's")
        if agrees
        else (f"主项部分 {head} 与上级编码的 {above} 不一致", f"The main item {head} is not the parent's {above}")
    )
    marker = _marker(code, parent) if agrees else None
    return [answer("parent", "main", judged(agrees), above, head, words), marker]


def _marker(code: ItemCode, parent: ItemCode) -> CrossCheck | None:
    if len(code.sub or "") != 3 or code.sub in ("000", "00Y") or parent.sub != "000":
        return None
    words = (
        f"本项是第 {code.sub} 个子项，上级编码却以 000 结尾（无子项），应为 00Y",
        f"This is sub-item {code.sub}, but the parent's code ends in 000 (no sub-items), not 00Y",
    )
    return answer("parent_marker", "sub", Verdict.UNKNOWN, "00Y", "000", words)
