"""``run_audit``: run every rule over every item, and sum up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice

from itemcatalog.audit._assemble import assemble
from itemcatalog.audit._cases import judge_cases
from itemcatalog.audit._groups import Grouped, build_groups
from itemcatalog.audit._partial import Partial, audit_items, merged
from itemcatalog.audit._prepare import Job, prepare
from itemcatalog.audit._report import Report
from itemcatalog.audit._timing import Clock, timed
from itemcatalog.audit._verdicts import judge_catalogue, judge_faults, judge_groups
from itemcatalog.audit._waivers import mark_known, mark_waived, waiver_faults
from itemcatalog.engines import Engine
from itemcatalog.engines import engine as engine_named
from itemcatalog.findings import Fault
from itemcatalog.model import Catalogue, Item
from itemcatalog.rules import ItemRunner, Rule, RuleSet, Scope
from itemcatalog.workspace import UNREADABLE, Workspace

__all__ = ["proposed_groups", "run_audit"]

# From two partitions on the work is spread over the processors.
PARTITION = 5_000


def run_audit(
    workspace_or_catalogue: Workspace | Catalogue,
    *,
    rules: RuleSet | None = None,
    language: str = "zh",
    progress: Callable[[str], None] | None = None,
    baseline: Collection[str] = (),
    clock: Clock | None = None,
    engine: str = "local",
) -> Report:
    """Audit a workspace (or a catalogue already read) and return its report.

    ``rules`` replace the shipped rule set; ``baseline`` are fingerprints of an earlier report, whose findings get
    the status ``known``; ``progress`` is told each file that is read; with a ``clock`` the report says what each
    rule cost; ``engine`` says where the item rules run. Faults in the data are findings; ``ConfigurationError``
    is raised for a wrong workspace.
    """
    runs_on = engine_named(engine)
    job = prepare(workspace_or_catalogue, rules, progress)
    spent: Counter[str] = Counter()
    active = timed(job.rules.active(job.context), clock, spent)
    grouped = build_groups(job)
    whole = merged(_item_parts(job, active, language, runs_on if clock is None else None))
    grouped = _judge(job, active, grouped, whole, language, progress)
    _status(job, active, whole, baseline, language)
    return assemble(job, active, whole, grouped, language, dict(spent))


def proposed_groups(
    workspace: Workspace, progress: Callable[[str], None] | None = None
) -> tuple[Job, Grouped, tuple[str, ...]]:
    """Return the groups of a workspace with the values that should stand, as an audit finds them.

    With the job they came from, and a line for each input that could not be read.
    """
    job = prepare(workspace, None, progress)
    active = job.rules.active(job.context)
    grouped = build_groups(job)
    whole = merged(_item_parts(job, active, "zh", engine_named("local")))
    return job, _judge(job, active, grouped, whole, "zh", progress), tuple(whole.unread)


def _item_parts(job: Job, rules: Sequence[Rule], language: str, engine: Engine | None) -> Iterator[Partial]:
    """Run the item rules partition by partition; without an engine (a clock runs) all of them here.

    With several partitions the catalogue rules keep what they need in this process: projections are many, and
    would only travel.
    """
    parts = list(_partitions(job.catalogue))
    if engine is None or len(parts) < 2:
        yield from (audit_items(part, ItemRunner(rules, job.context), language) for part in parts)
        return
    runner = ItemRunner([rule for rule in rules if rule.scope is Scope.ITEM], job.context)
    keeper = ItemRunner([rule for rule in rules if rule.scope is not Scope.ITEM], job.context)
    results: Iterator[Partial] = engine.run(lambda part: audit_items(part, runner, language), parts)
    for part, result in zip(parts, results, strict=True):
        result.add(audit_items(part, keeper, language, count=False))
        yield result


def _judge(
    job: Job,
    rules: Sequence[Rule],
    grouped: Grouped,
    whole: Partial,
    language: str,
    progress: Callable[[str], None] | None,
) -> Grouped:
    """Let the rules speak that see more than one item: catalogue rules, cases, faults, groups."""
    judge_catalogue(whole, rules, job.context, language)
    of_cases = judge_cases(job.workspace, whole, rules, job.context, language, progress)
    faults = [*job.catalogue.faults, *job.lists.faults, *of_cases, *grouped.faults, *_required(job)]
    whole.unread = [f"{one.place.file}：{one.values['reason']}" for one in faults if one.kind == UNREADABLE]
    judge_faults(whole, rules, faults, job.context, language)
    grouped = grouped.proposed((one for one, _ in whole.findings), job.lists.standard, job.context)
    judge_groups(whole, rules, grouped.groups, job.context, language)
    return grouped


def _partitions(catalogue: Catalogue) -> Iterator[list[Item]]:
    stream = iter(catalogue)
    while part := list(islice(stream, PARTITION)):
        yield part


def _required(job: Job) -> Iterator[Fault]:
    """Yield one fault per channel and required field that none of the channel's sources carries."""
    for channel in job.catalogue.channels:
        sources = [one for one in job.catalogue.sources if one.channel == channel.id]
        carried = {path for one in sources for path in one.provides}
        heads = {path.partition(".")[0] for path in carried}
        for path in job.required:
            if sources and path not in carried and path not in heads and path.partition(".")[0] not in carried:
                yield Fault(kind="required-absent", channel=channel.id, field=path, values={"field": path})


def _status(job: Job, rules: Sequence[Rule], whole: Partial, baseline: Collection[str], language: str) -> None:
    """Apply waivers and the baseline; what is wrong with the waivers becomes findings of their own."""
    as_of, waivers = job.context.as_of, job.lists.waivers
    faults = waiver_faults([one for one, _ in whole.findings], waivers, as_of)
    start = len(whole.findings)
    judge_faults(whole, rules, faults, job.context, language, count_passes=False)
    findings = [one for one, _ in whole.findings]
    marked = mark_waived(findings[:start], waivers, as_of) + findings[start:]
    holders = [holder for _, holder in whole.findings]
    whole.findings = list(zip(mark_known(marked, set(baseline)), holders, strict=True))
