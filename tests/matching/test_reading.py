"""Reading very many names in two processes says what one process says."""

from __future__ import annotations

import threading

import pytest

from itemcatalog.matching import Entry, default_lexicon, match_entries
from itemcatalog.matching import _reading as reading
from itemcatalog.matching._slots import Reader

_NAMES = [f"第{number}号河道采砂许可（{act}）" for number in range(40) for act in ("设立", "变更", "市级权限")]


def test_a_child_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys do not depend on how many processes read them."""
    plain = reading.read_keys(_NAMES, Reader(default_lexicon()))
    monkeypatch.setattr(reading, "_MANY", 10)
    monkeypatch.setattr(reading, "_may_fork", lambda: True)

    assert plain == reading.read_keys(_NAMES, Reader(default_lexicon()))


def test_a_child_that_fails_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a child writes nothing, the parent reads its half."""
    plain = reading.read_keys(_NAMES, Reader(default_lexicon()))
    monkeypatch.setattr(reading, "_MANY", 10)
    monkeypatch.setattr(reading, "_may_fork", lambda: True)
    monkeypatch.setattr("marshal.dumps", lambda keys: 1 / 0)

    assert plain == reading.read_keys(_NAMES, Reader(default_lexicon()))


def test_no_child_beside_a_thread() -> None:
    """A program with threads is not forked."""
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not reading._may_fork()
    finally:
        done.set()
        thread.join()


def test_pairs_do_not_depend_on_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pairs of two channels are the same whether or not a child reads."""
    entries = [Entry(id=f"{at}", channel="ab"[at % 2], name=name) for at, name in enumerate(_NAMES)]
    plain = match_entries(entries)
    monkeypatch.setattr(reading, "_MANY", 10)
    monkeypatch.setattr(reading, "_may_fork", lambda: True)

    assert plain == match_entries(entries)
