"""What a name says of its decision beside other acts: a grant that is listed (签发、补发), implied or a first issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from itemcatalog.matching._fold import fold
from itemcatalog.matching._hits import ACT, Hit
from itemcatalog.matching._lexicon import Lexicon
from itemcatalog.text import normalise

__all__ = ["FIRST", "beside_filing", "family_of", "issues", "listed_grant"]

FIRST = "act:首次"
"""The mark of a granting act that is listed beside others."""

_JOINED = re.compile(r"[、,;/+，；／]|以及|或者|并|和|及|与|或")
_JOINING = re.compile("[、,;/+，；／并和及与或]")
"""What every joining word has, looked for quickly."""
_ISSUED = re.compile("核发|签发|颁发|发放|配发|制发|申领|领取|注册登记|新办")
_DECISIONS = {"审批": ("审批", "许可", "核准", "核发", "审核"), "登记": ("登记", "注册")}
_ISSUING = ("核发", "签发", "颁发", "发放", "申领", "领取")


def listed_grant(raw: str, lexicon: Lexicon) -> str:
    """Return the granting act that a name lists beside another act, ``""`` where it lists none.

    Before the joining word any granting act counts (签发、补发), behind it only the issuing of a certificate:
    设立、登记 is one act written apart, and so is 登记、备案.
    """
    if _JOINING.search(raw) is None:
        return ""
    pieces = [fold(piece).replace(" ", "") for piece in _JOINED.split(normalise(raw))]
    for before, after in pairwise(pieces):
        last, first = _ending(before, lexicon), _beginning(after, lexicon)
        if last is None or first is None:
            continue
        if last.kind == "grant" and first.kind != "grant" and (last.canonical, first.canonical) != ("登记", "备案"):
            return last.surface
        if last.kind == "change" and first.kind == "grant" and first.surface in _ISSUING:
            return first.surface
    return ""


def beside_filing(grant: str, brackets: Sequence[str]) -> bool:
    """Say whether a bracket sets filing beside a decision (核准（备案）): the name means both."""
    return grant == "审批" and "备案" in brackets


def family_of(words: Iterable[tuple[str, str]]) -> str:
    """Return the family of decision that is part of the words of the acts (设立登记 → 登记), ``""`` where none is."""
    for mark, word in words:
        if mark.startswith("act:"):
            for family, endings in _DECISIONS.items():
                if word.endswith(endings):
                    return family
    return ""


def issues(raw: str) -> bool:
    """Say whether a name hands something out: an item of its own beside 补发, 变更, 注销."""
    return _ISSUED.search(raw) is not None


def _ending(text: str, lexicon: Lexicon) -> Hit | None:
    """Return the act that a text ends in, nothing where a grant only completes the act before it (成立登记)."""
    last = _last(text.rstrip(")"), lexicon)
    if last is None or last.kind != "grant":
        return last
    return None if _last(text.rstrip(")")[: -len(last.surface)], lexicon) else last


def _last(text: str, lexicon: Lexicon) -> Hit | None:
    for length in lexicon.tails.get(text[-2:], ()):
        hit = lexicon.closings.get(text[-length:])
        if hit is not None:
            return hit if hit.role & ACT else None
    return None


def _beginning(text: str, lexicon: Lexicon) -> Hit | None:
    text = text.lstrip("(")
    for length in lexicon.heads.get(text[:2], ()):
        hit = lexicon.hits.get(text[:length])
        if hit is not None:
            return hit if hit.role & ACT else None
    return None
