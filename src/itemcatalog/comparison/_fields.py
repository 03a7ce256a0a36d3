"""Which fields are compared, how, and what the plan demands of peers."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Mapping
from typing import Any

from attrs import define

from itemcatalog.comparison._agreement import Agreement, Change, EntryDifference, worst
from itemcatalog.comparison._citations import article_key, by_article, compare_bases, law_key
from itemcatalog.comparison._coded import coded_key, compare_coded, compare_or_none
from itemcatalog.comparison._contacts import compare_contacts, compare_place, phone_keys
from itemcatalog.comparison._entries import EntryKind, Part, compare_entries, text_kind
from itemcatalog.comparison._limits import compare_limits, limit_key
from itemcatalog.comparison._show import show_basis, show_contact, show_fee, show_limit, show_place, show_value
from itemcatalog.comparison._texts import compare_texts, format_key
from itemcatalog.findings import Text
from itemcatalog.model import value_at

__all__ = ["FIELDS", "FieldSpec", "PeerDuty"]

Answer = tuple[Agreement, tuple[EntryDifference, ...]]


class PeerDuty(enum.StrEnum):
    """同级要求: what the plan asks of one item of several authorities (统一办理条件、材料、时限、收费)."""

    EQUAL = "equal"
    SHORTER = "shorter"
    ALLOWED = "allowed"


@define(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """比对字段: one field with its words, its comparison and what is demanded of peers."""

    path: str
    label: Text
    peers: PeerDuty
    key: Callable[[Any], object]
    compare: Callable[[Any, Any, frozenset[str]], Answer]
    show: Callable[[Any], str]

    def value(self, item: object) -> Any:
        """Return the value of the field in an item."""
        return value_at(item, self.path)


def _plain(compare: Callable[[Any, Any], Agreement]) -> Callable[[Any, Any, frozenset[str]], Answer]:
    return lambda left, right, provided: (compare(left, right), ())


def _exact(left: object, right: object) -> Agreement:
    return Agreement.EQUAL if left == right else Agreement.SUBSTANCE


def _texts(left: object, right: object) -> Agreement:
    return compare_texts(str(left), str(right))


def _entries(kind: EntryKind) -> Callable[[Any, Any, frozenset[str]], Answer]:
    return lambda left, right, provided: compare_entries(left, right, kind, provided)


def _set_key(kind: EntryKind) -> Callable[[Any], object]:
    return lambda entries: frozenset(
        (kind.key(e), *(_part_key(p, getattr(e, p.name)) for p in kind.parts)) for e in entries
    )


def _part_key(part: Part, value: object) -> object:
    return part.key(value) if isinstance(value, str) and value else value


def _text_part(name: str) -> Part:
    return Part(name, _texts)


def _coded_part(name: str, table: str) -> Part:
    return Part(name, compare_coded(table), key=coded_key(table))


def _limit_part(name: str) -> Part:
    return Part(name, compare_limits)


def _named(attribute: str, *parts: Part) -> EntryKind:
    return EntryKind(
        key=lambda entry: format_key(getattr(entry, attribute) or ""),
        show=lambda entry: getattr(entry, attribute) or "",
        name=lambda one, other: _texts(getattr(one, attribute) or "", getattr(other, attribute) or ""),
        parts=parts,
    )


_SCOPE = (Part("situations", _exact, show_value), Part("applicants", _exact, show_value))
_KINDS: Mapping[str, EntryKind] = {
    "legal_bases": EntryKind(
        key=lambda b: f"{law_key(b)}{article_key(b)}", show=show_basis, name=compare_bases, other=Change.CHANGED
    ),
    "conditions": _named("text", *_SCOPE),
    "materials": _named(
        "name",
        *(Part(name, _exact) for name in ("originals", "copies")),
        _text_part("issuer"),
        _coded_part("necessity", "material_necessity"),
        _coded_part("form", "material_forms"),
        _coded_part("kind", "material_kinds"),
        _coded_part("source", "material_sources"),
        *_SCOPE,
    ),
    "special_procedures": _named(
        "kind", _limit_part("limit"), _text_part("basis"), Part("counted", _exact, show_value)
    ),
    "procedure": _named("step", _limit_part("limit")),
    "results": _named("name", *map(_text_part, ("kind", "validity"))),
    "faq": _named("question", _text_part("answer")),
    "places": EntryKind(
        key=lambda p: format_key(f"{p.address or p.name or ''}{p.hours or ''}"),
        show=show_place,
        name=compare_place,
        other=Change.CHANGED,
    ),
    "limits": EntryKind(
        key=lambda limit: f"{limit.kind}{sorted(limit.situations)}{limit_key(limit)}",
        show=lambda limit: f"{'、'.join(limit.situations)}{show_limit(limit)}",
        name=compare_limits,
        other=Change.CHANGED,
    ),
    "themes": text_kind(lambda theme: theme.name),
}


def _same_fee(one: Any, other: Any) -> Agreement:
    """Compare what is to be paid; a name that only one side gives says nothing of the amount."""
    stated = [(one.standard, other.standard), (one.name, other.name)]
    both = [_charge(left, right) for left, right in stated if left and right]
    return worst(both) if both else _texts(show_fee(one), show_fee(other))


_EACH = re.compile(r"每(?P<what>[\u4e00-\u9fff]{1,3}?)(?P<sum>[0-9]+(?:\.[0-9]+)?元)")


def _charge(left: str, right: str) -> Agreement:
    """Compare two charges: 每证10元 and 10元/证 say the same."""
    agreement = _texts(left, right)
    if agreement is not Agreement.SUBSTANCE:
        return agreement
    one, other = (_EACH.sub(r"\g<sum>\g<what>", format_key(text)) for text in (left, right))
    return Agreement.WORDING if one == other else agreement


_FEE = EntryKind(
    key=lambda fee: format_key(fee.standard or fee.name or ""),
    show=show_fee,
    name=_same_fee,
    parts=(_text_part("basis"), Part("tiers", _exact, show_value)),
    other=Change.CHANGED,
)


# 收费标准 "不收费" beside 是否收费 "否" names no fee.
_FREE = frozenset({"", "无", "不收费", "免费", "不收取", "不收取费用", "不收取任何费用", "免收", "0元", "0"})


def _charges(fees: Any) -> tuple[Any, ...]:
    """Return the fees that name something to pay."""
    return tuple(fee for fee in fees.items if not {format_key(fee.name or ""), format_key(fee.standard or "")} <= _FREE)


def _fees(left: Any, right: Any, provided: frozenset[str]) -> Answer:
    stated = left.charged is not None and right.charged is not None
    if stated and left.charged != right.charged:
        return Agreement.SUBSTANCE, ()
    return compare_entries(_charges(left), _charges(right), _FEE, provided)


def _list(path: str, zh: str, en: str, peers: PeerDuty, kind: EntryKind | None = None) -> FieldSpec:
    kind = kind or _KINDS.get(path) or text_kind()
    return FieldSpec(
        path=path, label=Text(zh, en), peers=peers, key=_set_key(kind), compare=_entries(kind), show=show_value
    )


def _text(path: str, zh: str, en: str, peers: PeerDuty = PeerDuty.ALLOWED) -> FieldSpec:
    return FieldSpec(
        path=path,
        label=Text(zh, en),
        peers=peers,
        key=lambda value: format_key(value or ""),
        compare=_plain(compare_or_none),
        show=show_value,
    )


def _coded(path: str, zh: str, en: str, table: str, peers: PeerDuty = PeerDuty.ALLOWED) -> FieldSpec:
    return FieldSpec(
        path=path,
        label=Text(zh, en),
        peers=peers,
        key=coded_key(table),
        compare=_plain(compare_coded(table)),
        show=show_value,
    )


def _coded_kind(table: str) -> EntryKind:
    return EntryKind(key=coded_key(table), show=str, name=compare_coded(table))


def _value(path: str, zh: str, en: str, peers: PeerDuty = PeerDuty.ALLOWED) -> FieldSpec:
    return FieldSpec(
        path=path, label=Text(zh, en), peers=peers, key=lambda v: v, compare=_plain(_exact), show=show_value
    )


def _limit(path: str, zh: str, en: str, peers: PeerDuty) -> FieldSpec:
    return FieldSpec(
        path=path, label=Text(zh, en), peers=peers, key=limit_key, compare=_plain(compare_limits), show=show_limit
    )


def _contact(path: str, zh: str, en: str) -> FieldSpec:
    def key(contact: Any) -> object:
        keys = phone_keys(contact)
        text = format_key(contact.text or "") if contact.phones or not keys else ""
        return keys, text, contact.address

    return FieldSpec(
        path=path,
        label=Text(zh, en),
        peers=PeerDuty.ALLOWED,
        key=key,
        compare=_plain(compare_contacts),
        show=show_contact,
    )


def _bases(left: Any, right: Any, provided: frozenset[str]) -> Answer:
    return compare_entries(by_article(left), by_article(right), _KINDS["legal_bases"], provided)


def _fee_key(fees: Any) -> object:
    return fees.charged, _set_key(_FEE)(_charges(fees))


_EQUAL, _ALLOWED = PeerDuty.EQUAL, PeerDuty.ALLOWED

FIELDS: tuple[FieldSpec, ...] = (
    _text("name", "事项名称", "name", _EQUAL),
    _text("sub_item", "子项名称", "sub-item", _EQUAL),
    _coded("power_type", "职权类别", "power type", "item_types", _EQUAL),
    _coded("case_type", "办件类型", "case type", "case_types"),
    FieldSpec(
        path="legal_bases",
        label=Text("设定依据", "legal bases"),
        peers=_EQUAL,
        key=lambda bases: _set_key(_KINDS["legal_bases"])(by_article(bases)),
        compare=_bases,
        show=show_value,
    ),
    _list("target_groups", "办理对象", "target groups", _EQUAL, _coded_kind("target_groups")),
    _limit("statutory_limit", "法定办结时限", "statutory limit", _EQUAL),
    _limit("promised_limit", "承诺办结时限", "promised limit", PeerDuty.SHORTER),
    _list("limits", "分情形时限", "limits by situation", PeerDuty.SHORTER),
    _list("special_procedures", "特殊环节", "special procedures", _ALLOWED),
    _list("conditions", "受理条件", "conditions", _EQUAL),
    _list("materials", "申请材料", "materials", _EQUAL),
    _list("procedure", "办理流程", "procedure", _ALLOWED),
    _list("review_methods", "审查方式", "review methods", _ALLOWED),
    FieldSpec(path="fees", label=Text("收费", "fees"), peers=_EQUAL, key=_fee_key, compare=_fees, show=show_value),
    _list("results", "审批结果", "results", _ALLOWED),
    _text("authority.name", "实施主体", "authority"),
    _list("places", "办理地点", "places", _ALLOWED),
    _contact("consultation", "咨询途径", "consultation"),
    _contact("complaint", "监督投诉渠道", "complaint"),
    _value("visits.total", "到办事现场次数", "visits"),
    _value("online.available", "是否网上办理", "online service"),
    _coded("online.depth", "网上办理深度", "online depth", "online_depths"),
    _text("courier", "物流快递", "courier"),
    _value("electronic_licence", "支持电子证照", "electronic licence"),
    _list("handling_forms", "办理形式", "handling forms", _ALLOWED, _coded_kind("handling_forms")),
    _coded("handling_area", "通办范围", "handling area", "handling_areas"),
    _text("intermediary", "中介服务", "intermediary"),
    _text("quantity_limit", "数量限制", "quantity limit"),
    _list("delivery", "结果送达", "delivery", _ALLOWED),
    _text("scope", "适用范围", "scope"),
    _text("rights", "申请人权利和义务", "rights"),
    _text("inquiry", "公开查询", "inquiry"),
    _list("faq", "常见问题", "questions", _ALLOWED),
)
