"""文件中有字节无法按所判定的编码解码。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：混有两种编码的 CSV → 统一保存为 UTF-8。
局限：无法解码处以替换符代替，所在要素可能不完整。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP002",
    kind="undecodable",
    name="有字节无法解码",
    severity=Severity.WARNING,
    summary=Text("文件中有字节无法按所判定的编码解码。", "Some bytes cannot be decoded."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("用 UTF-8 重新保存文件。", "Save the file as UTF-8."),
    message=Message(
        "按 {codec} 解码时有 {count} 处无法识别（第一处在第 {offset} 字节）",
        "{count} places cannot be decoded as {codec} (the first at byte {offset})",
    ),
    page=__doc__,
)
