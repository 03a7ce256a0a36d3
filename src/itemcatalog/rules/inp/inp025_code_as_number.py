"""编码列以数字存储，前导零可能已丢失。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（行政审批和服务事项按照统一编码规则赋码）。
示例：基本编码列为数值格式 → 改为文本格式后重新填写。
局限：每列只报一次；按其数字读取，不补零。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP025",
    kind="code-as-number",
    name="编码以数字存储",
    severity=Severity.WARNING,
    summary=Text(
        "编码列以数字存储，前导零可能已丢失。", "A column of codes is stored as numbers; leading zeros may be lost."
    ),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（行政审批和服务事项按照统一编码规则赋码）；"
        "C0109.1-2018、GB/T 39554.1-2020"
    ),
    recommendation=Text(
        "把该列改为文本格式，对照原件核对前导零。", "Make the column text and check leading zeros against the source."
    ),
    message=Message(
        "“{label}”一列有 {count} 个编码以数字存储，前导零可能丢失",
        "{count} codes of “{label}” are stored as numbers; leading zeros may be lost",
    ),
    clauses=("8c",),
    page=__doc__,
)
