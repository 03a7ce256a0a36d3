"""The findings of an earlier report, by fingerprint (F11)."""

from __future__ import annotations

import json
from pathlib import Path

from itemcatalog import files
from itemcatalog.errors import SourceError

__all__ = ["baseline_fingerprints"]


def baseline_fingerprints(path: Path) -> frozenset[str]:
    """Return the fingerprints of the findings of a report.json; raise ``SourceError`` when it is none."""
    try:
        report = json.loads(files.read_bytes(path).decode("utf-8-sig"))
        return frozenset(one["fingerprint"] for one in report["findings"])
    except (UnicodeDecodeError, ValueError, RecursionError, KeyError, TypeError) as error:
        raise SourceError("不是审核报告（report.json）", path=str(path)) from error
