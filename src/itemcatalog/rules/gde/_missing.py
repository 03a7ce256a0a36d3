"""Rules on a mandatory section of the standard guide: provided by the source, yet empty in the item."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Contact, Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service, says_none
from itemcatalog.rules._powers import ex_officio, informs_only, is_power_item, is_public
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._sources import element
from itemcatalog.sections import DEFAULT_PROFILE, load_profile

__all__ = ["missing_rule", "section_title"]


def section_title(section: str) -> str:
    """Return the title of a section in the standard guide."""
    return next(spec.title for spec in load_profile(DEFAULT_PROFILE).sections if spec.id == section)


@define(frozen=True, slots=True)
class Missing:
    """栏目缺失: the ``check`` of a rule on a section; ``public`` is the severity for what may be a public service."""

    section: str
    path: str
    parts: tuple[Callable[[Item], Any], ...]
    public: Severity | None

    def __call__(self, item: Item, context: Context) -> Iterator[Problem]:
        """Yield one problem when none of the parts says anything."""
        none = ""
        for part in self.parts:
            value = part(item)
            if _only_none(value):
                none = value.text
            elif not blank(value):
                return
        yield Problem(
            field=self.path,
            message="none" if none else "default",
            values={"section": section_title(self.section), "found": none},
            found=none,
            severity=self._softer(item, context),
        )

    def _softer(self, item: Item, context: Context) -> Severity | None:
        if ex_officio(item, context):
            return Severity.NOTICE
        if is_public(item, context) is False:
            return None
        return Severity.NOTICE if informs_only(item) else self.public


def _only_none(value: Any) -> bool:
    """Return whether a way of asking or complaining says that there is none: every item has one."""
    if not isinstance(value, Contact) or value.phones or value.url or value.address:
        return False
    return value.text is not None and says_none(value.text)


def missing_rule(
    *,
    code: str,
    name: str,
    section: str,
    path: str,
    parts: tuple[str, ...],
    public: Severity | None,
    summary: Text,
    element_name: str,
    recommendation: Text,
    english: str,
    page: str | None,
) -> Rule:
    """Return the rule that a mandatory section is filled; one of ``parts`` suffices.

    ``public`` is the severity for what may be a public service, a notice where it only informs; None leaves public
    services to ITM017.
    """
    return Rule(
        code=code,
        name=name,
        scope=Scope.ITEM,
        severity=Severity.ERROR,
        force=Force.LAW,
        summary=summary,
        basis=element(element_name),
        recommendation=recommendation,
        messages={
            "default": Message("办事指南必备栏目“{section}”为空", f"The guide says nothing of {english}"),
            "none": Message("办事指南必备栏目“{section}”写“{found}”", f"The guide says “{{found}}” of {english}"),
        },
        needs=(path,),
        clauses=("9a",),
        applies=is_power_item if public is None else is_service,
        check=Missing(section, path, tuple(map(operator.attrgetter, parts)), public),
        page=page,
    )
