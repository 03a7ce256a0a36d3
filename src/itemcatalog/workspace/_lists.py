"""The lists that other offices hand in beside the items (DESIGN §9)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import define

from itemcatalog.codes import code_key
from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions
from itemcatalog.formats.tables import (
    read_certificates,
    read_crosswalk,
    read_decisions,
    read_organisations,
    read_standard_list,
    read_waivers,
)
from itemcatalog.model import Certificate, Decision, Item, Waiver
from itemcatalog.workspace._catalogue import unreadable
from itemcatalog.workspace._model import Workspace

__all__ = ["Lists", "read_lists"]


@define(frozen=True, slots=True, kw_only=True)
class Lists:
    """清单: certificates (证明清单), standard list (纵向清单), known bodies and pairs of codes; decisions and waivers.

    None where not given. ``organisations`` are credit codes of known bodies, ``crosswalk`` local codes that have a
    national one, both as ``code_key`` compares them.
    A list without a row, or of which a file could not be read, counts as not given: nobody is accused by half a list.
    """

    certificates: tuple[Certificate, ...] | None = None
    standard: tuple[Item, ...] | None = None
    organisations: frozenset[str] | None = None
    crosswalk: frozenset[str] | None = None
    decisions: tuple[Decision, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_lists(workspace: Workspace) -> Lists:
    """Read the lists of a workspace; a file that cannot be read becomes a fault ``input-unreadable``."""
    faults: list[Fault] = []
    options = ReadOptions(scheme=workspace.code_scheme, labels=workspace.labels)

    def standard(path: Path, root: Path) -> Any:
        return read_standard_list(path, root=root, options=options)

    bodies = _rows(workspace, workspace.organisations, _by(read_organisations), faults)
    pairs = _rows(workspace, workspace.crosswalk, _by(read_crosswalk), faults)
    return Lists(
        certificates=_rows(workspace, workspace.certificates, _by(read_certificates), faults),
        standard=_rows(workspace, workspace.standard, standard, faults, "items"),
        organisations=None if bodies is None else frozenset(code_key(one.credit_code) for one in bodies),
        crosswalk=None if pairs is None else frozenset(code_key(one.local) for one in pairs),
        decisions=_rows(workspace, workspace.decisions, _by(read_decisions), faults) or (),
        waivers=_rows(workspace, workspace.waivers, _by(read_waivers), faults) or (),
        faults=tuple(faults),
    )


def _by(read: Callable[..., Any]) -> Callable[[Path, Path], Any]:
    return lambda path, root: read(path, root=root)


def _rows(
    workspace: Workspace,
    files: Sequence[Path],
    read: Callable[[Path, Path], Any],
    faults: list[Fault],
    name: str = "rows",
) -> tuple[Any, ...] | None:
    """Return the rows of all files of one list; None when there is no row at all, or a file could not be read."""
    rows: list[Any] = []
    complete = bool(files)
    for path in files:
        try:
            reading = read(path, workspace.root)
        except SourceError as error:
            faults.append(unreadable("", workspace.shown(path), error.message))
            complete = False
            continue
        rows += getattr(reading, name)
        faults += (attrs.evolve(fault, item_id=None) for fault in reading.faults)
    return tuple(rows) if complete and rows else None
