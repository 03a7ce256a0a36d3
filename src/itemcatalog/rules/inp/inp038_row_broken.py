"""一行断成了几行。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：申请材料“身份证”换行“户口簿”没有加双引号，占了两行 → 整格加双引号。
局限：各段合起来正好一行、分开则与表头不符的，或下一行以未闭合的括号、续接的标点或序号接上文的，才合并；
  只看逗号、制表符等分隔的文本。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP038",
    kind="row-broken",
    name="一行断成几行",
    severity=Severity.NOTICE,
    summary=Text("一行断成了几行。", "A row is broken into several lines."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "单元格内有换行的，整格加双引号后重新导出。",
        "Put cells that hold line ends into double quotes and export again.",
    ),
    message=Message(
        "第 {row}–{last} 行是同一行，单元格内有未加引号的换行，已合并读取",
        "Lines {row}–{last} are one row with a line end in a cell without quotes; they were joined",
    ),
    page=__doc__,
)
