"""Basic codes of ten characters: 2 letters of type + 5 main + 3 sub (DB52/T 1264-2018, the 2016 generation)."""

from __future__ import annotations

import re

from itemcatalog.codes._clean import hyphenless
from itemcatalog.codes._model import ItemCode, Segment
from itemcatalog.codes.schemes._parts import number_segment, table_segment, writing

__all__ = ["TEN", "read_ten", "ten_segments"]

#: The ten characters, e.g. ``XK0010100Y``.
TEN = r"(?P<type>[A-Z]{2})(?P<main>[0-9]{5})(?P<sub>[0-9]{2}[0-9Y])"
_TEN = TEN


def read_ten(raw: str, scheme: str) -> tuple[ItemCode, ...]:
    """Return the one reading of a text of ten characters, or none."""
    text = hyphenless(raw)
    found = re.fullmatch(_TEN, text)
    if not found:
        return ()
    segments = (*writing(raw, text), *ten_segments(found))
    return (ItemCode(raw=raw, text=text, scheme=scheme, form="basic", segments=segments, basic=text),)


def ten_segments(found: re.Match[str]) -> tuple[Segment, ...]:
    """Return type, main and sub of a match of ``TEN``."""
    words = {"000": "无子项", "00Y": "主项，下设子项"}
    return (
        table_segment("type", found["type"], "事项类型", "schemes", "letter_types.csv"),
        number_segment("main", found["main"], f"主项编号 {found['main']}"),
        number_segment("sub", found["sub"], words.get(found["sub"], f"子项编号 {found['sub']}")),
    )
