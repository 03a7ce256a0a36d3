"""没有写明实施机关。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象
等要素）；GB/T 39046-2020 表4 实施主体。
示例：实施机关为空 → 福州市市场监督管理局。
局限：来源没有实施机关这一列的不检查（例如一个部门自己的清单）。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM005",
    name="实施机关缺失",
    severity=Severity.ERROR,
    path="authority.name",
    summary=Text("没有写明实施机关。", "The implementing authority is not stated."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象等要素）；"
        "GB/T 39046-2020 表4 实施主体"
    ),
    recommendation=Text("填写实施机关的规范全称。", "State the full name of the authority."),
    message=Message("实施机关为空", "The implementing authority is empty"),
    clauses=("8a",),
    page=__doc__,
)
