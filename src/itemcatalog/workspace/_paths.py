"""Files of a workspace: globs resolved in a fixed order, and paths as outputs show them."""

from __future__ import annotations

import glob
import os
from pathlib import Path

__all__ = ["resolve", "shown"]


def resolve(root: Path, pattern: str) -> tuple[Path, ...]:
    """Return the files that a path or glob names, sorted; empty when there are none.

    A path that exists as it is written is taken as it is, whatever signs it holds. Excel's lock files (``~$…``)
    and hidden files never match a glob.
    """
    literal = root / pattern
    if literal.is_file():
        return (literal,)
    names = glob.glob(pattern, root_dir=root, recursive=True)  # noqa: PTH207 - Path.glob refuses absolute patterns
    files = (root / name for name in sorted(set(names)) if not Path(name).name.startswith("~$"))
    return tuple(path for path in files if path.is_file())


def shown(root: Path, path: Path) -> str:
    """Return a path relative to the workspace, with ``/``."""
    try:
        relative = os.path.relpath(path, root)
    except ValueError:  # another drive of Windows has no relative path
        return path.name
    return Path(relative).as_posix()
