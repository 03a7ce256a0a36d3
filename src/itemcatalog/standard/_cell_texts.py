"""A corrected value in the words of the office's own column: its unit, its separators, its yes and no."""

from __future__ import annotations

from collections.abc import Collection

from itemcatalog.findings import Text
from itemcatalog.formats._shapes import LISTS
from itemcatalog.formats._written import texts_of
from itemcatalog.model import Item, Limit, value_at
from itemcatalog.standard._limit_texts import limit_text
from itemcatalog.standard._list_cells import WORD_LISTS, list_text, part_text, word_text
from itemcatalog.standard._spans import ListStyle

__all__ = ["cell_text_of"]

_YES_NO = (
    ("是", "否"),
    ("收费", "不收费"),
    ("有", "无"),
    ("支持", "不支持"),
    ("可以", "不可以"),
    ("Y", "N"),
    ("1", "0"),
)
_NO_WORDS = Text("原文没有收费与否的写法，须人工更正", "the cell cannot say whether a fee is charged; by hand")
# A single column (咨询电话) stands for the part of the object that it fills.
_FILLS = {
    "consultation": "consultation.phones",
    "complaint": "complaint.phones",
    "visits": "visits.total",
    "online": "online.available",
    "authority": "authority.name",
}


def cell_text_of(
    was: Item,
    item: Item,
    path: str,
    before: object,
    unit: str | None,
    style: ListStyle,
    columns: Collection[str] = (),
) -> str | Text:
    """Return the text of the cell at a path; the reason instead where a person must write it.

    ``was`` is the item as it was read, ``before`` what the cell held, ``unit`` the unit that the header of a limit
    names, ``columns`` the paths of all columns of the sheet. What does not change keeps its characters.
    """
    path = _FILLS.get(path, path)
    said = str(before or "")
    if path in LISTS:
        return list_text(was, item, path, said, style, columns)
    if path == "fees":
        return _fees(was, item, said, style)
    value = value_at(item, path)
    if isinstance(value, Limit):
        return limit_text(value, before, unit)
    if isinstance(value, bool):
        return _yes_no(value, said)
    if path in WORD_LISTS and isinstance(value, tuple):
        return word_text(was, item, path, said, style)
    if path.rpartition(".")[0] in LISTS:
        return part_text(was, item, path, said, style)
    return next(iter(texts_of(item, path)), "")


def _fees(was: Item, item: Item, before: str, style: ListStyle) -> str | Text:
    fees = item.fees
    if fees.charged is False or not any(one.standard or one.name for one in fees.items):
        return _NO_WORDS if fees.charged is None else _yes_no(fees.charged, before, ("收费", "不收费"))
    if not was.fees.items:
        return style.join([one.standard or one.name or "" for one in fees.items])
    return list_text(was, item, "fees.items", before, style)


def _yes_no(value: bool, before: str, usual: tuple[str, str] = ("是", "否")) -> str:
    for yes, no in _YES_NO:
        if before.strip() in (yes, no):
            return yes if value else no
    return usual[0] if value else usual[1]
