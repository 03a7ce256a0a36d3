"""并列各列的条数不一致，不能逐条对应。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：材料名称 3 条、份数 2 条 → 逐条对应填写。
局限：不能对应的一列没有采用。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP024",
    kind="entries-unequal",
    name="并列各列条数不一致",
    severity=Severity.WARNING,
    summary=Text("并列各列的条数不一致，不能逐条对应。", "Parallel columns have different numbers of entries."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("逐条对应填写，没有的写“无”。", "Give each entry its own value; write 无 where there is none."),
    message=Message(
        "“{label}”有 {values} 条，对应的条目有 {entries} 条，未采用",
        "“{label}” has {values} values for {entries} entries; they were not used",
    ),
    page=__doc__,
)
