"""时限只有数字，没有写明单位。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《中华人民共和国行政许可法》第八
十二条（以工作日计算）。
示例：表头“承诺时限”、单元格 5 → 表头改为“承诺时限（工作日）”。
局限：没有单位的数字不参加比较，也不算缺失。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP019",
    kind="limit-without-unit",
    name="时限没有单位",
    severity=Severity.WARNING,
    summary=Text("时限只有数字，没有写明单位。", "Limits are bare numbers without a unit."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；"
        "《优化营商环境条例》第三十五条；"
        "《中华人民共和国行政许可法》第八十二条（以工作日计算）"
    ),
    recommendation=Text("在表头或者单位列写明工作日、自然日。", "Name the unit in the header or in a unit column."),
    message=Message(
        "“{label}”一列有 {count} 个时限只有数字，没有写明单位，未参加比较",
        "{count} limits of “{label}” are bare numbers without a unit; they were not compared",
    ),
    clauses=(
        "9a",
        "xkf-82",
    ),
    page=__doc__,
)
