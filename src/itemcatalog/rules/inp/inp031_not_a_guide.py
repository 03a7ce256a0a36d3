"""页面或文档不是办事指南。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：事项列表页 → 按列表读取。
局限：按它所显示的内容读取，不按指南的章节审核。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP031",
    kind="document-not-guide",
    name="不是办事指南",
    severity=Severity.NOTICE,
    summary=Text("页面或文档不是办事指南。", "A page or document is no guide."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("需要审核指南的，提交指南页面。", "Hand in the guide itself if it is to be audited."),
    message=Message("这不是办事指南，按{what}读取", "This is no guide; it was read as {what}"),
    page=__doc__,
)
