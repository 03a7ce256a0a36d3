"""附表的行找不到所属的事项。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：材料表的 task_guid 在事项表中没有 → 补上事项，或者删去该行。
局限：该行没有读取。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP017",
    kind="orphan-row",
    name="附表的行没有所属事项",
    severity=Severity.WARNING,
    summary=Text("附表的行找不到所属的事项。", "A row of a side table belongs to no item."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("核对两张表的关联编号。", "Check the key that joins the tables."),
    message=Message(
        "附表“{table}”中编号为“{key}”的行找不到所属事项",
        "A row of table “{table}” with the key “{key}” belongs to no item",
    ),
    page=__doc__,
)
