"""The columns that we write (写出的列): header → how a field becomes text; our reader knows every header."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction

from attrs import define

from itemcatalog.formats._grammar import split_list, split_words
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.model import UNCOMMITTED, Item, Joint, Limit, Phone, Window, value_at

__all__ = ["COLUMNS", "LISTED", "Block", "blocks_of", "texts_of", "used_columns"]

# Item path → header, in the order of the sheet. Paths of one list stand together: its entries are rows.
COLUMNS: Mapping[str, str] = {
    "name": "事项名称",
    "parent_name": "主项名称",
    "sub_item": "子项名称",
    "handling_item": "业务办理项名称",
    "aliases": "事项简称",
    "kind": "目录层次",
    "codes.basic": "基本编码",
    "codes.implementation": "实施编码",
    "codes.handling": "业务办理项编码",
    "codes.local_basic": "地方基本编码",
    "codes.local_implementation": "地方实施编码",
    "codes.directory": "标准目录编码",
    "codes.portal": "省网事项编码",
    "codes.internal": "内部编码",
    "power_type": "职权类别",
    "power_source": "权力来源",
    "case_type": "办件类型",
    "levels": "行使层级",
    "division": "行政区划",
    "authority.name": "实施主体",
    "authority.credit_code": "统一社会信用代码",
    "authority.kind": "实施主体性质",
    "authority.entrusting": "委托部门",
    "authority.undertaking": "承办机构",
    "authority.office": "主办处室",
    "authority.joint": "联办机构",
    "internal_unit": "内设机构",
    "status": "事项状态",
    "version": "版本",
    "published": "公布日期",
    "effective": "生效日期",
    "cancelled": "取消日期",
    "updated": "更新日期",
    "legal_bases.title": "法律名称",
    "legal_bases.document_number": "依据文号",
    "legal_bases.article": "依据条款",
    "legal_bases.text": "条款内容",
    "legal_bases.issued_by": "颁布机关",
    "legal_bases.effective": "依据实施日期",
    "target_groups": "服务对象",
    "themes.name": "服务主题",
    "themes.audience": "主题面向对象",
    "themes.scheme": "主题分类体系",
    "situations.name": "办理情形",
    "situations.id": "情形编号",
    "situations.note": "情形说明",
    "statutory_limit": "法定办结时限",
    "statutory_limit.note": "法定办结时限说明",
    "promised_limit": "承诺办结时限",
    "promised_limit.note": "承诺办结时限说明",
    "special_procedures.kind": "特殊环节种类",
    "special_procedures.text": "特殊环节说明",
    "special_procedures.limit": "特殊环节时限",
    "special_procedures.basis": "特殊环节依据",
    "special_procedures.counted": "特殊环节是否计入时限",
    "special_procedures.charged": "特殊环节是否收费",
    "special_procedures.fee_basis": "特殊环节收费依据",
    "special_procedures.situations": "特殊环节适用情形",
    "conditions.text": "受理条件",
    "conditions.logic": "条件关系",
    "conditions.situations": "条件适用情形",
    "conditions.applicants": "条件适用对象",
    "materials.name": "材料名称",
    "materials.code": "材料编码",
    "materials.kind": "材料类型",
    "materials.issuer": "材料出具单位",
    "materials.source": "来源渠道",
    "materials.necessity": "材料必要性",
    "materials.use": "材料用途",
    "materials.originals": "原件份数",
    "materials.copies": "复印件份数",
    "materials.pages": "材料份数",
    "materials.form": "材料形式",
    "materials.basis": "材料依据",
    "materials.acceptance": "受理标准",
    "materials.fill_note": "填报须知",
    "materials.deferrable": "是否容缺",
    "materials.template": "空白表格",
    "materials.sample": "示例样表",
    "materials.electronic_licence": "关联电子证照",
    "materials.order": "材料序号",
    "materials.choice": "任选其一分组",
    "materials.situations": "材料适用情形",
    "materials.applicants": "材料适用对象",
    "procedure.step": "办理流程",
    "procedure.limit": "环节时限",
    "procedure.note": "环节说明",
    "procedure.situations": "环节适用情形",
    "review_methods": "审查方式",
    "fees.charged": "是否收费",
    "fees.collector": "收费主体",
    "fees.online_payment": "是否支持网上支付",
    "fees.items.name": "收费项目名称",
    "fees.items.standard": "收费标准",
    "fees.items.basis": "收费依据",
    "fees.items.reduction": "减免说明",
    "fees.items.reduction_basis": "减免依据",
    "fees.items.situations": "收费适用情形",
    "results.name": "审批结果",
    "results.kind": "结果类型",
    "results.sample": "结果样本",
    "results.validity": "有效期限",
    "results.delivery": "结果领取方式",
    "results.electronic": "结果是否电子",
    "places.name": "办理大厅",
    "places.address": "办理地点",
    "places.windows": "办理窗口",
    "places.hours": "办理时间",
    "places.phones": "窗口电话",
    "places.transport": "交通指引",
    "consultation.phones": "咨询电话",
    "consultation.address": "咨询地址",
    "consultation.url": "咨询网址",
    "consultation.text": "咨询说明",
    "complaint.phones": "监督投诉电话",
    "complaint.address": "监督投诉地址",
    "complaint.url": "监督投诉网址",
    "complaint.text": "监督投诉说明",
    "visits.total": "到办事现场次数",
    "visits.online": "网上办理到现场次数",
    "visits.window": "窗口办理到现场次数",
    "visits.reason": "必须现场办理原因",
    "online.available": "是否网办",
    "online.depth": "网上办理深度",
    "online.url": "网办地址",
    "online.mobile_url": "移动端办理地址",
    "online.booking": "是否支持预约",
    "online.payment": "网办支付",
    "online.system": "办理系统",
    "courier": "是否支持物流快递",
    "electronic_licence": "是否支持电子证照",
    "handling_forms": "办理形式",
    "handling_area": "通办范围",
    "intermediary": "中介服务",
    "quantity_limit": "数量限制",
    "delivery": "结果送达",
    "scope": "适用范围",
    "rights": "申请人权利和义务",
    "inquiry": "公开查询",
    "faq.question": "常见问题",
    "faq.answer": "常见问题答复",
    "entered_hall": "是否进驻大厅",
    "investment": "是否投资项目",
    "document.url": "办事指南下载",
}
# The lists of which each entry is a row of its own, with the field that names an entry.
LISTED: Mapping[str, str] = {
    "legal_bases": "title",
    "themes": "name",
    "situations": "name",
    "special_procedures": "text",
    "conditions": "text",
    "materials": "name",
    "procedure": "step",
    "fees.items": "name",
    "results": "name",
    "places": "address",
    "faq": "question",
}
_WORDS = {"yes": "是", "no": "否", "not_applicable": "不适用", UNCOMMITTED: "未承诺"}


@define(frozen=True, slots=True, kw_only=True)
class Block:
    """事项的若干行: path → the texts of one column from the item's first row on; ``extra`` in its first row."""

    cells: Mapping[str, tuple[str, ...]]
    extra: Mapping[str, str]
    height: int


