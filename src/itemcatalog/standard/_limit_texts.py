"""A corrected limit in the words of its cell: only the amount changes, and what else the cell says is never dropped."""

from __future__ import annotations

import re

from itemcatalog.comparison import show_value
from itemcatalog.findings import Text
from itemcatalog.formats._grammar import BLANKS, parse_limit, split_words
from itemcatalog.model import Limit
from itemcatalog.text import normalise

__all__ = ["SHARED", "limit_text", "with_limit"]

_NUMBER = r"(?:[0-9０-９]+(?:[.．][0-9０-９]+)?|[〇零一二两三四五六七八九十百半]+)"
_AMOUNT = re.compile(rf"{_NUMBER}\s*个?(?:工作日|自然日|日历日|日|天|月|年|周|小时|分钟)")
# Words of a limit that say nothing of their own: they stay where the amount between them changes.
_USUAL = re.compile(
    r"(?:自|从|收到|受理|申请|材料|之日|当日|次日|起|以?内|办结|办理|完成|作出决定|法定|承诺|时限|期限|时间|不超过|为|是|共|在|于"
    r"|[\s，,。：:；;（）()])*"
)
_EXCLUDED = re.compile(r"[（(]不(?:包含|包括|含|计)(?P<what>[^（()）]*)[）)]")
_TIME = re.compile("(?:所需|所用)?的?(?:时间|时限)$")
# One cell may hold both limits (法定：20个工作日；承诺：5个工作日).
_WORDS = {"statutory_limit": "法定", "promised_limit": "承诺"}
_BOTH = re.compile(r"(?P<kind>法定|承诺)(?:办结|办理)?(?:时限|期限|时间)?(?:为|是)?[:：]?[ \u3000]*")
_ENDS = " \u3000\r\n，,；;。、/|（("
SHARED = Text("一格写了几个要素，须人工更正", "one cell holds several elements; to be corrected by hand")


def limit_text(limit: Limit, before: object, unit: str | None) -> str | Text:
    """Return the text of the cell of a limit: a bare number where the header names its unit or the cell held one.

    Where the cell says more than the limit (特殊情况延长5日) the reason why a person must write it.
    """
    said = str(before or "")
    bare = unit is not None or isinstance(before, int | float)
    if bare and limit.value is not None and limit.unit == unit and limit.value.denominator == 1 and _is_bare(said):
        return str(limit.value.numerator)
    return show_value(limit) if _is_bare(said) else _reworded(limit, said)


def _is_bare(text: str) -> bool:
    return not text.strip() or normalise(text) in BLANKS or text.strip().removesuffix(".0").isdecimal()


def _reworded(limit: Limit, said: str) -> str | Text:
    amounts = list(_AMOUNT.finditer(said))
    excluded = _EXCLUDED.search(said)
    if not amounts and _alone(said):
        return show_value(limit)
    rest = _AMOUNT.sub("", _without_excluded(said))
    if len(amounts) != 1 or not _USUAL.fullmatch(rest):
        return _more(rest if amounts else said)
    if limit.value is None or limit.excludes or excluded:
        return show_value(limit)
    return f"{said[: amounts[0].start()]}{show_value(limit)}{said[amounts[0].end() :]}"


def _alone(said: str) -> bool:
    """Return whether a text without an amount says nothing but that it is done at once, or that there is no limit."""
    limit = parse_limit(said)
    return limit.value is None and (limit.instant or limit.none) and len(said.strip()) <= len("当场办结") + 2


def _without_excluded(said: str) -> str:
    """Return a text without the bracket of what lies outside the limit, where the limit carries all of it."""
    found = _EXCLUDED.search(said)
    known, told = parse_limit(said).excludes, split_words(found["what"]) if found else ()
    carried = {_TIME.sub("", one) for one in known} == {_TIME.sub("", one) for one in told}
    return said.replace(found.group(), "", 1) if found and carried else said


def _more(rest: str) -> Text:
    words = rest.strip(" \r\n\t，,。；;（()）")[:20]
    return Text(f"时限另有说明（{words}），须人工更正", f"the cell says more of the limit ({words}); by hand")


def with_limit(text: str, path: str, limit: Limit) -> str | Text:
    """Return the text of a cell that names both limits with one of them changed; else why a person must write it.

    法定20个工作日，承诺7个工作日 → 法定20个工作日，承诺5个工作日
    """
    words = list(_BOTH.finditer(text))
    mine = [n for n, word in enumerate(words) if word["kind"] == _WORDS[path]]
    if len(mine) != 1:
        return SHARED
    start = words[mine[0]].end()
    stop = words[mine[0] + 1].start() if mine[0] + 1 < len(words) else len(text)
    body = text[start:stop]
    tail = body[len(body.rstrip(_ENDS)) :]
    told = limit_text(limit, body.removesuffix(tail), None)
    return told if isinstance(told, Text) else f"{text[:start]}{told}{tail}{text[stop:]}"
