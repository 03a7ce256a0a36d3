"""事项自己的几个编码互相矛盾。

依据：C0109.1-2018、GB/T 39554.1-2020（实施编码 = 主体 18 位 + 层级 1 位 + 基本编码；
业务办理项编码 = 实施编码 + 2 位）；
福州市2017年“互联网+政务服务”绩效考核实施方案（按照统一编码规则赋码）。
示例：基本编码 440101007000，实施编码末 12 位是 440101008000 → 对照基本目录改正一处。
局限：基本编码取自国家目录、实施编码为地方增补（前缀不同）的只作提示；结构不认的编码由 COD002 报告。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import ItemCode
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import LAYOUT_2018, Reading, readings
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_PAIRS = (
    ("codes.basic", "codes.implementation"),
    ("codes.basic", "codes.handling"),
    ("codes.implementation", "codes.handling"),
    ("codes.local_basic", "codes.local_implementation"),
)


def _applies(item: Item, context: Context) -> bool:
    return len(readings(item, context)) > 1


def _check(item: Item, context: Context) -> Iterator[Problem]:
    found = {reading.field: reading for reading in readings(item, context) if reading.code.recognised}
    for short, long in _PAIRS:
        if short in found and long in found and (problem := _compared(found[short], found[long])):
            yield problem
            return


def _compared(short: Reading, long: Reading) -> Problem | None:
    inside = _inside(long.code, short.field)
    own = short.code.text if short.field.endswith("basic") else short.code.implementation
    related = short.code.scheme == long.code.scheme or {short.code.scheme, long.code.scheme} <= set(LAYOUT_2018)
    if not related or inside is None or own is None or inside == own:
        return None
    other_origin = short.code.province != long.code.province
    return Problem(
        field=short.field,
        values={"own": own, "inside": inside, "long": long.text},
        found=short.text,
        expected=inside,
        severity=Severity.NOTICE if other_origin else None,
    )


def _inside(code: ItemCode, field: str) -> str | None:
    return code.basic if field.endswith("basic") else code.implementation


RULE = Rule(
    code="COD011",
    name="编码互相矛盾",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("事项自己的几个编码互相矛盾。", "The codes of an item contradict one another."),
    basis=CODES,
    recommendation=Text("对照基本目录改正其中一个。", "Correct one of them against the catalogue."),
    messages={
        "default": Message("编码 {own} 与 {long} 中的 {inside} 不一致", "Code {own} is not the {inside} inside {long}")
    },
    needs=("codes",),
    applies=_applies,
    check=_check,
    page=__doc__,
)
