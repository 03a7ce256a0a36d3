"""同一对象中同一个键写了两次。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：{"name": "甲", "name": "乙"} → 只留一个。
局限：采用后写的值。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP016",
    kind="duplicate-key",
    name="键重复",
    severity=Severity.WARNING,
    summary=Text("同一对象中同一个键写了两次。", "One key stands twice in an object."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("删去重复的键。", "Take away the repeated key."),
    message=Message("键“{key}”在同一对象中重复", "Key “{key}” stands twice in one object"),
    page=__doc__,
)
