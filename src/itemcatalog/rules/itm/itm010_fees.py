"""没有写明是否收费。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素；统一收费等服务标准）；《中华人民共
和国行政许可法》第五十八条、第五十九条（收费须有法律、行政法规依据并按公布的标准收取）。
示例：收费一栏为空 → 不收费。
局限：空白不等于不收费；来源只有收费项目、收费依据的不检查（不收费的本来没有项目）；
公共服务事项由 ITM017 检查；收费的依据和标准由 GDE 各条规则检查。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.itm._element import FEE_COLUMNS, element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM010",
    name="收费情况缺失",
    severity=Severity.WARNING,
    path="fees",
    column="|".join(FEE_COLUMNS),
    parts=("fees.charged", "fees.items"),
    public=False,
    summary=Text("没有写明是否收费。", "Whether a fee is charged is not stated."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素；"
        "统一收费等服务标准）；"
        "《中华人民共和国行政许可法》第五十八条、第五十九条（收费须有法律、行政法规依据并按公布的标准收取）"
    ),
    recommendation=Text(
        "写明“不收费”，或者写明收费项目、标准和依据。", "Say 不收费, or state item, standard and basis of the fee."
    ),
    message=Message("没有写明是否收费", "Whether a fee is charged is not stated"),
    clauses=(
        "9a",
        "9b",
    ),
    page=__doc__,
)
