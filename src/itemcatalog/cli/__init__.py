"""The command line: one thin module per command, no logic."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (DESIGN §5); ``--version`` alone is answered without loading more."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words == ["--version"]:
        from itemcatalog._shipped import __version__

        sys.stdout.write(f"itemcatalog {__version__}\n")
        return 0
    from itemcatalog.cli._app import run

    # A command makes millions of things that live until it ends: looking through them again and again frees nothing.
    gc.set_threshold(100_000, 20, 100)
    return run(words)
