"""豁免没有对应的问题。

依据：工作区 [waivers]。
示例：已经整改的问题还留着豁免 → 删去该豁免。
局限：指纹写错时也会这样提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP034",
    kind="waiver-unused",
    name="豁免没有对应的问题",
    severity=Severity.WARNING,
    summary=Text("豁免没有对应的问题。", "A waiver matches no finding."),
    basis="工作区 [waivers]",
    recommendation=Text(
        "已经整改的删去；指纹写错的改正。", "Delete it if mended; correct the fingerprint if mistyped."
    ),
    message=Message("指纹 {fingerprint} 的豁免没有对应的问题", "The waiver for {fingerprint} matches no finding"),
    page=__doc__,
)
