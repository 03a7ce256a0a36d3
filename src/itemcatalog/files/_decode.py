"""From bytes to text in a fixed order: BOM, UTF-8, GB 18030; what fits neither is said, never dropped (S24)."""

from __future__ import annotations

import codecs
import re

from attrs import define

__all__ = ["BadBytes", "Decoded", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
UNCERTAIN = "编码不确定"
_NOT_HAN = re.compile("[^一-鿿]+")
_REPLACEMENT = "\ufffd"


@define(frozen=True, slots=True, kw_only=True)
class BadBytes:
    """无法解码的字节: ``offset`` from the start of the file (0-based), the ``line`` (1-based), the bytes in hex."""

    offset: int
    line: int
    hexadecimal: str


@define(frozen=True, slots=True, kw_only=True)
class Decoded:
    """解码结果: the text, the codec used, and every byte that it could not read (U+FFFD stands for it).

    ``codec`` is ``utf-8-sig``, ``utf-8``, ``utf-16-le``, ``gb18030`` … or ``编码不确定（utf-8+gb18030）`` where no
    codec reads the whole file; ``certain`` is then False and each line was read by the codec that fits it.
    """

    text: str
    codec: str
    bad: tuple[BadBytes, ...] = ()

    @property
    def certain(self) -> bool:
        """Whether one codec read every byte."""
        return not self.codec.startswith(UNCERTAIN)


def decode(data: bytes) -> Decoded:
    """Decode bytes: BOM → UTF-8 strict → GB 18030 strict → 编码不确定, line by line, bad bytes listed."""
    for bom, name, codec in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], codec, name) or _line_by_line(data[len(bom) :], len(bom), codec)
    found = _strict(data, "utf-8") or _without_bom(data)
    if found is not None:
        return found
    if not _speaks_utf8(data):
        found = _strict(data, "gb18030")
    return found or _line_by_line(data, 0, None)


def _strict(data: bytes, codec: str, name: str | None = None) -> Decoded | None:
    try:
        return Decoded(text=data.decode(codec), codec=name or codec)
    except UnicodeDecodeError:
        return None


def _without_bom(data: bytes) -> Decoded | None:
    """Read UTF-16 without a mark: a line end of two bytes, and no zero character in the text."""
    if b"\x00" not in data or len(data) % 2:
        return None
    for end, codec in ((b"\n\x00", "utf-16-le"), (b"\x00\n", "utf-16-be")):
        found = _strict(data, codec) if end in data else None
        if found is not None and "\x00" not in found.text:
            return found
    return None


def _speaks_utf8(data: bytes) -> bool:
    """Whether a file that is not UTF-8 as a whole holds so much of it that GB 18030 would only seem to fit.

    Chinese in GB 18030 read as UTF-8 leaves hardly a Han character, so one for ten broken bytes is telling.
    """
    text = data.decode("utf-8", errors="replace")
    return len(_NOT_HAN.sub("", text)) * 10 > text.count(_REPLACEMENT)


def _line_by_line(data: bytes, start: int, only: str | None) -> Decoded:
    """Read each line by the codec that fits it (``only`` one where a BOM named it)."""
    if only is not None and only != "utf-8":
        return _damaged(data, start, only)
    pieces: list[str] = []
    bad: list[BadBytes] = []
    used: dict[str, None] = {}
    for number, line in enumerate(_lines(data), start=1):
        codec = _fitting(line)
        used.setdefault(codec or "utf-8")
        pieces.append(line.decode(codec) if codec else _patched(line, start, number, bad))
        start += len(line)
    return Decoded(text="".join(pieces), codec=f"{UNCERTAIN}（{'+'.join(sorted(used))}）", bad=tuple(bad))


def _lines(data: bytes) -> list[bytes]:
    """Split after each line feed, which no character of UTF-8 or GB 18030 contains."""
    *whole, last = data.split(b"\n")
    return [line + b"\n" for line in whole] + [last]


def _fitting(line: bytes) -> str | None:
    for codec in ("utf-8", "gb18030"):
        if _strict(line, codec) is not None:
            return codec
    return None


def _patched(line: bytes, start: int, number: int, bad: list[BadBytes]) -> str:
    """Decode the better of both codecs, put U+FFFD where it fails and note the bytes."""
    codec = min(("utf-8", "gb18030"), key=lambda one: line.decode(one, errors="replace").count(_REPLACEMENT))
    pieces: list[str] = []
    position = 0
    while position < len(line):
        try:
            pieces.append(line[position:].decode(codec))
            break
        except UnicodeDecodeError as error:
            first, last = position + error.start, position + error.end
            pieces.append(line[position:first].decode(codec) + _REPLACEMENT)
            bad.append(BadBytes(offset=start + first, line=number, hexadecimal=line[first:last].hex(" ")))
            position = last
    return "".join(pieces)


def _damaged(data: bytes, start: int, codec: str) -> Decoded:
    """Read UTF-16 or UTF-32 that is broken somewhere (an odd last byte, a lone surrogate)."""
    text = data.decode(codec, errors="replace")
    try:
        data.decode(codec)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(codec, errors="replace").count("\n") + 1
        first = BadBytes(offset=start + error.start, line=line, hexadecimal=data[error.start : error.end].hex(" "))
        return Decoded(text=text, codec=f"{UNCERTAIN}（{codec}）", bad=(first,))
    return Decoded(text=text, codec=codec)
