"""Writing an appraisal: every file beside its target and renamed, appraisal.json last (S27)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from itemcatalog import files
from itemcatalog.appraisal._notice import notice
from itemcatalog.appraisal._page import appraisal_page
from itemcatalog.appraisal._plain import appraisal_dict
from itemcatalog.appraisal._run import Appraisal
from itemcatalog.appraisal._workbook import appraisal_workbook

__all__ = ["write_outputs"]


def write_outputs(appraisal: Appraisal, folder: Path, *, language: str = "zh") -> None:
    """Write appraisal.json, .xlsx, .html and the draft notice (appraisal.docx); raise ``OutputError``."""
    files.sweep(folder)
    for name, data in _outputs(appraisal, language):
        files.write_bytes(folder / name, data)


def _outputs(appraisal: Appraisal, language: str) -> Iterator[tuple[str, bytes]]:
    yield "appraisal.xlsx", appraisal_workbook(appraisal, language)
    yield "appraisal.html", appraisal_page(appraisal, language)
    yield "appraisal.docx", notice(appraisal)
    text = json.dumps(appraisal_dict(appraisal), ensure_ascii=False, indent=1, allow_nan=False)
    yield "appraisal.json", f"{text}\n".encode("utf-8", "replace")
