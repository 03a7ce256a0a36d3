"""Situations inside a list (情形): sub-headings that say for whom the entries below them hold."""

from __future__ import annotations

import re

from itemcatalog.formats._page_lexicon import unwrapped
from itemcatalog.formats._page_lines import without_number
from itemcatalog.formats._record import Cell, Spot

__all__ = ["GROUPED", "group_cells", "situation_of", "variant_of"]

_CASE = re.compile(
    r"(?:申请|适用|办理)?情形\s*(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2}|[A-Z])?\s*[：:、.．\s]\s*(?P<name>[^；;。：:\n]{2,40})"
)
_SITUATION = re.compile(r"(?:情形[：:](?P<situations>[^；;]+))?[；;]?\s*(?:适用对象[：:](?P<applicants>[^；;]+))?")
_GROUPS = ("情形：", "情形:", "适用对象")
# Lists whose entries hold for a situation where a sub-heading says so.
GROUPED = frozenset({"materials", "conditions", "procedure", "results", "special_procedures"})
_LONGEST = 40
# What ends the name of a paper ends no situation.
_PAPER = re.compile(r"(?:表|书|证明|证|函|报告|合同|协议|照片|图|册|单|票据|材料|执照|文件|证件)(?:[（(].*)?$")
_VARIANT = re.compile(
    r"首次|新办|新设|变更|延续|补[办发换领]|换[发领证]|注销|遗失|损毁|续期|设立|转移|抵押|查封|申请|办理|登记|认定|个人|企业|法人|自然人|单位|组织|机构|委托|本人|代[办理]"
)


def situation_of(text: str) -> str:
    """Return the situations and applicants that a sub-heading names, as our guides write them; empty for none."""
    if text.startswith(_GROUPS) and _SITUATION.fullmatch(text):
        return text
    found = _CASE.fullmatch(text) if "情形" in text[:8] else None
    return f"情形：{found['name'].strip()}" if found else ""


def variant_of(text: str, *, beside: bool) -> str:
    """Return the situation that a plain sub-heading inside a list names (（一）首次申请); empty where it is none.

    ``beside``: the heading before it named one, so that this one does too, whatever it is called.
    """
    name = unwrapped(without_number(text)).strip("：: ")
    if not 2 <= len(name) <= _LONGEST or "；" in name:
        return ""
    sure = _VARIANT.search(name) is not None and _PAPER.search(name) is None
    return f"情形：{name}" if beside or sure else ""


def group_cells(group: str, place: Spot) -> dict[str, Cell]:
    """Return the cells that say for which situations and applicants an entry holds."""
    found = _SITUATION.fullmatch(group) if group else None
    if found is None:
        return {}
    return {
        name: Cell(value=[part.strip() for part in words.split("、") if part.strip()], place=place, label=name)
        for name, words in found.groupdict().items()
        if words
    }
