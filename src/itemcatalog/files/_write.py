"""The one writer: beside the target, then renamed; a killed run leaves the old file or the new one (S27–S29)."""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from itemcatalog.errors import OutputError

__all__ = ["replacing", "sweep", "write_bytes", "write_text"]

_MARK = ".itemcatalog-"
_SUFFIX = ".tmp"
_DEVICES = ("/dev/", "/proc/")
_TRIES = 100
_REASONS: tuple[tuple[type[OSError], str], ...] = (
    (PermissionError, "没有写入权限"),
    (IsADirectoryError, "这是一个文件夹，不是文件"),
    (NotADirectoryError, "上级路径不是文件夹"),
    (FileExistsError, "上级路径不是文件夹"),
    (BrokenPipeError, "输出管道已关闭"),
)
_NO_SPACE = (28, 122)


def write_bytes(path: str | os.PathLike[str], data: bytes, *, durable: bool = True) -> None:
    """Write a file as a whole or not at all; missing folders are made; raise ``OutputError`` when that fails.

    ``durable=False`` leaves out the fsync of each file: for thousands of files whose manifest is written last.
    """
    with replacing(path, durable=durable) as handle:
        handle.write(data)


def write_text(path: str | os.PathLike[str], text: str, *, encoding: str = "utf-8", durable: bool = True) -> None:
    """Write text as a whole or not at all, with the line ends that it has."""
    write_bytes(path, text.encode(encoding), durable=durable)


@contextlib.contextmanager
def replacing(path: str | os.PathLike[str], *, durable: bool = True) -> Iterator[BinaryIO]:
    """Open a binary file that takes the place of ``path`` when the block ends without an error.

    Links are resolved first. A target that is no regular file (/dev/stdout, a pipe) is written directly. Every
    ``OSError`` inside, a full disk included, becomes ``OutputError`` and the old file still stands.
    """
    shown = os.fspath(path)
    try:
        target = _target(Path(path))
        with target.open("wb") if _direct(Path(path)) else _staged(target, durable) as handle:
            yield handle
    except OutputError:
        raise
    except (OSError, RuntimeError, ValueError) as error:
        if not isinstance(error, OSError) and not _about_path(error):
            raise
        raise OutputError(_reason(error), path=shown) from error


def _about_path(error: Exception) -> bool:
    """Whether an error that is no ``OSError`` speaks of the path: a loop of links, a zero character."""
    return "Symlink loop" in str(error) or "null byte" in str(error) or "null character" in str(error)


def _target(path: Path) -> Path:
    """Return the path behind all links; a device stays as named."""
    return path if _direct(path) else path.resolve()


def _direct(path: Path) -> bool:
    if str(path).startswith(_DEVICES):
        return True
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


@contextlib.contextmanager
def _staged(target: Path, durable: bool) -> Iterator[BinaryIO]:
    if target.is_dir():
        raise IsADirectoryError(str(target))
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = _beside(target)
    with os.fdopen(_claimed(beside), "wb") as handle:
        try:
            yield handle
            handle.flush()
            if durable:
                os.fsync(handle.fileno())
            _keep_mode(target, beside)
            beside.replace(target)
        except BaseException:
            with contextlib.suppress(OSError):
                beside.unlink()
            raise
    if durable:
        _sync_folder(target.parent)


def _beside(target: Path) -> Path:
    """Name the temporary sibling: one for each target, so that a leftover is taken over by the next run."""
    digest = hashlib.sha256(target.name.encode("utf-8", errors="surrogateescape")).hexdigest()[:16]
    return target.with_name(f"{_MARK}{digest}{_SUFFIX}")


def _claimed(beside: Path) -> int:
    """Open the sibling for this writer alone; another writer of the same target is waited for."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    for _ in range(_TRIES):
        descriptor = os.open(beside, flags, 0o666)
        _lock(descriptor, wait=True)
        if _still(descriptor, beside):
            os.ftruncate(descriptor, 0)
            return descriptor
        os.close(descriptor)
    raise OSError("another writer never lets go")


def _still(descriptor: int, beside: Path) -> bool:
    """Whether the file that was opened still stands under its name: another writer may have renamed it."""
    try:
        return os.path.samestat(os.fstat(descriptor), beside.stat())
    except OSError:
        return False


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Take the lock of a file; a file system without locks counts as free."""
    if sys.platform == "win32":
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _keep_mode(target: Path, beside: Path) -> None:
    with contextlib.suppress(OSError):
        beside.chmod(stat.S_IMODE(target.stat().st_mode))


def _sync_folder(folder: Path) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _reason(error: Exception) -> str:
    if isinstance(error, OSError) and error.errno in _NO_SPACE:
        return "磁盘空间不足，旧文件保持不变"
    return next((words for kind, words in _REASONS if isinstance(error, kind)), "无法写入")


def sweep(folder: str | os.PathLike[str]) -> int:
    """Take away temporary files that killed runs left in a folder; return their number.

    A file that a living writer holds stays. A folder that is absent or closed to us counts as swept.
    """
    swept = 0
    with contextlib.suppress(OSError):
        for leftover in sorted(Path(folder).glob(f"{_MARK}*{_SUFFIX}")):
            swept += _swept(leftover)
    return swept


def _swept(leftover: Path) -> bool:
    try:
        descriptor = os.open(leftover, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return False
    try:
        if not _lock(descriptor, wait=False):
            return False
        leftover.unlink()
    except OSError:
        return False
    finally:
        os.close(descriptor)
    return True
