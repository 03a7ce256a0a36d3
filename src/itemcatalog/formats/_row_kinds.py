"""What a row of a sheet is (行的种类): an item, a header again, a total, a note, an example, or a section."""

from __future__ import annotations

import enum
import re

from itemcatalog.formats._columns import NOTE, Header
from itemcatalog.formats._grid import Row, blank, shown

__all__ = ["RowJudge", "RowKind", "cells_of", "section_of"]

POWER_TYPES = (
    "行政许可",
    "行政处罚",
    "行政强制",
    "行政征收",
    "行政给付",
    "行政检查",
    "行政确认",
    "行政奖励",
    "行政裁决",
    "其他行政权力",
    "公共服务",
)


class RowKind(enum.Enum):
    """行的种类: what a row holds."""

    ITEM = "item"
    HEADER = "header"
    TOTAL = "total"
    NOTE = "note"
    SECTION = "section"
    EXAMPLE = "example"


_SPACE = re.compile(r"\s+")
_TOTAL = re.compile(
    r"(?:本页|本表|全部|以上)?(?:合计|总计|小计|共计|总数|累计)(?:[:：（(]?[^一-鿿]*(?:项|条|个|件)?.{0,6})?|共[0-9]+[项条个].{0,8}"
)
# How a form marks the row that shows how to fill it in; an office that leaves it there has no such item.
_EXAMPLE = re.compile(r"[（(【\[]?(?:填写|填报)?(?:示例|样例|范例)[）)】\]：:]")
_NUMBER = re.compile(
    r"^(?:第?[一二三四五六七八九十百]+[、.．,，)）]?(?=.{2})|[（(][一二三四五六七八九十0-9]+[)）]|[0-9]+[、.．)）]|[■●◆▲※★]+)"
)
_COUNT = re.compile(r"[（(:：]?\s*共?计?\s*[0-9一二三四五六七八九十百]+\s*(?:大)?[项条个件][)）]?$")
_LABEL = re.compile(
    r"^(?:责任部门|责任单位|实施部门|实施单位|实施主体|实施机关|部门名称|单位名称|部门|单位|主管部门)[:：]"
)
_BODY = re.compile(
    r"[一-鿿（）()、]{1,28}(?:局|委|办|厅|院|部|所|站|队|处|中心|公司|政府|委员会|管委会|联合会|协会|总会|街道|乡|镇|集团|署|社|馆|台|联|行政机关)"
    r"(?:[（(][一-鿿、]{2,20}[)）])?"
)
# How a form numbers its columns below the header.
_STEMS = ("甲乙丙丁戊己庚辛壬癸", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "一二三四五六七八九十")
_COLUMN_WORDS = frozenset({"栏次", "列次", "栏号", "列号"})
_FEWEST = 3
_DIGITS = 4
_HAN = "[一二三四五六七八九十百]+"
_NUMERALS = re.compile(f"(?:{_HAN}[、.．,，)）]|[（(]{_HAN}[）)]|第{_HAN}[章节部分类])")


def cells_of(row: Row) -> dict[tuple[int, int], int]:
    """Return anchor → first column of the cells of a row that hold something; a merged range counts once."""
    found: dict[tuple[int, int], int] = {}
    for column, value in enumerate(row.values):
        if value != "" and not blank(value):
            found.setdefault(row.anchors.get(column, (row.number, column)), column)
    return found


