"""Reading a channel of very many pages on several processors: the same catalogue, in the same order."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from itemcatalog import read_workspace
from itemcatalog.formats import Reading
from itemcatalog.workspace import _side_by_side, read_catalogue
from itemcatalog.workspace._side_by_side import readings

PAGE = """<html><body><h1>取水许可</h1><p>事项名称：取水许可{}</p><p>承诺时限：{}个工作日</p>
<p>实施主体：某县水利局</p></body></html>"""
WORKSPACE = '[workspace]\nname = "网页"\n[[channel]]\nid = "pages"\nsource = "*.html"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a workspace of forty pages, one of them no page at all."""
    for number in range(40):
        (tmp_path / f"{number:03}.html").write_text(PAGE.format(number, number + 1), encoding="utf-8")
    (tmp_path / "017.html").write_bytes(b"%PDF-1.4")
    (tmp_path / "itemcatalog.toml").write_text(WORKSPACE, encoding="utf-8")
    return tmp_path


def test_forked_readers_say_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Items, sources and faults come in the order of the files, the unreadable one a fault among them."""
    told: list[str] = []
    alone = read_catalogue(read_workspace(folder))
    monkeypatch.setattr(_side_by_side, "_MANY", 30)
    monkeypatch.setattr(_side_by_side, "_PIECE", 3)
    monkeypatch.setattr(_side_by_side, "processors", lambda: 2)

    several = read_catalogue(read_workspace(folder), progress=told.append)

    assert several == alone
    assert [f"{number:03}.html" for number in range(40)] == told
    assert [fault.kind for fault in several.faults] == ["input-unreadable"]


def test_what_a_dead_worker_left_is_read_here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that the system kills costs time, not pages."""
    home = os.getpid()

    def read(path: Path) -> Reading:
        if os.getpid() != home and path.name == "020.html":
            os._exit(9)
        return Reading(items=(), sources=(), faults=())

    files = sorted(folder.glob("*.html"))
    monkeypatch.setattr(_side_by_side, "_MANY", 30)
    monkeypatch.setattr(_side_by_side, "_PIECE", 3)
    monkeypatch.setattr(_side_by_side, "processors", lambda: 2)

    assert len(files) == len(list(readings(files, read)))


def test_large_files_are_read_one_after_the_other(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one file is large no child is forked: only one such page is ever in memory."""
    seen: set[int] = set()

    def read(path: Path) -> Reading:
        seen.add(os.getpid())
        return Reading(items=(), sources=(), faults=())

    (folder / "large.html").write_bytes(b" " * 5000)
    files = [*sorted(folder.glob("*.html")), folder / "gone.html"]
    monkeypatch.setattr(_side_by_side, "_MANY", 30)
    monkeypatch.setattr(_side_by_side, "_LARGE", 4000)
    monkeypatch.setattr(_side_by_side, "processors", lambda: 2)

    assert len(files) == len(list(readings(files, read)))
    assert seen == {os.getpid()}
