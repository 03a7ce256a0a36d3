"""The engine spark: the same report as local, and a plain word where the extra or Java is missing."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest

from itemcatalog.audit import run_audit
from itemcatalog.audit._exchange import report_json
from itemcatalog.cli import main
from itemcatalog.engines import engine, local, spark
from itemcatalog.errors import ConfigurationError
from itemcatalog.workspace import read_workspace

# The module, not the function that the room shows.
AUDIT_RUN = sys.modules["itemcatalog.audit._run"]


def _needed() -> None:
    """Leave a test out where Spark cannot run."""
    if importlib.util.find_spec("pyspark") is None:
        pytest.skip("left out: the extra spark is not installed")
    if spark._java() is None:
        pytest.skip("left out: Java is not installed")


def test_no_partition_needs_no_spark() -> None:
    """Nothing is started for nothing."""
    assert list(spark.run(len, [])) == []


def test_without_the_extra_the_word_is_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, repository: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 before anything is read."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    code = main(["audit", str(repository / "fixtures" / "fuzhou"), "--engine", "spark"])

    assert code == 2
    assert "itemcatalog[spark]" in capfd.readouterr().err
    with pytest.raises(ConfigurationError, match="itemcatalog"):
        list(spark.run(len, ["a"]))


@pytest.mark.parametrize("home", [None, "/nowhere"])
def test_without_java_the_word_is_java(home: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither on the path nor where ``JAVA_HOME`` points."""
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: object())
    monkeypatch.setattr(shutil, "which", lambda _: None)
    if home is None:
        monkeypatch.delenv("JAVA_HOME", raising=False)
    else:
        monkeypatch.setenv("JAVA_HOME", home)
    with pytest.raises(ConfigurationError, match="Java 17"):
        engine("spark")


def test_spark_finds_what_local_finds(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of fixtures/fuzhou in six partitions is the same, byte for byte."""
    _needed()
    monkeypatch.setattr(AUDIT_RUN, "PARTITION", 80)
    workspace = read_workspace(repository / "fixtures" / "fuzhou")
    expected = report_json(run_audit(workspace))

    assert expected == report_json(run_audit(workspace, engine="spark"))


def test_a_spark_that_runs_already_is_used_and_left_running() -> None:
    """Whoever started it may go on with it; the order is that of the partitions."""
    _needed()
    context = spark._started()
    try:
        numbers = list(range(7))
        assert list(spark.run(_square, numbers)) == list(local.run(_square, numbers))
        assert spark._context() == (context, False)
    finally:
        context.stop()


def _square(number: int) -> int:
    return number * number
