"""Writing a report: every file beside its target and renamed, report.json last (S27)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path

from itemcatalog import files
from itemcatalog.audit._exchange import jsonl_bytes, report_json, sarif
from itemcatalog.audit._page import report_page
from itemcatalog.audit._plain import junit, markdown
from itemcatalog.audit._report import Report
from itemcatalog.audit._tables import findings_csv, groups_csv
from itemcatalog.audit._units import UnitPart, unit_parts
from itemcatalog.audit._workbooks import report_workbook, unit_workbook
from itemcatalog.engines import side_by_side
from itemcatalog.errors import UsageError

__all__ = ["FORMATS", "check_formats", "write_outputs"]

_MORE: dict[str, tuple[str, Callable[[Report], bytes]]] = {
    "sarif": ("report.sarif", sarif),
    "junit": ("report.junit.xml", junit),
    "md": ("report.md", markdown),
    "jsonl": ("report.jsonl", jsonl_bytes),
}
FORMATS = (*_MORE, "github")


def check_formats(names: Iterable[str]) -> tuple[str, ...]:
    """Return the further formats asked for; raise ``UsageError`` for one that does not exist."""
    chosen = tuple(dict.fromkeys(name.strip().lower() for name in names if name.strip()))
    for name in chosen:
        if name not in FORMATS:
            raise UsageError(f"没有输出格式 {name}（可用：{'、'.join(FORMATS)}）")
    return chosen


def write_outputs(
    report: Report, folder: Path, *, formats: Collection[str] = (), progress: Callable[[str], None] | None = None
) -> None:
    """Write report.json, .html, .xlsx, findings.csv, groups.csv and units/ into a folder, and further formats.

    Workbooks of units that no longer have findings are taken away. Raises ``OutputError``.
    """
    files.sweep(folder)
    parts = unit_parts(report)
    tell = progress or (lambda _: None)

    def write_tables() -> None:
        for name, data in _tables(report, formats, parts):
            tell(name)
            files.write_bytes(folder / name, data)

    def write_workbook() -> None:
        files.write_bytes(folder / "report.xlsx", report_workbook(report, parts))

    def write_units() -> None:
        for part in parts:
            files.write_bytes(folder / "units" / part.file, unit_workbook(report, part), durable=False)

    side_by_side((write_tables, write_workbook, write_units))
    _clear_units(folder / "units", {part.file for part in parts})
    tell("report.json")
    files.write_bytes(folder / "report.json", report_json(report))


def _tables(report: Report, formats: Collection[str], parts: Sequence[UnitPart]) -> Iterator[tuple[str, bytes]]:
    yield "findings.csv", findings_csv(report)
    yield "groups.csv", groups_csv(report)
    for name in formats:
        if name in _MORE:
            file, write = _MORE[name]
            yield file, write(report)
    yield "report.html", report_page(report, parts)


def _clear_units(folder: Path, written: set[str]) -> None:
    """Take away the workbooks of an earlier run that this one did not write."""
    if not folder.is_dir():
        return
    files.sweep(folder)
    for old in sorted(folder.glob("*.xlsx")):
        if old.name not in written and not old.name.startswith("~$"):
            old.unlink(missing_ok=True)
