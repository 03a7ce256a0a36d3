"""Zhejiang scheme: kind in Chinese, 5 digits, 3 digits and perhaps 2 more, with hyphens that count.

Example: ``许可-00757-001``, ``许可-00193-001-02``.
"""

from __future__ import annotations

import re

from itemcatalog.codes._clean import canonical
from itemcatalog.codes._model import ItemCode
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._parts import number_segment, table_segment, writing
from itemcatalog.findings import Text

__all__ = ["SCHEME"]

_GRAMMAR = r"(?P<basic>(?P<type>[\u4e00-\u9fff]{2,6})-(?P<main>[0-9]{5})-(?P<sub>[0-9]{3}))(?:-(?P<business>[0-9]{2}))?"


def _read(raw: str) -> tuple[ItemCode, ...]:
    text = canonical(raw)
    found = re.fullmatch(_GRAMMAR, text)
    if not found:
        return ()
    segments = [
        *writing(raw, text),
        table_segment("type", found["type"], "事项类型", "schemes", "zhejiang_types.csv"),
        number_segment("main", found["main"], f"主项编号 {found['main']}"),
        number_segment("sub", found["sub"], "无子项" if found["sub"] == "000" else f"第 {int(found['sub'])} 个子项"),
    ]
    if found["business"]:
        segments.append(number_segment("business", found["business"], f"第 {int(found['business'])} 个业务办理项"))
    form = "handling" if found["business"] else "basic"
    return (ItemCode(raw=raw, text=text, scheme="zhejiang", form=form, segments=tuple(segments), basic=found["basic"]),)


def _explain(raw: str) -> ItemCode | None:
    return None


SCHEME = Scheme(
    id="zhejiang",
    title=Text("浙江省编码", "Zhejiang's codes"),
    shapes=Text("类型-5 位-3 位，可再加 -2 位", "kind in Chinese, 5 and 3 digits, perhaps 2 more"),
    read=_read,
    explain=_explain,
    types="zhejiang_types.csv",
)
