"""National generation of 2016 (国办函〔2016〕108号; GB/T 39046-2020 keeps its lengths 10 and 24).

The ten characters of the basic code are those of DB52/T 1264-2018. How the other fourteen of an implementation
code are made up is not published: they stand as one segment that is never judged.
"""

from __future__ import annotations

import re

from itemcatalog.codes._clean import hyphenless
from itemcatalog.codes._model import ItemCode, Segment, Verdict
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._letters import TEN, read_ten, ten_segments
from itemcatalog.codes.schemes._parts import writing
from itemcatalog.findings import Text

__all__ = ["SCHEME"]

_NOTE = Text("2016 版实施编码其余 14 位的结构未公布，未判定", "The make-up of the other 14 characters is not published")
_SHAPES = (
    rf"(?P<basic>{TEN})(?P<rest>[0-9A-Z]{{14}})",
    rf"(?P<rest>[0-9A-Z]{{14}})(?P<basic>{TEN})",
)


def _read(raw: str) -> tuple[ItemCode, ...]:
    short = read_ten(raw, "national-2016")
    return short or _read_implementation(raw)


def _read_implementation(raw: str) -> tuple[ItemCode, ...]:
    text = hyphenless(raw)
    if len(text) != 24:
        return ()
    found = next((match for match in (re.fullmatch(shape, text) for shape in _SHAPES) if match), None)
    if found is None:
        return ()
    rest = Segment(name="rest", value=found["rest"], meaning="主体与区划部分", verdict=Verdict.UNKNOWN, note=_NOTE)
    return (
        ItemCode(
            raw=raw,
            text=text,
            scheme="national-2016",
            form="implementation",
            segments=(*writing(raw, text), *ten_segments(found), rest),
            basic=found["basic"],
            implementation=text,
        ),
    )


def _explain(raw: str) -> ItemCode | None:
    return None


SCHEME = Scheme(
    id="national-2016",
    title=Text("国家 2016 版编码（国办函〔2016〕108号）", "National codes of 2016"),
    shapes=Text("基本编码 10 位、实施编码 24 位", "10 or 24 characters"),
    read=_read,
    explain=_explain,
    types="letter_types.csv",
    lengths=frozenset({10, 24}),
)
