"""``[labels]``: an office's own labels and headers (CSV with the columns label and path)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from pathlib import Path

from itemcatalog.errors import SourceError
from itemcatalog.files import decode, read_bytes
from itemcatalog.workspace._channel import check_field
from itemcatalog.workspace._table import Table

__all__ = ["read_labels"]

_LABEL = ("label", "标签", "表头")
_PATH = ("path", "field", "要素", "字段")


def read_labels(table: Table | None, files: Iterable[Path]) -> dict[str, str]:
    """Return label → item path of all files; raise ``ConfigurationError`` for a wrong header or an unknown field."""
    labels: dict[str, str] = {}
    if table is None:
        return labels
    for file in files:
        try:
            text = decode(read_bytes(file, name=file.name)).text
        except SourceError as error:
            table.fail(f"{file.name} 无法读取：{error.message}", "source")
        reader = csv.DictReader(io.StringIO(text, newline=""))
        columns = [
            next((name for name in names if name in (reader.fieldnames or ())), None) for names in (_LABEL, _PATH)
        ]
        if None in columns:
            table.fail(f"{file.name} 的表头应为 label,path（标签,要素）", "source")
        for row in reader:
            label, path = ((row.get(column or "") or "").strip() for column in columns)
            if label and path:
                check_field(table, "source", path)
                labels[label] = path
    return labels
