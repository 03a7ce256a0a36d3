"""人工判定所说的事项在目录里找不到。

依据：工作区 [decisions]。
示例：事项改名后旧判定还在 → 更新或者删去。
局限：编号、名称写错时也会这样提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM010",
    kind="decision-unused",
    name="人工判定没有对应事项",
    severity=Severity.WARNING,
    summary=Text("人工判定所说的事项在目录里找不到。", "A decision speaks of items that are not there."),
    basis="工作区 [decisions]",
    recommendation=Text("更新或者删去该条判定。", "Update or delete the decision."),
    message=Message(
        "判定“{left} / {right}”（{verdict}）的事项找不到",
        "The items of the decision “{left} / {right}” ({verdict}) are not found",
    ),
    clauses=("8b",),
    page=__doc__,
)
