"""Tables on the terminal, JSON on a pipe, progress on a terminal's error stream only."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

__all__ = ["progress", "say", "show_table", "write_json"]

_WIDTH_OF_A_PIPE = 120


def say(text: str) -> None:
    """Write one line to the standard output."""
    sys.stdout.write(f"{text}\n")


def write_json(data: Any) -> None:
    """Write JSON; characters that the output's encoding lacks are written as escapes, so nothing is lost."""
    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=2)
    say(text)


def show_table(header: Sequence[str], rows: Iterable[Sequence[str]], *, right: Sequence[int] = ()) -> None:
    """Write a table; the columns in ``right`` hold numbers."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for index, title in enumerate(header):
        table.add_column(title, justify="right" if index in right else "left", overflow="fold")
    for row in rows:
        table.add_row(*(_plain(cell) for cell in row))
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else _WIDTH_OF_A_PIPE
    page = io.StringIO()
    Console(file=page, highlight=False, emoji=False, width=width).print(table)
    sys.stdout.write("".join(f"{line.rstrip()}\n" for line in page.getvalue().splitlines()))


def _plain(cell: str) -> Any:
    from rich.text import Text

    return Text(cell)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str], None] | None]:
    """Give a function that shows the current step; None where the error stream is no terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.text import Text

    console = Console(file=sys.stderr, highlight=False)
    with console.status(Text("…")) as status:
        yield lambda step: status.update(Text(step))
