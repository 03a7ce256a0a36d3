"""合并单元格跨越多个事项。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：“实施机关”一格合并五行 → 逐行填写。
局限：合并区域的值用于其中每一行，位置注明左上角单元格。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP008",
    kind="merged-over-items",
    name="合并单元格跨多个事项",
    severity=Severity.NOTICE,
    summary=Text("合并单元格跨越多个事项。", "A merged cell spans several items."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("逐行填写，避免筛选、排序时错位。", "Fill in each row, so that sorting does not shift values."),
    message=Message(
        "“{label}”在 {range} 合并，其值“{found}”用于区域内每个事项",
        "“{label}” is merged over {range}; its value “{found}” stands for every item there",
    ),
    page=__doc__,
)
