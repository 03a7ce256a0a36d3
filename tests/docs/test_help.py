"""What a newcomer types first, the examples of the help pages, runs as it stands beside the fixtures."""

from __future__ import annotations

import itertools
import shlex
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from itemcatalog.cli import main
from itemcatalog.cli._app import COMMANDS


def _examples() -> Iterator[str]:
    """Yield the first example of every command, and all others that name the fixtures."""
    for command in COMMANDS:
        lines = [line for line, _ in import_module(f"itemcatalog.cli.{command}").ABOUT.examples]
        yield from (line for at, line in enumerate(lines) if at == 0 or "fixtures/" in line)


@pytest.mark.parametrize("line", list(_examples()))
def test_an_example_of_a_help_page_runs(
    line: str, repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It reads everything (no 2, no 3), says something, and writes what ``-o`` names."""
    (tmp_path / "fixtures").symlink_to(repository / "fixtures", target_is_directory=True)
    monkeypatch.chdir(tmp_path)
    words = shlex.split(line)[1:]
    code = main(words)

    assert code in (0, 1)
    assert capsys.readouterr().out != ""
    written = [Path(word) for option, word in itertools.pairwise(words) if option == "-o"]
    assert [path for path in written if not path.exists()] == []
