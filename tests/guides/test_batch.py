"""Batches of guides: what is written, kept, held back and listed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import attrs
import pytest

from guide_samples import full_item, plain_item
from itemcatalog.errors import OutputError, UsageError
from itemcatalog.guides import (
    INDEX,
    MANIFEST,
    GuideOptions,
    GuideRun,
    build_guides,
    changed_since,
    read_manifest,
)
from itemcatalog.guides._make import Maker, Outcome
from itemcatalog.model import Item
from itemcatalog.sections import load_profile

STANDARD = load_profile("standard-2016")


def build(items: list[Item], out: Path, **options: object) -> GuideRun:
    """Build the guides of items in their own channels."""
    chosen = GuideOptions(**({"profile": STANDARD, "formats": ("html",)} | options))  # type: ignore[arg-type]
    return build_guides(((item, item.channel) for item in items), out, chosen)


def files(out: Path) -> dict[str, bytes]:
    """Return every file of a folder by its path."""
    return {one.relative_to(out).as_posix(): one.read_bytes() for one in sorted(out.rglob("*")) if one.is_file()}


def test_every_item_has_its_files_an_index_and_a_manifest(tmp_path: Path) -> None:
    """A guide per format in the folder of its channel; index and manifest beside the folders."""
    run = build([full_item(), plain_item(channel="portal")], tmp_path, formats=("html", "docx", "json", "xml", "md"))
    there = files(tmp_path)

    assert (run.written, run.kept, len(there)) == (2, 0, 12)
    assert "portal/示例事项查询.docx" in there
    assert {INDEX, MANIFEST} <= set(there)


def test_two_runs_are_the_same_bytes(tmp_path: Path) -> None:
    """The same items in another folder give the same files, index and manifest included."""
    build([full_item(), plain_item()], tmp_path / "a", formats=("html", "docx"))
    build([full_item(), plain_item()], tmp_path / "b", formats=("html", "docx"))

    assert files(tmp_path / "a") == files(tmp_path / "b")


def test_many_processes_write_the_same_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A large batch on several cores gives the files, order and manifest of one process."""
    items = [plain_item(name=f"事项{n}", id=f"i{n}") for n in range(230)] + [plain_item(name="")]
    several = build(items, tmp_path / "a")
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0})
    alone = build(items, tmp_path / "b")

    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert (several.written, alone.written, len(several.failures), len(alone.failures)) == (230, 230, 1, 1)


