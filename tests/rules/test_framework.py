"""The frame of the rules: sets, contexts, verdicts, findings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from itemcatalog.errors import ConfigurationError, UsageError
from itemcatalog.findings import Fault, ItemRef, Message, Place, Severity, Text
from itemcatalog.model import Channel, Item, Limit, Source
from itemcatalog.model.limits import LimitState
from itemcatalog.policy import load_policy
from itemcatalog.rules import (
    Context,
    Force,
    ItemRunner,
    Outcome,
    Problem,
    Rule,
    RuleSet,
    Scope,
    Verdict,
    evaluate_catalogue,
    evaluate_fault,
    evaluate_group,
    evaluate_item,
    finding_of,
    findings_of,
    project_item,
)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if item.name == "crash":
        raise KeyError("x")
    if item.name.startswith("坏"):
        yield Problem(field="name", found=item.name, values={"name": item.name, "why": Text("太坏", "too bad")})


def _rule(code: str = "ITM900", **changes: Any) -> Rule:
    rule = Rule(
        code=code,
        name="样例",
        scope=Scope.ITEM,
        severity=Severity.WARNING,
        force=Force.LAW,
        summary=Text("名称坏。", "A bad name."),
        basis="样例第一条",
        recommendation=Text("改名。", "Rename."),
        messages={"default": Message("{name}{why}", "{name} is {why}")},
        check=_check,
    )
    return attrs.evolve(rule, **changes)


def _context(**changes: Any) -> Context:
    values: dict[str, Any] = {
        "policy": load_policy("fuzhou-2017"),
        "as_of": date(2017, 12, 31),
        "sources": (Source(path="a.csv", channel="city", provides=frozenset({"name", "materials.issuer"})),),
    }
    return Context(**{**values, **changes})


def _item(name: str = "好", **changes: Any) -> Item:
    return Item(name=name, channel="city", id="x1", place=Place(file="a.csv", row=3), **changes)


def _verdict(rule: Rule, item: Item, context: Context) -> Verdict:
    """Ask the single evaluation and the runner, which must agree."""
    outcome = evaluate_item(rule, item, context)
    result = ItemRunner([rule], context)(item)
    if outcome.verdict is Verdict.PASS:
        assert result.passed_rules == (rule,)
    else:
        assert result.outcomes == ((rule, outcome),)
    return outcome.verdict


def test_the_four_verdicts() -> None:
    """Pass, finding, not applicable and not checked are told apart, in the order of the contract."""
    unclear = _item(promised_limit=Limit(state=LimitState.UNCLEAR, raw="看情况"))
    context = _context()
    cases = [
        (_rule(), _item(), Verdict.PASS),
        (_rule(), _item("坏事项"), Verdict.FINDING),
        (_rule(applies=lambda i, c: False), _item("坏"), Verdict.NOT_APPLICABLE),
        (_rule(applies=lambda i, c: None), _item("坏"), Verdict.NOT_CHECKED),
        (_rule(applies=lambda i, c: False, needs=("fees",)), _item("坏"), Verdict.NOT_APPLICABLE),
        (_rule(applies=lambda i, c: 1 / 0), _item("坏"), Verdict.NOT_CHECKED),
        (_rule(lists=("certificates",)), _item("坏"), Verdict.NOT_CHECKED),
        (_rule(needs=("legal_bases",)), _item("坏"), Verdict.NOT_CHECKED),
        (_rule(needs=("legal_bases|materials",)), _item("坏"), Verdict.FINDING),
        (_rule(needs=("materials",)), _item("坏"), Verdict.FINDING),
        (_rule(), _item("crash"), Verdict.NOT_CHECKED),
        (_rule(needs=("promised_limit",)), unclear, Verdict.NOT_CHECKED),
        (_rule(valid_from=date(2020, 1, 1)), _item("坏"), Verdict.NOT_APPLICABLE),
        (_rule(valid_to=date(2016, 1, 1)), _item("坏"), Verdict.NOT_APPLICABLE),
        (_rule(divisions=("3502",)), _item("坏", division="350102"), Verdict.NOT_APPLICABLE),
        (_rule(divisions=("3501",)), _item("坏", division="350102"), Verdict.FINDING),
        (_rule(divisions=("3501",)), _item("坏"), Verdict.NOT_APPLICABLE),
    ]

    assert [expected for _, _, expected in cases] == [_verdict(rule, item, context) for rule, item, _ in cases]


def test_a_limit_that_is_not_understood_is_not_checked() -> None:
    """A needed limit of the state unclear leaves the rule unchecked, a needed limit of a step too."""
    context = _context(
        sources=(Source(path="a.csv", channel="city", provides=frozenset({"promised_limit", "procedure.limit"})),)
    )
    item = _item(promised_limit=Limit(state=LimitState.UNCLEAR, raw="看情况"))
    outcome = evaluate_item(_rule(needs=("promised_limit",)), item, context)

    assert (
        outcome.verdict,
        outcome.reason and outcome.reason.zh,
    ) == (Verdict.NOT_CHECKED, "“承诺办结时限”的写法无法识别")


def test_a_crash_names_the_exception() -> None:
    """The reason of a rule that crashed names the exception and the rule."""
    outcome = evaluate_item(_rule(), _item("crash"), _context())

    assert outcome.reason is not None
    assert "KeyError" in outcome.reason.zh
    assert "ITM900" in outcome.reason.en


def test_other_scopes() -> None:
    """Groups, faults and projections get the same verdicts."""
    context = _context()
    fault_rule = _rule("INP900", scope=Scope.CATALOGUE, kinds=("odd",), check=lambda f, c: [Problem(found=f.found)])
    whole = _rule("COD900", scope=Scope.CATALOGUE, project=lambda i, c: i.name if i.name != "无" else None)
    crash = _rule("COD901", scope=Scope.CATALOGUE, project=lambda i, c: 1 / 0)

    assert evaluate_group(_rule(scope=Scope.GROUP), _item("坏"), context).verdict is Verdict.FINDING
    assert evaluate_fault(fault_rule, Fault(kind="odd", found="?"), context).verdict is Verdict.FINDING
    assert evaluate_fault(fault_rule, Fault(kind="other"), context).verdict is Verdict.NOT_APPLICABLE
    assert project_item(whole, _item("甲"), context) == (Outcome(Verdict.PASS), "甲")
    assert project_item(whole, _item("无"), context) == (Outcome(Verdict.NOT_APPLICABLE), None)
    assert project_item(crash, _item(), context)[0].verdict is Verdict.NOT_CHECKED
    assert project_item(attrs.evolve(whole, needs=("fees",)), _item(), context)[0].verdict is Verdict.NOT_CHECKED
    assert ItemRunner([whole, fault_rule, crash], context)(_item("甲")).kept[0].projection == "甲"
    assert ItemRunner([whole], context)(_item("无")).outcomes[0][1].verdict is Verdict.NOT_APPLICABLE
    none = attrs.evolve(whole, check=lambda kept, c: (), lists=("publish",))
    assert evaluate_catalogue(none, [], context).verdict is Verdict.NOT_CHECKED
    assert evaluate_catalogue(none, [], _context(publish={})).verdict is Verdict.PASS


def test_what_a_source_carries_is_found_by_sheet_file_and_channel() -> None:
    """The nearest source answers; heads and natural parts of a carried path are carried too."""
    sources = (
        Source(path="a.xlsx", sheet="一", channel="city", provides=frozenset({"authority"})),
        Source(path="a.xlsx", sheet="二", channel="city", provides=frozenset({"fees.items.basis"})),
        Source(path="b.xlsx", channel="city", provides=frozenset({"places"})),
    )
    context = _context(sources=sources)

    def provided(file: str | None, sheet: str | None, channel: str = "city") -> frozenset[str]:
        return context.provides(Item(name="x", channel=channel, place=Place(file=file, sheet=sheet)))

    assert provided("a.xlsx", "一") == {"authority", "authority.name"}
    assert provided("a.xlsx", "二") == {"fees.items.basis", "fees.items", "fees"}
    assert provided("a.xlsx", None) == provided("a.xlsx", "一") | provided("a.xlsx", "二")
    assert provided("c.xlsx", None) >= {"places", "places.address", "authority"}
    assert provided("a.xlsx", "一", "portal") == set()
    assert context.carries(Item(name="x", channel="city", place=Place(file="b.xlsx")), "places.address")


def test_the_division_of_an_item_falls_back() -> None:
    """An item's own division comes first, then its channel's, then the workspace's."""
    context = _context(division="350000", channels={"city": Channel(id="city", division="350100")})

    assert context.division_of(_item(division="350102")) == "350102"
    assert context.division_of(_item()) == "350100"
    assert context.division_of(Item(name="x", channel="other")) == "350000"


