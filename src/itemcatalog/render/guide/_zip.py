"""A zip archive with a fixed date in which the parts that never change are compressed once."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

from attrs import define

__all__ = ["Part", "archive", "packed"]

_DATE = 0x21  # 1980-01-01, the earliest date that the format knows
_UTF8_NAMES = 0x800
_DEFLATED = 8


@define(frozen=True, slots=True)
class Part:
    """部件: a compressed member, ready to be written into an archive (PKWARE APPNOTE 4.3.7 and 4.3.12)."""

    name: bytes
    content: bytes
    fields: bytes

    @property
    def local(self) -> bytes:
        """The member as it stands in the archive."""
        return b"PK\x03\x04" + self.fields + self.name + self.content

    def central(self, offset: int) -> bytes:
        """The entry of the directory for a member that stands at ``offset``."""
        return b"PK\x01\x02\x14\x00" + self.fields + struct.pack("<HHHLL", 0, 0, 0, 0, offset) + self.name


def packed(name: str, content: bytes | str, level: int = 6) -> Part:
    """Compress one member."""
    raw = content.encode("utf-8") if isinstance(content, str) else content
    squeezer = zlib.compressobj(level, zlib.DEFLATED, -15)
    small = squeezer.compress(raw) + squeezer.flush()
    encoded = name.encode("utf-8")
    fields = struct.pack(
        "<HHHHHLLLHH", 20, _UTF8_NAMES, _DEFLATED, 0, _DATE, zlib.crc32(raw), len(small), len(raw), len(encoded), 0
    )
    return Part(encoded, small, fields)


def archive(parts: Iterable[Part]) -> bytes:
    """Return the archive of the members in their order; same members, same bytes."""
    body, directory, offset, count = [], [], 0, 0
    for part in parts:
        local = part.local
        directory.append(part.central(offset))
        body.append(local)
        offset += len(local)
        count += 1
    listing = b"".join(directory)
    end = struct.pack("<HHHHLLH", 0, 0, count, count, len(listing), offset, 0)
    return b"".join((*body, listing, b"PK\x05\x06", end))
