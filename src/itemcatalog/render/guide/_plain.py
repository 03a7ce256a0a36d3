"""A guide as data: JSON (``schemas/guide.schema.json``) and XML of the same shape."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from itemcatalog.render.guide._text import escape, safe
from itemcatalog.sections import Block, Cell, Flow, Grid, GuideSections, Listing, Pairs, Paragraphs, Section

__all__ = ["GUIDE_NAMESPACE", "guide_dict", "render_json", "render_xml"]

GUIDE_NAMESPACE = "urn:itemcatalog:guide:1"


def render_json(guide: GuideSections) -> bytes:
    """Return the guide as indented UTF-8 JSON; keys in a fixed order, what is not stated is left out."""
    text = json.dumps(guide_dict(guide), ensure_ascii=False, indent=1)
    return f"{safe(text)}\n".encode()


def guide_dict(guide: GuideSections) -> dict[str, Any]:
    """Return the guide as plain data."""
    head = {
        "profile": guide.profile,
        "title": guide.title,
        "name": guide.name,
        "code": guide.code,
        "code_label": guide.code_label,
        "item_id": guide.item_id,
        "item_hash": guide.item_hash,
        "date": guide.date.isoformat() if guide.date else None,
        "authority": guide.authority,
        "url": guide.url,
    }
    return {**_stated(head), "sections": [_section(one) for one in guide.sections]}


def _section(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "number": section.number,
        "title": safe(section.title),
        "mandatory": section.mandatory,
        "state": section.state.value,
        **({"gaps": list(section.gaps)} if section.gaps else {}),
        "blocks": [_block(one) for one in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    heading = _stated({"heading": block.heading})
    match block:
        case Paragraphs():
            return {"kind": "paragraphs", **heading, "cells": [_cell(one) for one in block.cells]}
        case Listing():
            return {"kind": "listing", **heading, "cells": [_cell(one) for one in block.cells]}
        case Pairs():
            return {"kind": "pairs", **heading, "rows": [{"label": label, **_cell(one)} for label, one in block.rows]}
        case Grid():
            rows = [[_cell(one) for one in row] for row in block.rows]
            return {"kind": "grid", **heading, "caption": block.caption, "columns": list(block.columns), "rows": rows}
        case Flow():
            return {
                "kind": "flow",
                **heading,
                "steps": [_stated({"name": s.name, "limit": s.limit}) for s in block.steps],
            }


def _cell(cell: Cell) -> dict[str, Any]:
    return {"text": safe(cell.text), **_stated({"url": cell.url}), **({"gap": True} if cell.gap else {})}


def _stated(values: dict[str, str | None]) -> dict[str, str]:
    return {key: safe(value) for key, value in values.items() if value is not None}


def render_xml(guide: GuideSections) -> bytes:
    """Return the guide as UTF-8 XML: the keys of the JSON form as attributes, texts as elements."""
    plain = guide_dict(guide)
    sections = plain.pop("sections")
    body = "".join(_section_xml(one) for one in sections)
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<guide xmlns="{GUIDE_NAMESPACE}"{_attributes(plain)}>\n'
    return f"{head}{body}</guide>\n".encode()


def _section_xml(section: dict[str, Any]) -> str:
    attributes = {key: section[key] for key in ("id", "number", "title", "mandatory", "state")}
    gaps = "".join(f"<gap>{escape(one)}</gap>" for one in section.get("gaps", ()))
    blocks = "".join(_block_xml(one) for one in section["blocks"])
    return f"<section{_attributes(attributes)}>{gaps}{blocks}</section>\n"


def _block_xml(block: dict[str, Any]) -> str:
    kind = block["kind"]
    attributes: dict[str, Any] = {key: block[key] for key in ("heading", "caption") if key in block}
    if kind == "grid":
        columns = "".join(f"<column>{escape(one)}</column>" for one in block["columns"])
        rows = "".join(f"<row>{''.join(_cell_xml(one) for one in row)}</row>" for row in block["rows"])
        inner = columns + rows
    elif kind == "flow":
        inner = "".join(_cell_xml({"text": one["name"], **_but(one, "name")}, "step") for one in block["steps"])
    else:
        inner = "".join(_cell_xml(one) for one in block.get("cells") or block.get("rows") or ())
    return f"<{kind}{_attributes(attributes)}>{inner}</{kind}>"


def _cell_xml(cell: dict[str, Any], tag: str = "cell") -> str:
    return f"<{tag}{_attributes(_but(cell, 'text'))}>{escape(cell['text'])}</{tag}>"


def _but(values: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name != key}


def _attributes(values: Mapping[str, Any]) -> str:
    """Write attributes; line feeds and tabs as character references, since attributes are normalised on reading."""
    return "".join(f' {key}="{escape(_word(value)).translate(_REFERENCES)}"' for key, value in values.items())


_REFERENCES = str.maketrans({"\n": "&#10;", "\t": "&#9;"})


def _word(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
