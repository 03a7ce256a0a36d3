"""没有写明监督投诉渠道。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要
素）；GB/T 39046-2020 表4（监督电话）。
示例：监督投诉电话为空 → 0591-12345678，或者写明投诉地址、网址、12345 热线。
局限：电话、地址、网址、文字有一种即可；写“无”的按没有写；渠道没有这一栏的不检查；公共服务事项为空的按 warning，
只供查询、咨询、浏览（不交材料、不到现场）的、依职权的处罚检查等只作提示；没有写事项类型的，按编码和名称判断，判断不了的按公共服务。
"""

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.gde._missing import missing_rule

__all__ = ["RULE"]

RULE = missing_rule(
    code="GDE003",
    name="监督投诉渠道缺失",
    section="complaint",
    path="complaint",
    parts=("complaint",),
    public=Severity.WARNING,
    summary=Text("没有写明监督投诉渠道。", "There is no way to complain about the item."),
    element_name="监督电话",
    recommendation=Text(
        "写明监督投诉电话（可以是 12345 等热线）、地址或者网址。",
        "Give a phone (a hotline will do), an address or a URL.",
    ),
    english="where to complain",
    page=__doc__,
)
