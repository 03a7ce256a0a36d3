"""文字中有控制字符或残缺字符。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：从 PDF 复制的文字带有 U+0007 → 删去。
局限：已经去除后读取；缺字处请核对。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP027",
    kind="control-characters",
    name="控制字符",
    severity=Severity.NOTICE,
    summary=Text("文字中有控制字符或残缺字符。", "A text holds control or broken characters."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("对照原件核对文字。", "Check the text against its source."),
    message=Message(
        "“{label}”中有 {count} 个控制字符或残缺字符，已去除",
        "“{label}” held {count} control or broken characters, taken out",
    ),
    page=__doc__,
)
