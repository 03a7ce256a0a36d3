"""The words of the outputs: field names, severities, reasons and headings in Chinese and English."""

from __future__ import annotations

import re

from itemcatalog.findings import Severity, Text

__all__ = ["COLUMNS", "SEVERITIES", "STATUS", "field_words", "reason_words"]

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTICE: Text("提示", "notice"),
}

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

_FIELDS = {
    "name": "事项名称",
    "parent_name": "主项名称",
    "sub_item": "子项",
    "handling_item": "业务办理项",
    "aliases": "简称",
    "kind": "目录层次",
    "codes": "编码",
    "codes.basic": "基本编码",
    "codes.implementation": "实施编码",
    "codes.handling": "业务办理项编码",
    "codes.local_basic": "地方基本编码",
    "codes.local_implementation": "地方实施编码",
    "power_type": "事项类型",
    "power_source": "权力来源",
    "case_type": "办件类型",
    "levels": "行使层级",
    "division": "行政区划",
    "authority": "实施主体",
    "status": "事项状态",
    "version": "版本",
    "published": "公布日期",
    "effective": "生效日期",
    "cancelled": "取消日期",
    "updated": "更新日期",
    "legal_bases": "设定依据",
    "target_groups": "办理对象",
    "themes": "主题",
    "situations": "情形",
    "statutory_limit": "法定办结时限",
    "promised_limit": "承诺办结时限",
    "limits": "分情形时限",
    "special_procedures": "特殊环节",
    "conditions": "受理条件",
    "materials": "申请材料",
    "procedure": "办理流程",
    "review_methods": "审查方式",
    "fees": "收费",
    "results": "审批结果",
    "places": "办理地点",
    "consultation": "咨询方式",
    "complaint": "监督投诉方式",
    "visits": "到现场次数",
    "online": "网上办理",
    "courier": "快递",
    "electronic_licence": "电子证照",
    "handling_forms": "办理形式",
    "handling_area": "通办范围",
    "intermediary": "中介服务",
    "quantity_limit": "数量限制",
    "delivery": "送达方式",
    "scope": "适用范围",
    "rights": "权利义务",
    "inquiry": "公开查询",
    "faq": "常见问题",
    "entered_hall": "进驻大厅",
    "internal_unit": "内设机构",
    "investment": "投资项目",
    "document": "可下载指南",
    "extra": "原表其他列",
    "number": "办件编号",
    "item_code": "事项编码",
    "way": "申报方式",
    "applied": "申请时间",
    "handled": "处理时间",
    "accepted": "受理时间",
    "finished": "办结时间",
    "outcome": "处理结果",
    "opinion": "处理意见",
    "reported": "报送时间",
    "waiver": "豁免",
    "decision": "人工判定",
}

_PARTS = {
    "name": "名称",
    "code": "编码",
    "credit_code": "统一社会信用代码",
    "issuer": "出具机构",
    "source": "来源渠道",
    "kind": "类型",
    "basis": "依据",
    "text": "内容",
    "title": "名称",
    "article": "条款",
    "document_number": "文号",
    "limit": "时限",
    "unit": "单位",
    "value": "数值",
    "phones": "电话",
    "address": "地址",
    "hours": "时间",
    "windows": "窗口",
    "transport": "交通",
    "sample": "样本",
    "template": "空表",
    "standard": "标准",
    "items": "项目",
    "charged": "是否收费",
    "copies": "份数",
    "originals": "原件份数",
    "necessity": "必要性",
    "form": "形式",
    "url": "网址",
    "depth": "深度",
    "total": "总次数",
    "online": "网上",
    "window": "窗口",
    "reason": "原因",
    "audience": "对象",
    "online_payment": "网上缴费",
    "electronic": "电子证照",
    "booking": "预约",
    "available": "是否可办",
    "system": "系统",
    "delivery": "送达",
    "validity": "有效期",
    "acceptance": "受理标准",
    "step": "环节",
    "tiers": "档次",
    "amount": "金额",
    "reduction": "减免",
    "reduction_basis": "减免依据",
    "collector": "收费主体",
    "when": "档次条件",
    "fee_basis": "收费依据",
    "counted": "是否计入时限",
    "excludes": "不计入的时间",
    "state": "状态",
    "raw": "原文",
    "note": "说明",
    "number": "号码",
    "extension": "分机",
    "fill_note": "填报须知",
    "pages": "页数",
    "use": "用途",
    "choice": "任选其一",
    "deferrable": "容缺后补",
    "electronic_licence": "电子证照",
    "order": "顺序",
    "logic": "满足方式",
    "issued_by": "颁布机关",
    "effective": "施行日期",
    "scheme": "分类方案",
    "id": "编号",
    "situations": "适用情形",
    "applicants": "适用对象",
    "entrusting": "委托部门",
    "undertaking": "承办机构",
    "office": "责任科室",
    "joint": "联办机构",
    "roles": "分工",
    "serves": "服务范围",
    "mobile_url": "移动端网址",
    "payment": "网上支付",
    "question": "问题",
    "answer": "回答",
    "sha256": "校验值",
    "basic": "基本编码",
    "implementation": "实施编码",
    "handling": "业务办理项编码",
    "directory": "目录编码",
    "portal": "平台编码",
    "internal": "内部编码",
    "extra": "原表其他列",
}

_PATH = re.compile(r" ?\b[a-z_]{4,}(?:\.[a-z_]+)*\b ?")
_SEGMENT = re.compile(r"([a-z_][a-z_0-9]*)(?:\[(\d+)\])?")


def field_words(path: str | None, language: str) -> str:
    """Return a field path in words: ``materials[2].issuer`` → 申请材料第3项·出具机构; English keeps the path."""
    if not path:
        return ""
    if language == "en":
        return path
    if path in _FIELDS:
        return _FIELDS[path]
    segments = _SEGMENT.findall(path)
    words = [_FIELDS.get(segments[0][0], segments[0][0])] if segments else [path]
    words += [_PARTS.get(name, name) for name, _ in segments[1:]]
    numbered = [f"{word}第{int(n) + 1}项" if n else word for word, (_, n) in zip(words, segments, strict=False)]
    return "·".join(numbered or words)


def reason_words(reason: str, language: str) -> str:
    """Return why a rule was not checked with its field paths in words: ``来源没有 case_type 这一项``."""
    return reason if language == "en" else _PATH.sub(_known, reason)


def _known(found: re.Match[str]) -> str:
    path = found[0].strip()
    return f"“{field_words(path, 'zh')}”" if path.partition(".")[0] in _FIELDS else found[0]
