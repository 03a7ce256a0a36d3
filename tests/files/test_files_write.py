"""The one atomic writer (S27–S29)."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from itemcatalog.errors import OutputError
from itemcatalog.files import replacing, sweep, write_bytes, write_text

KILLED = """
import os, signal, sys
from itemcatalog.files import replacing
with replacing(sys.argv[1]) as handle:
    handle.write(b"half")
    handle.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_missing_folders_are_made(tmp_path: Path) -> None:
    """The file stands with what was written, and nothing else stands beside it."""
    target = tmp_path / "out" / "报告.txt"

    write_text(target, "甲\r\n乙\n")

    assert "甲\r\n乙\n".encode() == target.read_bytes()
    assert [target] == list(target.parent.iterdir())


def test_an_error_leaves_the_old_file(tmp_path: Path) -> None:
    """When the block fails, its error comes through, the old file stands and no leftover remains."""
    target = tmp_path / "a"
    write_bytes(target, b"old")

    with pytest.raises(ZeroDivisionError), replacing(target) as handle:
        handle.write(b"%d" % (1 // 0))

    assert target.read_bytes() == b"old"
    assert [target] == list(tmp_path.iterdir())


def test_a_killed_writer_leaves_the_old_file_and_is_swept(tmp_path: Path) -> None:
    """After SIGKILL the old file stands; the leftover goes with the next write, or with a sweep."""
    target = tmp_path / "a"
    write_bytes(target, b"old")

    for clean_up in (lambda: sweep(tmp_path), lambda: write_bytes(target, b"old")):
        killed = subprocess.run([sys.executable, "-c", KILLED, str(target)], check=False)
        assert killed.returncode == -signal.SIGKILL
        assert (target.read_bytes(), len(list(tmp_path.iterdir()))) == (b"old", 2)
        clean_up()
        assert [target] == list(tmp_path.iterdir())


def test_a_living_writer_is_not_swept(tmp_path: Path) -> None:
    """A temporary file that is in use stays."""
    with replacing(tmp_path / "a") as handle:
        handle.write(b"1")
        assert sweep(tmp_path) == 0

    assert (tmp_path / "a").read_bytes() == b"1"
    assert sweep(tmp_path / "absent") == 0


def test_links_are_resolved_first(tmp_path: Path) -> None:
    """Writing through a link changes the file behind it; the link stays a link."""
    (tmp_path / "real").mkdir()
    link = tmp_path / "link"
    link.symlink_to(Path("real") / "a")

    write_bytes(link, b"1")

    assert link.is_symlink()
    assert (tmp_path / "real" / "a").read_bytes() == b"1"


def test_a_pipe_is_written_directly(tmp_path: Path) -> None:
    """A target that is no regular file gets the bytes and stays what it is."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()

    write_bytes(pipe, b"1")
    reader.join()

    assert got == [b"1"]
    assert pipe.is_fifo()
    assert [pipe] == list(tmp_path.iterdir())


def test_standard_output_is_written_directly() -> None:
    """/dev/stdout works as a target."""
    code = "from itemcatalog.files import write_text; write_text('/dev/stdout', '甲')"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

    assert "甲".encode() == done.stdout


def test_what_cannot_be_written_is_one_error(tmp_path: Path) -> None:
    """A folder, a file as parent, a loop of links, a full device, an impossible name: OutputError with words."""
    (tmp_path / "file").write_bytes(b"")
    (tmp_path / "loop").symlink_to("loop")
    for name in (".", "file/a", "loop", "loop/a", "a\0b", "x" * 300, "/dev/full", "/proc/a"):
        with pytest.raises(OutputError) as raised:
            write_bytes(tmp_path / name, b"1" * 10_000)
        assert str(tmp_path / name) == raised.value.path


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    """A full device gives words about space."""
    with pytest.raises(OutputError, match="空间不足"):
        write_bytes("/dev/full", b"1" * 10_000)


def test_the_mode_of_the_old_file_is_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    target = tmp_path / "a"
    target.write_bytes(b"")
    target.chmod(0o600)

    write_bytes(target, b"1")

    assert target.stat().st_mode & 0o777 == 0o600


def test_two_writers_of_one_file_do_not_mix(tmp_path: Path) -> None:
    """Of several writers one wins with its whole text."""
    target = tmp_path / "a"

    def write(letter: bytes) -> None:
        for _ in range(10):
            with replacing(target, durable=False) as handle:
                for _ in range(20):
                    handle.write(letter * 50)
                time.sleep(0)

    threads = [threading.Thread(target=write, args=(letter,)) for letter in (b"a", b"b", b"c", b"d")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    data = target.read_bytes()
    assert (len(data), len(set(data))) == (1000, 1)
    assert [target] == list(tmp_path.iterdir())
