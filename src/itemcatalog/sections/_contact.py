"""Where to go and whom to ask: places, consultation, complaint, inquiry, rights, questions."""

from __future__ import annotations

from itemcatalog.model import Contact, Phone, ServicePlace
from itemcatalog.sections._blocks import Block, Cell, Pairs, Paragraphs
from itemcatalog.sections._draft import Content, Draft, web
from itemcatalog.sections._identity import content, text_content

__all__ = ["complaint", "consultation", "faq", "inquiry", "places", "rights"]


def consultation(draft: Draft) -> Content | None:
    """咨询途径."""
    return content(draft, _contact(draft, draft.item.consultation, "咨询"))


def complaint(draft: Draft) -> Content | None:
    """监督投诉渠道."""
    return content(draft, _contact(draft, draft.item.complaint, "监督投诉"))


def _contact(draft: Draft, contact: Contact, word: str) -> Pairs | None:
    rows: list[tuple[str, Cell | str | None]] = [
        (f"{word}电话", "、".join(_phone(one) for one in contact.phones)),
        (f"{word}地址", contact.address),
        (f"{word}网址", web(contact.url)),
        (f"{word}方式", contact.text),
    ]
    return draft.pairs(rows)


def _phone(phone: Phone) -> str:
    extension = f"转{phone.extension}" if phone.extension else ""
    return f"{phone.number}{extension}{f'（{phone.note}）' if phone.note else ''}"


def places(draft: Draft) -> Content | None:
    """办公地址和时间: every place with its windows and hours; hours that are not stated are a gap."""
    entries = draft.item.places
    several = len(entries) > 1
    blocks: list[Block | None] = [
        _place(draft, one, f"办理点{number}" if several else None) for number, one in enumerate(entries, start=1)
    ]
    return content(draft, *blocks)


def _place(draft: Draft, place: ServicePlace, heading: str | None) -> Pairs | None:
    windows = "、".join(f"{one.name}{f'（{one.serves}）' if one.serves else ''}" for one in place.windows)
    rows: list[tuple[str, Cell | str | None]] = [
        ("办理场所", place.name),
        ("办理地址", place.address),
        ("办理窗口", windows),
        ("办公时间", place.hours),
        ("联系电话", "、".join(place.phones)),
        ("交通指引", place.transport),
    ]
    if not any(value for _, value in rows):
        return None
    if not place.hours:
        rows[3] = ("办公时间", draft.gap("办公时间"))
    return draft.pairs(rows, heading)


def inquiry(draft: Draft) -> Content | None:
    """公开查询."""
    return text_content(draft, draft.item.inquiry)


def rights(draft: Draft) -> Content | None:
    """申请人权利和义务."""
    return text_content(draft, draft.item.rights)


def faq(draft: Draft) -> Content | None:
    """常见问题: question and answer."""
    blocks: list[Block] = []
    for number, one in enumerate(draft.item.faq, start=1):
        answer = Cell(f"答：{one.answer}") if one.answer else draft.gap("常见问题的答复")
        blocks.append(Paragraphs(cells=(Cell(f"问{number}：{one.question}"), answer)))
    return content(draft, *blocks)
