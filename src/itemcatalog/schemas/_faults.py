"""What is wrong with a document, all of it, with paths and in words (the slow path, for documents that failed)."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from attrs import define

from itemcatalog.findings import Text
from itemcatalog.schemas._registry import DEEPEST, depth_exceeds, is_valid, registry, schema
from itemcatalog.schemas._words import worded

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import ValidationError

__all__ = ["SchemaFault", "faults"]

_LONGEST = 80


@define(frozen=True, slots=True, kw_only=True)
class SchemaFault:
    """规范问题: one place of a document that does not fit.

    ``path`` is a JSON path (``$.materials[2].name``), ``pointer`` the JSON pointer of the same place, ``keyword`` the
    keyword of JSON Schema, ``found`` the value as JSON, cut after 80 characters.
    """

    path: str
    pointer: str
    keyword: str
    message: Text
    found: str


def faults(name: str, document: Any) -> tuple[SchemaFault, ...]:
    """Return every fault of a document against a schema, in the order of the document; empty when it fits."""
    if depth_exceeds(document, DEEPEST):
        words = Text(f"嵌套超过 {DEEPEST} 层", f"nested deeper than {DEEPEST} levels")
        return (SchemaFault(path="$", pointer="", keyword="depth", message=words, found=""),)
    if is_valid(name, document):
        return ()
    errors = sorted(_validator(name).iter_errors(document), key=_order)
    found = tuple(dict.fromkeys(_fault(error) for error in errors))
    ill_formed = {one.pointer for one in found if one.keyword == "pattern"}
    return tuple(one for one in found if one.keyword != "maxLength" or one.pointer not in ill_formed)


@functools.cache
def _validator(name: str) -> Draft202012Validator:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(dict(schema(name)), registry=registry())


def _order(error: ValidationError) -> tuple[list[tuple[int, int, str]], str]:
    steps = [(0, step, "") if isinstance(step, int) else (1, 0, step) for step in error.absolute_path]
    return steps, str(error.validator)


def _fault(error: ValidationError) -> SchemaFault:
    pointer = "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in error.absolute_path)
    return SchemaFault(
        path=str(error.json_path),
        pointer=pointer,
        keyword=str(error.validator),
        message=worded(error),
        found=_shown(error.instance),
    )


def _shown(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
