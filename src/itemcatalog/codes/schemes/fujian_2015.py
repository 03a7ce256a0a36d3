"""Fujian local scheme of 2015-2017, as the 平潭 approval system numbers its items.

* 目录编码: body (9-character organisation code, or 6-digit division, or division + 3) + 2 letters + 3 digits
* 事项编码: 目录编码 + 2 digits (16 characters, 13 with a division)
* 材料编码: 事项编码 + ``_`` + 2 digits
* later, self-created: body + 2 letters + 5 digits + ``L``; taken over from the province: its id + ``L``
"""

from __future__ import annotations

import re

from itemcatalog.codes import orgcode
from itemcatalog.codes._clean import canonical
from itemcatalog.codes._model import UNRECOGNISED, ItemCode, Segment, Verdict
from itemcatalog.codes.divisions import division_names
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._parts import (
    division_segment,
    number_segment,
    organisation_segment,
    table_segment,
    writing,
)
from itemcatalog.findings import Text

__all__ = ["SCHEME"]

_BODY = r"(?P<body>[0-9A-Z]{8}-?[0-9A-Z]|[0-9]{6})"
_GRAMMAR = (
    rf"{_BODY}(?P<type>[A-Z]{{2}})(?P<number>[0-9]{{3}})(?P<item>[0-9]{{2}})?"
    r"(?:_(?P<material>[0-9]{2}))?(?P<local>L)?"
)
_TAKEN_OVER = r"[0-9A-Z]{0,30}(?:XK|CF|QZ|ZS|JF|JC|QR|JL|CJ|QT|GF)[0-9]{3,20}L"
_DAMAGED = r"(?P<body>[0-9A-Z]{4,12}?)(?P<type>XK|CF|QZ|ZS|JF|JC|QR|JL|CJ|QT|GF)(?P<rest>[0-9]+L?)"


def _read(raw: str) -> tuple[ItemCode, ...]:
    text = canonical(raw)
    found = re.fullmatch(_GRAMMAR, text)
    if not found or (not found["item"] and (found["material"] or found["local"])):
        return ()
    text = text.replace("-", "")
    segments = [*writing(raw, text), _body_segment(found["body"].replace("-", ""))]
    segments.append(table_segment("type", found["type"], "事项类型", "schemes", "letter_types.csv"))
    segments += _number_segments(found)
    return (_code(raw, text, found, tuple(segments)),)


def _body_segment(body: str) -> Segment:
    if len(body) == 6:
        return division_segment(body)
    if not orgcode.is_valid(body) and body.isdigit() and division_names(body[:6]):
        note = Text("区划代码加 3 位顺序号，不是组织机构代码", "A division and a number, no organisation code")
        place = division_names(body[:6])[-1].name
        return Segment(name="division", value=body, meaning=place, verdict=Verdict.UNKNOWN, note=note)
    return organisation_segment(body)


def _number_segments(found: re.Match[str]) -> list[Segment]:
    segments = [number_segment("main", found["number"], f"目录顺序号 {found['number']}")]
    if found["item"]:
        segments.append(number_segment("sub", found["item"], f"第 {int(found['item'])} 个事项"))
    if found["material"]:
        segments.append(number_segment("material", found["material"], f"第 {int(found['material'])} 份材料"))
    if found["local"]:
        segments.append(number_segment("local", "L", "本地自建事项"))
    return segments


def _code(raw: str, text: str, found: re.Match[str], segments: tuple[Segment, ...]) -> ItemCode:
    form = "material" if found["material"] else "implementation" if found["item"] else "directory"
    body = text[: -len("_00")] if found["material"] else text
    return ItemCode(
        raw=raw,
        text=text,
        scheme="fujian-2015",
        form=form,
        segments=segments,
        basic=body[: -len("00L")] if found["local"] else body[:-2] if found["item"] else body,
        implementation=body if found["item"] else None,
    )


def _explain(raw: str) -> ItemCode | None:
    text = canonical(raw).replace("-", "")
    if text.endswith("L") and text[:-1]:
        return _taken_over(raw, text)
    found = re.fullmatch(_DAMAGED, text)
    if not found:
        return None
    rest = found["rest"]
    note = Text(
        f"类型之后应为 3 位或 5 位数字，实为 {len(rest)} 位", f"3 or 5 digits stand after the type, here {len(rest)}"
    )
    body = found["body"]
    segments = (
        *writing(raw, text),
        organisation_segment(body) if len(body) != 6 else division_segment(body),
        table_segment("type", found["type"], "事项类型", "schemes", "letter_types.csv"),
        Segment(name="rest", value=rest, meaning="顺序号")
        if len(rest) in (3, 5)
        else Segment(name="rest", value=rest, meaning="顺序号", verdict=Verdict.BAD, note=note),
    )
    return ItemCode(raw=raw, text=text, scheme="fujian-2015", form=UNRECOGNISED, segments=segments)


def _taken_over(raw: str, text: str) -> ItemCode | None:
    if not re.fullmatch(_TAKEN_OVER, text):
        return None
    note = Text("省级编号加 L（承接省级事项），省级编号未判定", "A provincial number and L; the number is not judged")
    number = Segment(name="number", value=text[:-1], meaning="省级编号", verdict=Verdict.UNKNOWN, note=note)
    segments = (*writing(raw, text), number, number_segment("local", "L", "承接省级事项"))
    return ItemCode(raw=raw, text=text, scheme="fujian-2015", form="taken_over", segments=segments, implementation=text)


SCHEME = Scheme(
    id="fujian-2015",
    title=Text("福建 2015–2017 年编码", "Fujian's codes of 2015 to 2017"),
    shapes=Text(
        "主体（9 位组织机构代码或 6 位区划）+ 2 位类型字母 + 3 位，事项再加 2 位，材料再加 _ 和 2 位",
        "body, 2 letters, 3 digits, then 2 digits for an item",
    ),
    read=_read,
    explain=_explain,
    types="letter_types.csv",
)
