"""Guangdong local scheme: the national layout with its own types (20 其他行政权力, 21 公共服务) and departments.

A code with the prefix 00 under this scheme is read by the national tables: it is taken over from the national
catalogue. Codes with another province's prefix are no codes of this scheme.
"""

from __future__ import annotations

from itemcatalog.codes._model import ItemCode
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._layout import explain_layout, read_layout
from itemcatalog.findings import Text

__all__ = ["SCHEME"]


def _tables(province: str) -> tuple[str, str | None]:
    if province == "00":
        return "national_types.csv", "national_departments.csv"
    return "guangdong_types.csv", "guangdong_departments.csv"


def _read(raw: str) -> tuple[ItemCode, ...]:
    return read_layout(raw, "guangdong", _tables, ("44", "00"))


def _explain(raw: str) -> ItemCode | None:
    found = explain_layout(raw, "guangdong", _tables)
    return found if found is not None and found.province in ("44", "00", None) else None


SCHEME = Scheme(
    id="guangdong",
    title=Text("广东省地方编码", "Guangdong's local codes"),
    shapes=Text(
        "基本编码 12 位、实施编码 31 位、业务办理项编码 33 位，前缀 44 或 00",
        "12, 31 or 33 characters, prefix 44 or 00",
    ),
    read=_read,
    explain=_explain,
    types="guangdong_types.csv",
    lengths=frozenset({12, 31, 33}),
)
