"""The documents that bases name, written one way everywhere."""

from __future__ import annotations

__all__ = ["BUSINESS", "CODES", "CODING", "ELEMENTS", "GB_39046", "LICENSING", "NAMES_AND_CODES", "ONLINE", "PLAN"]

PLAN = "福州市2017年“互联网+政务服务”绩效考核实施方案"
LICENSING = "《中华人民共和国行政许可法》"
ONLINE = "《国务院关于在线政务服务的若干规定》（国务院令第716号）"
BUSINESS = "《优化营商环境条例》（国务院令第722号）"
GB_39046 = "GB/T 39046-2020 表4"
ELEMENTS = f"{PLAN}（列明行政审批和服务事项名称、设定依据、实施机关、办理对象等要素）；{GB_39046}"
CODING = "C0109.1-2018、GB/T 39554.1-2020"
NAMES_AND_CODES = f"{PLAN}（统一办事事项名称、子项及职权类别；按照统一编码规则赋码）；{CODING}"
CODES = f"{PLAN}（行政审批和服务事项按照统一编码规则赋码）；{CODING}"
