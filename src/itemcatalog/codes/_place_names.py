"""Short forms of place names: 福州市 → 福州, 恩施土家族苗族自治州 → 恩施州, 恩施."""

from __future__ import annotations

import re

__all__ = ["forms"]

_PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|"
    "拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|阿昌族|普米族|塔吉克族|塔吉克|怒族|"
    "裕固族|保安族|独龙族|鄂温克族|鄂伦春族|各族"
)
_AUTONOMOUS = rf"(?P<stem>.{{2,}}?)(?:{_PEOPLES})*(?P<kind>自治区|自治州|自治县|自治旗)"
_PEOPLE_AT_END = rf"(?:{_PEOPLES})+$"
_ENDING = r"(?P<stem>.{2,})(?:特别行政区|地区|林区|特区|新区|省|市|区|县|旗|盟)"
_SHORT_KIND = {"自治州": "州", "自治县": "县", "自治旗": "旗"}


def forms(name: str) -> tuple[str, ...]:
    """Return the full name and its short forms, each of two characters or more.

    >>> forms("福州市"), forms("沙县"), forms("恩施土家族苗族自治州")
    (('福州市', '福州'), ('沙县',), ('恩施土家族苗族自治州', '恩施州', '恩施'))
    """
    autonomous = re.fullmatch(_AUTONOMOUS, name)
    if autonomous:
        stem, kind = autonomous["stem"], autonomous["kind"]
        middle = (stem + _SHORT_KIND[kind],) if kind in _SHORT_KIND else ()
        return tuple(dict.fromkeys((name, *middle, stem)))
    ending = re.fullmatch(_ENDING, name)
    if not ending:
        return (name,)
    bare = re.sub(_PEOPLE_AT_END, "", ending["stem"])
    return tuple(dict.fromkeys((name, ending["stem"], bare if len(bare) > 1 else name)))
