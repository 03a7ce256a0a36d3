"""文件的文字编码不能确定。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：没有标记、也不是 UTF-8 的 CSV → 保存为带 BOM 的 UTF-8。
局限：按 gb18030 读取；请看几处汉字是否正确。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP003",
    kind="codec-uncertain",
    name="文字编码不确定",
    severity=Severity.WARNING,
    summary=Text("文件的文字编码不能确定。", "The character encoding of the file is uncertain."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("用 UTF-8 重新保存文件。", "Save the file as UTF-8."),
    message=Message("文字编码不确定，按 {codec} 读取", "The encoding is uncertain; it was read as {codec}"),
    page=__doc__,
)
