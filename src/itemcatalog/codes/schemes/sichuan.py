"""Sichuan scheme: base - division (12) - 000 - credit code - one digit - 00, joined by hyphens that count.

The base has five forms (k kind digit, L type letter, D department, M main, S sub): ``51kLMMMMMSSSSS``,
``51kLDDMMMSSS``, ``5120DDMMMSSS``, ``5120DDMMMSSSSS`` and older numbers such as ``Z-000147-001``.
"""

from __future__ import annotations

import re

from itemcatalog.codes import uscc
from itemcatalog.codes._clean import canonical
from itemcatalog.codes._model import ItemCode, Segment, Verdict
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._parts import (
    credit_segment,
    division_segment,
    number_segment,
    table_segment,
    writing,
)
from itemcatalog.findings import Text

__all__ = ["SCHEME"]

_BASES = (
    r"51(?P<kind>[0-9])(?P<type>[A-Z])(?P<main>[0-9]{5})(?P<sub>[0-9]{5})",
    r"51(?P<kind>[0-9])(?P<type>[A-Z])(?P<department>[0-9]{2})(?P<main>[0-9]{3})(?P<sub>[0-9]{3})",
    r"51(?P<kind>2)(?P<type>0)(?P<department>[0-9]{2})(?P<main>[0-9]{3})(?P<sub>[0-9]{3})",
    r"51(?P<kind>2)(?P<type>0)(?P<department>[0-9]{2})(?P<main>[0-9]{3})(?P<sub>[0-9]{5})",
)
_LEGACY = r"(?:(?P<type>[A-Z])-(?P<main>[0-9]{6})-(?P<sub>[0-9]{3})|[0-9][A-Z]-[0-9]{4}-[0-9]{5})"
_FULL = (
    r"(?P<base>.+)-(?P<division>[0-9]{12})-(?P<fixed>[0-9]{3})"
    r"-(?P<credit>[0-9A-Z]{8,22})-(?P<digit>[0-9])-(?P<end>[0-9]{2})"
)
_DEPARTMENT_NOTE = Text("四川部门代码表未获得", "Sichuan's department table is not available")
_DIGIT_NOTE = Text("层级或顺序号，含义未获得", "A level or a number; its meaning is not available")


def _read(raw: str) -> tuple[ItemCode, ...]:
    text = canonical(raw)
    if "-" not in text and not text.startswith("51"):
        return ()
    full = re.fullmatch(_FULL, text)
    base = full["base"] if full else text
    base_segments = _base_segments(base) or ((_strange_base(base),) if full else None)
    if base_segments is None:
        return ()
    segments = (*writing(raw, text), *base_segments, *(_rest_segments(full) if full else ()))
    virtual = bool(full and uscc.is_virtual_body(full["credit"]))
    return (
        ItemCode(
            raw=raw,
            text=text,
            scheme="sichuan",
            form="implementation" if full else "basic",
            segments=segments,
            basic=base,
            implementation=text if full else None,
            virtual_body=virtual,
        ),
    )


def _base_segments(base: str) -> tuple[Segment, ...] | None:
    found = next((match for match in (re.fullmatch(grammar, base) for grammar in _BASES) if match), None)
    if found is None:
        note = Text("旧编号，各段含义未获得", "An older number; its parts are not known")
        old = Segment(name="legacy", value=base, meaning="旧基本编号", verdict=Verdict.UNKNOWN, note=note)
        return (old,) if re.fullmatch(_LEGACY, base) else None
    parts = found.groupdict()
    department = parts.get("department")
    segments = [
        Segment(name="province", value="51", meaning="四川省"),
        number_segment("kind", parts["kind"], "公共服务" if parts["kind"] == "2" else "事项大类"),
        table_segment("type", parts["type"], "事项类型", "schemes", "sichuan_types.csv"),
    ]
    if department:
        segments.append(
            Segment(name="department", value=department, meaning="部门", verdict=Verdict.UNKNOWN, note=_DEPARTMENT_NOTE)
        )
    segments.append(number_segment("main", parts["main"], f"主项编号 {parts['main']}"))
    words = "无子项" if not int(parts["sub"]) else f"第 {int(parts['sub'])} 个子项"
    segments.append(number_segment("sub", parts["sub"], words))
    return tuple(segments)


def _strange_base(base: str) -> Segment:
    note = Text("基本编码不是已知五种形式之一", "The base has none of the five forms that are known")
    return Segment(name="base", value=base, meaning="基本编码", verdict=Verdict.UNKNOWN, note=note)


def _rest_segments(full: re.Match[str]) -> tuple[Segment, ...]:
    fixed_note = None if full["fixed"] == "000" else Text("已见编码均为 000", "All known codes have 000 here")
    return (
        division_segment(full["division"]),
        Segment(
            name="fixed",
            value=full["fixed"],
            meaning="固定段",
            verdict=Verdict.UNKNOWN if fixed_note else Verdict.OK,
            note=fixed_note,
        ),
        credit_segment(full["credit"]),
        Segment(name="digit", value=full["digit"], meaning="层级或顺序号", note=_DIGIT_NOTE),
        number_segment("end", full["end"], "末段"),
    )


def _explain(raw: str) -> ItemCode | None:
    return None


SCHEME = Scheme(
    id="sichuan",
    title=Text("四川省编码", "Sichuan's codes"),
    shapes=Text(
        "基本编码-12 位区划-000-统一社会信用代码-1 位-2 位",
        "base, division, 000, credit code, 1 and 2 digits, with hyphens",
    ),
    read=_read,
    explain=_explain,
    types="sichuan_types.csv",
)
