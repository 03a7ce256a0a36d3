"""Words of a page (页面用语): what a value that says nothing looks like, and which element a doubtful label means."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from itemcatalog.formats._shapes import LISTS, MAIN
from itemcatalog.sections import DEFAULT_PROFILE, load_profile
from itemcatalog.text import normalise

__all__ = [
    "address_and_hours",
    "address_and_phone",
    "by_value",
    "charges_nothing",
    "is_gap",
    "is_link_word",
    "is_no_name",
    "key_of",
    "left_to_script",
    "list_of",
    "name_and_code",
    "names_window",
    "tidy_label",
    "unstated",
    "without_link_word",
    "words_of",
]

_TEMPLATE = re.compile(r"\{\{.*?\}\}|\$!?\{.*?\}|<%=?.*?%>|\[\[.+?\]\]|#\{.*?\}")
_LOADING = re.compile(r"(?:正在)?加载中?[.。…]*|loading[.…]*|undefined|null|NaN", re.IGNORECASE)
_LINK_WORD = re.compile(
    r"[\[【（(]?(?:点击|点此|请)?(?:查看|进入|打开|浏览|下载)(?:地图|详情|更多|全部|附件|流程图|链接)?[\]】）)]?[>＞»]*|更多|详情|地图|导航"
)
_LINK_BEHIND = re.compile(r"\s*[\[【（(]?\s*(?:点击)?(?:查看|打开|进入)(?:地图|详情|更多|位置|路线)\s*[\]】）)]?$")
_PHONE_BEHIND = re.compile(
    r"(?<=[^0-9-])[，,；;：:（(\s]*(?:(?:联系|咨询|窗口|办公)?电话|咨询)?[：:]?\s*(0[0-9]{2,3}-[0-9]{7,8})[）)。]?$"
)
_LINE_BREAK = re.compile(r"[\n；]")
_HOUR_LINE = re.compile(
    r"(?:办[公理]|工作|受理|服务)?(?:时间)?[：:]?\s*(?:周[一二三四五六日]|星期|(?:法定)?工作日|每[周天日]|[上下]午|[夏冬][令季])"
)
_PHONE_ENDS = "0123456789）)。"
_LOWER_NAMES = ("sub_item", "handling_item", "parent_name")
_NONE = ("无", "/", "暂无")
_LINK_ENDS = "图情多置线]】）)"
_LONGEST_WAIT = 16
# How such a word begins.
_WAITING = frozenset("正加lLuUnN")
# The same labels and paths stand on every page of a portal.
_REMEMBERED = 4096
_SHORT = 60
_ENDS = ":：﹕ \t\n【】〖〗"
_DURATION = re.compile(r"[0-9一二三四五六七八九十两]+\s*个?\s*(?:工作日|自然日|日|天|月|小时)|即办|当场|即时")
# A limit in days; a day that is counted from the licence on is none, and neither is a date.
_DAYS = re.compile(
    r"(?:自?(?:受理|收到|接到|申请)[^0-9]{0,12}起)?\s*[0-9一二三四五六七八九十两]+\s*个?\s*(?:工作日|日|天)"
    r"(?:之?内)?(?:办结|完成|作出[^0-9]{0,8}决定)?"
)
_LASTING = re.compile(
    r"(?<![0-9])(?!24\s*小时)[0-9]{1,3}\s*个?\s*(?:工作日|自然日|天|月(?![0-9])|小时)|[一二三四五六七八九十两]+\s*个\s*(?:工作日|自然日|月)"
    r"|(?<![0-9月至－—-])[0-9]{1,3}日|即办|当场|即时"
)
_HOURS = re.compile(
    r"[0-9]{1,2}\s*[:：时点]\s*[0-9]{0,2}|周[一二三四五六日]|星期|上午|下午|节假日|工作日\s*[(（]?[0-9]{1,2}[:：]"
)
_WINDOW = re.compile(
    r"[窗号厅台室楼层区柜站所]|中心|部$|点$|处$|^\s*[A-Za-z]{0,2}-?[0-9]{1,3}(?:\s*[、，,和及至~-]\s*[A-Za-z]{0,2}[0-9]{1,3})*\s*$"
)
_FREE = re.compile(r"^(?:本事项|该事项|办理)?(?:不收费|免费|免收费|不收取(?:任何)?费用|无收费)[。.]?$")
# Labels that stand for more than one element; the value tells which.
_TOLD_BY_VALUE = {"online.available", "promised_limit?", "places.hours", "target_groups?", "results.validity?"}
# Who decides, by the last word of the name; firms, schools and hospitals are those who apply.
_BODY = re.compile(r"[^、，,；;]{2,40}(?:局|厅|(?<!村民)(?<!居民)(?<!业主)委员会|(?<!村)委|政府|管委会|支队|大队|总队)")
_CODE = re.compile(
    r"(?P<name>.+?)\s*[（(]?(?:事项|项目|实施|权力)?(?:编码|代码|编号)[：:]\s*(?P<code>[0-9A-Za-z-]{6,40})[）)]?"
)


@functools.lru_cache(maxsize=_REMEMBERED)
def tidy_label(label: str) -> str:
    """Return a label as it is listed: one line, without the colon behind it and the brackets around it."""
    return " ".join(label.split()).strip(_ENDS)


def left_to_script(text: str) -> bool:
    """Return True for a value that only a script of the page would fill: a template sign, 加载中, undefined."""
    if len(text) <= _LONGEST_WAIT and text.lstrip()[:1] in _WAITING and _LOADING.fullmatch(text.strip()):
        return True
    return ("{" in text or "<%" in text or "[[" in text) and _TEMPLATE.search(text) is not None


def is_no_name(path: str, text: str) -> bool:
    """Return True for 无 where the name of a sub-item should stand."""
    return path in _LOWER_NAMES and text.strip() in _NONE


def is_link_word(text: str) -> bool:
    """Return True for the words of a link that stands where a value should: 查看地图, 点击查看."""
    return len(text) <= _LONGEST_WAIT and _LINK_WORD.fullmatch(text.strip()) is not None


def address_and_hours(text: str) -> tuple[str, str] | None:
    """Tell an address from the office hours on a line of their own, or behind ；; None where none stand there."""
    if not ("\n" in text or "；" in text):
        return None
    lines = [line.strip() for line in _LINE_BREAK.split(text) if line.strip()]
    hours = [line for line in lines if _HOUR_LINE.match(line)]
    if not hours or len(hours) == len(lines):
        return None
    return "\n".join(line for line in lines if line not in hours), "\n".join(hours)


def address_and_phone(text: str) -> list[tuple[str, str]]:
    """Tell each address from the telephone behind it, one a line; nothing where a line has none."""
    if text[-1:] not in _PHONE_ENDS:
        return []
    found = [(line, _PHONE_BEHIND.search(line)) for line in map(str.strip, text.split("\n")) if line]
    parted = [(line[: hit.start()], hit[1]) for line, hit in found if hit and hit.start()]
    return parted if len(parted) == len(found) else []


def without_link_word(text: str) -> str:
    """Return a value without the words of a link behind it: 中山路1号 [查看地图]."""
    found = _LINK_BEHIND.search(text) if text[-1:] in _LINK_ENDS else None
    return text[: found.start()] if found and found.start() else text


def is_gap(text: str) -> bool:
    """Return True for the words by which our guides say that the data does not state an element, and for a dash."""
    return text.strip() in _gaps()


@functools.cache
def _gaps() -> frozenset[str]:
    phrases = load_profile(DEFAULT_PROFILE).phrases
    return frozenset({phrases["missing"], phrases["unstated"], "—", "——", "－", "－－", "-", "--", "---"})


def by_value(path: str, value: object) -> str | None:
    """Tell a label of several meanings by its value: 办理时间 is hours or a limit."""
    if path not in _TOLD_BY_VALUE or not isinstance(value, str):
        return path.rstrip("?")
    if path == "target_groups?":
        return "authority.name" if _BODY.fullmatch(value.strip("。 ")) else "target_groups"
    if path == "online.available":
        return "online.url" if "://" in value else path
    plain = value.strip("。；; ")
    if path == "results.validity?":
        return "promised_limit" if _DAYS.fullmatch(plain) else "results.validity"
    if path == "places.hours":
        return "promised_limit" if _DURATION.fullmatch(value.strip("。内 ")) else path
    return "places.hours" if _HOURS.search(value) and not _LASTING.search(value) else "promised_limit"


def names_window(text: str) -> bool:
    """Return True for what names windows: a place in a hall or numbers (B08、B09), no sentence about them."""
    return _WINDOW.search(text) is not None


def charges_nothing(text: str) -> bool:
    """Return True for the words by which a standard or a basis of fees says that there are none."""
    return _FREE.search(text) is not None


def name_and_code(text: str) -> tuple[str, str] | None:
    """Tell the name of an item from the code behind it: 取水许可（编码：1135…）; None where no code stands there."""
    found = _CODE.fullmatch(text) if "码" in text or "编号" in text else None
    return (found["name"].rstrip("，,；; \n"), found["code"]) if found else None


@functools.lru_cache(maxsize=_REMEMBERED)
def list_of(path: str) -> str:
    """Return the list that a path belongs to (``fees.items.name`` → ``fees.items``), else its first part."""
    if path in LISTS:
        return path
    head = path.rpartition(".")[0]
    return head if head in LISTS else path.partition(".")[0]


@functools.lru_cache(maxsize=_REMEMBERED)
def key_of(head: str, path: str) -> str:
    """Return the field of an entry that a path of its list fills."""
    return path[len(head) + 1 :] or ("title" if head == "legal_bases" else MAIN[head])


def unstated(value: object) -> bool:
    return value in ("", []) or (isinstance(value, str) and is_gap(value))


def words_of(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return "\n".join(words_of(one) for one in value)
    text = str(value)
    return _short_words(text) if len(text) <= _SHORT else normalise(text)


@functools.lru_cache(maxsize=_REMEMBERED)
def _short_words(text: str) -> str:
    return normalise(text)
