"""standard.json, standard.xlsx and the lists of changes: what should stand, for programs and for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from itemcatalog._shipped import __version__
from itemcatalog.audit._coverage import share
from itemcatalog.audit._exchange import json_bytes
from itemcatalog.audit._rows import best_code, place_words
from itemcatalog.audit._standard_words import COLUMNS, QUESTION_COLUMNS, SHEETS, WIDTHS, told
from itemcatalog.comparison import AGREEMENTS, GROUNDS, ComparedField, ComparedGroup, FieldValue, Proposal, show_value
from itemcatalog.findings import Text
from itemcatalog.model import Item, value_at
from itemcatalog.render import Column, Sheet, csv_bytes, workbook
from itemcatalog.rules import item_ref
from itemcatalog.rules.presence import Standing
from itemcatalog.standard import PRESENCE_WORDS, Correction, Coverage, Question, corrected_items

if TYPE_CHECKING:
    from itemcatalog.audit._standardise import Standardised

__all__ = ["change_csv", "standard_json", "standard_workbook"]

_TONES = {Standing.ABSENT: "#F8CBAD", Standing.WITHOUT_DOCUMENT: "#FFE699"}


def standard_json(result: Standardised, language: str) -> bytes:
    """Return standard.json: groups with proposals, changes, open questions, presence, files."""
    return json_bytes(
        {
            "itemcatalog": __version__,
            "policy": result.workspace.policy.id,
            "as_of": result.workspace.as_of.isoformat(),
            "summary": _summary(result),
            "groups": [_group(one, language) for one in result.groups if len(one.members) > 1],
            "changes": [_change(result, one, language) for one in result.corrections],
            "decide": [_question(one, language) for one in result.questions],
            "presence": [
                {"group": row.group, "base": row.base, "name": row.name, "channels": dict(row.channels)}
                for row in result.presence.rows
            ],
            "coverage": [_coverage(one) for one in result.presence.coverage],
            "files": [{"path": one.path, "changed": one.changed} for one in result.files],
        }
    )


def _summary(result: Standardised) -> dict[str, int]:
    return {
        "items": len(result.catalogue),
        "groups": sum(len(one.members) > 1 for one in result.groups),
        "changes": len(result.corrections),
        "written": len(result.corrections) - len(result.by_hand),
        "by_hand": len(result.by_hand),
        "decide": len(result.questions),
        "files_changed": sum(one.changed for one in result.files),
    }


def _coverage(one: Coverage) -> dict[str, Any]:
    return {
        "scope": {"channel": one.channel} if one.channel is not None else {"authority": one.authority},
        "published": share(one.published, one.demanded),
        "with_document": share(one.documents, one.with_place),
        "unread": one.unread,
    }


def _group(group: ComparedGroup, language: str) -> dict[str, Any]:
    return {
        "id": group.id,
        "base": group.base,
        "name": group.name,
        "relation": group.relation.value,
        "members": [
            {
                "channel": one.item.channel,
                "item_id": one.item.id,
                "name": one.item.name,
                "authority": one.item.authority.name,
                "codes": dict(item_ref(one.item).codes),
            }
            for one in group.members
        ],
        "fields": [_field(one, language) for one in group.fields],
    }


def _field(field: ComparedField, language: str) -> dict[str, Any]:
    return {
        "field": field.field,
        "agreement": field.agreement.value,
        "allowed": field.allowed,
        "proposed": field.proposed,
        "ground": field.ground,
        "values": [_value(one) for one in field.values],
        "proposals": [_proposal(one, language) for one in field.proposals],
    }


def _value(value: FieldValue) -> dict[str, Any]:
    return {"value": value.value, "members": [_member(ref.channel, ref.item_id) for ref in value.refs]}


def _proposal(proposal: Proposal, language: str) -> dict[str, Any]:
    return {
        "value": proposal.value.value if proposal.value else None,
        "ground": proposal.ground,
        "ground_words": GROUNDS[proposal.ground].in_language(language),
        "members": [_member(one.item.channel, one.item.id) for one in proposal.members],
        "deviating": [_member(one.item.channel, one.item.id) for one in proposal.deviating],
    }


def _member(channel: str, item_id: str) -> dict[str, str]:
    return {"channel": channel, "item_id": item_id}


def _change(result: Standardised, one: Correction, language: str) -> dict[str, Any]:
    item = one.member.item
    place = one.place
    return {
        "channel": item.channel,
        "item_id": item.id,
        "name": item.name,
        "unit": result.unit_of(item.channel, item.authority.name),
        "group": one.group,
        "field": one.field,
        "agreement": one.agreement.value,
        "found": one.found,
        "expected": one.expected,
        "ground": one.ground,
        "place": {"file": place.file, "sheet": place.sheet, "row": place.row, "cell": place.cell},
        "written": one.by_hand is None,
        "by_hand": one.by_hand.in_language(language) if one.by_hand else None,
    }


def _question(one: Question, language: str) -> dict[str, Any]:
    return {
        "group": one.group,
        "name": one.group_name,
        "field": one.field,
        "label": one.label.in_language(language),
        "agreement": one.agreement.value,
        "why": one.doubt.in_language(language),
        "values": [_value(value) for value in one.values],
    }


def change_csv(result: Standardised, channel: str, language: str) -> bytes:
    """Return what one channel must change, one line per field."""
    mine = [one for one in result.corrections if one.member.item.channel == channel]
    header = [text.in_language(language) for name, text in COLUMNS.items() if name != "reply"]
    return csv_bytes(header, (_row(result, one, language)[:-1] for one in mine))


def standard_workbook(result: Standardised, language: str) -> bytes:
    """Return standard.xlsx: 待研判, one sheet per unit that must change something, 公布情况."""
    sheets = [_question_sheet(result, language), *_unit_sheets(result, language), _presence_sheet(result, language)]
    return workbook(sheets, title=f"{result.workspace.name} · {SHEETS['title'].in_language(language)}")


def _question_sheet(result: Standardised, language: str) -> Sheet:
    rows = [row for one in result.questions for row in _question_rows(result, one, language)]
    heading = SHEETS["questions-heading" if rows else "no-questions"].in_language(language)
    *columns, decision = _columns(QUESTION_COLUMNS, language)
    most = max((len(one.values) for one in result.questions), default=0)
    choices = [SHEETS["stands"].in_language(language).format(number=number) for number in range(1, most + 1)]
    none = SHEETS["none-stands"].in_language(language)
    return Sheet(
        name=SHEETS["questions"].in_language(language),
        columns=(*columns, attrs.evolve(decision, choices=(*choices, none) if choices else ())),
        rows=rows,
        heading=(heading,),
    )


def _question_rows(result: Standardised, one: Question, language: str) -> Iterator[list[str]]:
    for number, value in enumerate(one.values, 1):
        members = sorted(value.members, key=lambda one: one.tier)
        units = {result.unit_of(m.item.channel, m.item.authority.name): None for m in members}
        channels = {m.item.channel: None for m in members}
        yield [
            one.group_name,
            one.label.in_language(language),
            str(number),
            _entries(value.raw, value.value) or SHEETS["empty"].in_language(language),
            "、".join(units),
            str(len(units)),
            "、".join(_channel(result, channel) for channel in channels),
            one.doubt.in_language(language),
            "",
        ]


def _unit_sheets(result: Standardised, language: str) -> Iterator[Sheet]:
    by_unit: dict[str, list[Correction]] = {}
    for one in result.corrections:
        item = one.member.item
        by_unit.setdefault(result.unit_of(item.channel, item.authority.name), []).append(one)
    heading = SHEETS["unit-heading"].in_language(language)
    for unit, mine in sorted(by_unit.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        rows = [_row(result, one, language) for one in mine]
        yield Sheet(name=unit, columns=_columns(COLUMNS, language), rows=rows, heading=(f"{unit}：{heading}",))


def _columns(texts: dict[str, Text], language: str) -> tuple[Column, ...]:
    return tuple(Column(title=text.in_language(language), width=WIDTHS.get(name, 16)) for name, text in texts.items())


def _channel(result: Standardised, channel: str) -> str:
    found = result.catalogue.channel(channel)
    return found.name or channel if found else channel


def _row(result: Standardised, one: Correction, language: str) -> list[str]:
    item = one.member.item
    written = SHEETS["written"].in_language(language)
    return [
        _shown_item(one),
        _channel(result, item.channel),
        one.label.in_language(language),
        _lines(one, item, one.found) or SHEETS["empty"].in_language(language),
        _lines(one, corrected_items([one])[one.key], one.expected),
        told(one.differences, language) or AGREEMENTS[one.agreement].in_language(language),
        GROUNDS[one.ground].in_language(language),
        place_words(one.place, language),
        one.by_hand.in_language(language) if one.by_hand else written,
        "",
    ]


def _lines(one: Correction, item: Item, text: str | None) -> str:
    """Show what an item says in the field of a correction, a list with one entry a line; ``text`` is it in one line."""
    return _entries(value_at(item, one.field), text)


def _entries(value: object, text: str | None) -> str:
    return "\n".join(map(show_value, value)) if isinstance(value, tuple) else text or ""


def _shown_item(one: Correction) -> str:
    """Return the names of an item, and its code below."""
    item = one.member.item
    names = dict.fromkeys(text for text in (item.name or one.group_name, item.sub_item, item.handling_item) if text)
    return "\n".join(part for part in ("·".join(names), best_code(item_ref(item))) if part)


def _presence_sheet(result: Standardised, language: str) -> Sheet:
    presence = result.presence
    tones = {PRESENCE_WORDS[standing].in_language(language): tone for standing, tone in _TONES.items()}
    columns = (
        Column(title=SHEETS["item"].in_language(language), width=40),
        Column(title=SHEETS["base"].in_language(language), width=20),
        *(Column(title=_channel(result, one), width=16, colours=tones) for one in presence.channels),
    )
    rows: list[Sequence[str]] = [
        [
            row.name,
            next((base for one in row.members if (base := one.item.codes.base)), ""),
            *(PRESENCE_WORDS[row.channels[one]].in_language(language) for one in presence.channels),
        ]
        for row in presence.rows
    ]
    return Sheet(
        name=SHEETS["presence"].in_language(language),
        columns=columns,
        rows=rows,
        heading=tuple(_told_coverage(result, language)),
    )


def _told_coverage(result: Standardised, language: str) -> Iterator[str]:
    for one in result.presence.coverage:
        if one.channel is not None:
            words = SHEETS["coverage" if one.with_place else "coverage-bare"].in_language(language)
            yield words.format(
                channel=_channel(result, one.channel),
                demanded=one.demanded,
                published=one.published,
                documents=one.documents,
            )
