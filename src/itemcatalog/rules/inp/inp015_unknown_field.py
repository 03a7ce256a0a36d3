"""来源有数据规范中没有的字段。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：taskName → name。
局限：原样保留在 extra 中，不参加审核。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP015",
    kind="unknown-field",
    name="未知字段",
    severity=Severity.NOTICE,
    summary=Text("来源有数据规范中没有的字段。", "The source has a field that the schema does not know."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "改用规范的字段名，或者用 [channel.columns] 对应。", "Use the schema's name, or map it in the workspace."
    ),
    message=Message(
        "字段“{label}”不在数据规范中，原样保留", "Field “{label}” is not in the schema and was kept as it is"
    ),
    page=__doc__,
)
