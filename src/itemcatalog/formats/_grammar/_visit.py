"""The grammar of visits (到办事现场次数): text → a whole number, ``uncommitted``, or None where not understood."""

from __future__ import annotations

import re

from itemcatalog.formats._grammar._plain import plain, remembered
from itemcatalog.model import UNCOMMITTED
from itemcatalog.text import chinese_number

__all__ = ["parse_visits", "visits_by_way"]

_NUMBER = r"(?P<number>-?[0-9]{1,3}(?:\.0)?|[零〇一二三四五六七八九十两])"
_COUNT = re.compile(
    r"(?:(?:全程|现场|窗口|申请人|办事人|办事者|地点|的|最少|跑动|群众|企业|本事项|需|须|仅需|只需|只要|仅|只|最多|至多|不超过|<=?|≤|跑|到|去|来|往|办事|大厅|服务|办理|"
    r"次数|为|约定|承诺|:|现场次数|中心|即可)*+)"
    rf"{_NUMBER}(?:次|趟|回|遍)?(?:即可|办结|办成|办好|现场|到现场|以内|之内|内|到|窗口|大厅|完成|跑|搞定)*+"
)
_NEVER = re.compile(
    r"(?:一[次趟]都?不用?跑|零跑[动腿路]?|零次跑?|零见面|零到场|不用跑(?:腿|动)?|无[需须]跑动|(?:全程)?不见面(?:审批|办理)?|"
    r"(?:无需|无须|不用|不需要?|不必|免于?|不)(?:申请人|再)?(?:到|去|来|前往)?(?:办事|办理|服务|窗口)?(?:现场|大厅|窗口|跑|到场|跑动|中心)(?:办理|提交|申请)?|"
    r"全程(?:网上|在线|网络|电子化?)(?:办理|办结|办)?|全程网办|全流程网(?:上办理|办)|无需到场|一次不用?跑|一[趟次]也?不(?:用|必|需)跑|"
    r"不需要到现场|足不出户)"
)
_ONCE = re.compile(
    r"(?:最多|只|仅|仅需|只需|只要)?跑(?:一|1)[次趟]|一次办[好结成]|只跑一[次趟]|最多跑一[次趟]|一次性?办[结好]|一次办理"
)
_ASIDE = re.compile(r"(?<=.)\([^()0-9一二两三]*\)$")
_OPEN = re.compile(r"(?:未|不|暂未|无|没有)(?:作出?|做出?)?承诺(?:次数)?|-1次?")
_WAY = re.compile(r"(?P<way>网上|在线|线上|网络|窗口|线下|现场)(?:办理|申请|申办|提交|受理)?:?(?P<count>[^,;]+)")
_WAYS = {"网上": "online", "在线": "online", "线上": "online", "网络": "online"}


def parse_visits(value: object) -> int | str | None:
    """Read a number of visits: ``0次`` · ``最多跑一趟`` · ``无需到现场`` (0) · ``-1`` and ``未承诺`` (``uncommitted``).

    None where the text is anything else (``1-2次``, ``按需``): the caller reports it.
    """
    if isinstance(value, bool):
        return None
    if isinstance(value, int | float):
        return _whole(str(value).removesuffix(".0"))
    return _visits(str(value))


@remembered
def _visits(raw: str) -> int | str | None:
    text = _ASIDE.sub("", plain(raw))
    if _OPEN.fullmatch(text):
        return UNCOMMITTED
    if _NEVER.fullmatch(text):
        return 0
    if _ONCE.fullmatch(text):
        return 1
    found = _COUNT.fullmatch(text)
    return _whole(found["number"].removesuffix(".0")) if found else None


def visits_by_way(value: object) -> dict[str, int | str] | None:
    """Read ``网上办理0次，窗口办理1次`` into ``{"online": 0, "window": 1}``; None for any other text."""
    text = plain(str(value))
    if "," not in text and ";" not in text:
        return None
    clauses = [_WAY.fullmatch(part) for part in re.split("[,;]", text)]
    found: dict[str, int | str] = {}
    for clause in clauses:
        count = parse_visits(clause["count"]) if clause else None
        if clause is None or count is None:
            return None
        found[_WAYS.get(clause["way"], "window")] = count
    return found if len(found) == len(clauses) == 2 else None


def _whole(text: str) -> int | str | None:
    if text == "-1":
        return UNCOMMITTED
    number = chinese_number(text)
    return int(number) if number is not None and number.denominator == 1 and number < 100 else None
