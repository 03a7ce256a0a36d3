"""没有写明设定依据。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象
等要素）；《中华人民共和国行政许可法》第三十条（公示许可事项的依据）。
示例：设定依据为空 → 《中华人民共和国食品安全法》第三十五条。
局限：来源没有设定依据这一列的不检查；依据的内容由 LAW 各条规则检查。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM004",
    name="设定依据缺失",
    severity=Severity.ERROR,
    path="legal_bases",
    summary=Text("没有写明设定依据。", "No legal basis is stated."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（列明行政审批和服务事项名称、设定依据、实施机关、办理对象等要素）；"
        "《中华人民共和国行政许可法》第三十条（公示许可事项的依据）"
    ),
    recommendation=Text(
        "按纵向清单填写设定依据，写明文件全称和条款。", "State the legal basis with full title and article."
    ),
    message=Message("设定依据为空", "The legal basis is empty"),
    clauses=(
        "8a",
        "xkf-30",
    ),
    page=__doc__,
)
