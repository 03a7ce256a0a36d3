"""Which fields are compared, how, and what the plan demands of peers."""

from __future__ import annotations

import enum
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from attrs import define

from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._coded import coded_key, compare_coded, compare_or_none
from itemcatalog.comparison._contacts import compare_contacts, phone_keys
from itemcatalog.comparison._entries import EntryKind, compare_entries, text_kind
from itemcatalog.comparison._kinds import (
    KINDS,
    Answer,
    bases_key,
    coded_kind,
    compare_all_bases,
    compare_fees,
    fees_key,
    set_key,
)
from itemcatalog.comparison._limits import compare_limits, limit_key
from itemcatalog.comparison._offices import compare_offices
from itemcatalog.comparison._show import show_contact, show_limit, show_value
from itemcatalog.comparison._texts import format_key
from itemcatalog.findings import Text
from itemcatalog.model import value_at
from itemcatalog.policy import Policy

__all__ = ["FIELDS", "OF_THE_PLAN", "SPECS", "FieldSpec", "PeerDuty", "may_differ"]


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


def _entries(kind: EntryKind) -> Callable[[Any, Any, frozenset[str]], Answer]:
    return lambda left, right, provided: compare_entries(left, right, kind, provided)


def _list(path: str, zh: str, en: str, peers: PeerDuty, kind: EntryKind | None = None) -> FieldSpec:
    kind = kind or KINDS.get(path) or text_kind()
    return FieldSpec(
        path=path, label=Text(zh, en), peers=peers, key=set_key(kind), compare=_entries(kind), show=show_value
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


_EQUAL, _ALLOWED = PeerDuty.EQUAL, PeerDuty.ALLOWED

_OFFICE = FieldSpec(
    path="authority.name",
    label=Text("实施主体", "authority"),
    peers=PeerDuty.ALLOWED,
    key=lambda value: format_key(value or ""),
    compare=_plain(lambda left, right: compare_offices(left or "", right or "")),
    show=show_value,
)
FIELDS: tuple[FieldSpec, ...] = (
    _text("name", "事项名称", "name", _EQUAL),
    _text("sub_item", "子项名称", "sub-item", _EQUAL),
    _coded("power_type", "职权类别", "power type", "item_types", _EQUAL),
    _coded("case_type", "办件类型", "case type", "case_types"),
    FieldSpec(
        path="legal_bases",
        label=Text("设定依据", "legal bases"),
        peers=_EQUAL,
        key=bases_key,
        compare=compare_all_bases,
        show=show_value,
    ),
    _list("target_groups", "办理对象", "target groups", _EQUAL, coded_kind("target_groups")),
    _limit("statutory_limit", "法定办结时限", "statutory limit", _EQUAL),
    _limit("promised_limit", "承诺办结时限", "promised limit", PeerDuty.SHORTER),
    _list("limits", "分情形时限", "limits by situation", PeerDuty.SHORTER),
    _list("special_procedures", "特殊环节", "special procedures", _ALLOWED),
    _list("conditions", "受理条件", "conditions", _EQUAL),
    _list("materials", "申请材料", "materials", _EQUAL),
    _list("procedure", "办理流程", "procedure", _ALLOWED),
    _list("review_methods", "审查方式", "review methods", _ALLOWED),
    FieldSpec(
        path="fees", label=Text("收费", "fees"), peers=_EQUAL, key=fees_key, compare=compare_fees, show=show_value
    ),
    _list("results", "审批结果", "results", _ALLOWED),
    _OFFICE,
    _list("places", "办理地点", "places", _ALLOWED),
    _contact("consultation", "咨询途径", "consultation"),
    _contact("complaint", "监督投诉渠道", "complaint"),
    _value("visits.total", "到办事现场次数", "visits"),
    _value("online.available", "是否网上办理", "online service"),
    _coded("online.depth", "网上办理深度", "online depth", "online_depths"),
    _text("courier", "物流快递", "courier"),
    _value("electronic_licence", "支持电子证照", "electronic licence"),
    _list("handling_forms", "办理形式", "handling forms", _ALLOWED, coded_kind("handling_forms")),
    _coded("handling_area", "通办范围", "handling area", "handling_areas"),
    _text("intermediary", "中介服务", "intermediary"),
    _text("quantity_limit", "数量限制", "quantity limit"),
    _list("delivery", "结果送达", "delivery", _ALLOWED),
    _text("scope", "适用范围", "scope"),
    _text("rights", "申请人权利和义务", "rights"),
    _text("inquiry", "公开查询", "inquiry"),
    _list("faq", "常见问题", "questions", _ALLOWED),
)
SPECS: Mapping[str, FieldSpec] = {spec.path: spec for spec in FIELDS}

# Clauses of the plan of 2017 that ask for one standard of city and districts, element by element.
OF_THE_PLAN = ("8b", "9b", "9d")
_OF_EACH = frozenset({"conditions", "target_groups", "promised_limit"})


def may_differ(policy: Policy, on: date) -> frozenset[str]:
    """Return the fields that each authority may rightly decide for itself under a policy on a day.

    Today's law asks for one standard in general words: conditions name places, promises belong to other stages.
    """
    return frozenset() if policy.binds(OF_THE_PLAN, on) else _OF_EACH
