"""Which Spark is used, and who ends it: told with a stand-in, so that it needs neither the extra nor Java."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any, ClassVar

import pytest

from itemcatalog.engines import spark
from itemcatalog.errors import ConfigurationError


class Conf:
    """Settings as Spark takes them."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}

    def setMaster(self, master: str) -> Conf:  # noqa: N802 - Spark's own name
        """Keep the master."""
        self.values["spark.master"] = master
        return self

    def setAll(self, pairs: list[tuple[str, str]]) -> Conf:  # noqa: N802 - Spark's own name
        """Keep the settings."""
        self.values.update(pairs)
        return self


class Context:
    """A Spark that works in this process and remembers whether it was ended."""

    _active_spark_context: ClassVar[Context | None] = None
    made: ClassVar[list[Context]] = []

    def __init__(self, conf: Conf | None = None) -> None:
        self.conf = conf
        self.stopped = False
        self.parts: list[Any] = []
        Context.made.append(self)

    @classmethod
    def getOrCreate(cls) -> Context:  # noqa: N802 - Spark's own name
        """Return a context of the cluster's own settings."""
        return cls()

    def parallelize(self, parts: list[Any], slices: int) -> Context:
        """Take one partition a slice."""
        assert slices == len(parts)
        self.parts = parts
        return self

    def map(self, task: Callable[[Any], Any]) -> Context:
        """Apply the task."""
        self.parts = [task(part) for part in self.parts]
        return self

    def toLocalIterator(self, prefetchPartitions: bool) -> Iterator[Any]:  # noqa: N802, N803 - Spark's own names
        """Give the results back."""
        assert prefetchPartitions
        return iter(self.parts)

    def stop(self) -> None:
        """End it."""
        self.stopped = True


@pytest.fixture(autouse=True)
def pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the stand-in where Spark is looked for."""
    module = ModuleType("pyspark")
    vars(module).update(SparkConf=Conf, SparkContext=Context)
    monkeypatch.setitem(sys.modules, "pyspark", module)
    monkeypatch.setattr(spark, "check", lambda: None)
    monkeypatch.setattr(Context, "made", [])
    for name in (*spark._HERE, *spark._SUBMITTED):
        monkeypatch.delenv(name, raising=False)


def test_a_spark_of_this_machine_is_started_and_ended() -> None:
    """It listens to this machine only, runs this Python, and is ended when the last result is here."""
    assert list(spark.run(len, ["a", "bb", ""])) == [1, 2, 0]
    [context] = Context.made
    assert context.stopped
    assert context.conf is not None
    assert context.conf.values["spark.master"] == "local[*,4]"
    assert context.conf.values["spark.ui.enabled"] == "false"
    assert os.environ["SPARK_LOCAL_IP"] == "127.0.0.1"
    assert os.environ["PYSPARK_PYTHON"] == sys.executable


def test_who_does_not_want_all_results_ends_it_too() -> None:
    """Leaving the results ends the Spark that was started for them."""
    results = spark.run(len, ["a", "bb"])

    assert next(results) == 1
    results.close()  # type: ignore[attr-defined]
    assert Context.made[0].stopped


def test_on_a_cluster_the_master_is_the_cluster_s(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under spark-submit nothing is set by us."""
    monkeypatch.setenv("PYSPARK_GATEWAY_PORT", "1")

    assert list(spark.run(len, ["a"])) == [1]
    assert [context.conf for context in Context.made] == [None]
    assert "SPARK_LOCAL_IP" not in os.environ


def test_a_running_spark_is_left_running(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever started it ends it."""
    running = Context()
    monkeypatch.setattr(Context, "_active_spark_context", running)

    assert list(spark.run(len, ["a"])) == [1]
    assert Context.made == [running]
    assert not running.stopped


def test_a_task_that_raises_ends_it() -> None:
    """The error comes through, and no Spark is left behind."""
    with pytest.raises(ZeroDivisionError):
        list(spark.run(lambda number: 1 // number, [1, 0]))
    assert Context.made[0].stopped


def test_a_spark_that_does_not_start_is_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """An old Java, say: one line with the cause."""

    def fails() -> None:
        raise RuntimeError("[JAVA_GATEWAY_EXITED] Java gateway process exited\nsecond line")

    monkeypatch.setattr(spark, "_started", fails)
    with pytest.raises(ConfigurationError, match="JAVA_GATEWAY_EXITED") as caught:
        list(spark.run(len, ["a"]))
    assert "second line" not in str(caught.value)
