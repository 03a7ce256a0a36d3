"""``standardise``: what should stand on every channel, what each must change, and the files with the changes made."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import attrs
from attrs import define

from itemcatalog import files
from itemcatalog.audit._bodies import unit_names
from itemcatalog.audit._groups import Grouped
from itemcatalog.audit._run import proposed_groups
from itemcatalog.audit._standard_tables import change_csv, standard_json, standard_workbook
from itemcatalog.comparison import ComparedGroup
from itemcatalog.model import Catalogue, Channel
from itemcatalog.standard import (
    CorrectedFile,
    Correction,
    Presence,
    Question,
    corrections_of,
    presence_of,
    questions_of,
    standard_items,
    write_back,
)
from itemcatalog.workspace import Workspace

__all__ = ["STANDARD", "Standardised", "run_standardise", "standard_catalogue", "write_standard"]

#: The channel of the items that ``standard_catalogue`` gives.
STANDARD = Channel(id="standard", name="统一标准")
CHANGES, CORRECTED = "changes", "corrected"
Progress = Callable[[str], None]


@define(frozen=True, slots=True, kw_only=True)
class Standardised:
    """标准化结果: groups with their proposals, corrections, open questions, presence and corrected files.

    ``units`` names the unit of every (channel, authority); ``unread`` has a line for each input that could not be read.
    """

    workspace: Workspace
    catalogue: Catalogue
    groups: tuple[ComparedGroup, ...]
    corrections: tuple[Correction, ...]
    questions: tuple[Question, ...]
    presence: Presence
    files: tuple[CorrectedFile, ...]
    units: Mapping[tuple[str, str | None], str]
    unread: tuple[str, ...] = ()

    @property
    def by_hand(self) -> tuple[Correction, ...]:
        """The corrections that a person must make."""
        return tuple(one for one in self.corrections if one.by_hand is not None)

    def unit_of(self, channel: str, authority: str | None) -> str:
        """Return the unit that an item belongs to."""
        return self.units[channel, authority]


def run_standardise(workspace: Workspace, *, progress: Progress | None = None) -> Standardised:
    """Propose one standard for the items of a workspace and correct its files in memory."""
    job, grouped, unread = proposed_groups(workspace, progress)
    asked = tuple(corrections_of(grouped.groups))
    corrected, corrections = write_back(workspace, job.catalogue, asked, progress)
    return Standardised(
        workspace=workspace,
        catalogue=job.catalogue,
        groups=grouped.groups,
        corrections=corrections,
        questions=tuple(questions_of(grouped.groups)),
        presence=presence_of(grouped.groups, job.context),
        files=corrected,
        units=_units(job.catalogue, grouped),
        unread=unread,
    )


def standard_catalogue(workspace: Workspace, *, progress: Progress | None = None) -> Catalogue:
    """Return the proposed standard as a catalogue of one channel: an item for each group, in the order of the groups.

    What a person must decide is absent in its item. The faults are those of reading the workspace.
    """
    job, grouped, _ = proposed_groups(workspace, progress)
    groups = [group for group in grouped.groups if group.members]
    items = standard_items(groups)
    return Catalogue(
        channels=(STANDARD,),
        items=tuple(
            attrs.evolve(item, channel=STANDARD.id, id=group.id) for group, item in zip(groups, items, strict=True)
        ),
        sources=job.catalogue.sources,
        faults=job.catalogue.faults,
    )


def _units(catalogue: Catalogue, grouped: Grouped) -> Mapping[tuple[str, str | None], str]:
    names = {channel.id: channel.name or channel.id for channel in catalogue.channels}
    holders: dict[tuple[str, str | None], int] = {}
    for item in catalogue:
        holder = item.channel, item.authority.name
        holders[holder] = holders.get(holder, 0) + 1
    return unit_names(holders, lambda channel: names.get(channel, channel))


def write_standard(result: Standardised, folder: Path, *, language: str = "zh") -> None:
    """Write standard.json, standard.xlsx, ``changes/<channel>.csv`` and ``corrected/…``; the json last.

    Raises ``OutputError``.
    """
    files.sweep(folder)
    for one in result.files:
        files.write_bytes(folder / CORRECTED / one.path, one.data, durable=False)
    for channel in result.catalogue.channels:
        data = change_csv(result, channel.id, language)
        files.write_bytes(folder / CHANGES / f"{channel.id}.csv", data, durable=False)
    files.write_bytes(folder / "standard.xlsx", standard_workbook(result, language))
    files.write_bytes(folder / "standard.json", standard_json(result, language))
