"""The documents that rules on guides rest on, and the words that several of them share."""

from __future__ import annotations

from itemcatalog.rules._sources import GB_39046, PLAN

__all__ = ["ACCURATE", "CHECKS", "CLEARLY", "element"]

CLEARLY = f"{PLAN}（按照标准化格式编制办事指南，清晰列明相关办理要素）"
ACCURATE = "《中华人民共和国政府信息公开条例》第六条（行政机关应当及时、准确地公开政府信息）"
#: Cross-checks of guides that offices use among themselves; no norm that binds.
CHECKS = "通行的办事指南检查口径（非规范性文件）"


def element(name: str) -> str:
    """Return the basis of an element that every guide lists."""
    return f"{CLEARLY}；{GB_39046}（{name}）"
