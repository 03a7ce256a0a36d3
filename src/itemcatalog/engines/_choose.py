"""Choosing an engine by name."""

from __future__ import annotations

from typing import Any, Protocol

from itemcatalog.engines import local, spark
from itemcatalog.errors import UsageError

__all__ = ["ENGINES", "Engine", "engine"]


class Engine(Protocol):
    """运行引擎: applies a task to partitions, in order; the results are the same on every engine."""

    def check(self) -> None:
        """Raise ``ConfigurationError`` where something that the engine needs is not installed."""

    def run(self, task: Any, partitions: Any) -> Any:
        """Yield ``task(partition)`` for each partition in its order."""


#: Engines by name; what one needs beyond Python is loaded when it runs.
ENGINES: dict[str, Engine] = {"local": local, "spark": spark}


def engine(name: str) -> Engine:
    """Return an engine that can run here.

    Raises ``UsageError`` for a name that is none, ``ConfigurationError`` where what the engine needs is not installed.
    """
    found = ENGINES.get(name)
    if found is None:
        raise UsageError(f"没有运行引擎 {name}（可用：{'、'.join(ENGINES)}）")
    found.check()
    return found
