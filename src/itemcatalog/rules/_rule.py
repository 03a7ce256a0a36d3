"""What a rule is: a frozen value with its legal basis, its words, and two functions."""

from __future__ import annotations

import enum
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

import attrs
from attrs import define

from itemcatalog.errors import UsageError
from itemcatalog.findings import ItemRef, MemberRef, Message, Place, Severity, Text

__all__ = ["Force", "Problem", "Rule", "Scope", "Verdict"]

_CODE = re.compile(r"[A-Z]{3}[0-9]{3}")


class Scope(enum.StrEnum):
    """范围: what a rule is handed: one item, one case, one group of matched items, or the whole catalogue.

    A rule that lists ``kinds`` words faults of a reader or conflicts of matching instead (its check gets one
    ``Fault``); its scope is ``catalogue``.
    """

    ITEM = "item"
    CASE = "case"
    GROUP = "group"
    CATALOGUE = "catalogue"


class Force(enum.StrEnum):
    """效力: where the duty comes from; ``local`` and ``practice`` are at most notices, off until switched on."""

    LAW = "law"
    PLAN = "plan"
    LOCAL = "local"
    PRACTICE = "practice"


class Verdict(enum.StrEnum):
    """判定: the answer of one rule on one subject. Unknown is never compliant, and never an accusation."""

    PASS = "pass"  # noqa: S105 - the word of the report, no secret
    FINDING = "finding"
    NOT_APPLICABLE = "not_applicable"
    NOT_CHECKED = "not_checked"


@define(frozen=True, slots=True, kw_only=True)
class Problem:
    """问题: what ``check`` yields; the runner turns it into a ``Finding`` with place, words and fingerprint.

    ``message`` names one of the rule's messages, ``values`` fills it (a ``Text`` among them is shown in the
    language asked for). ``found`` is the value as the source has it, never words of ours: fingerprint and cause
    rest on it. ``cause`` is the value that makes findings of one cause equal (default: ``found``). ``severity``
    may only be softer than the rule's. ``channel``, ``item`` and ``place`` default to those of the subject;
    catalogue rules set them.
    """

    field: str | None = None
    message: str = "default"
    values: Mapping[str, Any] = attrs.field(factory=dict, hash=False)
    found: str | None = None
    expected: str | Text | None = None
    cause: str | None = None
    severity: Severity | None = None
    channel: str | None = None
    item: ItemRef | None = None
    place: Place | None = None
    members: tuple[MemberRef, ...] = ()


@define(frozen=True, slots=True, kw_only=True)
class Rule:
    """规则: one duty with its code, basis and words.

    ``applies(subject, context)`` answers True, False (not applicable) or None (cannot be told: not checked);
    absent = always. ``check(subject, context)`` yields a ``Problem`` for each fault and nothing else.
    ``needs`` names field paths that the source must provide and that must not be ``unclear``; ``lists`` names
    attributes of the context that must not be None (``certificates``, ``standard_list`` …).
    A catalogue rule has ``project(item, context)`` which keeps what it needs of one item (None = nothing), and its
    ``check`` gets the list of these projections: lists join, so partitions merge.
    ``kinds`` are the kinds of ``Fault`` that the rule words. ``clauses`` are ids of clauses of a policy: a rule
    of force ``plan`` holds only under a policy that has one of them. ``divisions`` are GB/T 2260 prefixes where
    the rule holds; empty = everywhere. ``page`` is the docstring of the rule's module.
    """

    code: str
    name: str
    scope: Scope
    severity: Severity
    force: Force
    summary: Text
    basis: str
    recommendation: Text
    messages: Mapping[str, Message] = attrs.field(hash=False)
    check: Callable[[Any, Any], Iterable[Problem]] = attrs.field(eq=False)
    applies: Callable[[Any, Any], bool | None] | None = attrs.field(default=None, eq=False)
    project: Callable[[Any, Any], Any] | None = attrs.field(default=None, eq=False)
    needs: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    divisions: tuple[str, ...] = ()
    since: str = "0.1"
    status: str = "active"
    replaced_by: str | None = None
    page: str | None = attrs.field(default=None, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        if not _CODE.fullmatch(self.code):
            raise UsageError(f"规则编号 {self.code} 须是三个大写字母加三位数字")
        if self.force in (Force.LOCAL, Force.PRACTICE) and self.severity is not Severity.NOTICE:
            raise UsageError(f"规则 {self.code} 的依据是 {self.force}，问题等级只能是 notice")
        if self.scope is Scope.CATALOGUE and not self.kinds and self.project is None:
            raise UsageError(f"目录级规则 {self.code} 缺少 project")

    @property
    def family(self) -> str:
        """The three letters of the code."""
        return self.code[:3]

    @property
    def on_by_default(self) -> bool:
        """False for practice and for another place's norm: they are off until ``[rules] on`` names them."""
        return self.force in (Force.LAW, Force.PLAN) and self.status == "active"

    def in_force(self, on: date, division: str | None) -> bool:
        """Return whether the rule holds on that date at that place (None = unknown place: only nationwide rules)."""
        if (self.valid_from and on < self.valid_from) or (self.valid_to and on > self.valid_to):
            return False
        return not self.divisions or (division is not None and division.startswith(self.divisions))
