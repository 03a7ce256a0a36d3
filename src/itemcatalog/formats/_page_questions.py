"""Labels that are questions, as people ask them (口语标签): 需要带什么材料？ 在哪里办？ 多久能办好？"""

from __future__ import annotations

import functools
import re

__all__ = ["asked_path", "asks", "is_question"]

_ASKS = re.compile(r"什么|啥|哪|怎[么样]|如何|何[时处]|多久|多长|多少|几天|谁|吗|收不收")
# Who is asked about, and what must or may be done.
_WHO = r"(?:申请人|办事人|办理人|本人|我们?|您|你)?(?:一共|总共|大概|一般|办理|申请|办|到底)?"
_MUST = r"(?:需不需要|需要|应当|应该|必须|可以|[需要应须得能会])?"
_WHAT = r"(?:些什么|什么|哪些|哪几种|啥)"
_MAY = r"(?:才?可以|才?能够?|才?会)?"
_DO = r"(?:申请|申办|办理|办|提交|受理|领取|咨询)"
_BRING = r"(?:准备|携带|自带|带上?|提交|提供|递交|出具)"
_PAPERS = r"(?:申请|申报|办理|证明)?(?:材料|资料|证件|手续|东西)"
_HOW = r"(?:如何|怎么样?|怎样)"
_WHERE = r"(?:哪里|哪儿|哪个?(?:窗口|部门|地方|单位)?|何处|什么地方)"
_LONG = r"(?:多久|多长时间|多少(?:个?工作日|天|时间)|几天)"
_DONE = r"(?:办好|办结|办完|办成|办理完?|办|拿证|拿到证?|出证|领证)"
_LONGEST = 20
_LONGEST_QUESTION = 120
_QUESTION = re.compile(r"[0-9]{0,2}[、.．]?\s*(?:问|Q)\s*[0-9]{0,2}\s*[：:.]")
_PATHS = (
    ("materials", rf"{_WHO}{_MUST}(?:{_BRING}?{_WHAT}{_PAPERS}|{_BRING}{_WHAT})"),
    ("conditions", rf"{_WHO}{_MUST}(?:符合|具备|满足|达到)?{_WHAT}(?:申请|受理)?(?:条件|要求)(?:{_MAY}{_DO})?"),
    ("target_groups", rf"(?:谁|(?:哪些|什么)(?:人群?|对象|企业|单位)?){_MAY}(?:申请|申办|申领|办理|办|享受)"),
    ("places", rf"{_WHO}{_MUST}[到去在]?{_WHERE}{_MAY}[去来]?{_DO}"),
    ("places.hours", rf"(?:什么时候|什么时间|何时|几点){_MAY}(?:{_DO}|上班)"),
    ("promised_limit?", rf"{_WHO}{_MUST}[花等]?{_LONG}{_MAY}{_DONE}?"),
    ("fees", rf"{_WHO}(?:{_MUST}[收交][费钱][吗么]|{_HOW}收费|{_MUST}[收交花付]?多少(?:钱|费用?)|收不收[费钱])"),
    ("procedure", rf"{_WHO}{_MUST}{_HOW}(?:申请|申办|办理|办)|办理怎么走"),
    ("consultation", rf"(?:[向找]谁|{_HOW}|[到去在]{_WHERE})咨询|咨询谁"),
    ("complaint", rf"(?:[向找]谁|{_HOW}|[到去在]{_WHERE})(?:监督)?(?:投诉|举报)"),
)


def asks(label: str) -> bool:
    """Whether a label is a question, as people ask it: 需要什么材料, 在哪里办."""
    return len(label) <= _LONGEST and _ASKS.search(label) is not None


def is_question(text: str) -> bool:
    """Whether a text is a question below 常见问题: it ends as one, or 问 stands before it."""
    return 2 < len(text) <= _LONGEST_QUESTION and (text.rstrip()[-1:] in "？?" or _QUESTION.match(text) is not None)


def asked_path(label: str) -> str | None:
    """Return the item path that a question asks for; None for any other text and for what no element answers."""
    if not asks(label):
        return None
    plain = label.strip("：:？? ").removesuffix("呢")
    return next((path for path, form in _forms() if form.fullmatch(plain)), None)


@functools.cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((path, re.compile(words)) for path, words in _PATHS)
