"""The small records of a workspace, read once: everything but the cases, which are only ever summed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field

from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault, Place
from itemcatalog.formats.records import RecordPart, moved, record_parts
from itemcatalog.model import AppService, Evidence, LicenceRecord, ProjectReport, Publication, SystemFault

__all__ = ["Records", "read_records"]

_FAULTS = 5_000


@define(slots=True, kw_only=True)
class Records:
    """记录: what the tables beside the items hold; ``case_parts`` are still to be read.

    ``unread`` lists inputs that could not be read, each as one line.
    """

    system_faults: list[SystemFault] = field(factory=list)
    projects: list[ProjectReport] = field(factory=list)
    services: list[AppService] = field(factory=list)
    licences: list[LicenceRecord] = field(factory=list)
    publications: list[Publication] = field(factory=list)
    evidence: list[Evidence] = field(factory=list)
    case_parts: list[RecordPart] = field(factory=list)
    sources: dict[str, str] = field(factory=dict)
    faults: list[Fault] = field(factory=list)
    unread: list[str] = field(factory=list)

    def take(self, one: object) -> None:
        """Put a record or fault where it belongs."""
        if isinstance(one, Fault):
            if len(self.faults) < _FAULTS:
                self.faults.append(one)
            return
        for kind, target in self._targets():
            if isinstance(one, kind):
                target.append(one)

    def _targets(self) -> Iterator[tuple[type, list[object]]]:
        yield SystemFault, self.system_faults  # type: ignore[misc]
        yield ProjectReport, self.projects  # type: ignore[misc]
        yield AppService, self.services  # type: ignore[misc]
        yield LicenceRecord, self.licences  # type: ignore[misc]
        yield Publication, self.publications  # type: ignore[misc]
        yield Evidence, self.evidence  # type: ignore[misc]


def read_records(paths: Iterable[Path], root: Path) -> Records:
    """Read the tables of records; a file that cannot be read is told, and the others go on."""
    found = Records()
    for path in paths:
        try:
            _read(path, root, found)
        except SourceError as error:
            found.unread.append(str(error))
            fault = Fault(kind="input-unreadable", place=Place(file=error.path), values={"reason": error.message})
            found.faults.append(fault)
    return found


def _read(path: Path, root: Path, found: Records) -> None:
    before: dict[str | None, int] = {}
    for part in record_parts(path, root=root):
        if isinstance(part, Fault):
            found.take(part)
            continue
        found.sources[part.source.path] = part.source.kind
        if part.source.kind == "case":
            found.case_parts.append(part)
            continue
        rows = 0 if part.first else before.get(part.source.sheet, 0)
        for one in part.read():
            found.take(moved(one, rows))
        before[part.source.sheet] = before.get(part.source.sheet, 0) + part.rows
