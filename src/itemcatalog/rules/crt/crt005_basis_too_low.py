"""要求提交证明的依据低于法律、行政法规、国务院决定和地方性法规。

依据：《优化营商环境条例》（国务院令第722号）第四十四条（设定证明事项应当有法律、法规或者国务院决定依据）。
示例：“经营场所证明”的依据只写某部门通知 → 取消该证明。
局限：2020年1月1日前不适用；只有依据写明书名号、且各部层级都能确定时才判断。
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.crt._proofs import has_proofs, proofs_of_others
from itemcatalog.rules.law._titles import ABOVE_RULES, level_of

__all__ = ["RULE"]

_TITLE = re.compile(r"《([^《》]+(?:《[^《》]*》[^《》]*)*)》")


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, material in proofs_of_others(item, context):
        titles = _TITLE.findall(material.basis or "")
        levels = [level_of(title) for title in titles]
        known = [level[0] for level in levels if level]
        if titles and len(known) == len(levels) and not ABOVE_RULES & set(known):
            yield Problem(
                field=f"materials[{index}].basis",
                values={"found": material.name, "basis": "、".join(f"《{title}》" for title in titles)},
                found=material.basis,
                expected="法律、行政法规、国务院决定、地方性法规",
                severity=None if all(level and level[1] for level in levels) else Severity.NOTICE,
            )


def _applies(item: Item, context: Context) -> bool | None:
    asked = has_proofs(item, context)
    if not asked:
        return asked
    stated = [material.basis for _, material in proofs_of_others(item, context) if material.basis]
    return True if stated else None


RULE = Rule(
    code="CRT005",
    name="证明依据层级不足",
    scope=Scope.ITEM,
    severity=Severity.WARNING,
    force=Force.LAW,
    summary=Text(
        "要求提交证明的依据低于法律、行政法规、国务院决定和地方性法规。",
        "A certificate rests on less than a law, regulation, State Council decision or local statute.",
    ),
    basis="《优化营商环境条例》（国务院令第722号）第四十四条",
    recommendation=Text(
        "取消该证明，或者补充法律、法规、国务院决定依据。", "Drop the certificate or name the law it rests on."
    ),
    messages={
        "default": Message(
            "证明“{found}”的依据只有{basis}",
            "The certificate “{found}” rests only on {basis}",
        ),
    },
    needs=("materials", "materials.issuer", "materials.basis"),
    check=_check,
    applies=_applies,
    valid_from=date(2020, 1, 1),
    page=__doc__,
)
