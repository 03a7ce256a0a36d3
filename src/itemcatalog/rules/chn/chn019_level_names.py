"""市、县两级同一事项的名称不统一。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：市级“涉路施工许可”，县级“涉路施工许可核准” → 按纵向清单统一；没有清单的由审改办确定。
局限：只比对双方来源都提供的名称、主项、子项和业务办理项；仅格式或者措辞不同（含义相同）不算；
与纵向清单不一致的由 NAM008 报告；
名称相近而不能确定是否同一事项的由 NAM003 报告。
"""

from __future__ import annotations

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.chn._differences import NAMES, peer_rule

__all__ = ["RULE"]

RULE = peer_rule(
    "CHN019",
    "市县两级名称统一",
    Severity.WARNING,
    NAMES,
    Text(
        "市、县两级同一事项的名称不统一。",
        "One item has another name at city and county level.",
    ),
    __doc__,
)
