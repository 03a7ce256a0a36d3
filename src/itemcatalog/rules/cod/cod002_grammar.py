"""编码不符合编码规则的结构。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：行政审批和服务事项按照统一编码规则赋码；
C0109.1-2018、GB/T 39554.1-2020（基本编码 12 位、实施编码 31 位、业务办理项编码 33 位）及各地编码规则。
示例：实施编码少一位（30 位）→ 对照原系统补全；含全角、小写字母的 → 按建议改写。
局限：工作区指明的编码方案不认、别的方案认的，不算结构错误（见 COD014）；全角、小写、空白、连字符、
字母 O/I 写作数字 0/1 等能更正的按 warning，丢失前导零的也是；
缺的字符不能从编码本身推出，不给出补全结果。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import Reading, bad_segments, has_code, notes, read_code, readings
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_OTHERS = ("writing", "credit_code")
_BASIC = 12


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for reading in readings(item, context):
        code = reading.code
        if not reading.bad or blank(reading.text):
            continue
        if not code.recognised:
            yield _without_zeros(reading, context) or _problem(
                reading, "default", bad_segments(code, but=("writing",)) or bad_segments(code)
            )
        elif structural := bad_segments(code, but=_OTHERS):
            yield _problem(reading, "segment", structural)
        elif "writing" in reading.bad:
            yield _problem(reading, "writing", bad_segments(code, but=("credit_code",)), code.text)


def _without_zeros(reading: Reading, context: Context) -> Problem | None:
    """Say so when a short number is a sound code once the zeros that a spreadsheet drops are put back."""
    if not reading.text.isdecimal() or len(reading.text) >= _BASIC:
        return None
    whole = read_code(reading.text.zfill(_BASIC), context.scheme)
    sound = whole.recognised and whole.verdict is not CodeVerdict.BAD
    return _problem(reading, "zeros", [], whole.text) if sound else None


def _problem(reading: Reading, message: str, why: list[Text], suggestion: str | None = None) -> Problem:
    return Problem(
        field=reading.field,
        message=message,
        values={"code": reading.text, "why": notes(why), "suggestion": suggestion or ""},
        found=reading.text,
        expected=suggestion,
        severity=Severity.WARNING if suggestion else None,
    )


RULE = Rule(
    code="COD002",
    name="编码结构",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码不符合编码规则的结构。", "A code does not have the shape of any coding rule."),
    basis=CODES,
    recommendation=Text("对照原系统更正编码。", "Correct the code against its system."),
    messages={
        "default": Message("编码 {code} 结构不符：{why}", "Code {code} has the wrong shape: {why}"),
        "segment": Message("编码 {code} 有一段不符：{why}", "Code {code} has a wrong part: {why}"),
        "zeros": Message(
            "编码 {code} 可能丢失了前导零，补零后为 {suggestion}",
            "Code {code} may have lost its leading zeros; with them it is {suggestion}",
        ),
        "writing": Message("编码 {code} 书写不规范：{why}", "Code {code} is written irregularly: {why}"),
    },
    needs=("codes",),
    applies=has_code,
    check=_check,
    page=__doc__,
)
