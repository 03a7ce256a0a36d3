"""收费依据及标准, 审批结果 and 结果送达."""

from __future__ import annotations

from itemcatalog.model import Fee, FeeTier, ServiceResult
from itemcatalog.sections._blocks import Block, Cell
from itemcatalog.sections._draft import NOTHING, Content, Draft, is_none, link, money
from itemcatalog.sections._grids import Column, grid
from itemcatalog.sections._identity import content

__all__ = ["delivery", "fee_standard", "fees", "results"]

_COURIER = {"yes": "支持", "no": "不支持", "not_applicable": "不涉及"}


def fees(draft: Draft) -> Content | None:
    """收费: 不收费 only where the data says so; fee, standard and basis by situation."""
    stated = draft.item.fees
    if stated.charged is False and not stated.items:
        return NOTHING
    charged = {True: draft.profile.say("fee"), False: draft.profile.say("no_fee"), None: None}[stated.charged]
    rows: list[tuple[str, Cell | str | None]] = [
        ("是否收费", charged),
        ("收费主体", stated.collector),
        ("网上支付", draft.yes_no(stated.online_payment) if stated.charged is not False else None),
    ]
    if stated.charged and not stated.items:
        rows.append(("收费标准", draft.gap("收费标准")))
    blocks: list[Block | None] = []
    if stated.charged is not None or stated.items:
        blocks.append(draft.pairs(rows))
    for heading, group in draft.grouped(stated.items):
        blocks += [grid(_fee_columns(draft), group, caption="收费项目", heading=heading)] if group else []
    return content(draft, *blocks)


def _fee_columns(draft: Draft) -> tuple[Column[Fee], ...]:
    return (
        ("收费项目", lambda one: one.name),
        ("收费标准", lambda one: fee_standard(one) or draft.gap("收费标准")),
        ("收费依据", lambda one: one.basis or draft.gap("收费依据")),
        ("减免情形", lambda one: one.reduction),
        ("减免依据", lambda one: one.reduction_basis),
    )


def fee_standard(fee: Fee) -> str:
    """Return the standard of a fee and its tiers, one a line; an amount that the standard names stands once."""
    standard = fee.standard or ""
    tiers = [tier for tier in fee.tiers if tier.amount is None or money(tier.amount) not in standard]
    return "\n".join(dict.fromkeys(line for line in (standard, *map(_tier, tiers)) if line))


def _tier(tier: FeeTier) -> str:
    amount = f"{money(tier.amount)}{tier.unit or '元'}" if tier.amount is not None else tier.unit or ""
    return "：".join(part for part in (tier.when, amount) if part)


def results(draft: Draft) -> Content | None:
    """审批结果: one result a row, with its kind, validity and sample."""
    entries = draft.item.results
    if entries and all(one.name and is_none(one.name) for one in entries):
        return NOTHING
    blocks = [
        grid(_result_columns(draft), group, caption="结果文书", heading=heading)
        for heading, group in draft.grouped(entries)
        if group
    ]
    return content(draft, *blocks)


def _result_columns(draft: Draft) -> tuple[Column[ServiceResult], ...]:
    return (
        ("结果名称", lambda one: one.name or draft.gap("结果名称")),
        ("结果类型", lambda one: one.kind),
        ("有效期限", lambda one: one.validity),
        ("送达方式", lambda one: "、".join(one.delivery)),
        ("电子结果", lambda one: draft.yes_no(one.electronic)),
        ("结果样本", lambda one: link("查看", one.sample)),
    )


def delivery(draft: Draft) -> Content | None:
    """结果送达: how the result reaches the applicant, and whether a courier brings it."""
    item = draft.item
    ways = dict.fromkeys((*item.delivery, *(way for one in item.results for way in one.delivery)))
    courier = _COURIER.get(item.courier, item.courier) if item.courier else None
    return content(draft, draft.pairs((("送达方式", "、".join(ways)), ("快递送达", courier))))
