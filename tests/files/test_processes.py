"""Work spread over forked children: the order of the parts, nothing lost, no trace left in the collector."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator

import pytest

from itemcatalog.files import processors, spread

HERE = os.getpid()


@pytest.fixture
def frozen() -> Iterator[None]:
    """Freeze what is there, as a program that forks by itself would."""
    gc.freeze()
    yield
    gc.unfreeze()


def test_beside_a_thread_nothing_is_forked() -> None:
    """A fork beside a thread may inherit a lock that nobody releases."""
    done = threading.Event()
    beside = threading.Thread(target=done.wait)
    beside.start()
    try:
        assert processors() == 1
    finally:
        done.set()
        beside.join()


@pytest.mark.parametrize("workers", [0, 1, 2, 3, 9])
def test_results_come_in_the_order_of_the_parts(workers: int) -> None:
    """However many work, also more parts than are ever ahead."""
    assert [number * number for number in range(20)] == list(spread(lambda one: one * one, range(20), workers))


def test_children_do_the_work() -> None:
    """The task may be a closure, for it is inherited; one part alone is done here."""
    assert HERE not in set(spread(lambda _: os.getpid(), range(4), 2))
    assert list(spread(lambda _: os.getpid(), [1], 2)) == [HERE]


def test_a_child_is_prepared() -> None:
    """The collector of a child may be off, that of this process stays as it is."""
    assert list(spread(lambda _: gc.isenabled(), [1, 2], 2, prepare=gc.disable)) == [False, False]
    assert gc.isenabled()


def test_what_a_dead_child_left_is_done_here() -> None:
    """Of a child that the system kills no part is lost and none comes twice."""

    def dying(number: int) -> int:
        if number == 5 and os.getpid() != HERE:
            os._exit(9)
        return number

    assert list(range(12)) == list(spread(dying, range(12), 2))


def test_the_collector_is_as_it_was() -> None:
    """Nothing stays frozen, also where the results were not all taken."""
    results = spread(lambda one: one, range(40), 2)
    next(results)
    results.close()  # type: ignore[attr-defined]

    assert gc.get_freeze_count() == 0


@pytest.mark.usefixtures("frozen")
def test_what_others_froze_stays_frozen() -> None:
    """Only what was frozen here is given back."""
    before = gc.get_freeze_count()

    assert list(spread(lambda one: one, [1, 2], 2)) == [1, 2]
    assert before == gc.get_freeze_count()
