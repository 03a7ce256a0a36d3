"""The grammars of steps: a procedure (受理→审查→决定) and special procedures (听证 …) with their own times."""

from __future__ import annotations

import re

from itemcatalog.formats._grammar._limit import parse_limit
from itemcatalog.formats._grammar._list import split_list
from itemcatalog.formats._grammar._plain import remembered
from itemcatalog.formats._grammar._yes_no import parse_yes_no
from itemcatalog.model import Limit, SpecialProcedure, Step

__all__ = ["parse_procedure", "parse_special_procedure", "split_steps"]

_ARROW = re.compile(r"\s*(?:→|⟶|➔|➜|⇒|—+>|-+>|=+>|>{2,3}|↓)\s*")
_EDGES = re.compile(rf"^{_ARROW.pattern}|{_ARROW.pattern}$")
# A chain of words without arrows: at least three steps of few characters each.
_MARKS = (re.compile("[-－—–]+(?![^（(]*[）)])"), re.compile("、(?![^（(]*[）)])"))
_SHORT = re.compile(
    r"[一-鿿]{2,8}\s*(?:[:：]?\s*[0-9一二三四五六七八九十两]{1,3}个?(?:工作日|自然日|日|天)|[（(][^（()）]{1,20}[）)])?"
)
_FEWEST = 3
_WORD = re.compile(r"\w")
_TIMED = re.compile(r"(?P<step>[^（(：:]{1,60})[（(](?P<time>[^（()）]{1,40})[）)][。；;]?")
_TIMED_IN_CHAIN = re.compile(
    r"(?P<step>[一-鿿]{2,12}?)\s*[:：]?\s*"
    r"(?P<time>[0-9一二三四五六七八九十两]{1,3}个?(?:工作日|自然日|日|天))[。；;]?"
)
# Words before a number of days that name no step: 受理之日起, 法定期限, 每月.
_NO_STEP = re.compile("(?:[起后内前月]|期限|时限)$")
_KINDS = ("专家评审", "听证", "招标", "拍卖", "检验", "检测", "检疫", "鉴定")
_HEAD = re.compile(r"(?P<head>[^（(：:，,；;。\s]{2,20}?)(?:环节|程序)?(?=[（(：:，,；;。\s]|$)")
_CLAUSE = re.compile(r"[（()），,；;。\s]+")
_COUNTED = re.compile(
    r"(?:计算|计|包含|包括|含)在?[入内]?在?"
    r"(?:[本该此]|上述|规定|法定|承诺|办理|办结|审批|审查|审核|行政|许可|[章节条款法的])*(?:时限|期限|时间)"
)
_INTO = re.compile("[入内在包含]")
_ASKED = re.compile(r"(?:是否|可否)[^:：]*(?:[:：](?P<answer>.*))?")
_DENIES = re.compile("[不未无免非]|除外|另")
_DOUBTS = re.compile("[如若或可]")
_TIME = re.compile(r"[（(：:，,；;。\s]+")


@remembered
def parse_procedure(text: str) -> tuple[Step, ...]:
    """Read the steps of a procedure: a list, or a chain of arrows; ``受理（1个工作日）`` has its own limit."""
    entries = split_steps(text)
    return tuple(_step(entry, len(entries) > 1) for entry in entries)


def split_steps(text: str) -> tuple[str, ...]:
    """Split the text of a procedure into its steps; arrows between the numbers of a list belong to none.

    >>> split_steps("1.受理（1个工作日）→2.审查→3.办结")
    ('受理（1个工作日）', '审查', '办结')
    """
    entries = tuple(entry for part in split_list(text) if (entry := _EDGES.sub("", part)))
    if len(entries) != 1:
        return entries
    parts = tuple(part for part in _ARROW.split(entries[0]) if _WORD.search(part))
    return parts if len(parts) > 1 else _words(entries[0])


def _words(entry: str) -> tuple[str, ...]:
    """Split a chain of three short words and more (受理-审查-决定, 申请、受理、发证); all else is one entry."""
    for mark in _MARKS:
        parts = tuple(part.strip() for part in mark.split(entry.strip().rstrip("。")))
        if len(parts) >= _FEWEST and all(_SHORT.fullmatch(part) for part in parts):
            return parts
    return (entry,)


def _step(entry: str, in_chain: bool) -> Step:
    found = _TIMED.fullmatch(entry) or (_TIMED_IN_CHAIN.fullmatch(entry) if in_chain else None)
    name = found["step"].strip() if found else ""
    limit = _stated(found["time"]) if found and not _NO_STEP.search(name) else None
    return Step(step=name, limit=limit) if limit else Step(step=entry)


@remembered
def parse_special_procedure(entry: str) -> SpecialProcedure:
    """Read one special procedure: its kind (one of the eight, or the words that head it) and the time it states."""
    head = _HEAD.match(entry)
    words = head["head"] if head else ""
    kind = next((kind for kind in _KINDS if kind in words), None) or (
        words if words != entry or len(words) <= 8 else None
    )
    limits = [limit for part in _TIME.split(entry) if (limit := _stated(part.strip("）)")))]
    return SpecialProcedure(
        kind=kind,
        text=entry if entry != kind else None,
        limit=limits[0] if len(limits) == 1 else None,
        counted=_counted(entry),
    )


def _counted(entry: str) -> bool | None:
    """Return what the first clause that speaks of it says: whether the time counts in the limit; None in doubt."""
    spoken = ((part, found) for part in _CLAUSE.split(entry) if (found := _COUNTED.search(part)))
    clause, found = next(spoken, ("", None))
    if found is None:
        return None
    if asked := _ASKED.search(clause):
        return parse_yes_no(asked["answer"] or "")
    if _DENIES.search(clause):
        return False
    return True if _INTO.search(found[0]) and not _DOUBTS.search(clause) else None


def _stated(text: str) -> Limit | None:
    limit = parse_limit(text) if text else None
    return limit if limit is not None and (limit.stated or limit.instant) else None
