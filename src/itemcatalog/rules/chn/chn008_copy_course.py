"""同一实施事项在不同渠道公布的流程、结果或特殊环节不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：不同渠道所公布办事指南要素内容相一致；
《优化营商环境条例》（国务院令第722号）第三十五条：推进同一事项实行无差别受理、同标准办理。
示例：省网的流程缺“现场核查” → 补齐。
局限：只比对双方来源都提供的要素；仅格式不同不算；措辞不同而含义相同的按 notice；文字是否同义无法确定的最多为 warning；
应以哪一个为准不明时列为待研判，不归责任何单位。
"""

from __future__ import annotations

from itemcatalog.findings import Severity, Text
from itemcatalog.rules.chn._differences import replica_rule

__all__ = ["RULE"]

RULE = replica_rule(
    "CHN008",
    "流程、结果、特殊环节的多渠道一致",
    Severity.WARNING,
    (
        "procedure",
        "review_methods",
        "results",
        "special_procedures",
    ),
    Text(
        "同一实施事项在不同渠道公布的流程、结果或特殊环节不一致。",
        "Copies of one item state another procedure, result or special procedure.",
    ),
    __doc__,
)