def test_what_a_dead_process_left_is_made_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that the system kills neither holds up the batch nor costs a guide."""
    here, made = os.getpid(), Maker.make

    def dying(maker: Maker, number: int) -> Outcome:
        if number == 60 and os.getpid() != here:
            os._exit(9)
        return made(maker, number)

    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0, 1})
    monkeypatch.setattr(Maker, "make", dying)
    run = build([plain_item(name=f"事项{n}", id=f"i{n}") for n in range(230)], tmp_path)

    assert (run.written, run.failures) == (230, ())


def test_what_stands_is_kept(tmp_path: Path) -> None:
    """A second run writes nothing anew; a file that was tampered with is written again."""
    items = [full_item(), plain_item()]
    build(items, tmp_path)
    page = next((tmp_path / "city").glob("1*.html"))

    assert (build(items, tmp_path).written, build(items, tmp_path).kept) == (0, 2)
    page.write_text("x", encoding="utf-8")
    assert (lambda run: (run.written, run.kept))(build(items, tmp_path)) == (1, 1)


def test_editing_one_item_changes_one_guide(tmp_path: Path) -> None:
    """Only the guide of the edited item is written again; the change list names it, the index and nothing else."""
    items = [full_item(), plain_item()]
    before = build(items, tmp_path).manifest
    after = build([attrs.evolve(items[0], handling_area="全省"), items[1]], tmp_path)

    assert after.written == 1
    assert len([path for path in changed_since(before, after.manifest).upload if path != INDEX]) == 1


def test_a_killed_run_is_taken_up(tmp_path: Path) -> None:
    """Pieces that a killed run left are used: what they list is not made again."""
    items = [plain_item(name=f"事项{n}", id=f"i{n}") for n in range(450)]

    class KilledError(BaseException):
        """The run ends here."""

    def stop(done: int, total: int) -> None:
        if done == 430:
            raise KilledError

    with pytest.raises(KilledError):
        build(items, tmp_path, progress=stop)
    run = build(items, tmp_path)

    assert (run.written, run.kept) == (50, 400)
    assert list(tmp_path.glob(".guides-*")) == []


def test_a_torn_piece_is_no_harm(tmp_path: Path) -> None:
    """Rubbish where a piece or a manifest should be is passed over."""
    (tmp_path / ".guides-00001.json").write_text('{"build": 1, "guides": [{"x"', encoding="utf-8")
    (tmp_path / MANIFEST).write_text("[]", encoding="utf-8")

    assert build([plain_item()], tmp_path).written == 1


def test_a_guide_that_fails_is_listed_and_the_rest_is_written(tmp_path: Path) -> None:
    """An item without a name fails alone."""
    run = build([plain_item(name=""), full_item()], tmp_path)

    assert (run.written, [one.reason for one in run.failures]) == (1, ["事项没有名称，不能生成办事指南"])
    assert [one.name for one in run.failures] == [plain_item().id]
    assert not run.passed


def test_a_main_item_has_no_guide(tmp_path: Path) -> None:
    """A main item is passed over and is no failure."""
    run = build([full_item(kind="main"), full_item()], tmp_path)

    assert (run.written, run.failures) == (1, ())


def test_final_holds_back_what_is_incomplete(tmp_path: Path) -> None:
    """A guide with a missing mandatory section is not written, and the list says what is missing."""
    run = build([plain_item(), full_item()], tmp_path, final=True)

    assert [one.name for one in run.held] == ["示例事项查询"]
    assert "审批依据" in run.held[0].missing
    assert (run.written, run.passed) == (1, False)


def test_a_guide_that_is_no_longer_made_is_taken_away(tmp_path: Path) -> None:
    """The file of an item that left goes, unless someone else changed it."""
    build([plain_item(), full_item()], tmp_path)
    kept = tmp_path / "city" / "示例事项查询.html"
    build([full_item()], tmp_path)
    gone = not kept.exists()
    build([plain_item(), full_item()], tmp_path)
    kept.write_text("由他人改过", encoding="utf-8")
    build([full_item()], tmp_path)

    assert (gone, kept.exists()) == (True, True)


def test_the_manifest_names_hash_item_and_profile(tmp_path: Path) -> None:
    """Every file stands in the manifest with its SHA-256, its item, the item's hash and the profile."""
    build([full_item()], tmp_path, catalogue="c" * 64)
    manifest = json.loads((tmp_path / MANIFEST).read_text(encoding="utf-8"))
    entry = manifest["guides"][0]

    assert ("c" * 64, "standard-2016", full_item().id, "2017-11-20", 64) == (
        manifest["catalogue"],
        entry["profile"],
        entry["item_id"],
        entry["date"],
        len(entry["files"][0]["sha256"]),
    )
    assert read_manifest(tmp_path / MANIFEST).hashes()[entry["files"][0]["path"]] == entry["files"][0]["sha256"]


def test_the_catalogue_hash_stands_in_the_manifest_only(tmp_path: Path) -> None:
    """Another item elsewhere in the catalogue changes no guide."""
    build([full_item()], tmp_path / "a", catalogue="a" * 64)
    build([full_item()], tmp_path / "b", catalogue="b" * 64)
    one, two = files(tmp_path / "a"), files(tmp_path / "b")

    assert [path for path in one if one[path] != two[path]] == [MANIFEST]


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    """A channel folder that is a link to elsewhere is not written through."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "city").symlink_to(tmp_path / "elsewhere")

    with pytest.raises(OutputError):
        build([plain_item()], tmp_path / "out")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_an_unknown_format_is_a_usage_error(tmp_path: Path) -> None:
    """A format that nobody knows is said before anything is written."""
    with pytest.raises(UsageError):
        build([plain_item()], tmp_path, formats=("html", "odt"))


def test_a_folder_that_cannot_be_written_stops_the_run(tmp_path: Path) -> None:
    """An output that cannot be written is one error, not one failure for each guide."""
    (tmp_path / "out").write_text("a file", encoding="utf-8")

    with pytest.raises(OutputError):
        build([plain_item()], tmp_path / "out")
