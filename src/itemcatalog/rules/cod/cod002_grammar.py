"""编码不符合编码规则的结构。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：行政审批和服务事项按照统一编码规则赋码；
C0109.1-2018、GB/T 39554.1-2020（基本编码 12 位、实施编码 31 位、业务办理项编码 33 位）及各地编码规则。
示例：实施编码少一位（30 位）→ 对照原系统补全；含全角、小写字母的 → 按建议改写。
局限：工作区指明的编码方案不认、别的方案认的，不算结构错误（见 COD014）；大小写、空白、连字符等书写不规范的按 warning；
字母 O/I 写作数字 0/1 的是错码；
缺的字符不能从编码本身推出，不给出补全结果。
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from itemcatalog.codes import Verdict as CodeVerdict
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._codes import Reading, bad_segments, notes, readings
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

_OTHERS = ("writing", "credit_code")


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split()).upper().replace("-", "")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for reading in readings(item, context):
        code = reading.code
        if blank(reading.text) or code.verdict is not CodeVerdict.BAD:
            continue
        if not code.recognised:
            yield _problem(reading, "default", bad_segments(code, but=("writing",)) or bad_segments(code))
        elif structural := bad_segments(code, but=_OTHERS):
            yield _problem(reading, "segment", structural)
        elif code.segment("writing") is not None and unicodedata.normalize("NFKC", reading.text) != code.text:
            # Full-width characters alone are reported by the reader (INP026).
            mistaken = _plain(reading.text) != code.text.replace("-", "")
            why = bad_segments(code, but=("credit_code",))
            yield _problem(reading, "writing", why, None if mistaken else Severity.WARNING)


def _problem(reading: Reading, message: str, why: list[Text], severity: Severity | None = None) -> Problem:
    return Problem(
        field=reading.field,
        message=message,
        values={"code": reading.text, "why": notes(why)},
        found=reading.text,
        expected=reading.code.text if message == "writing" else None,
        severity=severity,
    )


RULE = Rule(
    code="COD002",
    name="编码结构",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    clauses=("8c",),
    summary=Text("编码不符合编码规则的结构。", "A code does not have the shape of any coding rule."),
    basis=f"{CODES}；C0109.1-2018、GB/T 39554.1-2020",
    recommendation=Text("对照原系统更正编码。", "Correct the code against its system."),
    messages={
        "default": Message("编码 {code} 结构不符：{why}", "Code {code} has the wrong shape: {why}"),
        "segment": Message("编码 {code} 有一段不符：{why}", "Code {code} has a wrong part: {why}"),
        "writing": Message("编码 {code} 书写不规范：{why}", "Code {code} is written irregularly: {why}"),
    },
    needs=("codes",),
    check=_check,
    page=__doc__,
)
