"""What each rule costs (``audit --timing``): the rules wrapped with a clock that the caller hands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import attrs

from itemcatalog.rules import Rule

__all__ = ["Clock", "timed"]

Clock = Callable[[], float]


def timed(rules: Iterable[Rule], clock: Clock | None, spent: Counter[str]) -> tuple[Rule, ...]:
    """Return the rules with functions that add their seconds to ``spent``; unchanged without a clock."""
    if clock is None:
        return tuple(rules)
    return tuple(_timed(rule, clock, spent) for rule in rules)


def _timed(rule: Rule, clock: Clock, spent: Counter[str]) -> Rule:
    def counted(function: Callable[[Any, Any], Any], run_out: bool) -> Callable[[Any, Any], Any]:
        def run(subject: Any, context: Any) -> Any:
            start = clock()
            try:
                answer = function(subject, context)
                return tuple(answer) if run_out else answer
            finally:
                spent[rule.code] += clock() - start  # type: ignore[assignment]

        return run

    return attrs.evolve(
        rule,
        check=counted(rule.check, True),
        applies=counted(rule.applies, False) if rule.applies else None,
        project=counted(rule.project, False) if rule.project else None,
    )
