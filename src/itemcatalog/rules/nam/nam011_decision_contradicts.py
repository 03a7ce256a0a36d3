"""两条人工判定互相矛盾。

依据：工作区 [decisions]。
示例：一条判定相同，另一条判定不同 → 只保留正确的一条。
局限：由几条“相同”串连而与“不同”矛盾的也会提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM011",
    kind="decision-contradicts",
    name="人工判定互相矛盾",
    severity=Severity.WARNING,
    summary=Text("两条人工判定互相矛盾。", "Two decisions contradict each other."),
    basis="工作区 [decisions]",
    recommendation=Text("核对后只保留一条。", "Keep the right one."),
    message=Message(
        "判定“{left} / {right}”（{verdict}）与另一条判定矛盾：{against}",
        "The decision “{left} / {right}” ({verdict}) contradicts another: {against}",
    ),
    clauses=("8b",),
    page=__doc__,
)
