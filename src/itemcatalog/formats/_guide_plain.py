"""Guides as data read back: the JSON and XML that this library writes (``schemas/guide.schema.json``)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import lxml.etree

from itemcatalog.errors import SourceError
from itemcatalog.formats._load_json import load_json
from itemcatalog.sections import (
    Block,
    Cell,
    Flow,
    FlowStep,
    Grid,
    GuideSections,
    Listing,
    Pairs,
    Paragraphs,
    Section,
    State,
)

__all__ = ["GUIDE_ROOT", "guide_from_json", "guide_from_xml"]

GUIDE_ROOT = "{urn:itemcatalog:guide:1}"
_HEAD = ("profile", "title", "name", "code", "code_label", "item_id", "item_hash", "authority", "url")
_FAULTS = (KeyError, TypeError, ValueError, AttributeError)


def guide_from_json(data: bytes, path: str) -> GuideSections:
    """Read a guide in JSON; raise ``SourceError`` when it is none."""
    value = load_json(data, path)
    try:
        return _guide(value)
    except _FAULTS as error:
        raise SourceError("不是本库的指南数据", path=path, detail=str(error)) from error


def guide_from_xml(data: bytes, path: str) -> GuideSections:
    """Read a guide in XML; raise ``SourceError`` when it is none, or has a DOCTYPE (S1)."""
    if b"<!DOCTYPE" in data[:4096].upper():
        raise SourceError("XML 中有 DOCTYPE，拒绝读取", path=path)
    parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = lxml.etree.fromstring(data, parser)
        if root.tag != f"{GUIDE_ROOT}guide":
            raise ValueError(root.tag)
        sections = [_section_of(one) for one in root]
        return _guide({**_attributes(root), "sections": sections})
    except (lxml.etree.LxmlError, *_FAULTS) as error:
        raise SourceError("不是本库的指南数据", path=path, detail=str(error)) from error


def _guide(raw: Mapping[str, Any]) -> GuideSections:
    head = {name: _text_or_none(raw.get(name)) for name in _HEAD}
    stamp = raw.get("date")
    return GuideSections(
        **{name: value or "" if name in _NEEDED else value for name, value in head.items()},  # type: ignore[arg-type]
        date=date.fromisoformat(stamp) if stamp else None,
        sections=tuple(_section(one) for one in raw["sections"]),
    )


_NEEDED = ("profile", "title", "name", "item_id", "item_hash")


def _text_or_none(value: object) -> str | None:
    if value is not None and not isinstance(value, str):
        raise TypeError(value)
    return value


def _section(raw: Mapping[str, Any]) -> Section:
    return Section(
        id=str(raw["id"]),
        title=str(raw["title"]),
        number=int(raw["number"]),
        state=State(raw["state"]),
        mandatory=raw["mandatory"] in (True, "true"),
        blocks=tuple(_block(one) for one in raw["blocks"]),
        gaps=tuple(str(one) for one in raw.get("gaps", ())),
    )


def _block(raw: Mapping[str, Any]) -> Block:
    heading = _text_or_none(raw.get("heading"))
    match raw["kind"]:
        case "paragraphs":
            return Paragraphs(cells=tuple(map(_cell, raw["cells"])), heading=heading)
        case "listing":
            return Listing(cells=tuple(map(_cell, raw["cells"])), heading=heading)
        case "pairs":
            return Pairs(rows=tuple((str(one["label"]), _cell(one)) for one in raw["rows"]), heading=heading)
        case "grid":
            rows = tuple(tuple(map(_cell, row)) for row in raw["rows"])
            return Grid(columns=tuple(raw["columns"]), rows=rows, caption=str(raw["caption"]), heading=heading)
        case "flow":
            steps = tuple(FlowStep(name=str(one["name"]), limit=one.get("limit")) for one in raw["steps"])
            return Flow(steps=steps, heading=heading)
        case other:
            raise ValueError(other)


def _cell(raw: Mapping[str, Any]) -> Cell:
    return Cell(str(raw["text"]), _text_or_none(raw.get("url")), raw.get("gap") in (True, "true"))


def _attributes(element: Any) -> dict[str, Any]:
    return dict(element.attrib)


def _section_of(element: Any) -> dict[str, Any]:
    blocks = [_block_of(one) for one in element if one.tag != f"{GUIDE_ROOT}gap"]
    gaps = [one.text or "" for one in element.iterchildren(f"{GUIDE_ROOT}gap")]
    return {**_attributes(element), "blocks": blocks, "gaps": gaps}


def _block_of(element: Any) -> dict[str, Any]:
    kind = element.tag.removeprefix(GUIDE_ROOT)
    found: dict[str, Any] = {**_attributes(element), "kind": kind}
    cells = [{**_attributes(one), "text": one.text or ""} for one in element.iterchildren(f"{GUIDE_ROOT}cell")]
    if kind == "grid":
        found["columns"] = [one.text or "" for one in element.iterchildren(f"{GUIDE_ROOT}column")]
        rows = element.iterchildren(f"{GUIDE_ROOT}row")
        found["rows"] = [[{**_attributes(one), "text": one.text or ""} for one in row] for row in rows]
    elif kind == "flow":
        steps = element.iterchildren(f"{GUIDE_ROOT}step")
        found["steps"] = [{**_attributes(one), "name": one.text or ""} for one in steps]
    else:
        found["rows" if kind == "pairs" else "cells"] = cells
    return found
