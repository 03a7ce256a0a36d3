"""Choosing an engine by name."""

from __future__ import annotations

from typing import Any, Protocol

from itemcatalog.engines import local
from itemcatalog.errors import UsageError

__all__ = ["ENGINES", "Engine", "engine"]


class Engine(Protocol):
    """运行引擎: applies a task to partitions, in order; the results are the same on every engine."""

    def run(self, task: Any, partitions: Any) -> Any:
        """Yield ``task(partition)`` for each partition in its order."""


#: Engines of this installation by name.
ENGINES: dict[str, Engine] = {"local": local}


def engine(name: str) -> Engine:
    """Return an engine; raise ``UsageError`` where it is not installed."""
    found = ENGINES.get(name)
    if found is None:
        raise UsageError(f"没有安装运行引擎 {name}（可用：{'、'.join(ENGINES)}）")
    return found
