"""此处应当是一个事项，却没有内容。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：JSON 列表里的 null → 删去，或者补上事项。
局限：没有读取，也不计入事项数。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP012",
    kind="not-an-item",
    name="不是事项",
    severity=Severity.WARNING,
    summary=Text("此处应当是一个事项，却没有内容。", "Where an item should stand there is none."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("补上事项，或者删去。", "Add the item or take the entry away."),
    message=Message("此处不是一个事项：{reason}", "This is no item: {reason}"),
    page=__doc__,
)
