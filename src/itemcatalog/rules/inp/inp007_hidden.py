"""表格中有隐藏的行、列或工作表。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：隐藏了三行旧事项 → 删去，或者取消隐藏。
局限：隐藏内容照样读取和审核。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP007",
    kind="hidden-content",
    name="隐藏的内容",
    severity=Severity.NOTICE,
    summary=Text("表格中有隐藏的行、列或工作表。", "There are hidden rows, columns or sheets."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("确认隐藏的内容是否应当公布。", "Check whether what is hidden should be published."),
    message=Message("有隐藏内容：{what}（{count}），已一并读取", "Hidden: {what} ({count}); it was read all the same"),
    page=__doc__,
)
