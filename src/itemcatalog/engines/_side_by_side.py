"""Several independent writings at once, each in a process of its own where the system can fork."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence

from itemcatalog.errors import ItemCatalogError, OutputError

__all__ = ["side_by_side"]

Task = Callable[[], None]


def side_by_side(tasks: Sequence[Task]) -> None:
    """Run tasks that write files and return nothing; the first runs here, the others in children.

    All are waited for; the first ``OutputError`` of them is raised. Without ``fork`` they run one after the other.
    """
    if not hasattr(os, "fork"):
        for task in tasks:
            task()
        return
    children = [_started(task) for task in tasks[1:]]
    try:
        tasks[0]()
    finally:
        answers = [_answer(child, pipe) for child, pipe in children]
    for answer in answers:
        if answer:
            raise _error(answer)


def _started(task: Task) -> tuple[int, int]:
    """Fork a child that runs the task and writes what went wrong into a pipe."""
    sys.stdout.flush()
    sys.stderr.flush()
    reading, writing = os.pipe()
    child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    answer = ""
    try:
        os.close(reading)
        task()
    except OutputError as error:
        answer = json.dumps({"message": error.message, "path": error.path})
    except BaseException as error:
        answer = json.dumps({"message": f"{type(error).__name__}: {error}", "path": None})
    finally:
        with os.fdopen(writing, "w", encoding="utf-8") as pipe:
            pipe.write(answer)
        os._exit(0)


def _answer(child: int, reading: int) -> str:
    with os.fdopen(reading, encoding="utf-8") as pipe:
        text = pipe.read()
    _, status = os.waitpid(child, 0)
    if status and not text:
        return json.dumps({"message": f"子进程异常结束（{status}）", "path": None})
    return text


def _error(answer: str) -> Exception:
    told = json.loads(answer)
    if told["path"] is None:
        return ItemCatalogError(told["message"])
    return OutputError(told["message"], path=told["path"])
