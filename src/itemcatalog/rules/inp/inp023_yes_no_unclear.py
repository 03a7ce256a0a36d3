"""是否类要素写了，但既不是“是”也不是“否”。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：是否收费“视情况” → 是，并在收费标准中分情形说明。
局限：读不懂的不参加判断，也不算缺失。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP023",
    kind="yes-no-unclear",
    name="是否读不懂",
    severity=Severity.NOTICE,
    summary=Text("是否类要素写了，但既不是“是”也不是“否”。", "A yes-or-no field says neither."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("写“是”或“否”。", "Write 是 or 否."),
    message=Message("“{label}”写为“{found}”，既不是“是”也不是“否”", "“{label}” says “{found}”, neither yes nor no"),
    page=__doc__,
)
