"""没有写明咨询途径。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（按照标准化格式编制办事指南，清晰列明相关办理要
素）；GB/T 39046-2020 表4（咨询方式、咨询电话）。
示例：咨询电话为空 → 0591-12345678，或者写明咨询地址、网址。
局限：电话、地址、网址、文字有一种即可；写“无”的按没有写；渠道没有这一栏的不检查；公共服务事项为空的按 warning，
只供查询、咨询、浏览（不交材料、不到现场）的、依职权的处罚检查等只作提示；没有写事项类型的，按编码和名称判断，判断不了的按公共服务。
"""

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.gde._missing import missing_rule

__all__ = ["RULE"]

RULE = missing_rule(
    code="GDE002",
    name="咨询途径缺失",
    section="consultation",
    path="consultation",
    parts=("consultation",),
    public=Severity.WARNING,
    summary=Text("没有写明咨询途径。", "There is no way to ask about the item."),
    element_name="咨询方式、咨询电话",
    recommendation=Text(
        "写明带区号的咨询电话，或者咨询地址、网址。", "Give a phone with area code, an address or a URL."
    ),
    english="where to ask",
    page=__doc__,
)
