"""National scheme since 2018 (C0109.1-2018, GB/T 39554.1-2020): 12 / 31 / 33 characters.

The table of departments is known for the national catalogue (prefix 00) and for Guangdong's additions (44);
for the additions of other provinces a department is ``unknown``. Types are GB/T 39046 A.1.
"""

from __future__ import annotations

from itemcatalog.codes._model import ItemCode
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._layout import explain_layout, read_layout
from itemcatalog.findings import Text

__all__ = ["SCHEME"]

_DEPARTMENTS = {"00": "national_departments.csv", "44": "guangdong_departments.csv"}


def _tables(province: str) -> tuple[str, str | None]:
    return "national_types.csv", _DEPARTMENTS.get(province)


def _read(raw: str) -> tuple[ItemCode, ...]:
    return read_layout(raw, "national", _tables)


def _explain(raw: str) -> ItemCode | None:
    return explain_layout(raw, "national", _tables)


SCHEME = Scheme(
    id="national",
    title=Text("国家统一编码（C0109.1-2018、GB/T 39554.1-2020）", "National codes since 2018"),
    shapes=Text("基本编码 12 位、实施编码 31 位、业务办理项编码 33 位", "12, 31 or 33 characters"),
    read=_read,
    explain=_explain,
    types="national_types.csv",
    lengths=frozenset({12, 31, 33}),
)
