"""The layout 12 / 31 / 33 of the national generation 2018 (C0109.1, GB/T 39554.1), shared by local schemes.

基本编码 12 = P(2) T(2) D(2) M(3) S(3); 实施编码 31 = U(18) L(1) + 12; 业务办理项编码 33 = 31 + B(2).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

from itemcatalog.codes import uscc
from itemcatalog.codes._clean import LOOKALIKES, hyphenless
from itemcatalog.codes._model import UNRECOGNISED, ItemCode, Segment, Verdict
from itemcatalog.codes.divisions import division_names, is_province_prefix
from itemcatalog.codes.schemes._parts import (
    credit_segment,
    level_segment,
    number_segment,
    table_segment,
    unmistaken_credit,
    writing,
)
from itemcatalog.findings import Text

__all__ = ["explain_layout", "read_layout"]

#: Returns the tables of types and departments for a province prefix.
Tables = Callable[[str], tuple[str, str | None]]

_BASIC = "[0-9]{11}[0-9Y]"
_FULL_GRAMMAR, _BASIC_GRAMMAR = re.compile(f"[0-9A-Z]{{18}}[0-9]{_BASIC}(?:[0-9]{{2}})?"), re.compile(_BASIC)
_DIGITS = frozenset("0123456789")
_LABELS = {
    "level": "行使层级",
    "province": "目录省级前缀",
    "type": "事项类型",
    "department": "业务指导部门",
    "main": "主项编号",
    "sub": "子项编号",
    "business": "业务办理项编号",
}
_TAIL = rf"(?P<level>[1-6])(?P<basic>{_BASIC})(?P<business>[0-9]{{2}})?"


def read_layout(
    raw: str, scheme: str, tables: Tables, provinces: tuple[str, ...] | None = None
) -> tuple[ItemCode, ...]:
    """Return the one reading of a text of 12, 31 or 33 characters, or none.

    ``provinces`` are the prefixes that the scheme knows; None = any.
    """
    text = _unmistaken(hyphenless(raw))
    head = 19 if len(text) > 12 else 0
    if provinces is not None and text[head : head + 2] not in provinces:
        return ()
    if head:
        return (_full(raw, text, scheme, tables),) if _FULL_GRAMMAR.fullmatch(text) else ()
    if _BASIC_GRAMMAR.fullmatch(text) is None:
        return ()
    segments = (*writing(raw, text), *_basic_segments(text, tables))
    return (ItemCode(raw=raw, text=text, scheme=scheme, form="basic", segments=segments, basic=text),)


def _unmistaken(text: str) -> str:
    """Return the text with O and I as 0 and 1 where only digits can stand, or where that makes the check right."""
    if "O" not in text and "I" not in text:
        return text
    if len(text) <= 12:
        return text.translate(LOOKALIKES)
    return unmistaken_credit(text[:18]) + text[18:].translate(LOOKALIKES)


def _full(raw: str, text: str, scheme: str, tables: Tables) -> ItemCode:
    credit, basic, business = text[:18], text[19:31], text[31:]
    segments = [*writing(raw, text), credit_segment(credit), level_segment(text[18])]
    segments += _basic_segments(basic, tables)
    if business:
        segments.append(_business_segment(business))
    return ItemCode(
        raw=raw,
        text=text,
        scheme=scheme,
        form="handling" if business else "implementation",
        segments=tuple(segments),
        basic=basic,
        implementation=text[:31],
        virtual_body=uscc.is_virtual_body(credit),
    )


# The codes of an item hold one and the same basic code, and so do those of the other places that have the item.
@functools.lru_cache(maxsize=4096)
def _basic_segments(basic: str, tables: Tables) -> tuple[Segment, ...]:
    types, departments = tables(basic[:2])
    return (
        _province_segment(basic[:2]),
        table_segment("type", basic[2:4], "事项类型", "schemes", types),
        _department_segment(basic[4:6], departments),
        _main_segment(basic[6:9]),
        _sub_segment(basic[9:]),
    )


@functools.cache
def _main_segment(value: str) -> Segment:
    return number_segment("main", value, f"主项编号 {value}")


@functools.cache
def _province_segment(prefix: str) -> Segment:
    if prefix == "00":
        return Segment(name="province", value=prefix, meaning="国家统一目录事项")
    if is_province_prefix(prefix):
        name = division_names(prefix + "0000")[-1].name
        return Segment(name="province", value=prefix, meaning=f"{name}增补事项")
    if prefix == "66":
        note = Text("兵团前缀，不在 GB/T 2260 中", "The prefix of 新疆生产建设兵团, not in GB/T 2260")
        return Segment(name="province", value=prefix, meaning="新疆生产建设兵团", verdict=Verdict.UNKNOWN, note=note)
    note = Text("既不是 00，也不是 GB/T 2260 省级代码", "Neither 00 nor a province of GB/T 2260")
    return Segment(name="province", value=prefix, meaning="目录省级前缀", verdict=Verdict.BAD, note=note)


def _department_segment(value: str, table: str | None) -> Segment:
    if table is not None:
        return table_segment("department", value, "业务指导部门", "schemes", table)
    note = Text("该省的部门代码表未获得", "The department table of this province is not available")
    return Segment(name="department", value=value, meaning="业务指导部门", verdict=Verdict.UNKNOWN, note=note)


@functools.lru_cache(maxsize=4096)
def _sub_segment(value: str) -> Segment:
    if value == "000":
        return Segment(name="sub", value=value, meaning="无子项")
    if value == "00Y":
        return Segment(name="sub", value=value, meaning="主项，下设子项")
    if value.endswith("Y"):
        note = Text("只见过 00Y 表示主项含子项", "Only 00Y is known to mark a main item with sub-items")
        return Segment(name="sub", value=value, meaning="子项编号", verdict=Verdict.UNKNOWN, note=note)
    return Segment(name="sub", value=value, meaning=f"第 {int(value)} 个子项")


def explain_layout(raw: str, scheme: str, tables: Tables) -> ItemCode | None:
    """Tell apart what can be told of a text that should have 12, 31 or 33 characters, or return None."""
    text = hyphenless(raw)
    segments = _by_position(text, tables) or _sound_body(text) or _sound_tail(text, tables)
    if segments is None:
        return None
    return ItemCode(raw=raw, text=text, scheme=scheme, form=UNRECOGNISED, segments=(*writing(raw, text), *segments))


def _by_position(text: str, tables: Tables) -> tuple[Segment, ...] | None:
    """Return the segments of a text of the right length in which a letter stands where a digit should."""
    head = 0 if len(text) == 12 else 19
    if len(text) not in (12, 31, 33) or not text.isalnum() or sum(one in _DIGITS for one in text[head:]) < 9:
        return None
    body = (credit_segment(text[:18]), _digits("level", text[18], level_segment)) if head else ()
    types, departments = tables(text[head : head + 2])
    parts: tuple[tuple[str, int, Callable[[str], Segment]], ...] = (
        ("province", 2, _province_segment),
        ("type", 2, lambda value: table_segment("type", value, "事项类型", "schemes", types)),
        ("department", 2, lambda value: _department_segment(value, departments)),
        ("main", 3, _main_segment),
        ("sub", 3, _sub_segment),
        ("business", 2, _business_segment),
    )
    found, at = list(body), head
    for name, width, meaning in parts:
        if at < len(text):
            found.append(_digits(name, text[at : at + width], meaning))
        at += width
    return tuple(found)


def _digits(name: str, value: str, meaning: Callable[[str], Segment]) -> Segment:
    """Return the segment of some digits, a bad one where another character stands among them."""
    if all(one in _DIGITS for one in value) or (name == "sub" and value == "00Y"):
        return meaning(value)
    note = Text(f"{value} 应为数字", f"{value} should be digits")
    return Segment(name=name, value=value, meaning=_LABELS[name], verdict=Verdict.BAD, note=note)


@functools.cache
def _business_segment(value: str) -> Segment:
    return number_segment("business", value, f"第 {int(value)} 个业务办理项")


def _sound_body(text: str) -> tuple[Segment, ...] | None:
    if not (18 <= len(text) < 40) or not uscc.is_valid(text[:18]):
        return None
    rest = text[18:]
    note = Text(
        f"统一社会信用代码之后应为 13 位（实施编码）或 15 位（业务办理项编码），实为 {len(rest)} 位",
        f"After the credit code stand 13 or 15 characters, here {len(rest)}",
    )
    if not rest:
        note = Text("缺行使层级和基本编码", "Level and basic code are missing")
    missing = Segment(name="rest", value=rest, meaning="其余各段", verdict=Verdict.BAD, note=note)
    return credit_segment(text[:18]), missing


def _sound_tail(text: str, tables: Tables) -> tuple[Segment, ...] | None:
    candidates = []
    for width in (13, 15):
        credit, found = text[:-width], re.fullmatch(_TAIL, text[-width:])
        if found and 8 <= len(credit) <= 22 and len(credit) != 18 and credit.isalnum():
            candidates.append((_doubt(found, credit, tables), credit, found))
    if not candidates:
        return None
    _, credit, found = min(candidates, key=lambda candidate: candidate[0])
    segments = [credit_segment(credit), level_segment(found["level"]), *_basic_segments(found["basic"], tables)]
    if found["business"]:
        segments.append(_business_segment(found["business"]))
    return tuple(segments)


def _doubt(found: re.Match[str], credit: str, tables: Tables) -> tuple[int, int]:
    segments = _basic_segments(found["basic"], tables)
    return sum(segment.verdict.rank for segment in segments), abs(len(credit) - 18)
