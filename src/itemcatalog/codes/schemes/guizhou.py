"""Guizhou scheme (DB52/T 1264-2018): 2 letters of type + 5 main + 3 sub, e.g. ``XK0010100Y``."""

from __future__ import annotations

from itemcatalog.codes._model import ItemCode
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._letters import read_ten
from itemcatalog.findings import Text

__all__ = ["SCHEME"]


def _read(raw: str) -> tuple[ItemCode, ...]:
    return read_ten(raw, "guizhou")


def _explain(raw: str) -> ItemCode | None:
    return None


SCHEME = Scheme(
    id="guizhou",
    title=Text("贵州省编码（DB52/T 1264-2018）", "Guizhou's codes"),
    shapes=Text("2 位类型字母 + 5 位主项 + 3 位子项，共 10 位", "2 letters, 5 and 3 digits"),
    read=_read,
    explain=_explain,
    types="letter_types.csv",
    lengths=frozenset({10}),
)
