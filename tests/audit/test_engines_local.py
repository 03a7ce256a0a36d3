"""The local engine: the order of the partitions, whatever runs where; a dead worker costs nothing but time."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from itemcatalog.engines import engine, local, run, side_by_side
from itemcatalog.errors import ItemCatalogError, OutputError, UsageError

HERE = os.getpid()


def _square(number: int) -> int:
    return number * number


def _write(path: Path) -> None:
    path.write_text(path.name, encoding="utf-8")


def _dies_elsewhere(number: int) -> int:
    if number == 3 and os.getpid() != HERE:
        os._exit(9)
    return number


@pytest.fixture
def two_processors(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fork two workers, wherever the tests run."""
    monkeypatch.setattr(local, "processors", lambda: 2)


@pytest.mark.usefixtures("two_processors")
@pytest.mark.parametrize("partitions", [[], [3], [1, 2, 3], list(range(50))])
def test_results_come_in_the_order_of_the_partitions(partitions: list[int]) -> None:
    """None, one or many partitions."""
    assert list(run(_square, partitions)) == [number * number for number in partitions]


def test_one_processor_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a second processor, or without fork, everything runs here."""
    monkeypatch.setattr(local, "processors", lambda: 1)

    assert list(run(lambda _: os.getpid(), [1, 2])) == [HERE, HERE]


@pytest.mark.usefixtures("two_processors")
def test_a_dead_worker_loses_no_partition() -> None:
    """What a killed worker left is done in this process."""
    assert list(run(_dies_elsewhere, range(8))) == list(range(8))


@pytest.mark.usefixtures("two_processors")
def test_a_task_that_raises_raises_here() -> None:
    """An error of the program is not swallowed."""
    with pytest.raises(ZeroDivisionError):
        list(run(lambda number: 1 // number, [1, 0]))


def test_tasks_side_by_side_are_all_done(tmp_path: Path) -> None:
    """Every task has written its file when the call comes back."""
    side_by_side([partial(_write, tmp_path / name) for name in "abc"])

    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "b", "c"]


def test_what_goes_wrong_beside_is_raised_here() -> None:
    """An output error keeps its path; anything else is an error of ours; the first task runs all the same."""

    def full() -> None:
        raise OutputError("磁盘空间不足", path="x.xlsx")

    def broken() -> None:
        raise ValueError("x")

    ran: list[int] = []
    with pytest.raises(OutputError, match=r"x\.xlsx"):
        side_by_side([lambda: ran.append(1), full])
    with pytest.raises(ItemCatalogError, match="ValueError"):
        side_by_side([lambda: ran.append(2), broken])
    assert ran == [1, 2]


def test_an_engine_that_is_not_here_is_a_usage_error() -> None:
    """The engines that are here are named."""
    assert list(engine("local").run(_square, [2])) == [4]
    with pytest.raises(UsageError, match="local"):
        engine("cluster")
