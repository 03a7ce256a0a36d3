"""日期写了，但不是完整的日期。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：“2017年5月” → 2017-05-01。
局限：读不懂的日期不参加判断。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP021",
    kind="date-unclear",
    name="日期读不懂",
    severity=Severity.NOTICE,
    summary=Text("日期写了，但不是完整的日期。", "A date is written but is not a full date."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("写成 2017-05-01。", "Write 2017-05-01."),
    message=Message("“{label}”写为“{found}”，不是完整的日期", "“{label}” says “{found}”, which is no full date"),
    page=__doc__,
)
