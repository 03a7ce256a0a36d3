"""单元格是公式错误值。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：#REF! → 填写实际的值。
局限：该要素按写了但读不懂处理，不算缺失。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP010",
    kind="cell-error",
    name="公式错误值",
    severity=Severity.WARNING,
    summary=Text("单元格是公式错误值。", "A cell holds a formula error."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("修正公式，或者直接填写值。", "Repair the formula or write the value."),
    message=Message("“{label}”的公式没有结果：{found}", "The formula of “{label}” has no result: {found}"),
    page=__doc__,
)
