"""Apache Spark (extra ``spark``, Java 17 or newer): the partitions run on its workers, their results come back here.

Under ``spark-submit``, or where the program has a context already, the work runs there, and each worker needs
itemcatalog of this version; otherwise a Spark of this machine is started, and ended when the last result is here.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from itemcatalog.errors import ConfigurationError

__all__ = ["check", "run"]

Partition = TypeVar("Partition")
Result = TypeVar("Result")

# A Spark of ours shows no page and no bar, and reports errors only: the words on the terminal are the command's.
_QUIET = {
    "spark.app.name": "itemcatalog",
    "spark.log.level": "ERROR",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
# It listens to this machine only, runs this Python, and gives a lost partition three more tries.
_MASTER = "local[*,4]"
_HERE = {"SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
# Set where a program was started on a cluster: then the master was chosen there.
_SUBMITTED = ("PYSPARK_GATEWAY_PORT", "PYSPARK_SUBMIT_ARGS")


def run(task: Callable[[Partition], Result], partitions: Iterable[Partition]) -> Iterator[Result]:
    """Yield ``task(partition)`` for each partition in its order, as ``local.run`` does.

    Partitions and results travel: both must be plain values. Raises ``ConfigurationError`` as ``check`` does, or
    where Spark does not start.
    """
    parts = list(partitions)
    if not parts:
        return
    check()
    context, ours = _context()
    try:
        yield from context.parallelize(parts, len(parts)).map(task).toLocalIterator(prefetchPartitions=True)
    finally:
        if ours:
            context.stop()


def check() -> None:
    """Raise ``ConfigurationError`` where the extra or Java is not installed; nothing is started."""
    if importlib.util.find_spec("pyspark") is None:
        raise ConfigurationError("运行引擎 spark 需要安装附加组件：pip install 'itemcatalog[spark]'")
    if _java() is None:
        raise ConfigurationError("运行引擎 spark 需要 Java 17 或以上版本（PATH 或 JAVA_HOME 中没有找到 java）")


def _java() -> str | None:
    """Return the program that Spark would start: that of ``JAVA_HOME``, else that of the path."""
    home = os.environ.get("JAVA_HOME")
    return shutil.which(str(Path(home, "bin", "java"))) if home else shutil.which("java")


def _context() -> tuple[Any, bool]:
    """Return Spark's context and whether it was started here."""
    from pyspark import SparkContext  # type: ignore[import-not-found,unused-ignore]

    running = SparkContext._active_spark_context
    if running is not None:
        return running, False
    try:
        return _started(), True
    except Exception as error:  # py4j and Spark raise of their own kinds, an old Java among the causes
        why = next(iter(str(error).splitlines()), type(error).__name__)
        raise ConfigurationError(f"Spark 没有启动（需要 Java 17 或以上版本）：{why}") from error


def _started() -> Any:
    from pyspark import SparkConf, SparkContext

    if any(name in os.environ for name in _SUBMITTED):
        return SparkContext.getOrCreate()
    for name, value in _HERE.items():
        os.environ.setdefault(name, value)
    return SparkContext(conf=SparkConf().setMaster(_MASTER).setAll(list(_QUIET.items())))