class RowJudge:
    """行的判别: tells what the rows under one header are; ``names`` are the columns that hold names."""

    def __init__(self, header: Header, names: tuple[int, ...]) -> None:
        self._names = names
        self._below = header.last + 1
        self._paths = {column.index: column.path for column in header.columns}
        self._labels = {column.index: _label_texts(column.label) for column in header.columns}

    def kind(self, row: Row) -> RowKind:
        """Tell what a row is."""
        values = row.values
        named = next(
            (at for at in self._names if at < len(values) and values[at] != "" and not blank(values[at])), None
        )
        first = next(column for column, value in enumerate(values) if value != "" and not blank(value))
        if self._repeats(row, named) or (row.number == self._below and _counts_columns(row)):
            return RowKind.HEADER
        text = values[first]
        if isinstance(text, str):
            bare = _SPACE.sub("", text) if len(text) < 200 else text[:200]
            if len(bare) <= 30 and _TOTAL.fullmatch(bare):
                return RowKind.TOTAL
            if NOTE.match(bare) and (named in (None, first) or NOTE.match(_SPACE.sub("", shown(values[named])))):
                return RowKind.NOTE
        if named is not None and _EXAMPLE.match(shown(values[named])):
            return RowKind.EXAMPLE
        if named is not None and first != named and row.anchor(first) != row.anchor(named):
            return RowKind.ITEM
        return self._alone(row, named, first)

    def _repeats(self, row: Row, named: int | None) -> bool:
        """Whether the header stands here again: most filled cells repeat a line of the header above them."""
        if named is not None and not self._is_label(row, named):
            return False
        filled = [index for index in self._labels if index < len(row.values) and not blank(row.values[index])]
        same = sum(1 for index in filled if self._is_label(row, index))
        return same >= 2 and same * 3 >= len(filled) * 2

    def _is_label(self, row: Row, index: int) -> bool:
        value = row.values[index]
        return isinstance(value, str) and _SPACE.sub("", value) in self._labels.get(index, ())

    def _alone(self, row: Row, named: int | None, column: int) -> RowKind:
        """Tell a section, one text alone across the sheet, from an item of which only one cell is filled."""
        anchor = row.anchor(column)
        value = row.values[column]
        if len(self._labels) == 1 or anchor[0] < row.number:
            return RowKind.ITEM
        spans = False
        for index in range(column + 1, len(row.values)):
            if row.values[index] != "" and not blank(row.values[index]):
                if row.anchor(index) != anchor:
                    return RowKind.ITEM
                spans = True
        if spans:
            return RowKind.SECTION
        if not isinstance(value, str):
            return RowKind.ITEM
        if named is not None:
            return RowKind.SECTION if _NUMERALS.match(value.strip()) else RowKind.ITEM
        path = self._paths.get(column)
        return RowKind.SECTION if column == 0 or path in (None, "-", "authority.name", "power_type") else RowKind.ITEM


def _counts_columns(row: Row) -> bool:
    """Whether a row only numbers the columns of a form: 甲, 乙, 1, 2, 3 (栏次)."""
    texts = [_SPACE.sub("", shown(value)).strip("()（）") for value in row.values if not blank(value)]
    texts = texts[1:] if texts[0] in _COLUMN_WORDS else texts
    stems = "".join(text for text in texts if not text.isdecimal())
    numbers = [int(text) for text in texts if text.isdecimal() and len(text) < _DIGITS]
    whole = len(texts) >= _FEWEST and len(stems) + len(numbers) == len(texts)
    return whole and any(line.startswith(stems) for line in _STEMS) and numbers == list(range(1, len(numbers) + 1))


def _label_texts(label: str) -> frozenset[str]:
    return frozenset(_SPACE.sub("", part) for part in (label, *label.split("·")))


def section_of(text: str) -> tuple[str, str] | None:
    """Return the field and value that a section heading gives to the rows below it, where that is clear.

    >>> section_of("二、福州市公安局（共 25 项）")
    ('authority.name', '福州市公安局')
    >>> section_of("（一）行政许可事项")
    ('power_type', '行政许可')
    """
    bare = _SPACE.sub("", text)
    labelled = _LABEL.match(bare)
    bare = _COUNT.sub("", _NUMBER.sub("", bare[labelled.end() :] if labelled else bare)).rstrip(":：")
    kind = bare.removesuffix("类").removesuffix("事项").removesuffix("类")
    if kind in POWER_TYPES:
        return "power_type", kind
    if _BODY.fullmatch(bare):
        return "authority.name", bare
    return None
