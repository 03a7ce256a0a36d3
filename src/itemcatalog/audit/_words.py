"""The words of the outputs: field names, severities, reasons and headings in Chinese and English."""

from __future__ import annotations

from itemcatalog.findings import Text
from itemcatalog.model.words import field_words
from itemcatalog.rules.rule_words import SEVERITIES

__all__ = ["COLUMNS", "SEVERITIES", "STATUS", "field_words"]

STATUS = {"new": Text("新增", "new"), "known": Text("已知", "known"), "waived": Text("已豁免", "waived")}

COLUMNS = {
    "severity": Text("等级", "Severity"),
    "rule": Text("规则", "Rule"),
    "rule_name": Text("规则名称", "Rule name"),
    "unit": Text("单位", "Unit"),
    "channel": Text("渠道", "Channel"),
    "item": Text("事项名称", "Item"),
    "code": Text("事项编码", "Code"),
    "field": Text("要素", "Field"),
    "message": Text("问题", "Finding"),
    "found": Text("现值", "Found"),
    "expected": Text("应为", "Expected"),
    "basis": Text("依据", "Basis"),
    "recommendation": Text("整改建议", "Recommendation"),
    "place": Text("位置", "Place"),
    "status": Text("状态", "Status"),
    "fingerprint": Text("指纹", "Fingerprint"),
    "due": Text("期限", "Due"),
    "reply": Text("回复", "Reply"),
}
