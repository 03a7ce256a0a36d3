"""The grammars of steps: a procedure (受理→审查→决定) and special procedures (听证 …) with their own times."""

from __future__ import annotations

import re

from itemcatalog.formats._grammar._limit import parse_limit
from itemcatalog.formats._grammar._list import split_list
from itemcatalog.formats._grammar._plain import remembered
from itemcatalog.model import Limit, SpecialProcedure, Step

__all__ = ["parse_procedure", "parse_special_procedure"]

_ARROW = re.compile(r"\s*(?:→|⟶|➔|➜|⇒|—+>|-+>|=+>|>{2,3}|↓)\s*")
# A chain of words without arrows: at least three steps of few characters each.
_MARKS = (re.compile("[-－—–]+(?![^（(]*[）)])"), re.compile("、(?![^（(]*[）)])"))
_SHORT = re.compile(
    r"[一-鿿]{2,8}\s*(?:[:：]?\s*[0-9一二三四五六七八九十两]{1,3}个?(?:工作日|自然日|日|天)|[（(][^（()）]{1,20}[）)])?"
)
_FEWEST = 3
_WORD = re.compile(r"\w")
_TIMED = re.compile(
    r"(?P<step>[^（(：:]{1,60})[（(](?P<time>[^（()）]{1,40})[）)][。；;]?"
    r"|(?P<name>[一-鿿]{2,12}?)\s*[:：]?\s*(?P<days>[0-9一二三四五六七八九十两]{1,3}个?(?:工作日|自然日|日|天))[。；;]?"
)
_KINDS = ("专家评审", "听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定")
_HEAD = re.compile(r"(?P<head>[^（(：:，,；;。\s]{2,20}?)(?:环节|程序)?(?=[（(：:，,；;。\s]|$)")
_COUNTED = re.compile(
    r"(?P<not>不|未|无需|不得)?(?:计算|计|包含|含|包括)在?(?:入|内)?(?:在)?(?:法定|承诺|办理|办结|审批|许可)*(?:时限|期限|时间)"
)
_TIME = re.compile(r"[（(：:，,；;。\s]+")


@remembered
def parse_procedure(text: str) -> tuple[Step, ...]:
    """Read the steps of a procedure: a list, or a chain of arrows; ``受理（1个工作日）`` has its own limit."""
    entries = split_list(text)
    if len(entries) == 1:
        parts = tuple(part for part in _ARROW.split(entries[0]) if _WORD.search(part))
        entries = parts if len(parts) > 1 else _words(entries[0])
    return tuple(map(_step, entries))


def _words(entry: str) -> tuple[str, ...]:
    """Split a chain of three short words and more (受理-审查-决定, 申请、受理、发证); all else is one entry."""
    for mark in _MARKS:
        parts = tuple(part.strip() for part in mark.split(entry.strip().rstrip("。")))
        if len(parts) >= _FEWEST and all(_SHORT.fullmatch(part) for part in parts):
            return parts
    return (entry,)


def _step(entry: str) -> Step:
    found = _TIMED.fullmatch(entry)
    limit = _stated(found["time"] or found["days"]) if found else None
    return Step(step=(found["step"] or found["name"]).strip(), limit=limit) if found and limit else Step(step=entry)


@remembered
def parse_special_procedure(entry: str) -> SpecialProcedure:
    """Read one special procedure: its kind (one of the eight, or the words that head it) and the time it states."""
    head = _HEAD.match(entry)
    words = head["head"] if head else ""
    kind = next((kind for kind in _KINDS if kind in words), None) or (
        words if words != entry or len(words) <= 8 else None
    )
    counted = _COUNTED.search(entry)
    limits = [limit for part in _TIME.split(entry) if (limit := _stated(part.strip("）)")))]
    return SpecialProcedure(
        kind=kind,
        text=entry if entry != kind else None,
        limit=limits[0] if len(limits) == 1 else None,
        counted=None if counted is None else not counted["not"],
    )


def _stated(text: str) -> Limit | None:
    limit = parse_limit(text) if text else None
    return limit if limit is not None and (limit.stated or limit.instant) else None