def test_an_index_over_a_list_is_built_once() -> None:
    """``memo`` builds a lookup the first time only."""
    built: list[int] = []
    context = _context()

    assert [context.memo("k", lambda: built.append(1) or len(built)) for _ in range(2)] == [1, 1]  # type: ignore[func-returns-value]


def test_a_rule_set_is_ordered_and_closed() -> None:
    """Codes are in order, a repeated or unknown code is refused, rules of others join by value."""
    rules = RuleSet((_rule("ITM902"), _rule("ITM901")))

    assert [rule.code for rule in rules] == ["ITM901", "ITM902"]
    assert len(rules.with_rules(_rule("ITM903"))) == 3
    assert len(rules) == 2
    assert rules.rule("ITM901").code == "ITM901"
    assert rules.get("ITM999") is None
    for call in (lambda: rules.with_rules(_rule("ITM901")), lambda: rules.rule("ITM999")):
        with pytest.raises(UsageError):
            call()


def test_a_workspace_configures_rules() -> None:
    """Severity, off and on are taken; what is unknown or contradictory is refused with its key."""
    rules = RuleSet((_rule("ITM901"), _rule("ITM902", force=Force.PRACTICE, severity=Severity.NOTICE)))
    changed = rules.configured(severity={"ITM901": "error"}, off=["ITM901"], on=["ITM902"])

    assert changed.rule("ITM901").severity is Severity.ERROR
    assert [rule.code for rule in changed.active(_context())] == ["ITM902"]
    assert [rule.code for rule in rules.active(_context())] == ["ITM901"]
    assert rules.hash != changed.hash
    assert (
        rules.hash == RuleSet((_rule("ITM902", force=Force.PRACTICE, severity=Severity.NOTICE), _rule("ITM901"))).hash
    )
    for wrong in (
        {"off": ["ITM999"]},
        {"severity": {"ITM901": "fatal"}},
        {"severity": {"ITM902": "error"}},
        {"on": ["ITM901"], "off": ["ITM901"]},
    ):
        with pytest.raises(ConfigurationError, match="rules"):
            rules.configured(**wrong)


