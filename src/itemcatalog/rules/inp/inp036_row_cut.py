"""一行的列数少于表头。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：表头 8 列，末行只有 3 列（文件传输中断）→ 重新导出，补全该行。
局限：只看逗号、制表符等分隔的文本；省去行尾空格子的表不算；所缺各列按读不懂处理，
  不算缺失，可能截在格中的，最后一格也是。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP036",
    kind="row-cut",
    name="行被截断",
    severity=Severity.WARNING,
    summary=Text("一行的列数少于表头。", "A row has fewer cells than the header."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "重新导出该文件；单元格内有换行的，整格加双引号。",
        "Export the file again; put cells that hold line ends into double quotes.",
    ),
    message=Message(
        "第 {row} 行只有 {count} 列，表头有 {width} 列，可能被截断，或单元格内有换行；“{first}”起各列未审核",
        "Row {row} has only {count} cells, the header has {width}: it may be cut short, or a cell holds a line end; "
        "nothing was checked from “{first}” on",
    ),
    page=__doc__,
)
