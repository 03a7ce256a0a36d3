"""Code-list fields: a bare code becomes the name of its list; a word is kept as the source writes it."""

from __future__ import annotations

import re

from itemcatalog.codes import lookup

__all__ = ["list_of", "named"]

_LISTS = {
    "power_type": "item_types",
    "power_source": "power_sources",
    "case_type": "case_types",
    "levels": "levels",
    "status": "item_status",
    "target_groups": "target_groups",
    "handling_forms": "handling_forms",
    "handling_area": "handling_areas",
    "authority.kind": "authority_kinds",
    "online.depth": "online_depths",
    "materials.kind": "material_kinds",
    "materials.form": "material_forms",
    "materials.necessity": "material_necessity",
    "materials.source": "material_sources",
}
_FUJIAN = {"power_source": "power_sources_fujian", "case_type": "case_types_fujian"}

# 事项类型 of Guangdong, where it departs from the national list (codes/schemes/guangdong_types.csv).
_GUANGDONG_TYPES = {"20": "其他行政权力", "21": "公共服务"}
_CODE = re.compile(r"[0-9]{1,2}|[A-Z]{2}")
_LEVELS_OF_CATALOGUE = {
    "主项": "main", "主事项": "main", "大项": "main", "目录": "main", "子项": "sub", "子事项": "sub", "小项": "sub",
    "业务办理项": "handling", "办理项": "handling", "业务项": "handling", "单项": "single", "独立事项": "single",
    "无子项": "single", "不分子项": "single",
}  # fmt: skip


def named(path: str, word: str, scheme: str | None) -> str:
    """Return the name that a code of the field's list stands for; any other word as it is.

    ``materials.necessity`` takes known other spellings too (是 → 必要), ``kind`` the words 主项, 子项, 业务办理项.
    """
    if path == "kind":
        return _LEVELS_OF_CATALOGUE.get(word, word)
    table = list_of(path, scheme)
    if table is None or (not _CODE.fullmatch(word) and path != "materials.necessity"):
        return word
    if path == "power_type" and scheme == "guangdong" and word in _GUANGDONG_TYPES:
        return _GUANGDONG_TYPES[word]
    entry = lookup(table, word)
    return entry.name if entry else word


def list_of(path: str, scheme: str | None) -> str | None:
    """Return the code list of a field in a scheme, or None for a field without one."""
    if scheme is not None and scheme.startswith("fujian") and path in _FUJIAN:
        return _FUJIAN[path]
    return _LISTS.get(path)
