"""办件编号不是可用的编号。

依据：GB/T 39046-2020：办件编号为不超过 50 个字符的字母、数字。
示例：“FZ2017 A000001（补）” → FZ2017A000001。
局限：各地办件编号的结构不同，只看长度和字符；连字符、下划线、斜线、圆点可以出现。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["RULE"]

_FORM = re.compile(r"[0-9A-Za-z一-鿿][0-9A-Za-z一-鿿_./〔〕\[\]-]{0,49}")


def _check(case: Case, context: Context) -> Iterator[Problem]:
    if not _FORM.fullmatch(case.number):
        yield Problem(field="number", values={"number": shown(case.number)}, found=case.number)


RULE = Rule(
    code="CAS006",
    name="办件编号形式",
    scope=Scope.CASE,
    severity=Severity.NOTICE,
    force=Force.LAW,
    summary=Text("办件编号不是可用的编号。", "The number of a case is not of a usable form."),
    basis="GB/T 39046-2020：办件编号 an..50",
    recommendation=Text("按系统生成的编号填写，不加空格和说明。", "Write the number as the system gave it, alone."),
    messages={
        "default": Message(
            "办件编号“{number}”超过 50 个字符，或有空格等不应出现的字符",
            "The case number “{number}” is longer than 50 characters or has characters that do not belong",
        )
    },
    check=_check,
    page=__doc__,
)
