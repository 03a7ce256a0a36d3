"""What all rules on names share: they word one kind of conflict that matching met, with its reasons."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from itemcatalog.findings import Fault, MemberRef, Message, Severity, Text
from itemcatalog.rules._context import Context
from itemcatalog.rules._faults import fault_rule
from itemcatalog.rules._rule import Problem, Rule

__all__ = ["conflict_rule", "within"]

Loudness = Callable[[Fault], Severity | None]
Told = Callable[[Fault], bool]


def conflict_rule(
    *,
    severity: Severity,
    softer: Loudness | None = None,
    inside: Message | None = None,
    told: Told | None = None,
    **words: Any,
) -> Rule:
    """Return the rule that words one kind of conflict.

    ``softer(fault)`` lowers the severity where the conflict is not beyond doubt. ``inside`` is the message where the
    other item stands in the same channel; ``told(fault)`` says that another rule tells the conflict already. The other
    words are those of ``fault_rule``. The finding names the other item among its members.
    """
    rule = fault_rule(severity=severity, **words)
    worded = rule.check

    def check(fault: Fault, context: Context) -> Iterator[Problem]:
        if told and told(fault):
            return
        reasoned = attrs.evolve(fault, values={**fault.values, "reasons": _reasons(fault)})
        for problem in worded(reasoned, context):
            yield attrs.evolve(
                problem,
                message="inside" if inside and within(fault) else "default",
                severity=softer(fault) if softer else None,
                expected=fault.values.get("expected"),
                cause=f"{fault.found} / {_other(fault)}",
                members=_members(fault),
            )

    messages = {**rule.messages, "inside": inside} if inside else rule.messages
    return attrs.evolve(rule, messages=messages, check=check)


def within(fault: Fault) -> bool:
    """Return whether both items of a conflict stand in one channel."""
    return bool(fault.channel) and fault.channel == fault.values.get("other_channel")


def _reasons(fault: Fault) -> Text:
    reasons = [reason for reason in fault.values.get("reasons", ()) if isinstance(reason, Text)]
    return Text("；".join(reason.zh for reason in reasons), "; ".join(reason.en for reason in reasons))


def _other(fault: Fault) -> str:
    values = fault.values
    return str(values.get("other_name") or values.get("expected") or values.get("other_code") or "")


def _members(fault: Fault) -> tuple[MemberRef, ...]:
    own = MemberRef(channel=fault.channel, item_id=fault.item_id or "")
    other = MemberRef(channel=str(fault.values.get("other_channel", "")), item_id=str(fault.values.get("other_id", "")))
    return (own, other) if fault.item_id and other.item_id else ()
