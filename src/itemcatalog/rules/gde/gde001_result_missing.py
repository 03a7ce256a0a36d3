"""没有写明审批（办理）结果。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要
素）；GB/T 39046-2020 表4（结果名称）。
示例：审批结果为空 → 食品经营许可证；没有结果文书的写“无”。
局限：渠道没有结果这一栏的不检查；写“无”的视为已经写明；公共服务事项由 ITM017 检查。
"""

from itemcatalog.findings import Text
from itemcatalog.rules.gde._missing import missing_rule

__all__ = ["RULE"]

RULE = missing_rule(
    code="GDE001",
    name="审批结果缺失",
    section="results",
    path="results",
    parts=("results",),
    public=None,
    summary=Text("没有写明审批（办理）结果。", "The result of the item is not stated."),
    element_name="结果名称",
    recommendation=Text(
        "写明结果文书的全称；没有结果文书的写“无”。", "Name the document that is issued; if there is none, say so."
    ),
    english="the result",
    page=__doc__,
)
