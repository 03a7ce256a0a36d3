"""Guarded bytes in."""

from __future__ import annotations

import contextlib
import io
import os
import struct
import threading
import zipfile
from pathlib import Path

import pytest

from itemcatalog.errors import SourceError
from itemcatalog.files import Limits, limits, open_archive, read_bytes, sha256


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip file of these members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def test_bytes_and_their_hash(tmp_path: Path) -> None:
    """A file comes back as it is, and its hash is the public SHA-256."""
    path = tmp_path / "事项.csv"
    path.write_bytes(b"abc")

    assert read_bytes(path) == b"abc"
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


@pytest.mark.parametrize(("name", "words"), [("absent.csv", "不存在"), (".", "文件夹"), ("a\0b", "无法读取")])
def test_a_file_that_cannot_be_read_is_our_error(tmp_path: Path, name: str, words: str) -> None:
    """Absent files, folders and impossible names give one error that shows the name it was told."""
    with pytest.raises(SourceError, match=words) as raised:
        read_bytes(tmp_path / name, name="市级/事项.csv")

    assert raised.value.path == "市级/事项.csv"


def test_the_size_limit_is_named(tmp_path: Path) -> None:
    """A file above the limit is refused before it is read, and the message names the limit."""
    path = tmp_path / "big"
    path.write_bytes(b"12345678901")

    with pytest.raises(SourceError, match="ITEMCATALOG_FILE_BYTES"):
        read_bytes(path, limit=Limits(file_bytes=10))


def test_a_pipe_is_counted_while_it_is_read(tmp_path: Path) -> None:
    """What has no size is refused as soon as it exceeds the limit."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(b"12345678901",))
    writer.start()

    with pytest.raises(SourceError, match="字节数"):
        read_bytes(path, limit=Limits(file_bytes=10))
    writer.join()


def test_limits_can_be_raised_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    """An environment variable sets a limit; what is no number is ignored."""
    monkeypatch.setenv("ITEMCATALOG_ZIP_RATIO", "500")
    monkeypatch.setenv("ITEMCATALOG_FILE_BYTES", "many")

    assert Limits(zip_ratio=500) == limits()


def test_members_come_back_and_windows_names_are_read_right() -> None:
    """Members are read in memory; a name without the UTF-8 flag is GB 18030."""
    data = zipped({"guide.txt": b"x"}).replace(b"guide.txt", "指南a.t".encode("gb18030") + b"xt")

    archive = open_archive(data, "a.zip")

    assert archive.names == ("指南a.txt",)
    assert archive.read("指南a.txt") == b"x"
    assert "guide.txt" not in archive


@pytest.mark.parametrize(
    ("bounds", "name"),
    [
        (Limits(zip_entries=1), "ITEMCATALOG_ZIP_ENTRIES"),
        (Limits(zip_total_bytes=100), "ITEMCATALOG_ZIP_TOTAL_BYTES"),
        (Limits(zip_member_bytes=100), "ITEMCATALOG_ZIP_MEMBER_BYTES"),
        (Limits(zip_ratio=100), "ITEMCATALOG_ZIP_RATIO"),
    ],
)
def test_every_limit_of_an_archive_is_named(bounds: Limits, name: str) -> None:
    """A bomb is refused by its own statement, with the name of the limit that it breaks."""
    data = zipped({"a": bytes(3 << 20), "b": b"1"})

    with pytest.raises(SourceError, match=name):
        open_archive(data, "a.xlsx", limit=bounds)


def test_a_lying_size_is_found_while_reading() -> None:
    """A member that unpacks to more than it states is stopped at the stated size."""
    data = bytearray(zipped({"a": bytes(5000)}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24 : directory + 28] = struct.pack("<I", 10)

    with pytest.raises(SourceError, match=r"不符|损坏"):
        open_archive(bytes(data), "a.xlsx").read("a")


@pytest.mark.parametrize("name", ["../a", "/etc/a", "b/../../a", "..\\a", "C:/a"])
def test_names_that_climb_are_refused(name: str) -> None:
    """No member may point out of the archive."""
    with pytest.raises(SourceError, match="不安全"):
        open_archive(zipped({name: b"x"}), "a.zip")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_one_name_twice_is_refused() -> None:
    """Two members of one name would let two readers see two files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        file.writestr("a", b"1")
        file.writestr("a", b"2")

    with pytest.raises(SourceError, match="重名"):
        open_archive(buffer.getvalue(), "a.zip")


def test_an_encrypted_member_is_refused() -> None:
    """The encryption flag gives words that tell what to do."""
    data = bytearray(zipped({"a": b"x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1

    with pytest.raises(SourceError, match="加密"):
        open_archive(bytes(data), "a.zip")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_rare_methods_are_refused(method: int) -> None:
    """Only stored and deflated members are read, as Office writes them."""
    with pytest.raises(SourceError, match="压缩方法"):
        open_archive(zipped({"a": b"x"}, method), "a.zip")


def test_damage_anywhere_is_our_error() -> None:
    """A zip file cut at any byte, or with any byte turned, raises our error or reads."""
    whole = zipped({"a": bytes(range(256)) * 3, "b": b"text"})

    for cut in range(0, len(whole), 3):
        broken = bytearray(whole)
        broken[cut] ^= 0xFF
        for data in (whole[:cut], bytes(broken)):
            with contextlib.suppress(SourceError):
                archive = open_archive(data, "a.zip")
                assert all(archive.read(name) is not None for name in archive.names)


def test_an_absent_member_is_our_error() -> None:
    """Asking for a member that is not there says which one."""
    with pytest.raises(SourceError, match="缺少 b"):
        open_archive(zipped({"a": b"x"}), "a.zip").read("b")
