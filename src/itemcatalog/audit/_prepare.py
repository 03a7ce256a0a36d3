"""From a workspace or a catalogue to what an audit needs: items, lists, rules, context."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import define

from itemcatalog.audit._cases import case_items
from itemcatalog.errors import ConfigurationError
from itemcatalog.model import Catalogue
from itemcatalog.policy import Policy, load_policy
from itemcatalog.rules import Context, RuleSet, unclear_of
from itemcatalog.workspace import UNREADABLE, Lists, Workspace, read_catalogue, read_lists

__all__ = ["Job", "prepare"]


@define(frozen=True, slots=True, kw_only=True)
class Job:
    """审核任务: the items, lists, rules and context of one audit."""

    name: str
    catalogue: Catalogue
    lists: Lists
    rules: RuleSet
    context: Context
    required: tuple[str, ...] = ()
    workspace: Workspace | None = None


def prepare(subject: Workspace | Catalogue, rules: RuleSet | None, progress: Callable[[str], None] | None) -> Job:
    """Read what the audit needs; a catalogue alone is judged by the policy ``national`` at that policy's date."""
    chosen = rules or RuleSet.default()
    if isinstance(subject, Catalogue):
        policy = load_policy("national")
        context = _context(policy, policy.as_of, subject, Lists(), None)
        return Job(name="", catalogue=subject, lists=Lists(), rules=chosen, context=context)
    catalogue = read_catalogue(subject, progress=progress)
    lists = read_lists(subject)
    context = _context(subject.policy, subject.as_of, catalogue, lists, subject)
    return Job(
        name=subject.name,
        catalogue=catalogue,
        lists=lists,
        rules=_configured(chosen, subject),
        context=context,
        required=subject.rules.required,
        workspace=subject,
    )


def _context(policy: Policy, as_of: date, catalogue: Catalogue, lists: Lists, workspace: Workspace | None) -> Context:
    return Context(
        policy=policy,
        as_of=as_of,
        scheme=workspace.code_scheme if workspace else None,
        division=policy.division,
        channels={channel.id: channel for channel in catalogue.channels},
        sources=catalogue.sources,
        certificates=lists.certificates,
        standard_list=lists.standard,
        organisations=lists.organisations,
        crosswalk=lists.crosswalk,
        publish=(workspace.publish or None) if workspace else None,
        case_items=case_items(catalogue.items) if workspace and workspace.cases else None,
        unclear=unclear_of(catalogue.faults),
        unread=frozenset(fault.channel for fault in catalogue.faults if fault.kind == UNREADABLE),
    )


def _configured(rules: RuleSet, workspace: Workspace) -> RuleSet:
    options = workspace.rules
    try:
        return rules.configured(options.severity, options.off, options.on)
    except ConfigurationError as error:
        line = next((line for code, line in options.lines.items() if code in error.message), None)
        raise ConfigurationError(error.message, path=options.file, key=error.key, line=line) from error
