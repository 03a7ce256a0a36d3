"""同一实施事项在不同渠道公布的名称不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：不同渠道所公布办事指南要素内容相一致；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：市级清单为“涉路施工许可”，省网写“涉路施工许可核准” → 省网改为“涉路施工许可”。
局限：只比对双方来源都提供的名称、主项、子项和业务办理项；仅格式或者措辞不同（含义相同）不算；
与纵向清单不一致的由 NAM008 报告；
同一编码而核心对象不同的由 NAM001 报告。
"""

from __future__ import annotations

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.chn._differences import NAMES, replica_rule

__all__ = ["RULE"]

RULE = replica_rule(
    "CHN010",
    "名称的多渠道一致",
    Severity.WARNING,
    NAMES,
    Text(
        "同一实施事项在不同渠道公布的名称不一致。",
        "Copies of one item have another name.",
    ),
    __doc__,
)
