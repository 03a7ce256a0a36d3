"""两列对应同一要素，取值不能合并。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：“承诺时限”出现两列、值不同 → 保留一列，或用 [channel.columns] 指定。
局限：采用先出现的一列，另一列保留在 extra。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP006",
    kind="column-twice",
    name="两列对应同一要素",
    severity=Severity.WARNING,
    summary=Text("两列对应同一要素，取值不能合并。", "Two columns mean the same field and cannot be joined."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("删去多余的列，或者指定用哪一列。", "Drop one of the columns, or name the one that counts."),
    message=Message(
        "“{label}”与“{other}”对应同一要素，采用前者",
        "“{label}” and “{other}” mean the same field; the first one is used",
    ),
    page=__doc__,
)
