"""The members of an entry under the names of others: 材料名称, material_name or AttrName inside a list of materials."""

from __future__ import annotations

import functools
from collections.abc import Mapping

import attrs

from itemcatalog.formats._headers import EXTRA, IGNORED, item_lexicon, lexicon
from itemcatalog.formats._shapes import LISTS, MAIN

__all__ = ["member_of"]

# The label tables of the rows of a list, and the header that stands above its columns in item lists.
_TABLES: Mapping[str, tuple[str, ...]] = {
    "materials": ("national_material", "fujian_material"),
    "fees.items": ("national_fee",),
    "faq": ("national_question",),
    "special_procedures": ("fujian_special",),
}
_ABOVE: Mapping[str, str] = {
    "materials": "申请材料",
    "fees.items": "收费",
    "legal_bases": "设定依据",
    "special_procedures": "特殊环节",
    "procedure": "办理流程",
    "results": "审批结果",
    "places": "办理地点",
    "conditions": "受理条件",
    "faq": "常见问题",
}


@functools.lru_cache(maxsize=4096)
def member_of(path: str, key: str) -> str:
    """Return the member of a list's noun that a key means; the key itself where it is one, or where none is known."""
    names = attrs.fields_dict(LISTS[path])
    if key in names:
        return key
    tables = _TABLES.get(path)
    hit = lexicon(*tables).find(key) if tables else None
    if hit is not None and hit.path in names and hit.path not in (EXTRA, IGNORED):
        return hit.path
    known = item_lexicon({}, {})
    found = known.resolve([_ABOVE[path], key]) if path in _ABOVE else known.find(key)
    return _below(path, found.path, key) if found is not None else key


def _below(path: str, found: str, key: str) -> str:
    if found == path:
        return MAIN[path]
    member = found.removeprefix(f"{path}.")
    return member if member != found and member in attrs.fields_dict(LISTS[path]) else key
