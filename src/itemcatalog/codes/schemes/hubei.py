"""Hubei draft of 行政职权 codes: division 6 - body 3 - type 2 - number 3 - sub 2; hyphens do not count."""

from __future__ import annotations

import re

from itemcatalog.codes._clean import hyphenless
from itemcatalog.codes._model import ItemCode, Segment, Verdict
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._parts import division_segment, number_segment, writing
from itemcatalog.findings import Text

__all__ = ["SCHEME"]

_GRAMMAR = r"(?P<division>42[0-9]{4})(?P<body>[0-9A-Z]{3})(?P<type>[0-9A-Z]{2})(?P<main>[0-9]{3})(?P<sub>[0-9]{2})"
_NOTE = Text("征求意见稿的代码表未获得", "The tables of the draft are not available")


def _read(raw: str) -> tuple[ItemCode, ...]:
    text = hyphenless(raw)
    found = re.fullmatch(_GRAMMAR, text)
    if not found:
        return ()
    hyphens_free = () if hyphenless(raw) == raw.strip().replace("-", "") else writing(raw, text)
    segments = (
        *hyphens_free,
        division_segment(found["division"]),
        Segment(name="body", value=found["body"], meaning="实施机构", verdict=Verdict.UNKNOWN, note=_NOTE),
        Segment(name="type", value=found["type"], meaning="职权类别", verdict=Verdict.UNKNOWN, note=_NOTE),
        number_segment("main", found["main"], f"职权顺序号 {found['main']}"),
        number_segment("sub", found["sub"], f"子项编号 {found['sub']}"),
    )
    return (ItemCode(raw=raw, text=text, scheme="hubei", form="basic", segments=segments, basic=text),)


def _explain(raw: str) -> ItemCode | None:
    return None


SCHEME = Scheme(
    id="hubei",
    title=Text("湖北省行政职权编码（征求意见稿）", "Hubei's draft codes"),
    shapes=Text("区划 6-机构 3-类别 2-顺序号 3-子项 2，共 16 位", "16 characters, hyphens not counted"),
    read=_read,
    explain=_explain,
    lengths=frozenset({16}),
)
