"""市、县两级同一事项的职权类别或办理对象不统一。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：市级“行政确认”，县级“行政许可” → 按纵向清单统一。
局限：先按子项、业务办理项、情形对齐，未对齐的不比；只比对双方来源都提供的要素；措辞不同按 notice；
市级内容自身有问题或三分之二以上的区县另有一致内容时列为待研判，不归责任何单位。
"""

from __future__ import annotations

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.chn._differences import peer_rule

__all__ = ["RULE"]

RULE = peer_rule(
    "CHN011",
    "市县两级职权类别、办理对象统一",
    Severity.WARNING,
    (
        "power_type",
        "target_groups",
    ),
    Text(
        "市、县两级同一事项的职权类别或办理对象不统一。",
        "One item has another power type or target group at city and county level.",
    ),
    __doc__,
)
