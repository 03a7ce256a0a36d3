"""One cell → one value of the model: by the shape of its field, with a fault where it is not understood."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from itemcatalog.formats._faults import FaultList
from itemcatalog.formats._grammar import (
    parse_amount,
    parse_charged,
    parse_code_cell,
    parse_count,
    parse_courier,
    parse_date,
    parse_phones,
    parse_visits,
    parse_yes_no,
    split_words,
)
from itemcatalog.formats._lists_of_codes import named
from itemcatalog.formats._record import Cell, ReadOptions
from itemcatalog.formats._shapes import kind_of
from itemcatalog.model import Phone, Window
from itemcatalog.text import anomalies

__all__ = ["CONTROLS", "blank", "shown", "text_of", "value_of"]

CONTROLS = dict.fromkeys([*range(32), *range(127, 160)]) | {9: " ", 10: "\n", 11: "\n", 12: "\n", 13: "\n"}
_UNCLEAR = {
    "count": "number-unclear",
    "amount": "number-unclear",
    "yes_no": "yes-no-unclear",
    "charged": "yes-no-unclear",
    "courier": "yes-no-unclear",
    "date": "date-unclear",
    "visits": "visits-unclear",
}
_PARSERS: dict[str, Callable[[object], object]] = {
    "count": parse_count,
    "amount": parse_amount,
    "yes_no": parse_yes_no,
    "charged": parse_charged,
    "courier": parse_courier,
    "date": parse_date,
    "visits": parse_visits,
}


# What stands in a column of numbers where there is none.
_DASHES = frozenset({"-", "－", "—", "——", "–", "/", "／", "无"})


def blank(value: object) -> bool:
    """Say whether a cell states nothing: None, white space, an empty list or object."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == [] or value == {} or value == ()


def shown(value: object) -> str:
    """Return a cell's value as text, as a person sees it: whole numbers without ``.0``, dates in ISO form."""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value == value and abs(value) < 1e15 and value == int(value) else repr(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if not (value.hour or value.minute or value.second) else value.isoformat(" ")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple) and all(isinstance(part, str) for part in value):
        return "、".join(value)
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def text_of(cell: Cell, path: str, faults: FaultList) -> str | None:
    """Return the text of a cell without control characters (reported) and blanks at its ends; None where blank."""
    if not isinstance(cell.value, str):
        return None if blank(cell.value) else shown(cell.value)
    if cell.value.isprintable():
        return cell.value.strip() or None
    text = cell.value.replace("\r\n", "\n").replace("\r", "\n")
    cleaned = _without_controls(text)
    if cleaned != text:
        faults.add("control-characters", cell, path, found=shown(cleaned), count=len(text) - len(cleaned) or 1)
    return cleaned.strip() or None


def _without_controls(text: str) -> str:
    """Take out control characters, halves of surrogate pairs and noncharacters; line breaks of every kind are one."""
    text = text.translate(CONTROLS) if not text.replace("\n", "").replace("\t", "").isprintable() else text
    broken = {one.position for one in anomalies(text) if one.kind in ("broken", "control")}
    return "".join(character for position, character in enumerate(text) if position not in broken) if broken else text


def value_of(cell: Cell, path: str, options: ReadOptions, faults: FaultList) -> Any:
    """Return the value of one plain field (text, code, number, date, yes or no, words), or None with a fault."""
    kind = kind_of(path)
    if kind == "code":
        return _code(cell, path, options, faults)
    if kind in ("words", "phones", "phone_words", "windows"):
        return _several(cell, path, kind, options, faults)
    text = text_of(cell, path, faults)
    if text is None:
        return None
    chosen = options.values.get(path, {}).get(text)
    if kind not in _PARSERS:
        return named(path, text, options.scheme) if chosen is None else chosen
    value = cell.value if not isinstance(cell.value, str) else text
    found = _PARSERS[kind](value if chosen is None else chosen)
    if found is None and kind == "count" and text in _DASHES:
        return None
    if found is None and (found := _worded(kind, chosen)) is None:
        faults.add(_UNCLEAR[kind], cell, path)
    return found


def _worded(kind: str, chosen: str | None) -> object:
    """Take a value that the workspace itself chose in the words of the model (``not_applicable``, ``true``)."""
    return chosen if kind == "courier" and chosen in ("yes", "no", "not_applicable") else None


def _code(cell: Cell, path: str, options: ReadOptions, faults: FaultList) -> str | None:
    if blank(cell.value):
        return None
    read = parse_code_cell(text_of(cell, path, faults) if isinstance(cell.value, str) else cell.value)
    if read is None:
        faults.add("wrong-shape", cell, path, expected="编码（文本）", reason="不是编码")
        return None
    if read.fault:
        faults.add(read.fault, cell, path, **({"suggestion": read.suggestion} if read.suggestion else {}))
    return options.values.get(path, {}).get(read.code or "", read.code)


def _several(cell: Cell, path: str, kind: str, options: ReadOptions, faults: FaultList) -> tuple[Any, ...]:
    if isinstance(cell.value, list | tuple):
        parts = [shown(part).strip() for part in cell.value if not blank(part)]
    else:
        text = text_of(cell, path, faults) or ""
        parts = [text] if kind in ("phones", "phone_words") else list(_parted(text, path, options))
    if kind == "phones":
        return tuple(phone for part in parts if part for phone in parse_phones(part)[0])
    if kind == "phone_words":
        return tuple(word for part in parts if part for word in _numbers(part))
    if kind == "windows":
        return tuple(Window(name=part) for part in parts)
    chosen = options.values.get(path, {})
    return tuple(dict.fromkeys(chosen.get(part) or named(path, part, options.scheme) for part in parts))


def _parted(text: str, path: str, options: ReadOptions) -> tuple[str, ...]:
    whole = options.values.get(path, {}).get(text)
    if whole is not None:
        return (text,)
    return split_words(text, blanks=path == "aliases" and len(split_words(text)) == 1)


def _numbers(text: str) -> tuple[str, ...]:
    phones, prose = parse_phones(text)
    return (text,) if prose else tuple(map(_joined, phones))


def _joined(phone: Phone) -> str:
    return f"{phone.number}-{phone.extension}" if phone.extension else phone.number
