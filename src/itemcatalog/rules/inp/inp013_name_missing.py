"""事项没有名称。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象
等要素）。
示例：事项名称为空、其他各列都有值 → 按纵向清单填写名称。
局限：仍作为一个事项计入和审核。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP013",
    kind="name-missing",
    name="没有事项名称",
    severity=Severity.ERROR,
    summary=Text("事项没有名称。", "An item has no name."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象等要素）；"
        "GB/T 39046-2020 表4"
    ),
    recommendation=Text("按纵向清单填写事项名称。", "Fill in the name of the item by the standard list."),
    message=Message("事项名称为空", "The name of the item is empty"),
    clauses=("8a",),
    page=__doc__,
)
