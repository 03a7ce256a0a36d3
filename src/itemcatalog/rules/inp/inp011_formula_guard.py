"""文字带有防止公式执行的前导撇号。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：'=1+1 → =1+1（撇号不是内容）。
局限：撇号已去掉，只作提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP011",
    kind="formula-guard",
    name="前导撇号",
    severity=Severity.NOTICE,
    summary=Text("文字带有防止公式执行的前导撇号。", "Texts carry a leading apostrophe against formulas."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("不用处理；再次导出时注意。", "Nothing to do; mind it at the next export."),
    message=Message(
        "“{label}”一列有 {count} 个单元格去掉了前导撇号", "{count} cells of “{label}” lost a leading apostrophe"
    ),
    page=__doc__,
)
