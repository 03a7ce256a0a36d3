"""Rules that word one kind of reader's fault or matching's conflict: the rule is its page and its words."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from itemcatalog.findings import Fault, Message, Severity, Text
from itemcatalog.model.words import field_words, is_field
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["fault_rule", "wording"]


def fault_rule(
    *,
    code: str,
    kind: str,
    name: str,
    severity: Severity,
    summary: Text,
    basis: str,
    recommendation: Text,
    message: Message,
    page: str | None,
    clauses: tuple[str, ...] = (),
    valid_from: date | None = None,
) -> Rule:
    """Return the rule that words the faults of one kind.

    The message may use ``label`` (the source's own column or label), ``found``, ``field``, ``channel`` and what
    the kind puts into ``Fault.values``; a value that a reader left out is shown as nothing.
    """
    return Rule(
        code=code,
        name=name,
        scope=Scope.CATALOGUE,
        severity=severity,
        force=Force.LAW,
        summary=summary,
        basis=basis,
        recommendation=recommendation,
        messages={"default": message},
        kinds=(kind,),
        clauses=clauses,
        valid_from=valid_from,
        check=wording(message),
        page=page,
    )


class wording:  # noqa: N801 - used like a function: a check that knows its placeholders
    """措辞: the ``check`` of a rule that words faults; a picklable callable."""

    __slots__ = ("_names",)

    def __init__(self, message: Message) -> None:
        formatter = string.Formatter()
        self._names = tuple(sorted({name for _, name, _, _ in formatter.parse(message.zh + message.en) if name}))

    def __call__(self, fault: Fault, context: Context) -> Iterator[Problem]:
        """Yield the one problem that a fault is."""
        values = dict.fromkeys(self._names, "") | _values(fault) | _channel_names(fault, context)
        yield Problem(field=fault.field, values=values, found=fault.found, cause=_cause(fault))


def _channel_names(fault: Fault, context: Context) -> dict[str, str]:
    """Return the names of the channels that a message names by their id."""
    ids = {"channel": fault.channel, "other_channel": fault.values.get("other_channel")}
    known = {key: context.channels.get(str(one)) for key, one in ids.items() if one}
    return {key: channel.name for key, channel in known.items() if channel is not None and channel.name}


def _values(fault: Fault) -> dict[str, Any]:
    own: Mapping[str, Any] = {
        "channel": fault.channel,
        "field": fault.field or "",
        "found": fault.found or "",
        "label": fault.field or "",
    }
    given = {key: value for key, value in fault.values.items() if value is not None}
    told = {key: shown(value, 80) if isinstance(value, str) else value for key, value in {**own, **given}.items()}
    return {**told, "label": _label(str(told["label"]), fault.field or "")}


def _label(label: str, field: str) -> Text:
    """Return a column or key as the source calls it, in Chinese with the name of its field where it is English."""
    if not label.isascii() or not is_field(field) or field.startswith("extra"):
        return Text(label, label)
    words = field_words(field, "zh")
    return Text(words if label == field else f"{words}（{label}）", label)


def _cause(fault: Fault) -> str:
    """Return the value that faults of one cause share; of a whole column its label, not the first cell's text."""
    if fault.found and fault.item_id is not None:
        return fault.found
    return str(fault.values.get("label") or fault.found or fault.field or "")
