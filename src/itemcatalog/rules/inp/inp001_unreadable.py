"""整个文件无法读取。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：加密的 xlsx → 另存为不加密的 xlsx 后重新提交。
局限：其余文件照常审核；退出码为 3。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP001",
    kind="input-unreadable",
    name="文件无法读取",
    severity=Severity.ERROR,
    summary=Text("整个文件无法读取。", "A whole file cannot be read."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "检查文件是否损坏、加密，另存后重新提交。", "Check whether the file is damaged or encrypted; save it again."
    ),
    message=Message("文件无法读取：{reason}", "The file cannot be read: {reason}"),
    page=__doc__,
)
