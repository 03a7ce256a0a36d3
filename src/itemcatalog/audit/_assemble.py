"""From what the rules said to the report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from itemcatalog._shipped import __version__
from itemcatalog.audit._bodies import unit_names
from itemcatalog.audit._coverage import coverage_measures
from itemcatalog.audit._groups import Grouped
from itemcatalog.audit._partial import Holder, Partial
from itemcatalog.audit._prepare import Job
from itemcatalog.audit._report import InputFile, Report, Tally
from itemcatalog.audit._summary import charged_units, not_checked, rule_tallies, tallies
from itemcatalog.findings import Finding
from itemcatalog.model import Catalogue
from itemcatalog.rules import Rule

__all__ = ["assemble"]

Charged = tuple[Finding, tuple[str, ...]]


def assemble(
    job: Job, rules: Sequence[Rule], whole: Partial, grouped: Grouped, language: str, timing: Mapping[str, float]
) -> Report:
    """Return the report: findings in an order of their own (never that of the rows), sums, measures, groups."""
    catalogue = job.catalogue
    names = {channel.id: channel.name or channel.id for channel in catalogue.channels}
    units = unit_names(whole.items, lambda channel: names.get(channel, channel))
    compression = job.context.policy.compression
    charged = sorted(((one, charged_units(one, holder, units)) for one, holder in whole.findings), key=_order)
    return Report(
        itemcatalog=__version__,
        policy=job.context.policy.id,
        policy_name=job.context.policy.name,
        rule_set=job.rules.hash,
        as_of=job.context.as_of,
        inputs=_inputs(catalogue),
        items=sum(whole.items.values()),
        by_rule=rule_tallies(whole, rules),
        by_channel=_by_channel(whole, charged, catalogue),
        by_authority=tallies(whole, charged, lambda holder: units[holder], lambda _, charged_to: charged_to),
        measures=(
            *whole.compression.entries(compression.largest_ratio if compression else Fraction(3, 10)),
            *coverage_measures(grouped.groups, job.context),
        ),
        findings=tuple(finding for finding, _ in charged),
        groups=grouped.to_dicts(language),
        not_checked=not_checked(whole, language),
        name=job.name,
        language=language,
        compression=compression,
        channels=catalogue.channels,
        rules={rule.code: rule for rule in rules},
        off=job.rules.unbound(job.context),
        units=tuple(charged_to for _, charged_to in charged),
        unread=tuple(whole.unread),
        timing=timing,
    )


def _order(charged: Charged) -> tuple[int, str, str, str, str, str]:
    one = charged[0]
    return one.severity.rank, one.rule, one.channel, one.item.id if one.item else "", one.field or "", one.fingerprint


def _inputs(catalogue: Catalogue) -> tuple[InputFile, ...]:
    files = (
        InputFile(
            path=one.path,
            sha256=one.sha256,
            channel=one.channel,
            items=one.items,
            codec=one.codec,
            provides=tuple(sorted(one.provides)),
        )
        for one in catalogue.sources
    )
    return tuple(files)


def _by_channel(whole: Partial, charged: Sequence[Charged], catalogue: Catalogue) -> dict[str, Tally]:
    def channels_of(finding: Finding, _: tuple[str, ...]) -> list[str]:
        members = sorted({one.channel for one in finding.members})
        return [finding.channel] if finding.channel else members

    def channel_of(holder: Holder) -> str:
        return holder[0]

    return tallies(whole, charged, channel_of, channels_of, [one.id for one in catalogue.channels])
