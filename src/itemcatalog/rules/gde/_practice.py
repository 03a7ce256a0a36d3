"""Cross-checks of guides by practice alone: notices that are off until ``[rules] on`` names them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.gde._sources import CHECKS

__all__ = ["practice_rule"]


def practice_rule(
    *,
    code: str,
    name: str,
    summary: Text,
    recommendation: Text,
    message: Message,
    needs: tuple[str, ...],
    check: Callable[[Any, Any], Iterable[Problem]],
    page: str | None,
    applies: Callable[[Any, Any], bool | None] = is_service,
    clauses: tuple[str, ...] = (),
) -> Rule:
    """Return a rule that no norm orders."""
    return Rule(
        code=code,
        name=name,
        scope=Scope.ITEM,
        severity=Severity.NOTICE,
        force=Force.PRACTICE,
        summary=summary,
        basis=CHECKS,
        recommendation=recommendation,
        messages={"default": message},
        needs=needs,
        clauses=clauses,
        applies=applies,
        check=check,
        page=page,
    )
