"""没有写明职权类别（事项类型）。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照纵向清单要求，统一办事事项名称、子项及职权类别）；GB/
T 39046-2020 表4 事项类型。
示例：职权类别为空 → 行政许可。
局限：来源没有职权类别这一列的不检查；主项（只统领子项）不检查。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM003",
    name="职权类别缺失",
    severity=Severity.WARNING,
    path="power_type",
    summary=Text("没有写明职权类别（事项类型）。", "The power type is not stated."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（按照纵向清单要求，统一办事事项名称、子项及职权类别）；"
        "GB/T 39046-2020 表4 事项类型"
    ),
    recommendation=Text("按纵向清单填写职权类别，如行政许可、公共服务。", "State the power type by the standard list."),
    message=Message("职权类别（事项类型）为空", "The power type is empty"),
    clauses=("8b",),
    page=__doc__,
)
