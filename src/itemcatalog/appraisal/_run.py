"""From a workspace to its appraisal: read once, count once, measure every indicator of every policy."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import attrs
from attrs import define, field

from itemcatalog.appraisal._case_part import CasePlan
from itemcatalog.appraisal._case_run import count_parts
from itemcatalog.appraisal._cases import CaseSums, join_parts
from itemcatalog.appraisal._evidence import EvidenceItem, evidence_items
from itemcatalog.appraisal._figures import UnitKey
from itemcatalog.appraisal._formulas import measure
from itemcatalog.appraisal._indicator import read_indicators
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._records import Records, read_records
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._scores import Scheme, UnitScore, read_scheme, unit_scores
from itemcatalog.appraisal._units import Population, population
from itemcatalog.appraisal._whatif import Proposal, proposals
from itemcatalog.model import Catalogue
from itemcatalog.policy import Policy, load_policy
from itemcatalog.rules import Context, RuleSet, unclear_of
from itemcatalog.workspace import UNREADABLE, Workspace, read_catalogue, read_lists

__all__ = ["Appraisal", "Beside", "run_appraisal"]

_DAYS, _HOURS = 2, 24


@define(frozen=True, slots=True, kw_only=True)
class Beside:
    """并列方案: the same data measured by another policy, whose rules hold as of ``as_of``."""

    policy: Policy
    as_of: date
    results: tuple[Result, ...]


@define(frozen=True, slots=True, kw_only=True)
class Appraisal:
    """考核结果: what ``run_appraisal`` returns; ``to_dict`` in ``appraisal.appraisal_dict`` is appraisal.json.

    ``units`` are everything, the channels of the levels and their authorities; ``names`` says how they are called.
    ``unread`` lists inputs that could not be read; ``notes`` what does not count and why.
    """

    name: str
    policy: Policy
    as_of: date
    units: tuple[UnitKey, ...]
    names: Mapping[UnitKey, str] = field(hash=False)
    results: tuple[Result, ...]
    beside: tuple[Beside, ...] = ()
    evidence: tuple[EvidenceItem, ...] = ()
    scheme: Scheme | None = None
    scores: tuple[UnitScore, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    notes: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()

    @property
    def missed(self) -> tuple[Result, ...]:
        """The indicators whose target is missed as a whole."""
        return tuple(one for one in self.results if one.met() is False)


def run_appraisal(
    workspace: Workspace,
    *,
    report: Mapping[str, Any] | None = None,
    beside: Sequence[str | Policy] = ("national",),
    rules: RuleSet | None = None,
    processes: int | None = None,
    progress: Callable[[str], None] | None = None,
) -> Appraisal:
    """Measure every indicator of the workspace's policy, and of those ``beside`` it on the same data.

    ``report`` is report.json of an audit of the same workspace, as plain data: without it what compares the same
    item at several places is not told. ``processes`` says on how many processors many cases are read. Raises
    ``ConfigurationError`` for a policy whose indicators are wrong.
    """
    inputs, unread = _read(workspace, report, rules or RuleSet.default(), processes, progress)
    own, policy = inputs.population, workspace.policy
    results = _results(inputs, policy)
    scheme = read_scheme(policy.scoring, policy.id)
    units = own.units()
    measured = ((one.indicator, one.measured) for one in results)
    return Appraisal(
        name=workspace.name,
        policy=policy,
        as_of=workspace.as_of,
        units=units,
        names=_names(units, own),
        results=results,
        beside=_beside(inputs, beside),
        evidence=evidence_items(policy, inputs.records.evidence, measured),
        scheme=scheme,
        scores=unit_scores(scheme, results, _leagues(units, inputs.context)) if scheme is not None else (),
        proposals=proposals(inputs, results, units),
        notes=_notes(own, inputs.records, inputs.cases),
        unread=unread,
    )


def _read(
    workspace: Workspace,
    report: Mapping[str, Any] | None,
    rules: RuleSet,
    processes: int | None,
    progress: Callable[[str], None] | None,
) -> tuple[Inputs, tuple[str, ...]]:
    """Read everything once; return it with a line for each input that could not be read."""
    catalogue = read_catalogue(workspace, progress=progress)
    lists = read_lists(workspace)
    own = population(catalogue, workspace.as_of)
    records = read_records(workspace.cases, workspace.root)
    context = _context(workspace, catalogue, lists, own)
    options = workspace.rules
    inputs = Inputs(
        context=context,
        rules=rules.configured(options.severity, options.off, options.on),
        population=own,
        records=records,
        cases=_cases(context, own, records, processes),
        report=report,
        as_of=workspace.as_of,
    )
    faults = [*catalogue.faults, *lists.faults]
    unread = [f"{one.place.file}：{one.values['reason']}" for one in faults if one.kind == UNREADABLE]
    return inputs, (*unread, *records.unread)


def _context(workspace: Workspace, catalogue: Catalogue, lists: Any, own: Population) -> Context:
    return Context(
        policy=workspace.policy,
        as_of=workspace.as_of,
        scheme=workspace.code_scheme,
        division=workspace.policy.division,
        channels={channel.id: channel for channel in catalogue.channels},
        sources=catalogue.sources,
        certificates=lists.certificates,
        standard_list=lists.standard,
        publish=workspace.publish or None,
        case_items=own.by_code,
        unclear=unclear_of(catalogue.faults),
    )


def _cases(context: Context, own: Population, records: Records, processes: int | None) -> CaseSums:
    holders = dict.fromkeys((item.channel, (item.authority.name or "").strip()) for item in own.items)
    units = (("", ""), *holders)
    days = {one.date for one in context.policy.milestones if one.date < context.as_of}
    milestones = (*sorted(days), context.as_of)
    plan = CasePlan(
        population=own,
        units={holder: number for number, holder in enumerate(units)},
        calendar=context.calendar,
        as_of=context.as_of,
        milestones=milestones,
        days=_number(context.policy, "online-handling-days", _DAYS),
        longest=timedelta(hours=_number(context.policy, "report-hours", _HOURS)),
    )
    return join_parts(count_parts(records.case_parts, plan, processes), units, milestones)


def _number(policy: Policy, threshold: str, otherwise: int) -> int:
    found = policy.thresholds.get(threshold)
    return int(found.value) if found is not None else otherwise


def _results(inputs: Inputs, policy: Policy) -> tuple[Result, ...]:
    return tuple(Result(indicator=one, measured=measure(inputs, one)) for one in read_indicators(policy))


def _beside(inputs: Inputs, others: Sequence[str | Policy]) -> tuple[Beside, ...]:
    found = []
    for other in others:
        policy = other if isinstance(other, Policy) else load_policy(other)
        if policy.id == inputs.context.policy.id:
            continue
        context = attrs.evolve(inputs.context, policy=policy, as_of=policy.as_of)
        own = attrs.evolve(inputs, context=context, memo={})
        found.append(Beside(policy=policy, as_of=policy.as_of, results=_results(own, policy)))
    return tuple(found)


def _names(units: Sequence[UnitKey], own: Population) -> Mapping[UnitKey, str]:
    return {unit: _name(unit, own) for unit in units}


def _name(unit: UnitKey, own: Population) -> str:
    kind, key = unit
    if kind == "channel":
        return own.channels[key]
    return key.split("/", 1)[1] if kind == "authority" else "全部"


def _leagues(units: Sequence[UnitKey], context: Context) -> Mapping[UnitKey, str]:
    """Return who is compared with whom: everything; channels of one kind; the authorities of such channels."""
    found: dict[UnitKey, str] = {}
    for kind, key in units:
        channel = context.channels.get(key.split("/", 1)[0])
        found[kind, key] = f"{kind}/{channel.kind if channel is not None else None}"
    return found


def _notes(own: Population, records: Records, cases: CaseSums) -> tuple[str, ...]:
    reasons: dict[str, int] = {}
    for _, reason in own.left_out:
        reasons[reason] = reasons.get(reason, 0) + 1
    notes = [f"不计入的事项：{reason} {number} 项" for reason, number in sorted(reasons.items())]
    if own.copies:
        notes.append(f"网上办事大厅、部门网站等渠道的 {len(own.copies)} 条是本级事项的公布副本，不重复计数")
    faults = len(records.faults) + len(cases.faults)
    return (*notes, f"记录表中有 {faults} 处读不懂或缺项") if faults else tuple(notes)
