"""编码在 Excel 中已失真，无法恢复。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：行政审批和服务事项按照统一编码规则赋码。
示例：3.50102197001011E+17（数值单元格）→ 从原系统重新导出，编码列设为文本格式。
局限：超过 15 位的数值和科学计数法一律视为失真；不猜测原来的编码。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule
from itemcatalog.rules._sources import CODES

__all__ = ["RULE"]

RULE = fault_rule(
    code="COD001",
    kind="code-damaged",
    name="编码失真",
    severity=Severity.ERROR,
    clauses=("8c",),
    summary=Text("编码在 Excel 中已失真，无法恢复。", "A code was rounded by Excel and cannot be restored."),
    basis=CODES,
    recommendation=Text(
        "从原系统重新导出，编码列设为文本格式。", "Export it again from its system, with the column as text."
    ),
    message=Message(
        "“{label}”的编码 {found} 在 Excel 中已失真，无法恢复",
        "“{label}”: the code {found} was rounded by Excel and cannot be restored",
    ),
    page=__doc__,
)
