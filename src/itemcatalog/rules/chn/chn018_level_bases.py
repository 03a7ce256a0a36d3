"""市、县两级同一事项的设定依据不统一。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：统一市、县(市)区两级同一行政审批和服务事项的办理条件、材料、时限、收费等服务标准；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：市级引第四十二条，某区引第四十四条 → 核对原文后统一。
局限：先按子项、业务办理项、情形对齐，未对齐的不比；只比对双方来源都提供的要素；措辞不同按 notice；
市级内容自身有问题或三分之二以上的区县另有一致内容时列为待研判，不归责任何单位。
"""

from __future__ import annotations

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.chn._differences import peer_rule

__all__ = ["RULE"]

RULE = peer_rule(
    "CHN018",
    "市县两级设定依据统一",
    Severity.WARNING,
    ("legal_bases",),
    Text("市、县两级同一事项的设定依据不统一。", "One item rests on other legal bases at city and county level."),
    __doc__,
)
