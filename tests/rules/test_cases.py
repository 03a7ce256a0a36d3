"""Every rule against its named cases in ``fixtures/rules/<CODE>.toml``.

A case is items in JSON names (or faults), what the source provides (by default what the items carry and what the
rule needs), the context, and for a ``fail`` case the exact findings: field, message key and severity, in order.
``sibling`` items of a group case stand in other groups of its base item.
A ``pass`` case may name another verdict that is no finding (``not_checked``, ``not_applicable``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, NamedTuple

import attrs
import pytest

from itemcatalog.codes import code_key
from itemcatalog.comparison import ComparedGroup, compare_members, members_of, with_lacking
from itemcatalog.findings import Fault, Place
from itemcatalog.model import Case as CaseRecord
from itemcatalog.model import Certificate, Channel, Item, RecordSource, Source, empty
from itemcatalog.policy import load_policy
from itemcatalog.rules import (
    Answers,
    CaseRunner,
    Context,
    ItemRunner,
    Outcome,
    Problem,
    Rule,
    RuleSet,
    Scope,
    Verdict,
    evaluate_case,
    evaluate_catalogue,
    evaluate_fault,
    evaluate_group,
    evaluate_item,
    finding_of,
    unclear_of,
)
from itemcatalog.standard import propose

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "rules"
RULES = {rule.code: rule for rule in RuleSet.default()}


class Case(NamedTuple):
    """案例: one named pass or fail case of one rule."""

    rule: Rule
    kind: str
    data: Mapping[str, Any]


def _cases() -> Iterator[Any]:
    for path in sorted(FOLDER.glob("*.toml")):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        for kind in ("pass", "fail"):
            for data in document.get(kind, []):
                yield pytest.param(Case(RULES[path.stem], kind, data), id=f"{path.stem}-{kind}-{data['name']}")


def build(cls: type, value: Any) -> Any:
    """Make a noun of the model from plain data, by the types of its fields."""
    if not isinstance(value, dict) or not attrs.has(cls):
        return value
    attrs.resolve_types(cls)
    fields = {a.name: a.type for a in attrs.fields(cls)}
    return cls(**{name: _field(fields[name], one) for name, one in value.items()})


def _field(kind: Any, value: Any) -> Any:
    options = [kind, *getattr(kind, "__args__", ())]
    if isinstance(value, list):
        inner = next((o for o in options if isinstance(o, type)), object)
        nouns = [o for o in getattr(kind, "__args__", ()) if isinstance(o, type) and attrs.has(o)]
        return tuple(build(nouns[0] if nouns else inner, one) for one in value)
    if isinstance(value, dict):
        return build(next((o for o in options if isinstance(o, type) and attrs.has(o)), dict), value)
    if Fraction in options and not isinstance(value, bool):
        return Fraction(value)
    enums = [o for o in options if isinstance(o, type) and issubclass(o, str) and o is not str]
    return enums[0](value) if enums and isinstance(value, str) else value


def _items(data: Mapping[str, Any]) -> list[Item]:
    rows = [dict(row) for row in data.get("item", [])]
    for number, row in enumerate(rows, 1):
        row.setdefault("channel", "city")
        row.setdefault("id", f"i{number}")
        row["place"] = {"file": "case.json", "row": number}
    return [build(Item, row) for row in rows]


def _paths(noun: Any, prefix: str = "") -> Iterator[str]:
    for attribute in attrs.fields(type(noun)):
        value = getattr(noun, attribute.name)
        if empty(value):
            continue
        yield f"{prefix}{attribute.name}"
        for inner in value if isinstance(value, tuple) else (value,):
            if attrs.has(type(inner)):
                yield from _paths(inner, f"{prefix}{attribute.name}.")


def _codes(given: list[str] | None) -> frozenset[str] | None:
    return None if given is None else frozenset(map(code_key, given))


def _context(rule: Rule, data: Mapping[str, Any], items: list[Item], faults: list[Fault]) -> Context:
    needs = {part for need in rule.needs for part in need.split("|")}
    carried = {path for item in items for path in _paths(item)} | needs
    provides = frozenset(data["provides"]) if "provides" in data else frozenset(carried)
    names = sorted({item.channel for item in items})
    policy = load_policy(data.get("policy", "fuzhou-2017"))
    lists = {key: data[key] for key in ("publish", "division") if key in data}
    organisations, crosswalk = (_codes(data.get(key)) for key in ("organisations", "crosswalk"))
    return Context(
        policy=policy,
        as_of=data.get("as_of", date(2017, 12, 31)),
        scheme=data.get("scheme"),
        channels={name: Channel(id=name, **data.get("channels", {}).get(name, {})) for name in names},
        sources=tuple(Source(path="case.json", channel=name, provides=provides) for name in names),
        case_items={code: item for item in items if (code := item.codes.implementation)} if items else None,
        standard_list=tuple(build(Item, one) for one in data["standard"]) if "standard" in data else None,
        certificates=tuple(build(Certificate, one) for one in data["certificates"]) if "certificates" in data else None,
        unclear=unclear_of(faults),
        **lists,
        organisations=organisations,
        crosswalk=crosswalk,
    )


def _group(items: list[Item], siblings: list[Item], context: Context) -> ComparedGroup:
    """Compare the items of a group case and propose what should stand; ``siblings`` are of other groups."""
    everyone = ((items, "g1"), *(([one], one.id) for one in siblings))
    group, *_ = with_lacking(
        compare_members(members_of(some, context.channels, context.provides), group=name, base="g1", name=some[0].name)
        for some, name in everyone
    )
    return propose(group, suspect=lambda member, field: False, listed=lambda group, field: None)


def _outcomes(
    rule: Rule, items: list[Item], faults: list[Fault], siblings: list[Item], context: Context
) -> list[tuple[Any, Outcome]]:
    if rule.kinds:
        return [(fault, evaluate_fault(rule, fault, context)) for fault in faults]
    if rule.scope is Scope.GROUP:
        group = _group(items, siblings, context)
        return [(group, evaluate_group(rule, group, context))]
    runner = ItemRunner([rule], context)
    results = [runner(item) for item in items]
    if rule.scope is Scope.CATALOGUE:
        kept = [one.projection for result in results for one in result.kept]
        inputs = [(None, outcome) for result in results for _, outcome in result.outcomes]
        return [*inputs, (None, evaluate_catalogue(rule, kept, context))] if kept else inputs
    outcomes = [(item, evaluate_item(rule, item, context)) for item in items]
    assert _agreed(results) == [outcome for _, outcome in outcomes]
    return outcomes


def _agreed(results: Iterable[Answers]) -> list[Outcome]:
    """Return what a runner of one rule said of each subject."""
    return [result.outcomes[0][1] if result.outcomes else Outcome(Verdict.PASS) for result in results]


def _case_outcomes(rule: Rule, data: Mapping[str, Any], context: Context) -> list[tuple[Any, Outcome]]:
    """Judge the records of a case rule; they carry every field unless ``provides`` names fewer."""
    every = frozenset(a.name for a in attrs.fields(CaseRecord))
    source = RecordSource(path="cases.csv", kind="case", provides=frozenset(data.get("provides", every)))
    rows = [{"unclear": frozenset(row.pop("unclear", ())), **row} for row in map(dict, data.get("case", []))]
    records = [CaseRecord(source=source, row=number, **row) for number, row in enumerate(rows, 2)]
    outcomes = [(record, evaluate_case(rule, record, context)) for record in records]
    assert _agreed(map(CaseRunner([rule], context), records)) == [outcome for _, outcome in outcomes]
    return outcomes


def _told(rule: Rule, problem: Problem, subject: Any, asked: Mapping[str, Any]) -> dict[str, Any]:
    finding = finding_of(rule, problem, subject)
    assert finding.message
    assert finding_of(rule, problem, subject, "en").message != finding.message
    told: dict[str, Any] = {
        "field": finding.field,
        "message": problem.message,
        "severity": finding.severity.value,
        "item": finding.item.id if finding.item else None,
        "channel": finding.channel,
        "found": finding.found,
        "expected": finding.expected,
        "text": finding.message,
        "members": [member.item_id for member in finding.members],
    }
    return {key: told[key] for key in ("field", "message", "severity", *asked) if told[key] is not None}


@pytest.mark.parametrize("case", list(_cases()))
def test_a_rule_answers_its_cases(case: Case) -> None:
    """A pass case gives no finding, a fail case exactly the findings that it names."""
    rule, data = case.rule, case.data
    items = _items(data)
    faults = [Fault(**{"channel": "city", **one, "place": Place(file="case.json")}) for one in data.get("fault", [])]
    siblings = _items({"item": data.get("sibling", [])})
    context = _context(rule, data, [*items, *siblings], faults)
    if rule.scope is Scope.CASE:
        outcomes = _case_outcomes(rule, data, context)
    else:
        outcomes = _outcomes(rule, items, faults, siblings, context)
    wanted = data.get("finding", [])
    problems = [(problem, subject) for subject, outcome in outcomes for problem in outcome.problems]
    keys = [wanted[number] if number < len(wanted) else {} for number in range(len(problems))]
    told = [_told(rule, problem, subject, asked) for (problem, subject), asked in zip(problems, keys, strict=True)]

    assert told == [{"message": "default", "severity": rule.severity.value, **one} for one in wanted]
    assert bool(wanted) is (case.kind == "fail")
    if case.kind == "pass":
        assert {data.get("verdict", "pass")} == {outcome.verdict.value for _, outcome in outcomes}


@pytest.mark.parametrize("rule", list(RULES.values()), ids=list(RULES))
def test_a_rule_has_both_kinds_of_case(rule: Rule) -> None:
    """A rule without one named pass and one named fail case is not finished."""
    path = FOLDER / f"{rule.code}.toml"
    document = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    assert document.get("pass"), f"write a [[pass]] case in {path.name}"
    assert document.get("fail"), f"write a [[fail]] case in {path.name}"
    assert set(document) == {"pass", "fail"}
