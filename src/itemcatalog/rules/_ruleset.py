"""The rules of one audit: an immutable set that other tools extend by value."""

from __future__ import annotations

import functools
import hashlib
import itertools
import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs
from attrs import define, field

from itemcatalog.errors import ConfigurationError, UsageError
from itemcatalog.findings import Severity
from itemcatalog.rules._basis import basis_under
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Rule

__all__ = ["RuleSet"]


@define(frozen=True, slots=True)
class RuleSet:
    """规则集: rules in the order of their codes, with what a workspace changed.

    ``off`` and ``on`` are codes switched off, and practice or local rules switched on.
    """

    rules: tuple[Rule, ...] = ()
    off: frozenset[str] = frozenset()
    on: frozenset[str] = frozenset()
    _by_code: Mapping[str, Rule] = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        ordered = tuple(sorted(self.rules, key=lambda rule: rule.code))
        for one, other in itertools.pairwise(ordered):
            if one.code == other.code:
                raise UsageError(f"规则编号 {one.code} 重复：编号一经使用不得再用")
        object.__setattr__(self, "rules", ordered)
        object.__setattr__(self, "_by_code", {rule.code: rule for rule in ordered})

    @classmethod
    def default(cls) -> RuleSet:
        """Return every rule that this library ships, retired ones included (they never run)."""
        return _default()

    def with_rules(self, *rules: Rule) -> RuleSet:
        """Return a set with more rules; a code that is already used is refused with ``UsageError``."""
        return RuleSet((*self.rules, *rules), self.off, self.on)

    def configured(
        self,
        severity: Mapping[str, Severity | str] | None = None,
        off: Iterable[str] = (),
        on: Iterable[str] = (),
    ) -> RuleSet:
        """Return the set as ``[rules]`` of a workspace asks for it.

        Raises ``ConfigurationError`` naming an unknown rule or severity, a rule that is both off and on, or a
        practice or local rule that was to be more than a notice.
        """
        changes = {code: _severity(self._known(code, "severity"), level) for code, level in (severity or {}).items()}
        offs = frozenset(self._known(code, "off").code for code in off)
        ons = frozenset(self._known(code, "on").code for code in on)
        for code in sorted(offs & ons):
            raise ConfigurationError(f"规则 {code} 同时列在 off 和 on 中", key="rules.on")
        rules = (attrs.evolve(one, severity=changes.get(one.code, one.severity)) for one in self.rules)
        return RuleSet(tuple(rules), (self.off | offs) - ons, (self.on | ons) - offs)

    def _known(self, code: str, key: str) -> Rule:
        rule = self._by_code.get(code)
        if rule is None:
            raise ConfigurationError(f"没有规则 {code}", key=f"rules.{key}")
        return rule

    def enabled(self, rule: Rule) -> bool:
        """Return whether a rule runs: active, not off, and on by default or switched on."""
        return rule.status == "active" and rule.code not in self.off and (rule.on_by_default or rule.code in self.on)

    def active(self, context: Context) -> tuple[Rule, ...]:
        """Return the rules that an audit under this context runs, in the order of their codes.

        A rule of force ``plan`` runs only under a policy that has its clause. Rules outside their date or place
        stay in: they are counted as not applicable. Each names the documents in force under this context.
        """
        running = (rule for rule in self.rules if self.enabled(rule) and _bound(rule, context))
        return tuple(attrs.evolve(rule, basis=basis_under(rule, context.policy, context.as_of)) for rule in running)

    def unbound(self, context: Context) -> tuple[Rule, ...]:
        """Return the rules that would run, were a clause of theirs in force under the policy of this context."""
        return tuple(rule for rule in self.rules if self.enabled(rule) and not _bound(rule, context))

    def rule(self, code: str) -> Rule:
        """Return the rule of that code; raise ``UsageError`` where there is none."""
        found = self._by_code.get(code)
        if found is None:
            raise UsageError(f"没有规则 {code}")
        return found

    def get(self, code: str) -> Rule | None:
        """Return the rule of that code, or None."""
        return self._by_code.get(code)

    def word_of(self, kind: str) -> Rule | None:
        """Return the rule that words a kind of fault or conflict, or None."""
        return next((rule for rule in self.rules if kind in rule.kinds), None)

    @property
    def hash(self) -> str:
        """A digest of all that the rules declare (not of their functions) and of what is on and off."""
        content = [[_declared(rule) for rule in self.rules], sorted(self.off), sorted(self.on)]
        return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:16]

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)


@functools.cache
def _default() -> RuleSet:
    from itemcatalog.rules._families import shipped

    return RuleSet(shipped())


def _bound(rule: Rule, context: Context) -> bool:
    if rule.force is not Force.PLAN or not rule.clauses:
        return True
    return context.policy.binds(rule.clauses, context.as_of)


def _severity(rule: Rule, level: Severity | str) -> Severity:
    try:
        severity = Severity(level)
    except ValueError:
        raise ConfigurationError(
            f"问题等级须是 error、warning、notice 之一，实为 {level}", key="rules.severity"
        ) from None
    if rule.force in (Force.LOCAL, Force.PRACTICE) and severity is not Severity.NOTICE:
        raise ConfigurationError(f"规则 {rule.code} 只有地方或惯例依据，只能是 notice", key="rules.severity")
    return severity


_UNDECLARED = ("check", "applies", "project", "page")


def _declared(rule: Rule) -> dict[str, Any]:
    values = {a.name: getattr(rule, a.name) for a in attrs.fields(Rule) if a.name not in _UNDECLARED}
    plain: dict[str, Any] = json.loads(json.dumps(values, default=_plain))
    return plain


def _plain(value: Any) -> Any:
    return attrs.astuple(value) if attrs.has(type(value)) else str(value)
