"""一行的列数多于表头。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：表头 8 列，某行 9 列（“身份证,户口簿”没有加双引号）→ "身份证,户口簿"。
局限：只看逗号、制表符等分隔的文本；多数行都比表头长的，视为没有表头的列；可能错位的各列按读不懂处理，原样保留。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP037",
    kind="row-moved",
    name="行中各列错位",
    severity=Severity.WARNING,
    summary=Text("一行的列数多于表头。", "A row has more cells than the header."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "文字中有分隔符的，整格加双引号后重新导出。",
        "Put cells that hold the delimiter into double quotes and export again.",
    ),
    message=Message(
        "第 {row} 行有 {count} 列，表头只有 {width} 列，文字中可能有未加引号的分隔符；“{first}”起各列可能错位，未审核",
        "Row {row} has {count} cells, the header only {width}: a text may hold an unquoted delimiter; what stands from "
        "“{first}” on may have moved and was not checked",
    ),
    page=__doc__,
)
