"""The words for what a comparison found and on what ground a value should stand: the same on every page and sheet."""

from __future__ import annotations

from collections.abc import Mapping

from itemcatalog.comparison._agreement import Agreement
from itemcatalog.findings import Text

__all__ = ["AGREEMENTS", "GROUNDS"]

GROUNDS: Mapping[str, Text] = {
    "list": Text("纵向清单", "the standard list"),
    "province": Text("省级", "the province's list"),
    "city": Text("市级", "the city's list"),
    "own": Text("本级清单", "the unit's own list"),
    "majority": Text("多数渠道", "most channels"),
    "decide": Text("待研判", "to be decided"),
}
AGREEMENTS: Mapping[str, Text] = {
    Agreement.EQUAL: Text("一致", "equal"),
    Agreement.FORMAT: Text("仅格式不同", "format only"),
    Agreement.WORDING: Text("措辞不同", "worded differently"),
    Agreement.SUBSTANCE: Text("实质不同", "different in substance"),
    Agreement.MISSING: Text("未填写", "not stated"),
}