def blocks_of(items: Iterable[Item]) -> list[Block]:
    """Return the rows of each item."""
    return [_block(item) for item in items]


def _block(item: Item) -> Block:
    cells: dict[str, tuple[str, ...]] = {}
    for path in COLUMNS:
        texts = texts_of(item, path)
        if any(texts):
            cells[path] = texts
    known = item_lexicon({}, {})
    extra = {key: _text(value) for key, value in item.extra.items() if known.find(key) is None or key not in cells}
    return Block(cells=cells, extra=extra, height=max((len(texts) for texts in cells.values()), default=1))


def texts_of(item: Item, path: str) -> tuple[str, ...]:
    """Return the texts of one column of an item: one for each entry of a list that is written in rows."""
    root = next((root for root in LISTED if path.startswith(f"{root}.")), None)
    if root is None:
        return (_single(value_at(item, path)),)
    entries = value_at(item, root)
    field = path[len(root) + 1 :]
    texts = tuple(_single(getattr(entry, field)) for entry in entries)
    if len(texts) == 1 and field == LISTED[root] and texts[0] and split_list(texts[0]) != texts:
        return (json.dumps(list(texts), ensure_ascii=False),)
    return texts


def _single(value: object) -> str:
    """Return one value as a person would write it; a list of words that contain separators as a JSON array."""
    if isinstance(value, tuple):
        return _listed(value)
    return _text(value)


def _listed(values: Sequence[object]) -> str:
    texts = [_text(value) for value in values]
    joined = "、".join(texts)
    if all(isinstance(value, Phone | Joint | Window) for value in values) or split_words(joined) == tuple(texts):
        return joined
    return json.dumps(texts, ensure_ascii=False)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    for kind, write in _WRITERS.items():
        if isinstance(value, kind):
            return write(value)
    return _WORDS.get(str(value), str(value))


def _limit(limit: Limit) -> str:
    return limit.raw if limit.raw is not None else str(limit)


def _phone(phone: Phone) -> str:
    extension = f"转{phone.extension}" if phone.extension else ""
    return f"{phone.number}{extension}{f'（{phone.note}）' if phone.note else ''}"


def _joint(joint: Joint) -> str:
    roles = f"（{'、'.join(joint.roles)}）" if joint.roles else ""
    return f"{joint.name or joint.credit_code or ''}{roles}"


def _window(window: Window) -> str:
    return window.name


def _data(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=str)


_WRITERS: Mapping[type | tuple[type, ...], Callable[..., str]] = {
    Limit: _limit,
    Phone: _phone,
    Joint: _joint,
    Window: _window,
    Fraction: str,
    (list, dict): _data,
}


def used_columns(blocks: Sequence[Block], provides: Iterable[str] = ()) -> tuple[tuple[str, str], ...]:
    """Return path and header of the columns that some item fills, and of those that the source carried."""
    wanted = {path for block in blocks for path in block.cells} | {*provides, "name"}
    return tuple((path, header) for path, header in COLUMNS.items() if path in wanted)
