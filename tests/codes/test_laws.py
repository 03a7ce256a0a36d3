"""The table of laws: facts by title; what is not there is not known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from itemcatalog.codes import find_law, law_titles_like
from itemcatalog.codes.laws import find_laws, law_key, laws


@pytest.mark.parametrize(
    ("text", "title", "level"),
    [
        ("《中华人民共和国行政许可法》", "中华人民共和国行政许可法", "法律"),
        ("行政许可法", "中华人民共和国行政许可法", "法律"),
        ("《 中华人民共和国城乡规划法 》", "中华人民共和国城乡规划法", "法律"),
        ("中华人民共和国不动产登记暂行条例", "不动产登记暂行条例", "行政法规"),
    ],
)
def test_a_law_by_full_or_short_title(text: str, title: str, level: str) -> None:
    """A law is found with or without marks, blanks and the name of the state."""
    found = find_law(text)

    assert found is not None
    assert (title, level) == (found.title, found.level)


@pytest.mark.parametrize("text", ["", "《》", "中华人民共和国", "认证认证条例", "福建省无此条例"])
def test_an_unknown_title_is_none(text: str) -> None:
    """A title that the table does not hold gives None, which proves nothing."""
    assert find_law(text) is None


def test_a_title_like_another() -> None:
    """A part of a title finds the titles that hold it, the closest first, and never itself."""
    found = law_titles_like("不动产登记暂行条例")

    assert "不动产登记暂行条例实施细则" in [entry.title for entry in found]
    assert law_titles_like("") == ()


def test_local_statutes_are_told_from_local_rules_only_beyond_doubt() -> None:
    """A local 条例 is a statute, a local 办法 stays unknown: both are derived or unknown, never observed."""
    local = [entry for entry in laws() if entry.area]
    statutes = [entry for entry in local if entry.level == "地方性法规"]

    assert {"derived", "unknown"} == {entry.level_status for entry in local}
    assert len(statutes) > 1500
    assert all("条例" in entry.title or "人民代表大会" in entry.title or "人大" in entry.title for entry in statutes)
    assert all(entry.level is None for entry in local if entry.title.endswith("办法") and "人" not in entry.title)


def test_every_title_of_the_source_is_found(shared: Path) -> None:
    """All 3,871 titles are in the table with their facts."""
    lines = (shared / "data/laws/titles.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines]
    facts = {(entry.title, entry.area, entry.articles, entry.expired) for entry in laws()}

    assert len(laws()) == 3871
    assert facts == {(row["title"], row["area"], row["articles"], row["expired"]) for row in records}
    assert all(find_laws(row["title"]) and find_laws(row["short"]) for row in records)


def test_resolved_citations_are_found(shared: Path) -> None:
    """Every citation that the source resolved to a title is found by that title."""
    lines = (shared / "data/laws/citations.jsonl").read_text(encoding="utf-8").splitlines()
    resolved = [row for row in map(json.loads, lines) if row["resolved"]]

    assert len(resolved) == 598
    assert [row["cited"] for row in resolved if not find_laws(row["cited"])] == []


def test_keys_of_titles() -> None:
    """Inner marks, full-width and half-width brackets do not count."""
    left, right = "关于适用〈民事诉讼法〉的解释（试行）", "关于适用《民事诉讼法》的解释(试行)"

    assert law_key(left) == law_key(right)


@pytest.mark.parametrize("edition", ["（2019年修正）", "(2019修订)", "（2019年4月23日修正版）", "（2019年第一次修正）"])
def test_an_edition_behind_the_title_does_not_count(edition: str) -> None:
    """A citation that names the edition finds the law; a bracket of another kind is part of the title."""
    found = find_law(f"《中华人民共和国行政许可法{edition}》")

    assert found is not None
    assert found.short == "行政许可法"
    assert find_law("中华人民共和国行政许可法（征求意见稿）") is None
