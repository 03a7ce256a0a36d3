"""二维码: the online address of an item as inline SVG and as PNG (ISO/IEC 18004)."""

from __future__ import annotations

import functools
import re
import struct
import zlib
from typing import Any

from markupsafe import Markup

__all__ = ["qr_png", "qr_svg"]

# Choosing the mask by penalty costs five times the rest; a reader decodes every mask alike.
_MASK = 3
_BORDER = 4
_LONGEST = 1000


def qr_svg(address: str) -> Markup | None:
    """Return the code as SVG with a name for screen readers; None when the address does not fit."""
    code = _code(address)
    if code is None:
        return None
    size = len(code.matrix) + 2 * _BORDER
    path = "".join(_runs(row, y + _BORDER) for y, row in enumerate(code.matrix))
    return Markup(  # noqa: S704 - numbers only
        f'<svg viewBox="0 0 {size} {size}" role="img" aria-label="网上办理地址二维码" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{size}v{size}H0z"/><path stroke="#000" d="{path}"/></svg>'
    )


def qr_png(address: str) -> bytes | None:
    """Return the code as a black and white PNG, eight pixels a module; None when the address does not fit."""
    code = _code(address)
    if code is None:
        return None
    side = b"\xff" * _BORDER
    # One module is one byte of eight pixels: 0 in the matrix is light, which PNG writes as ones.
    lines = [side + bytes(row).translate(_LIGHT) + side for row in code.matrix]
    blank = b"\xff" * len(lines[0])
    pixels = b"".join((b"\0" + line) * 8 for line in (*[blank] * _BORDER, *lines, *[blank] * _BORDER))
    size = len(blank) * 8
    header = struct.pack(">LLBBBBB", size, size, 1, 0, 0, 0, 0)
    return _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"IDAT", zlib.compress(pixels, 6)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">L", len(content)) + kind + content + struct.pack(">L", zlib.crc32(kind + content))


_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LIGHT = bytes([0xFF, 0x00]) + bytes(254)


@functools.lru_cache(maxsize=64)
def _code(address: str) -> Any:
    import segno

    if not address or len(address) > _LONGEST:
        return None
    try:
        return segno.make(address, error="m", mask=_MASK, micro=False, boost_error=False)
    except (segno.DataOverflowError, UnicodeError, ValueError):
        return None


def _runs(row: bytearray, y: int) -> str:
    """Return the dark modules of one row as lines one module thick."""
    parts, at = [], 0
    for hit in _DARK.finditer(row):
        start, end = hit.span()
        parts.append(f"m{start - at} 0h{end - start}")
        at = end
    return f"M{_BORDER} {y}.5{''.join(parts)}"


_DARK = re.compile(b"\x01+")
