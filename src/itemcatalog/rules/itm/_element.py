"""Rules on an element (要素) that must be stated: provided by the source, yet empty in the item."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import blank, is_service
from itemcatalog.rules._powers import is_power_item
from itemcatalog.rules._rule import Force, Problem, Rule, Scope

__all__ = ["FEE_COLUMNS", "Missing", "element_rule"]

#: The columns that say whether there are fees; those of their names or legal bases do not.
FEE_COLUMNS = ("fees.charged", "fees.items.standard")


@define(frozen=True, slots=True)
class Missing:
    """要素缺失: the ``check`` of an element rule."""

    path: str
    parts: tuple[Callable[[Item], Any], ...]
    sure: Callable[[Item, Context], bool] | None = None

    def __call__(self, item: Item, context: Context) -> Iterator[Problem]:
        """Yield one problem when none of the parts says anything."""
        for part in self.parts:
            if not blank(part(item)):
                return
        softer = None if self.sure is None or self.sure(item, context) else Severity.NOTICE
        yield Problem(field=self.path, values={"type": item.power_type or ""}, found="", severity=softer)


def element_rule(
    *,
    code: str,
    name: str,
    severity: Severity,
    path: str,
    summary: Text,
    basis: str,
    recommendation: Text,
    message: Message,
    clauses: tuple[str, ...],
    page: str | None,
    parts: tuple[str, ...] = (),
    column: str | None = None,
    public: bool = True,
    sure: Callable[[Item, Context], bool] | None = None,
) -> Rule:
    """Return the rule that an element is stated; ``parts`` are the paths of which one suffices (default: ``path``).

    ``column`` is what the source must carry where that is more than ``path``.
    ``public=False`` leaves public services to ITM017; where ``sure`` does not hold, the finding is a notice.
    """
    return Rule(
        code=code,
        name=name,
        scope=Scope.ITEM,
        severity=severity,
        force=Force.LAW,
        summary=summary,
        basis=basis,
        recommendation=recommendation,
        messages={"default": message},
        needs=(column or path,),
        clauses=clauses,
        applies=is_service if public else is_power_item,
        check=Missing(path, tuple(map(operator.attrgetter, parts or (path,))), sure),
        page=page,
    )
