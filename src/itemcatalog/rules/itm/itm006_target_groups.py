"""没有写明办理对象。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象
等要素）；GB/T 39046-2020 表4 服务对象。
示例：办理对象为空 → 企业法人。
局限：来源没有办理对象这一列的不检查。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM006",
    name="办理对象缺失",
    severity=Severity.ERROR,
    path="target_groups",
    summary=Text("没有写明办理对象。", "The target groups are not stated."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象等要素）；"
        "GB/T 39046-2020 表4 服务对象"
    ),
    recommendation=Text("填写办理对象，如自然人、企业法人。", "State who may apply, such as 自然人, 企业法人."),
    message=Message("办理对象为空", "The target groups are empty"),
    clauses=("8a",),
    page=__doc__,
)
