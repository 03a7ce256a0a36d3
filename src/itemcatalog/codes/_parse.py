"""From a text to what its segments say: by a named scheme, or by every grammar that fits."""

from __future__ import annotations

import functools

from itemcatalog.codes._clean import canonical, hyphenless, is_damaged_by_excel
from itemcatalog.codes._model import UNRECOGNISED, ItemCode, Segment, Verdict
from itemcatalog.codes.schemes import SCHEMES, Scheme, SchemeSet
from itemcatalog.findings import Text

__all__ = ["parse_code"]

_EMPTY = Text("编码为空", "The code is empty")
_EXCEL = Text("编码在 Excel 中已失真，无法恢复", "The code was rounded by Excel and cannot be restored")


def parse_code(text: str, scheme: str | None = None, *, schemes: SchemeSet = SCHEMES) -> ItemCode:
    """Return what a code says, segment by segment, each with its own verdict.

    With a ``scheme`` only its grammar is tried; without one every grammar that fits is offered, the best as the
    answer and the others as its ``alternatives``. A text that fits none gives form ``unrecognised`` and verdict
    bad, with its segments as far as they can be told apart. Raise ``UsageError`` for an unknown scheme.

    >>> code = parse_code("11440000006939756B2440101007000")
    >>> code.scheme, code.form, code.verdict.value, code.level, code.basic
    ('guangdong', 'implementation', 'ok', '2', '440101007000')
    """
    named = None if scheme is None else schemes.get(scheme)
    plain = canonical(text)
    if not plain or is_damaged_by_excel(text):
        note = _EXCEL if plain else _EMPTY
        return _whole(text, scheme, note)
    return _parse(text, (named,) if named else schemes.schemes, named)


@functools.lru_cache(maxsize=4096)
def _parse(text: str, candidates: tuple[Scheme, ...], named: Scheme | None) -> ItemCode:
    length = len(hyphenless(text))
    readings = [reading for scheme in candidates if scheme.may_fit(length) for reading in scheme.read(text)]
    if readings:
        first, *others = sorted(readings, key=_rank) if len(readings) > 1 else readings
        return first.beside(others) if others and not named else first
    explained = [found for scheme in candidates if (found := scheme.explain(text)) is not None]
    if explained:
        return min(explained, key=_doubt)
    return _whole(text, named.id if named else None, _shape_note(text, named))


def _rank(code: ItemCode) -> tuple[int, int, int]:
    """Order readings: sound before unsound, fewer unknown segments first, then a local scheme that knows its prefix."""
    unknown = [segment.verdict for segment in code.segments if segment.verdict is not Verdict.OK]
    return (
        code.verdict.rank if unknown else 0,
        len(unknown),
        0 if code.scheme == "guangdong" and code.province == "44" else 1,
    )


def _doubt(code: ItemCode) -> tuple[bool, int]:
    understood = sum(len(segment.value) for segment in code.segments if segment.verdict is not Verdict.BAD)
    return code.form == UNRECOGNISED, -understood


def _shape_note(text: str, named: Scheme | None) -> Text:
    length = len(canonical(text).replace("-", ""))
    if named is None:
        return Text(f"{length} 位，不符合任何已知编码的结构", f"{length} characters; fits no known grammar")
    zh, en = named.shapes.zh, named.shapes.en
    return Text(f"{named.title.zh}应为{zh}，实为 {length} 位", f"{named.title.en}: {en}; here {length}")


def _whole(raw: str, scheme: str | None, note: Text) -> ItemCode:
    text = canonical(raw)
    whole = Segment(name="whole", value=raw.strip(), meaning="整个编码", verdict=Verdict.BAD, note=note)
    return ItemCode(raw=raw, text=text, scheme=scheme, form=UNRECOGNISED, segments=(whole,))
