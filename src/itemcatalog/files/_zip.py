"""Archives are measured before they are opened and counted while they are read (S5, S18)."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from itemcatalog.errors import SourceError
from itemcatalog.files._limits import Limits, limits

__all__ = ["Archive", "open_archive"]

_ASKED_RATIO = 1 << 20
_CHUNK = 1 << 20
_ENCRYPTED = 0x1
_METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


class Archive:
    """压缩包: a measured zip file in memory; members are read into memory, nothing is ever extracted."""

    def __init__(self, file: zipfile.ZipFile, path: str, bounds: Limits) -> None:
        self._file = file
        self._path = path
        self._bounds = bounds
        self._names = tuple(info.filename for info in file.infolist())

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the members, in the order of the archive."""
        return self._names

    def __contains__(self, member: object) -> bool:
        return member in self._names

    def read(self, member: str) -> bytes:
        """Return one member; raise ``SourceError`` when it is absent, damaged or larger than it says."""
        return b"".join(self.chunks(member))

    def chunks(self, member: str) -> Iterator[bytes]:
        """Yield one member in pieces of 1 MB, counted against its stated size and the limits."""
        if member not in self._names:
            raise SourceError(f"压缩包内缺少 {member}", path=self._path)
        stated = self._file.getinfo(member).file_size
        counted = 0
        try:
            with self._file.open(member) as handle:
                while chunk := handle.read(_CHUNK):
                    counted += len(chunk)
                    if counted > stated:
                        break
                    yield chunk
        except _DAMAGE as error:
            raise SourceError(f"压缩包内 {member} 已损坏", path=self._path, detail=str(error)) from error
        if counted != stated:
            raise SourceError(f"压缩包内 {member} 的实际大小与声明不符，拒绝读取", path=self._path)


def open_archive(data: bytes, path: str, *, limit: Limits | None = None) -> Archive:
    """Measure a zip file and return it; raise ``SourceError`` (named limit) when it is damaged or a bomb.

    Names from Windows (GB 18030 without the UTF-8 flag) are read right. Encrypted members, absolute names, ``..``
    and one name twice are refused.
    """
    bounds = limit or limits()
    try:
        file = zipfile.ZipFile(io.BytesIO(data), metadata_encoding="gb18030")
        members = file.infolist()
    except (*_DAMAGE, UnicodeDecodeError) as error:
        raise SourceError("压缩格式已损坏或不完整", path=path, detail=str(error)) from error
    _measure(members, path, bounds)
    return Archive(file, path, bounds)


def _measure(members: list[zipfile.ZipInfo], path: str, bounds: Limits) -> None:
    bounds.check("zip_entries", len(members), path)
    bounds.check("zip_total_bytes", sum(member.file_size for member in members), path)
    seen: set[str] = set()
    for member in members:
        _check_name(member.filename, seen, path)
        bounds.check("zip_member_bytes", member.file_size, path)
        if member.file_size > _ASKED_RATIO:
            bounds.check("zip_ratio", member.file_size // max(member.compress_size, 1), path)
        if member.flag_bits & _ENCRYPTED:
            raise SourceError("文件已加密，请先去掉密码再提交", path=path, detail=member.filename)
        if member.compress_type not in _METHODS:
            raise SourceError("压缩方法不受支持", path=path, detail=member.filename)


def _check_name(name: str, seen: set[str], path: str) -> None:
    parts = name.replace("\\", "/").split("/")
    if ".." in parts or name.startswith(("/", "\\")) or "\x00" in name or ":" in parts[0]:
        raise SourceError("压缩包内有不安全的文件名，拒绝读取", path=path, detail=name)
    if name in seen:
        raise SourceError("压缩包内有重名文件，拒绝读取", path=path, detail=name)
    seen.add(name)
