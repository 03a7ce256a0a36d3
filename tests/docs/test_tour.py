"""Every code block of the tour and of the front pages says what really comes out."""

from __future__ import annotations

import doctest
import re
import runpy
from pathlib import Path

import pytest

_FRONT_PAGES = ("README.md", "README.zh-CN.md")
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PRINTED = re.compile(r"^ *print\(.*\)  # (.+)$", re.MULTILINE)


def _session(page: str) -> str:
    """Return the sessions of a page, each on its own lines, and nothing on all others."""
    lines = [""] * len(page.splitlines())
    for found in _FENCE.finditer(page):
        if ">>>" in found[2]:
            first = page.count("\n", 0, found.start(2))
            block = found[2].splitlines()
            lines[first : first + len(block)] = block
    return "\n".join(lines) + "\n"


@pytest.fixture
def reader(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where a reader of the pages does: in a folder that holds the fixtures."""
    (tmp_path / "fixtures").symlink_to(repository / "fixtures", target_is_directory=True)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("reader")
def test_the_tour_shows_what_comes_out(repository: Path) -> None:
    """Blocks run one after the other, as a reader would type them."""
    session = _session((repository / "docs" / "tour.md").read_text(encoding="utf-8"))
    test = doctest.DocTestParser().get_doctest(session, {}, "tour", "tour.md", 0)
    said: list[str] = []
    result = doctest.DocTestRunner(verbose=False).run(test, out=said.append)

    assert result.failed == 0, "".join(said)
    assert result.attempted == session.count(">>> ") > 0


@pytest.mark.usefixtures("reader")
@pytest.mark.parametrize("page", _FRONT_PAGES)
def test_the_python_of_a_front_page_runs(
    page: str, repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each block runs, prints something, and among it what its remarks say."""
    blocks = [
        text for kind, text in _FENCE.findall((repository / page).read_text(encoding="utf-8")) if kind == "python"
    ]
    script = tmp_path / "block.py"
    for block in blocks:
        script.write_text(block, encoding="utf-8")
        runpy.run_path(str(script))
        printed = capsys.readouterr().out.splitlines()

        assert printed != []
        assert [remark for remark in _PRINTED.findall(block) if remark not in printed] == []
    assert len(blocks) > 0


def test_every_block_of_the_tour_runs(repository: Path) -> None:
    """No Python of the tour is for show only."""
    blocks = _FENCE.findall((repository / "docs" / "tour.md").read_text(encoding="utf-8"))

    assert [text for kind, text in blocks if kind != "python" or not text.startswith(">>> ")] == []
    assert len(blocks) > 10


def test_the_tour_reads_every_file_of_its_item(repository: Path) -> None:
    """Each format of fixtures/channels stands in the first step."""
    tour = (repository / "docs" / "tour.md").read_text(encoding="utf-8")
    kinds = {path.suffix[1:] for path in (repository / "fixtures" / "channels").glob("item.*")}

    assert {kind for kind in kinds if f'"{kind}"' not in tour.split("## 2.")[0]} == set()
