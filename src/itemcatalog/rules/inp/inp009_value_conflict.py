"""同一标签在来源中有两个不同的值。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）。
示例：网页上“承诺时限”一处 5 个工作日、一处 3 个工作日 → 改为同一个值。
局限：采用先出现的值。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP009",
    kind="value-conflict",
    name="同一标签有两个值",
    severity=Severity.WARNING,
    summary=Text("同一标签在来源中有两个不同的值。", "One label has two different values in the source."),
    basis=("福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《优化营商环境条例》第三十五条"),
    recommendation=Text("核实后保留正确的一个。", "Check, and keep the right one."),
    message=Message("“{label}”有两个值：“{found}”和“{other}”", "“{label}” has two values: “{found}” and “{other}”"),
    clauses=("9a",),
    page=__doc__,
)
