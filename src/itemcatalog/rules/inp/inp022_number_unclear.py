"""份数、页数或金额写了，但不能理解为一个数。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：份数“若干” → 2。
局限：读不懂的数不参加比较。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP022",
    kind="number-unclear",
    name="数量读不懂",
    severity=Severity.NOTICE,
    summary=Text(
        "份数、页数或金额写了，但不能理解为一个数。", "A count or an amount is written but cannot be understood."
    ),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("写成一个数。", "Write one number."),
    message=Message("“{label}”写为“{found}”，不能理解为一个数", "“{label}” says “{found}”, which is no number"),
    page=__doc__,
)
