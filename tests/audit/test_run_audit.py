"""run_audit: verdicts, sums, order, waivers, baseline, what is not checked."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from itemcatalog.audit import Report, run_audit
from itemcatalog.audit._waivers import mark_known, mark_waived, waiver_faults
from itemcatalog.findings import Fault, Message, Place, Severity, Text
from itemcatalog.model import Authority, Catalogue, Channel, Codes, Item, Material, Source, Waiver
from itemcatalog.rules import Context, Force, Problem, Rule, RuleSet, Scope

WORDS = {"default": Message("名称是 {name}", "the name is {name}")}


def make_rule(code: str, check: Any, **more: Any) -> Rule:
    """Make a rule of our own."""
    values: dict[str, Any] = {
        "code": code,
        "name": f"规则 {code}",
        "scope": Scope.ITEM,
        "severity": Severity.ERROR,
        "force": Force.LAW,
        "summary": Text("名称不对。", "The name is wrong."),
        "basis": "《条例》第一条",
        "recommendation": Text("改正名称。", "Correct the name."),
        "messages": WORDS,
        "check": check,
    }
    return Rule(**(values | more))


def _bad_name(item: Item, _: Context) -> Iterator[Problem]:
    if "坏" in item.name:
        yield Problem(field="name", values={"name": item.name}, found=item.name)


def _each_material(item: Item, _: Context) -> Iterator[Problem]:
    for index, one in enumerate(item.materials):
        yield Problem(field=f"materials[{index}].name", values={"name": one.name}, found=one.name)


def _crash(item: Item, _: Context) -> Iterator[Problem]:
    raise ValueError(item.name)


def _twice(kept: list[tuple[str, Any]], _: Context) -> Iterator[Problem]:
    names = [name for name, _ in kept]
    for name, ref in kept:
        if names.count(name) > 1:
            yield Problem(field="name", values={"name": name}, found=name, channel="a", item=ref)


def _projected(item: Item, _: Context) -> Any:
    from itemcatalog.rules import item_ref

    return item.name, item_ref(item)


RULES = RuleSet(
    (
        make_rule("ITM001", _bad_name, needs=("name",)),
        make_rule("ITM002", _crash, severity=Severity.NOTICE),
        make_rule("ITM003", _twice, scope=Scope.CATALOGUE, project=_projected, severity=Severity.WARNING),
        make_rule("ITM004", _each_material, needs=("materials",), severity=Severity.NOTICE),
        make_rule("ITM005", _bad_name, lists=("certificates",)),
        make_rule("ITM006", _bad_name, applies=lambda item, _: "外" in item.name),
        make_rule("INP001", lambda fault, _: [Problem(found=fault.found, values={"name": fault.found})],
                  scope=Scope.CATALOGUE, kinds=("limit-unclear", "waiver-unused"), severity=Severity.NOTICE),
    )
)  # fmt: skip


def make_items(*names: str, channel: str = "a", authority: str | None = "市民政局") -> tuple[Item, ...]:
    """Make items of one channel with an id and a row each."""
    return tuple(
        Item(
            name=name,
            id=f"{channel}-{number}",
            channel=channel,
            codes=Codes(implementation=f"1{number}"),
            authority=Authority(name=authority),
            materials=(Material(name="身份证明"), Material(name="=危险")),
            place=Place(file=f"{channel}.xlsx", sheet="事项", row=number, cell=f"B{number}"),
        )
        for number, name in enumerate(names, start=2)
    )


def make_catalogue(*items: Item, provides: tuple[str, ...] = ("name", "materials.name")) -> Catalogue:
    """Make a catalogue with one source per channel."""
    ids = sorted({item.channel for item in items})
    return Catalogue(
        channels=tuple(Channel(id=one, name=f"渠道{one}") for one in ids),
        items=items,
        sources=tuple(
            Source(path=f"{one}.xlsx", sheet="事项", channel=one, items=len(items), provides=frozenset(provides))
            for one in ids
        ),
    )


def _audit(*names: str, **more: Any) -> Report:
    return run_audit(make_catalogue(*make_items(*names)), rules=RULES, **more)


def test_the_four_verdicts_are_counted() -> None:
    """Pass, finding, not applicable and not checked stand apart for each rule."""
    report = _audit("好", "坏", "好")
    by_rule = {code: tally.to_dict() for code, tally in report.by_rule.items()}

    assert by_rule["ITM001"] == {"pass": 2, "finding": 1, "not_applicable": 0, "not_checked": 0}
    assert by_rule["ITM002"] == {"pass": 0, "finding": 0, "not_applicable": 0, "not_checked": 3}
    assert by_rule["ITM003"] == {"pass": 1, "finding": 2, "not_applicable": 0, "not_checked": 0}
    assert by_rule["ITM006"] == {"pass": 0, "finding": 0, "not_applicable": 3, "not_checked": 0}


def test_what_was_not_checked_has_one_entry_per_rule_and_channel() -> None:
    """A crash and a missing list are said once with their count, and lower the coverage."""
    report = _audit("好", "坏")
    entries = [(one.rule, one.channel, one.count) for one in report.not_checked]

    assert entries == [("ITM002", "a", 2), ("ITM005", "a", 2)]
    assert "ValueError" in report.not_checked[0].reason
    assert report.by_channel["a"].checks_possible == 2 * 5
    assert report.by_channel["a"].checks_made == 2 * 3


def test_a_column_that_is_not_there_accuses_nobody() -> None:
    """A field that the source does not carry is not checked."""
    report = run_audit(make_catalogue(*make_items("坏"), provides=("name",)), rules=RULES)

    assert [one.rule for one in report.findings] == ["ITM001"]
    assert ("ITM004", 1) in [(one.rule, one.count) for one in report.not_checked]


def test_a_finding_carries_all_that_report_json_promises() -> None:
    """Words, basis, place, item and fingerprint arrive."""
    finding = next(one for one in _audit("坏").to_dict()["findings"] if one["rule"] == "ITM001")

    assert finding == {
        "rule": "ITM001",
        "severity": "error",
        "channel": "a",
        "item": {"id": "a-2", "name": "坏", "codes": {"implementation": "12"}},
        "field": "name",
        "message": "名称是 坏",
        "expected": None,
        "found": "坏",
        "basis": "《条例》第一条",
        "recommendation": "改正名称。",
        "place": {"file": "a.xlsx", "sheet": "事项", "row": 2, "cell": "B2"},
        "group": None,
        "members": [],
        "cause": "坏",
        "fingerprint": finding["fingerprint"],
        "status": "new",
    }


def test_language_changes_words_only() -> None:
    """Verdicts and fingerprints are those of the other language."""
    chinese, english = _audit("坏"), _audit("坏", language="en")

    assert [one.fingerprint for one in chinese.findings] == [one.fingerprint for one in english.findings]
    assert english.findings[0].message == "the name is 坏"


@settings(max_examples=25, deadline=None)
@given(st.permutations(make_items("好", "坏", "坏的", "好", "外坏")))
def test_the_order_of_items_changes_nothing(items: list[Item]) -> None:
    """An audit does not depend on the order in which items are read."""
    expected = run_audit(make_catalogue(*make_items("好", "坏", "坏的", "好", "外坏")), rules=RULES)
    actual = run_audit(make_catalogue(*items), rules=RULES)

    assert json.dumps(expected.to_dict()) == json.dumps(actual.to_dict())


@pytest.mark.parametrize("size", [1, 2, 1000])
def test_partitions_merge(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    """Items in parts give the report that items in one list give."""
    whole = _audit("好", "坏", "好", "坏的")
    monkeypatch.setattr("itemcatalog.audit._run.PARTITION", size)

    assert _audit("好", "坏", "好", "坏的").to_dict() == whole.to_dict()


def test_authorities_of_one_spelling_are_one_unit() -> None:
    """Width and brackets do not make two units; an item without an authority belongs to its channel."""
    items = (
        *make_items("坏", "坏1", authority="市民政局（福州）"),
        *make_items("坏", channel="b", authority="市民政局(福州)"),
        *make_items("坏", channel="c", authority=None),
    )
    report = run_audit(make_catalogue(*items), rules=RULES)

    assert [(name, tally.items) for name, tally in report.by_authority.items()] == [
        ("市民政局（福州）", 3),
        ("渠道c", 1),
    ]


def test_a_cause_is_one_rule_field_and_value() -> None:
    """The same material in two items is one cause; which entry of the list it is does not matter."""
    tally = _audit("好1", "好2").by_channel["a"]

    assert (tally.notices, tally.causes) == (4, 2)
    assert tally.to_dict()["causes_per_100_items"] == 100.0


def test_a_unit_of_too_little_data_is_not_ranked() -> None:
    """Below four checks in five a unit stands apart."""
    tally = _audit("好").by_authority["市民政局"]

    assert not tally.ranked
    assert attrs.evolve(tally, checks_made=8, checks_possible=10).ranked


def test_faults_of_readers_are_worded_with_the_items_name() -> None:
    """The reader knew the item's id only; the finding shows its name and codes."""
    items = make_items("好")
    fault = Fault(kind="limit-unclear", channel="a", item_id="a-2", found="若干", place=items[0].place)
    report = run_audit(attrs.evolve(make_catalogue(*items), faults=(fault,)), rules=RULES)
    finding = next(one for one in report.findings if one.rule == "INP001")

    assert finding.item is not None
    assert (finding.item.name, finding.message) == ("好", "名称是 若干")
    assert report.units[report.findings.index(finding)] == ("市民政局",)


