"""工作表中没有可识别的表头。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：第一行就是数据 → 在上方加一行表头，如“事项名称、实施编码”。
局限：该工作表没有读取；不认识的表头可以用 [labels] 或 [channel.columns] 说明。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP004",
    kind="sheet-without-header",
    name="没有表头",
    severity=Severity.WARNING,
    summary=Text("工作表中没有可识别的表头。", "A sheet has no header that is recognised."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "加上表头，或者在工作区用 [channel.columns] 指定。", "Add a header, or map the columns in the workspace."
    ),
    message=Message(
        "工作表“{sheet}”没有可识别的表头，未读取", "Sheet “{sheet}” has no header that is recognised and was not read"
    ),
    page=__doc__,
)
