"""How the entries of each list field are named, aligned and compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from itemcatalog.comparison._agreement import Agreement, Change, EntryDifference, worst
from itemcatalog.comparison._citations import article_key, by_article, compare_bases, law_key
from itemcatalog.comparison._coded import coded_key, compare_coded
from itemcatalog.comparison._contacts import compare_place
from itemcatalog.comparison._entries import EntryKind, Part, compare_entries, text_kind
from itemcatalog.comparison._limits import compare_limits, limit_key
from itemcatalog.comparison._materials import (
    asked_of,
    compare_material_names,
    copies_of,
    material_key,
    originals_of,
)
from itemcatalog.comparison._show import show_basis, show_fee, show_limit, show_place, show_value
from itemcatalog.comparison._texts import compare_texts, format_key

__all__ = ["KINDS", "Answer", "bases_key", "coded_kind", "compare_all_bases", "compare_fees", "fees_key", "set_key"]

Answer = tuple[Agreement, tuple[EntryDifference, ...]]


def _exact(left: object, right: object) -> Agreement:
    return Agreement.EQUAL if left == right else Agreement.SUBSTANCE


def _texts(left: object, right: object) -> Agreement:
    return compare_texts(str(left), str(right))


def _words(left: Iterable[str], right: Iterable[str]) -> Agreement:
    """Compare two lists of words: order and marks say nothing."""
    same = {format_key(word) for word in left} == {format_key(word) for word in right}
    return Agreement.FORMAT if same else Agreement.SUBSTANCE


def set_key(kind: EntryKind) -> Callable[[Any], object]:
    """Return what makes two lists of a kind equal, whatever their order."""
    return lambda entries: frozenset((kind.key(e), *(_part_key(p, p.of(e)) for p in kind.parts)) for e in entries)


def _part_key(part: Part, value: object) -> object:
    return part.key(value) if isinstance(value, str) and value else value


def _text_part(name: str) -> Part:
    return Part(name, _texts)


def _coded_part(name: str, table: str) -> Part:
    return Part(name, compare_coded(table), key=coded_key(table))


def _limit_part(name: str) -> Part:
    return Part(name, compare_limits, by_entry=True)


def _named(attribute: str, *parts: Part) -> EntryKind:
    return EntryKind(
        key=lambda entry: format_key(getattr(entry, attribute) or ""),
        show=lambda entry: getattr(entry, attribute) or "",
        name=lambda one, other: _texts(getattr(one, attribute) or "", getattr(other, attribute) or ""),
        parts=parts,
    )


_SCOPE = (Part("situations", _exact, show_value), Part("applicants", _exact, show_value))
KINDS: Mapping[str, EntryKind] = {
    "legal_bases": EntryKind(
        key=lambda b: f"{law_key(b)}{article_key(b)}", show=show_basis, name=compare_bases, other=Change.CHANGED
    ),
    "conditions": _named("text", *_SCOPE),
    "materials": EntryKind(
        key=material_key,
        show=lambda material: material.name,
        name=compare_material_names,
        parts=(
            Part("asked", _exact, read=asked_of, by_entry=True),
            Part("originals", _exact, lambda number: f"原件{number}份", read=originals_of, by_entry=True),
            Part("copies", _exact, lambda number: f"复印件{number}份", read=copies_of, by_entry=True),
            _text_part("issuer"),
            _coded_part("necessity", "material_necessity"),
            _coded_part("form", "material_forms"),
            _coded_part("kind", "material_kinds"),
            _coded_part("source", "material_sources"),
            *_SCOPE,
        ),
    ),
    "special_procedures": _named(
        "kind", _limit_part("limit"), _text_part("basis"), Part("counted", _exact, show_value)
    ),
    "procedure": _named("step", _limit_part("limit")),
    "results": _named(
        "name",
        *map(_text_part, ("kind", "validity")),
        Part("delivery", _words, show_value, by_entry=True),
    ),
    "faq": _named("question", Part("answer", _texts, by_entry=True)),
    "places": EntryKind(
        key=lambda p: format_key(f"{p.address or p.name or ''}{p.hours or ''}{''.join(w.name for w in p.windows)}"),
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


def compare_fees(left: Any, right: Any, provided: frozenset[str]) -> Answer:
    """Compare two fees: charged or not, then what is to be paid."""
    stated = left.charged is not None and right.charged is not None
    if stated and left.charged != right.charged:
        return Agreement.SUBSTANCE, ()
    return compare_entries(_charges(left), _charges(right), _FEE, provided)


def coded_kind(table: str) -> EntryKind:
    """Return the kind of a list whose entries are values of a code list."""
    return EntryKind(key=coded_key(table), show=str, name=compare_coded(table))


def compare_all_bases(left: Any, right: Any, provided: frozenset[str]) -> Answer:
    """Compare two lists of bases article by article."""
    return compare_entries(by_article(left), by_article(right), KINDS["legal_bases"], provided)


def bases_key(bases: Any) -> object:
    """Return what makes two lists of bases equal: laws and articles."""
    return set_key(KINDS["legal_bases"])(by_article(bases))


def fees_key(fees: Any) -> object:
    """Return what makes two fees equal: charged or not, and what is to be paid."""
    return fees.charged, set_key(_FEE)(_charges(fees))