def test_a_plan_rule_runs_only_under_its_plan() -> None:
    """A rule of force plan is active only where the policy has its clause."""
    rules = RuleSet((_rule("LIM901", force=Force.PLAN, clauses=("11a",)),))

    assert len(rules.active(_context())) == 1
    assert len(rules.active(_context(policy=load_policy("national")))) == 0


def test_rules_that_cannot_be() -> None:
    """A malformed code, a loud practice rule and a catalogue rule without projection are refused."""
    for wrong in (
        {"code": "itm1"},
        {"force": Force.PRACTICE},
        {"force": Force.LOCAL, "severity": Severity.ERROR},
        {"scope": Scope.CATALOGUE},
    ):
        with pytest.raises(UsageError):
            _rule(**wrong)


def test_a_finding_carries_words_place_and_basis() -> None:
    """A finding speaks the language asked for; its fingerprint and verdict do not change with it."""
    item = _item("坏事项")
    (problem,) = evaluate_item(_rule(), item, _context()).problems
    zh, en = (finding_of(_rule(), problem, item, language) for language in ("zh", "en"))

    assert (zh.message, en.message) == ("坏事项太坏", "坏事项 is too bad")
    assert zh.fingerprint == en.fingerprint
    assert zh.place == item.place
    assert (zh.item and zh.item.id, zh.cause, zh.basis) == ("x1", "坏事项", "样例第一条")
    assert en.recommendation == "Rename."


def test_fingerprints_do_not_follow_rows_or_order() -> None:
    """Moving rows or reordering equal problems leaves the set of fingerprints as it was."""
    rule = _rule(messages={"default": Message("{n}", "{n}")})
    problems = [Problem(field=f"materials[{n}].issuer", values={"n": n}) for n in range(3)]
    one = findings_of(rule, problems, _item())
    other = findings_of(rule, reversed(problems), attrs.evolve(_item(), place=Place(file="b.csv", row=9)))

    assert len({finding.fingerprint for finding in one}) == 3
    assert {f.message: f.fingerprint for f in one} == {f.message: f.fingerprint for f in other}


def test_a_problem_may_only_be_softer_and_may_name_another_item() -> None:
    """A softer severity counts, a louder one does not; faults and groups give their own reference."""
    rule = _rule(messages={"default": Message("x", "x")})
    other = ItemRef(id="y", name="乙")
    soft = finding_of(rule, Problem(severity=Severity.NOTICE, item=other, channel="portal"), None)
    loud = finding_of(rule, Problem(severity=Severity.ERROR, expected=Text("好", "good")), Fault(kind="k", item_id="z"))
    group = finding_of(rule, Problem(), attrs.make_class("Group", ["id"], frozen=True)("g1"))

    assert (soft.severity, soft.channel, soft.item) == (Severity.NOTICE, "portal", other)
    assert (loud.severity, loud.item and loud.item.id, loud.expected) == (Severity.WARNING, "z", "好")
    assert (group.group, group.item) == ("g1", None)
