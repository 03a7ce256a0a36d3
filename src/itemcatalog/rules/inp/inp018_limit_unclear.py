"""办结时限写了，但不能理解为一个时限。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《中华人民共和国行政许可法》第三
十条（公示期限）。
示例：承诺时限“1-3个工作日” → 3个工作日；“按规定” → 写明天数。
局限：读不懂的时限不参加比较，也不算缺失；分情形的时限请分行或分情形填写。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP018",
    kind="limit-unclear",
    name="时限读不懂",
    severity=Severity.WARNING,
    summary=Text("办结时限写了，但不能理解为一个时限。", "A limit is written but cannot be understood as one."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；"
        "《优化营商环境条例》第三十五条；"
        "《中华人民共和国行政许可法》第三十条（公示期限）"
    ),
    recommendation=Text(
        "写成一个数和一个单位，如“5个工作日”；即办的写“即办”。",
        "Write one number and one unit, such as 5个工作日; 即办 if done at once.",
    ),
    message=Message(
        "“{label}”写为“{found}”，不能理解为一个时限，未参加比较",
        "“{label}” says “{found}”, which cannot be understood as one limit; it was not compared",
    ),
    clauses=(
        "9a",
        "xkf-30",
    ),
    page=__doc__,
)
