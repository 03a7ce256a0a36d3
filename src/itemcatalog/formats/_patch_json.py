"""A JSON text with some values changed (原文更正): only their characters, everything else as it was."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from itemcatalog.errors import UsageError

__all__ = ["patch_json", "patch_jsonl"]

_BOM = "\ufeff"
_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder(strict=False)

# What to set in one document: the keys that lead to a value, and the value.
Settings = Mapping[tuple[str, ...], Any]
Edit = tuple[int, int, str]


def patch_json(data: bytes, changes: Mapping[str, Settings]) -> bytes:
    """Return a JSON text in which the documents at these pointers hold these values.

    Raises ``UsageError`` where a pointer or a key of the way leads nowhere; a last key that is not there is added.
    """
    text = data.decode("utf-8")
    edits: list[Edit] = []
    for pointer, settings in changes.items():
        start = _found(text, _start(text), pointer.split("/")[1:])
        edits += _edits(text, start, settings)
    return _edited(text, edits).encode("utf-8")


def patch_jsonl(data: bytes, changes: Mapping[int, Settings]) -> bytes:
    """Return JSON lines in which the documents of these lines (from 1) hold these values."""
    lines = data.split(b"\n")
    for number, settings in changes.items():
        line = lines[number - 1].decode("utf-8")
        lines[number - 1] = _edited(line, _edits(line, _start(line), settings)).encode("utf-8")
    return b"\n".join(lines)


def _start(text: str) -> int:
    return _space(text, 1 if text.startswith(_BOM) else 0)


def _space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _end(text: str, start: int) -> int:
    return _DECODER.raw_decode(text, start)[1]


def _edited(text: str, edits: Iterable[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def _found(text: str, start: int, steps: Sequence[str]) -> int:
    """Return where the value stands to which these steps lead."""
    for step in steps:
        children = dict(_children(text, start))
        if step not in children:
            raise UsageError(f"原文件中没有“{step}”")
        start = children[step]
    return start


def _children(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield the keys (or indices) of an object or array with the start of each value."""
    if text[start] not in "{[":
        raise UsageError("原文件此处不是对象或数组")
    named, at, number = text[start] == "{", _space(text, start + 1), 0
    while text[at] not in "}]":
        key = str(number)
        if named:
            key, at = _DECODER.raw_decode(text, at)
            at = _space(text, _space(text, at) + 1)
        yield key, at
        at = _space(text, _end(text, at))
        at = _space(text, at + 1) if text[at] == "," else at
        number += 1


def _edits(text: str, start: int, settings: Settings) -> Iterator[Edit]:
    for keys, value in settings.items():
        here = _found(text, start, keys[:-1])
        members = dict(_children(text, here))
        if keys[-1] in members:
            at = members[keys[-1]]
            yield at, _end(text, at), _written(text, here, members, value)
        else:
            at = _end(text, list(members.values())[-1]) if members else here + 1
            lead = _lead(text, here, members)
            colon = ": " if not members or ": " in text[here : next(iter(members.values()))] else ":"
            key = json.dumps(keys[-1], ensure_ascii=False)
            yield at, at, f"{',' if members else ''}{lead}{key}{colon}{_written(text, here, members, value)}"


def _lead(text: str, here: int, members: Mapping[str, int]) -> str:
    """Return the blanks that stand before the first key of an object."""
    if not members:
        return ""
    blanks = text[here + 1 : _space(text, here + 1)]
    return blanks or (" " if ", " in text[here : here + 200] else "")


def _written(text: str, here: int, members: Mapping[str, int], value: Any) -> str:
    """Write a value as its neighbours are written: on one line, or indented like them."""
    lead = _lead(text, here, members)
    if "\n" not in lead:
        tight = bool(members) and ": " not in text[here : next(iter(members.values()))]
        return json.dumps(value, ensure_ascii=False, separators=(",", ":") if tight else (", ", ": "))
    inner = lead.rpartition("\n")[2]
    line = text.rfind("\n", 0, here) + 1
    outer = text[line : _space(text, line)]
    unit = inner.removeprefix(outer) if len(inner) > len(outer) else inner
    return json.dumps(value, ensure_ascii=False, indent=unit or 1).replace("\n", f"\n{inner}")
