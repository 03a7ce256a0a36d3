"""Catch-all clauses (兜底条款) in materials and conditions, with what only looks like one."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from itemcatalog.text import normalise

__all__ = ["CatchAll", "catch_all", "catch_all_condition"]


class CatchAll(NamedTuple):
    """兜底用语: the words that leave open what is meant, whether they do so beyond doubt, and in which way.

    ``kind`` is ``open`` (nothing is named), ``list`` (a list that ends in 等), ``refers`` (another paper says what), or
    ``rules`` (which rules is not said).
    """

    words: str
    sure: bool
    kind: str = "open"


# 北京条例2024、广东2022、上海2024: 不得含有其他、有关等模糊性兜底要求.
_OPEN = "(?:材料|资料|文件|证件|证照|手续|证明|条件|要求|情形|规定|凭证|文书)"
_OTHER = "(?:其他|其它)"
_SOME = "(?:有关|相关)"
_GIVE = "(?:提交|提供|补充|出具|具备)"
_PATTERNS: tuple[tuple[re.Pattern[str], bool], ...] = (
    (re.compile(rf"规定(?:需要|应当|要求)?{_GIVE}?的?{_OTHER}(?:应当|需要)?{_GIVE}?的?{_OPEN}?$"), True),
    (re.compile(rf"{_OTHER}(?:所?需|需要|应当|要求|必要|有关|相关|必须){_GIVE}?的?{_SOME}?(?:证明)?{_OPEN}$"), True),
    (re.compile(rf"^(?:所需)?{_OTHER}{_OPEN}?$"), True),
    (re.compile(rf"(?:机关|部门|窗口|单位|局)(?:认为|要求)(?:有?必要|需要)?{_GIVE}?的{_OTHER}?{_OPEN}$"), True),
    (re.compile(rf"(?:认为|要求)(?:有?必要|应当|需要|须)?{_GIVE}?的(?:其他|其它|有关|相关)?{_OPEN}$"), False),
    (re.compile(rf"^(?:所?需|应当)?{_GIVE}?的?{_SOME}(?:证明)?{_OPEN}$"), True),
    (re.compile(rf"(?:以及|及|和|与|、|,){_OTHER}?{_SOME}(?:证明)?{_OPEN}$"), False),
    (re.compile(rf"(?:涉及|需要|所需|需)的?{_OTHER}?{_SOME}(?:证明)?{_OPEN}$"), False),
    (re.compile(r"(?<=.)等(?:其他|其它|有关|相关)?(?:材料|资料|文件|证明材料|证明文件)?$"), False),
)
# Each of the patterns needs one of these words; most names have none.
_HINT = re.compile("其他|其它|有关|相关|认为|要求|等")
_CONDITIONS: tuple[re.Pattern[str], ...] = (
    re.compile(
        r"(?:法律|法规|规章|国家|国务院|主管部门|有关部门|行政机关)[^,;]{0,24}规定的?(?:其他|其它)(?:条件|要求|情形)?$"
    ),
    re.compile(r"^(?:其他|其它)(?:有关|相关)?(?:条件|要求|情形)$"),
    re.compile(r"(?:符合|满足|具备|达到)(?:其他|其它|有关|相关)(?:法律|法规|规定)?[^,;]{0,8}(?:条件|要求|规定)$"),
    re.compile(r"(?:认为|要求)(?:有?必要|应当?|需要?|须|必须)?(?:具备|符合|满足)?的(?:其他|其它)条件$"),
)
# What names its source or its object is no catch-all.
_NAMED = re.compile(r"《[^》]+》|第[0-9一二三四五六七八九十百]+条|等级|同等|平等|中等|高等|初等|等效|等额|对等|均等")
# A paper that the applicant holds says what is meant; the list still should.
_REFERS = re.compile(
    r"(?:批复|批准|决定|通知|意见|告知|协议|合同|审查|验收)[^,;]{0,4}(?:书|文件|合同|协议)?(?:中|所)?(?:要求|规定|列明)"
)
_ELSEWHERE = re.compile(
    r"(?:请?详?见|参见|参照)(?:附件|附表|附录|附后|办事指南|服务指南|指南|材料清单|官网)[0-9一二三]*"
)
_RULES = re.compile(r"(?:有关|相关)[^,;]{0,10}规定$")
_TAIL = re.compile(r"(?:\([^()]*\)|[.;,:])+$")


@functools.lru_cache(16_384)
def catch_all(name: str) -> CatchAll | None:
    """Return the words by which a material leaves open what is meant, None when it names something."""
    plain = _TAIL.sub("", normalise(name))
    if _NAMED.search(plain):
        return None
    for pattern, sure in _PATTERNS if _HINT.search(plain) else ():
        found = pattern.search(plain)
        if found:
            return CatchAll(found[0], sure, "open" if sure else _kind(plain, found[0]))
    return CatchAll(plain, False, "refers") if _ELSEWHERE.fullmatch(plain) else None


def _kind(plain: str, words: str) -> str:
    if words.startswith("等"):
        return "list"
    return "refers" if _REFERS.search(plain) else "open"


@functools.lru_cache(16_384)
def catch_all_condition(text: str) -> CatchAll | None:
    """Return the words by which a condition leaves open what is meant, None when it names its source."""
    for sentence in re.split(r"[;\n]|\.(?![0-9])", normalise(text)):
        plain = _TAIL.sub("", sentence)
        if not plain or _NAMED.search(plain):
            continue
        for pattern in _CONDITIONS:
            found = pattern.search(plain)
            if found:
                return CatchAll(found[0], sure=False, kind="rules" if _RULES.search(found[0]) else "open")
    return None
