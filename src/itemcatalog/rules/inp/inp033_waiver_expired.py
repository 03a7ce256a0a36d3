"""豁免已经到期，问题仍然存在。

依据：工作区 [waivers]。
示例：until = 2017-06-30，审核日 2017-12-31 → 整改，或者重新报批。
局限：到期的豁免不再生效。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP033",
    kind="waiver-expired",
    name="豁免已到期",
    severity=Severity.WARNING,
    summary=Text("豁免已经到期，问题仍然存在。", "A waiver has expired and its finding still stands."),
    basis="工作区 [waivers]",
    recommendation=Text("整改该问题，或者重新报批豁免。", "Mend the finding or have the waiver renewed."),
    message=Message("指纹 {fingerprint} 的豁免已于 {until} 到期", "The waiver for {fingerprint} expired on {until}"),
    page=__doc__,
)