def test_a_conflict_of_matching_stands_at_its_item() -> None:
    """Matching knows no rows; the finding shows the place of the item."""
    items = make_items("好")
    fault = Fault(kind="limit-unclear", channel="a", item_id="a-2", found="若干")
    report = run_audit(attrs.evolve(make_catalogue(*items), faults=(fault,)), rules=RULES)

    assert next(one for one in report.findings if one.rule == "INP001").place == items[0].place


def test_a_baseline_makes_findings_known() -> None:
    """Only what an earlier report did not hold fails."""
    first = _audit("坏")
    again = _audit("坏", "坏2", baseline=[one.fingerprint for one in first.findings])

    assert [one.status for one in again.findings if one.rule == "ITM001"] == ["known", "new"]
    assert again.fails(Severity.ERROR)
    assert not _audit("坏", baseline=[one.fingerprint for one in first.findings]).fails(Severity.NOTICE)


@pytest.mark.parametrize(("threshold", "expected"), [(Severity.ERROR, True), (Severity.NOTICE, True), (None, False)])
def test_fail_on(threshold: Severity | None, expected: bool) -> None:
    """Findings at or above the threshold fail; never means never."""
    assert _audit("坏").fails(threshold) is expected


def test_waivers_hold_until_their_end() -> None:
    """A waiver of today counts, one of yesterday is expired, one of nothing is unused, two ends contradict."""
    findings = _audit("坏", "坏2").findings
    one, two = (finding.fingerprint for finding in findings if finding.rule == "ITM001")
    as_of = date(2017, 12, 31)
    waivers = [
        Waiver(fingerprint=one, until=as_of),
        Waiver(fingerprint=two, until=date(2017, 12, 30)),
        Waiver(fingerprint="0", until=None),
    ]
    marked = {finding.fingerprint: finding.status for finding in mark_waived(findings, waivers, as_of)}

    assert (marked[one], marked[two]) == ("waived", "new")
    assert [fault.kind for fault in waiver_faults(findings, waivers, as_of)] == ["waiver-expired", "waiver-unused"]
    disputed = [Waiver(fingerprint=one), Waiver(fingerprint=one, until=as_of)]
    assert {fault.kind for fault in waiver_faults(findings, disputed, as_of)} == {"waiver-contradictory"}
    assert {finding.status for finding in mark_waived(findings, disputed, as_of)} == {"new"}


def test_a_waived_finding_stays_waived_against_a_baseline() -> None:
    """Known is said of new findings only."""
    findings = [attrs.evolve(one, status="waived") for one in _audit("坏").findings]

    assert {one.status for one in mark_known(findings, {one.fingerprint for one in findings})} == {"waived"}


def test_a_clock_tells_what_rules_cost() -> None:
    """With a clock each rule that ran has its seconds; the report's data does not hold them."""
    ticks = iter(range(10_000))
    report = _audit("坏", clock=lambda: float(next(ticks)))

    assert report.timing["ITM001"] == 1.0
    assert report.to_dict() == _audit("坏").to_dict()
