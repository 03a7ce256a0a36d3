"""Limits in the words of a page (页面时限): the statutory and the promised one in one text, and limits by situation."""

from __future__ import annotations

import functools
import re

from itemcatalog.codes.lists import list_values

__all__ = ["limits_by_case", "two_limits"]

_TIME = r"[0-9]{1,3}\s*个?\s*(?:工作日|自然日|日|天|个月|月|小时)"
_CASE_BREAK = re.compile(r"[\n；;。]|(?<=[日办天结])[，,](?=[^0-9]{2,30}[：:])")
_CASE_LIMIT = re.compile(
    rf"(?:[0-9]{{1,2}}[、.．]\s*|[（(][0-9一二三四五六七八九]{{1,2}}[）)]\s*)?(?P<case>(?!法定|承诺)[^：:0-9]{{2,30}})[：:]\s*"
    rf"(?P<limit>{_TIME}(?:内?(?:办结|完成))?|即时(?:办结)?|即办(?:件)?|当场(?:办结)?|当日(?:办结)?)"
)
_AT_ONCE = r"即时办结|即时|即办|当场办结|当场|当日办结|当日"
_BEHIND = r"[^0-9]{0,4}"
_STATUTORY = rf"法定[^0-9\n]{{0,8}}(?P<statutory_limit>{_TIME}){_BEHIND}"
_PROMISED = rf"承诺[^0-9\n]{{0,8}}?(?P<promised_limit>{_TIME}|{_AT_ONCE}){_BEHIND}"
_TWO_LIMITS = (
    re.compile(_STATUTORY + _PROMISED),
    re.compile(_PROMISED + _STATUTORY),
    re.compile(rf"(?P<promised_limit>{_TIME}|{_AT_ONCE})\s*[（(，,；;]\s*{_STATUTORY}"),
    re.compile(rf"(?P<statutory_limit>{_TIME})\s*[（(，,；;]\s*{_PROMISED}"),
)
# What the stages of one procedure are called, beside the special procedures of the code list; and what may stand
# before and behind such a word without making a situation of it.
_STAGES = (
    *(
        "申请",
        "申报",
        "收件",
        "登记受理",
        "受理",
        "预审",
        "初审",
        "审查",
        "审核",
        "审批",
        "审定",
        "复审",
        "复核",
        "核查",
        "核准",
    ),
    *(
        "勘查",
        "勘验",
        "踏勘",
        "查勘",
        "评审",
        "评估",
        "论证",
        "公示",
        "公告",
        "征求意见",
        "会签",
        "批准",
        "签发",
        "决定",
        "办结",
    ),
    *("补正", "缴费", "制证", "制作证件", "发证", "颁证", "领证", "取件", "发放", "送达", "归档"),
)
_BEFORE = (
    r"(?:现场|实地|材料|资料|形式|实质|书面|专家|技术|窗口|网上|领导|部门|行政|社会|结果"
    r"|证件|证照|证书|批文|文书|许可|作出|组织)"
)
_AFTER = r"(?:许可|审批|结果|证件|证照|证书|文书|意见)?(?:环节|阶段|程序|步骤|时限|时间|期限|期)?"


def two_limits(text: str) -> dict[str, str] | None:
    """Return the statutory and the promised limit that one text states, in either order; else None."""
    if "法定" not in text and "承诺" not in text:
        return None
    found = next((hit for form in _TWO_LIMITS if (hit := form.fullmatch(text))), None)
    return found.groupdict() if found else None


def limits_by_case(text: str) -> list[tuple[str, str]]:
    """Return the situations that one text gives limits for (结婚登记：即办；离婚登记：30日); else nothing.

    The stages of one procedure (受理：1个工作日；审查：3个工作日) are no situations.
    """
    if text.count("：") + text.count(":") < 2:
        return []
    found = [_CASE_LIMIT.fullmatch(part.strip()) for part in _CASE_BREAK.split(text.strip("。；; \n")) if part.strip()]
    cases = [(hit["case"].strip(), hit["limit"]) for hit in found if hit]
    if len(cases) < 2 or len(cases) < len(found) or len(dict(cases)) < len(cases):
        return []
    return [] if any(_stage().fullmatch(case) for case, _ in cases) else cases


@functools.cache
def _stage() -> re.Pattern[str]:
    """Return the form of a stage: 受理, 材料审查, 审核决定, 专家评审环节."""
    special = {name for one in list_values("special_procedures") for name in (one.name, *one.aliases)} - {
        "其他",
        "其它",
    }
    words = "|".join(sorted({*_STAGES, *special}, key=lambda word: (-len(word), word)))
    return re.compile(rf"{_BEFORE}*(?:(?:{words})(?:[、和及与并]|以及)?)+{_AFTER}")
