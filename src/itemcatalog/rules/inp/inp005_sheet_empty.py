"""工作表没有数据行。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：只有表头的工作表 → 填写事项或者删去。
局限：空白工作表常是模板留下的，只作提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP005",
    kind="sheet-empty",
    name="工作表没有数据",
    severity=Severity.NOTICE,
    summary=Text("工作表没有数据行。", "A sheet has no rows of data."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("确认是否漏填。", "Check whether rows were forgotten."),
    message=Message("工作表“{sheet}”没有数据行", "Sheet “{sheet}” has no rows"),
    page=__doc__,
)
