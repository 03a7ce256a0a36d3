"""A value of an item as the text of an exchange column: codes of the lists where every value has one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from itemcatalog.codes import lookup
from itemcatalog.formats._converter import plain_number
from itemcatalog.formats._grammar import split_list
from itemcatalog.formats._lists_of_codes import list_of
from itemcatalog.model import Contact, Item, Joint, LegalBasis, Limit, LimitState, SpecialProcedure, Step, value_at

__all__ = ["coded", "contact_text", "day_cells", "entries_text", "text_at"]

Text = str | None
_NUMBERS = ("{}.", "{}、", "（{}）", "{}）")


def text_at(item: Any, path: str, scheme: str | None = None) -> Text:
    """Return the text of a field for a column that holds it, or None where the item does not state it."""
    writer = _WRITERS.get(path)
    if writer is not None:
        return writer(item)
    value = value_at(item, path)
    if value is None or value == () or value == "":
        return None
    return _simple(value, path, scheme)


def _simple(value: Any, path: str, scheme: str | None) -> Text:
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        texts = [part for part in value if isinstance(part, str)]
        return "^".join(coded(path, texts, scheme)) or None
    if isinstance(value, str):
        return coded(path, [value], scheme)[0]
    return str(value)


def coded(path: str, words: Sequence[str], scheme: str | None = None) -> list[str]:
    """Return the codes of list names, or the words where one of them is not the name of an entry."""
    name = list_of(path, scheme)
    if name is None:
        return list(words)
    entries = [lookup(name, word) for word in words]
    codes = [entry.code for entry, word in zip(entries, words, strict=True) if entry is not None and entry.name == word]
    return codes if len(codes) == len(words) else list(words)


def entries_text(entries: Iterable[str]) -> Text:
    """Return entries as one cell that reads back as these entries: a text alone as it is, several numbered.

    Where no way of numbering reads back equal (a line of an entry looks like the next number), the first is kept.
    """
    texts = [entry for entry in entries if entry]
    if not texts:
        return None
    ways = ["\n".join(way.format(number) + text for number, text in enumerate(texts, 1)) for way in _NUMBERS]
    candidates = [texts[0], *ways] if len(texts) == 1 else [*ways, "\n".join(texts)]
    return next((one for one in candidates if split_list(one) == tuple(texts)), candidates[0])


def day_cells(limit: Limit | None) -> tuple[Text, Text, Text]:
    """Return number, unit and explanation of a limit: −1 for none, 0 explained as 即办 for instant."""
    if limit is None:
        return None, None, None
    if limit.state is LimitState.NONE:
        return "-1", None, limit.note
    if limit.state is LimitState.INSTANT:
        return "0", "工作日", limit.raw or "即办"
    if limit.value is None:
        return limit.raw, None, limit.note
    return str(plain_number(limit.value)), limit.unit, limit.note or _excluded(limit)


def _excluded(limit: Limit) -> Text:
    return f"不含{'、'.join(limit.excludes)}" if limit.excludes else None


def contact_text(contact: Contact) -> Text:
    """Return a way of asking as one text: as written where it was prose, else its parts."""
    if contact.text:
        return contact.text
    phones = [
        f"{phone.note}：{number}" if phone.note else number
        for phone in contact.phones
        for number in [f"{phone.number}转{phone.extension}" if phone.extension else phone.number]
    ]
    others = [f"地址：{contact.address}"] if contact.address else []
    return "；".join([*phones, *others, *([contact.url] if contact.url else [])]) or None


def _basis(basis: LegalBasis) -> str:
    if basis.title is None:
        return basis.text or ""
    number = f"（{basis.document_number}）" if basis.document_number else ""
    note = f"（{basis.extra['备注']}）" if basis.extra.get("备注") else ""
    head = f"{basis.issued_by or ''}《{basis.title}》{number}{note}{basis.article or ''}"
    return f"{head}：{basis.text}" if basis.text else head


def _step(step: Step) -> str:
    return f"{step.step}（{step.limit}）" if step.limit is not None else step.step


def _special(one: SpecialProcedure) -> str:
    return one.text or one.kind or ""


def _joint(one: Joint) -> str:
    name = " ".join((one.name or "").split())
    roles = "、".join(" ".join(role.split()) for role in one.roles)
    return f"{name}（{roles}）" if roles and name else name


def _entries(field: str, write: Callable[[Any], str]) -> Callable[[Item], Text]:
    return lambda item: entries_text([write(entry) for entry in getattr(item, field)])


_KINDS = {"main": "主项", "sub": "子项", "handling": "业务办理项", "single": "单项"}
_WRITERS: Mapping[str, Callable[[Item], Text]] = {
    "kind": lambda item: _KINDS.get(item.kind or "", item.kind),
    "legal_bases": _entries("legal_bases", _basis),
    "conditions": _entries("conditions", lambda one: str(one.text)),
    "procedure": _entries("procedure", _step),
    "special_procedures": _entries("special_procedures", _special),
    "results": _entries("results", lambda one: one.name or ""),
    "places": _entries("places", lambda one: one.address or one.name or ""),
    "authority.joint": lambda item: "、".join(filter(None, map(_joint, item.authority.joint))) or None,
    "consultation": lambda item: contact_text(item.consultation),
    "complaint": lambda item: contact_text(item.complaint),
    "places.hours": lambda item: _first(item.places, "hours"),
    "places.transport": lambda item: _first(item.places, "transport"),
    "results.kind": lambda item: _first(item.results, "kind"),
    "results.sample": lambda item: _first(item.results, "sample"),
    "results.delivery": lambda item: "、".join(item.results[0].delivery) or None if item.results else None,
    "fees.items.basis": lambda item: _first(item.fees.items, "basis"),
    "fees.items.standard": lambda item: _first(item.fees.items, "standard"),
    "courier": lambda item: {"yes": "1", "no": "0"}.get(item.courier or "", item.courier),
    "visits.total": lambda item: _visits(item.visits.total),
    "visits.window": lambda item: _visits(item.visits.window),
}


def _first(entries: Sequence[Any], name: str) -> Text:
    """Return a member of the only entry, or of each of several, as a list beside theirs where all state it."""
    values = [getattr(entry, name) for entry in entries]
    if len(values) < 2:
        return values[0] if values else None
    if not all(values):
        return None
    text = entries_text(values)
    return text if text is not None and split_list(text) == tuple(values) else None


def _visits(number: int | str | None) -> Text:
    return None if number is None else "-1" if isinstance(number, str) else str(number)
