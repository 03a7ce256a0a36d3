"""Schema check of files: what a reader could not take as it stood, and reports and guides against their schemas."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
from attrs import define

from itemcatalog.audit._rows import place_words
from itemcatalog.audit._run import run_audit
from itemcatalog.errors import SourceError
from itemcatalog.files import read_bytes
from itemcatalog.findings import Severity
from itemcatalog.formats.json_ import load_json
from itemcatalog.rules import RuleSet
from itemcatalog.schemas import faults
from itemcatalog.workspace import read_workspace

__all__ = ["Validation", "validate_files"]

# What a document of ours holds and no item does: enough to tell which schema it should fit.
_DOCUMENTS = {"report": {"itemcatalog", "findings", "summary"}, "guide": {"profile", "sections", "item_hash"}}


@define(frozen=True, slots=True, kw_only=True)
class Validation:
    """校验结果: one line per fault (severity, place, message), what was checked, and the files that could not be read.

    ``documents`` are the numbers of documents of ours by their schema: ``report``, ``guide``.
    """

    lines: tuple[tuple[Severity, str, str], ...]
    items: int
    unread: tuple[str, ...]
    documents: Mapping[str, int] = attrs.field(factory=dict, hash=False)

    @property
    def failed(self) -> bool:
        """True where something must be mended (a notice need not)."""
        return any(severity is not Severity.NOTICE for severity, _, _ in self.lines)


def validate_files(paths: Sequence[str], language: str = "zh") -> Validation:
    """Check files against the item schema as their reader takes them; report.json and guides by their own schema."""
    named = {path: _document(path) for path in paths}
    items = [path for path, found in named.items() if found is None]
    lines = [
        (Severity.ERROR, f"{path} · {fault.path}", fault.message.in_language(language))
        for path, found in named.items()
        if found is not None
        for fault in faults(*found)
    ]
    documents = Counter(found[0] for found in named.values() if found is not None)
    if not items:
        return Validation(lines=tuple(lines), items=0, unread=(), documents=documents)
    readers = RuleSet(tuple(rule for rule in RuleSet.default() if rule.kinds))
    report = run_audit(read_workspace(items), rules=readers, language=language)
    lines += [(one.severity, place_words(one.place, language), one.message) for one in report.findings]
    return Validation(lines=tuple(lines), items=report.items, unread=report.unread, documents=documents)


def _document(path: str) -> tuple[str, Any] | None:
    """Return the schema and the content of a document of ours; None for a file of items."""
    if Path(path).suffix.lower() != ".json":
        return None
    try:
        value = load_json(read_bytes(path), path)
    except SourceError:
        return None
    keys = set(value) if isinstance(value, dict) else set()
    return next(((name, value) for name, needed in _DOCUMENTS.items() if needed <= keys), None)
