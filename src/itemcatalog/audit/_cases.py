"""Case records (办件): streamed through the rules of family CAS, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from itemcatalog.audit._partial import Holder, Partial
from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault
from itemcatalog.model import Case, Item
from itemcatalog.rules import Answers, CaseRunner, Context, Rule, Verdict, findings_of
from itemcatalog.workspace import Workspace, unreadable

__all__ = ["case_items", "judge_cases"]

_CODES = ("handling", "implementation", "local_implementation", "portal", "internal")


def case_items(items: Sequence[Item]) -> Mapping[str, Item]:
    """Return every code of an item, as cases write it, with the item; of a shared code the first item by id."""
    found: dict[str, Item] = {}
    for item in sorted(items, key=lambda one: (one.channel, one.id)):
        for name in _CODES:
            code = getattr(item.codes, name)
            if code:
                found.setdefault(code, item)
    return found


def judge_cases(
    workspace: Workspace | None,
    whole: Partial,
    rules: Sequence[Rule],
    context: Context,
    language: str,
    progress: Callable[[str], None] | None,
) -> list[Fault]:
    """Let the case rules speak on every case of the workspace; return the faults met while reading."""
    faults: list[Fault] = []
    runner = CaseRunner(rules, context)
    for path in workspace.cases if workspace else ():
        if workspace is not None and runner.rules:
            if progress is not None:
                progress(workspace.shown(path))
            for case in _cases(workspace, path, faults):
                _take(whole, runner(case), case, context, language)
    return faults


def _cases(workspace: Workspace, path: Path, faults: list[Fault]) -> Iterator[Case]:
    from itemcatalog.formats.records import iter_records

    try:
        for one in iter_records(path, root=workspace.root):
            if isinstance(one, Case):
                yield one
            elif isinstance(one, Fault):
                faults.append(one)
    except SourceError as error:
        faults.append(unreadable("", workspace.shown(path), error.message))


def _take(whole: Partial, answers: Answers, case: Case, context: Context, language: str) -> None:
    item = (context.case_items or {}).get(case.item_code or "")
    for rule in answers.passed_rules:
        whole.verdicts[rule.code, Verdict.PASS] += 1
    for rule, outcome in answers.outcomes:
        whole.verdicts[rule.code, outcome.verdict] += 1
        if outcome.verdict is Verdict.NOT_CHECKED and outcome.reason is not None:
            whole.unchecked[rule.code, item.channel if item else "", outcome.reason] += 1
        elif outcome.problems:
            found = findings_of(rule, outcome.problems, case, language)
            holder: Holder | None = (item.channel, item.authority.name) if item else None
            whole.findings += [(attrs.evolve(one, channel=holder[0]) if holder else one, holder) for one in found]
