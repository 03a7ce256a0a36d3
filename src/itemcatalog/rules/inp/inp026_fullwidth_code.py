"""编码中有全角字符。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（行政审批和服务事项按照统一编码规则赋码）。
示例：３５０１００ → 350100。
局限：建议的写法只作提示，不自动更正。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP026",
    kind="fullwidth-code",
    name="编码有全角字符",
    severity=Severity.NOTICE,
    summary=Text("编码中有全角字符。", "A code holds full-width characters."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（行政审批和服务事项按照统一编码规则赋码）；"
        "C0109.1-2018、GB/T 39554.1-2020"
    ),
    recommendation=Text("改为半角字符。", "Write half-width characters."),
    message=Message(
        "“{label}”的编码“{found}”有全角字符，应为 {suggestion}",
        "“{label}”: the code “{found}” has full-width characters; write {suggestion}",
    ),
    clauses=("8c",),
    page=__doc__,
)
