"""到办事现场次数写了，但不能理解为一个次数。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）。
示例：“1-2次” → 2。
局限：读不懂的不参加“最多跑一趟”的计算，也不算缺失。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP020",
    kind="visits-unclear",
    name="到场次数读不懂",
    severity=Severity.WARNING,
    summary=Text(
        "到办事现场次数写了，但不能理解为一个次数。", "The number of visits is written but cannot be understood."
    ),
    basis=("福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《优化营商环境条例》第三十五条"),
    recommendation=Text("写成一个整数；未承诺的写“未承诺”。", "Write one whole number; 未承诺 if none is promised."),
    message=Message(
        "“{label}”写为“{found}”，不能理解为到场次数", "“{label}” says “{found}”, which is no number of visits"
    ),
    clauses=("2a",),
    page=__doc__,
)
