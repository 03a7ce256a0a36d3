"""同一问题有互相矛盾的豁免。

依据：工作区 [waivers]。
示例：同一指纹两条豁免、截止日期不同 → 只留一条。
局限：互相矛盾的豁免都不生效。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP035",
    kind="waiver-contradictory",
    name="豁免互相矛盾",
    severity=Severity.WARNING,
    summary=Text("同一问题有互相矛盾的豁免。", "One finding has contradictory waivers."),
    basis="工作区 [waivers]",
    recommendation=Text("核实后只留一条。", "Keep the right one only."),
    message=Message(
        "指纹 {fingerprint} 有几条互相矛盾的豁免，都没有采用",
        "Several waivers for {fingerprint} contradict each other; none was used",
    ),
    page=__doc__,
)
