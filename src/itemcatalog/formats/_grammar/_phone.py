"""The grammar of phones (咨询、监督投诉电话): numbers with area code, extension and hotline; prose stays text.

A number is written as digits and hyphens: ``(0591)87654321`` and ``0591 8765 4321`` are ``0591-87654321``; a local
number behind one with an area code in the same list takes that code. A number that is too long or short is kept
as it stands, for a rule to judge; it is never lost.
"""

from __future__ import annotations

import re

from itemcatalog.formats._grammar._plain import remembered
from itemcatalog.model import Contact, Phone
from itemcatalog.text import digits

__all__ = ["parse_contact", "parse_phones"]

_AREA = r"010|02[0-9]|0[3-9][0-9]{2}"
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z/.@#&=_-])(?:"
    rf"[(]?(?:\+?86[)]?[\s-]*)?[(]?(?P<area>{_AREA})[)]?[\s-]*(?P<local>[0-9]{{3,5}}\s[0-9]{{4}}|[0-9]{{4,9}})"
    r"|[(]?\+?86[)]?[\s-]*[(]?(?P<short_area>10|2[0-9]|[3-9][0-9]{2})[)]?[\s-]*(?P<short_local>[0-9]{4}\s[0-9]{4}|[0-9]{7,8})"
    r"|[(](?:\+?86)(?P<joined_area>10|2[0-9]|[3-9][0-9]{2})[)]\s*(?P<joined_local>[0-9]{4}\s?[0-9]{4}|[0-9]{7,8})"
    r"|(?P<free>[48]00[\s-]?[0-9]{3,4}[\s-]?[0-9]{3,4})"
    r"|(?P<mobile>1[3-9][0-9]{9})"
    r"|(?P<hotline>1[0-2][0-9]{3}|116[0-9]{3}|9[56][0-9]{3,4})"
    r"|(?P<plain>[2-9][0-9]{6,7})"
    r")"
    r"(?P<extension>(?:\s?(?:转|分机号?:?|ext\.?|EXT\.?|#)\s?[0-9]{1,6}|\s?[(](?:转|分机号?:?)?[0-9]{1,5}[)]|-{1,2}[0-9]{1,5})(?:-[0-9]{1,4})*)?"
    r"(?![0-9年月日号楼室元万.A-Za-z@]|-[0-9])"
)
_EMERGENCY = re.compile(r"(?<![0-9])(?:11[0479]|12[02]|999)(?![0-9])")
_SEPARATORS = re.compile(r"[、，,；;|\n。/]|或者?|\s和\s|及|(?<=[0-9])\s*和")
_ODD = re.compile(r"0[0-9]{2,3}-?[0-9]{3,10}(?:-[0-9]{1,6})*|(?:0[0-9]{2,3}-?)?[0-9]{0,4}[Xx*×]{3,8}")
_TAIL = re.compile(r"[/、]\s*(?P<tail>[0-9]{1,4})(?![0-9-])")
_ASIDE = re.compile(r"[(](?P<inside>[^()]{1,60})[)]")
_HIDDEN = dict(zip(map(ord, "、，,；;|。/\n"), "\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue007\ue008", strict=True))
_SHOWN = {ord(hidden): chr(shown) for shown, hidden in _HIDDEN.items()}
_LABEL = re.compile(
    r"电话(?:咨询|投诉|查询|举报|联系):?|TEL:?|tel:?|Tel:?|请?拨打|直拨|"
    r"(?:本?(?:事项|部门|单位)的?)?(?:窗口|业务|办理|政策|现场|咨询|监督|投诉|举报|联系|服务|查询|办公){0,4}+"
    r"(?:电话|热线|座机|固话|方式|号码|渠道|途径){1,3}+:?"
)
_NOTE = 40
_URL = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
_URL_LABEL = re.compile(
    r"[\s，,；;、]*(?:(?:网上|在线|咨询|投诉|监督|举报|办事){0,3}(?:网址|网站|平台|链接)[:：]?|网上(?:投诉|咨询|举报)[:：])\s*(?=https?://)"
)
_ADDRESS = re.compile(r"(?:(?:窗口|咨询|投诉|办公|联系|受理|信函|监督){0,4}+地址|地点):(?P<address>[^;；。\n]{4,80})")
_WIDTHS = str.maketrans("（）－—–−‐：＃／　", "()-----:#/ ")


@remembered
def parse_phones(text: str) -> tuple[tuple[Phone, ...], str | None]:
    """Read the phones of a cell; return them and the whole text if it says more than numbers and their labels."""
    plain = re.sub(r"-{2,}", "-", digits(text).translate(_WIDTHS))
    phones: list[Phone] = []
    prose = False
    area: str | None = None
    for segment in _segments(plain):
        found, rest = _of_segment(segment, area, phones)
        area = found[-1].number.partition("-")[0] if found and "-" in found[-1].number else area
        phones += found
        prose = prose or bool(rest and (not found or len(rest) > _NOTE))
    unique = tuple(dict.fromkeys(phones))
    return unique, text.strip() if prose or not unique else None


@remembered
def parse_contact(text: str) -> Contact:
    """Read a way of asking or complaining: phones, web address and address; prose is kept in ``text``."""
    urls = _URL.findall(text)
    without = _URL.sub(" ", _URL_LABEL.sub(" ", text))
    phones, prose = parse_phones(without) if without.strip(" ;；,，。、:：") else ((), None)
    address = _ADDRESS.search(without.translate(_WIDTHS))
    return Contact(
        phones=phones,
        url=urls[0].rstrip(".,;") if urls else None,
        address=address["address"].strip() if address else None,
        text=text.strip() if prose or len(urls) > 1 else None,
    )


def _segments(text: str) -> list[str]:
    """Split at separators outside asides; a short tail (87654321/22) stays with the number that it varies."""
    text = _ASIDE.sub(_hidden, text)
    parts, start = [], 0
    for hit in _SEPARATORS.finditer(text):
        if hit.group() in "/、" and _TAIL.match(text, hit.start()) and not _EMERGENCY.match(text, hit.end()):
            continue
        parts.append(text[start : hit.start()])
        start = hit.end()
    parts.append(text[start:])
    return [part for part in (one.strip(" .。").translate(_SHOWN) for one in parts) if part]


def _hidden(aside: re.Match[str]) -> str:
    """Hide the separators of an aside that names no number: （工作日：8:00-12:00，14:00-17:00）."""
    return aside.group() if _NUMBER.search(aside["inside"]) else aside.group().translate(_HIDDEN)


def _of_segment(segment: str, area: str | None, before: list[Phone]) -> tuple[list[Phone], str]:
    """Read the numbers of one segment and the words left beside them, which are their note."""
    hits = list(_NUMBER.finditer(segment))
    if not hits:
        return _odd(segment)
    rest = (
        segment[: hits[0].start()]
        + " "
        + " ".join(
            segment[one.end() : after.start() if after else len(segment)]
            for one, after in zip(hits, [*hits[1:], None], strict=True)
        )
    )
    tails = _TAIL.findall(rest)
    note = _words(_TAIL.sub("", rest))
    phones = [_phone(hit, area, note if len(note) <= _NOTE else "") for hit in hits]
    phones += [_varied(phones[-1], tail) for tail in tails]
    return phones, note


def _words(text: str) -> str:
    """Return what a segment says beside its numbers, labels such as 咨询电话 taken out."""
    words = _LABEL.sub("", text).replace("()", "").strip(" \t:")
    inside = _ASIDE.fullmatch(words)
    return inside["inside"].strip() if inside else words.strip("()" if words.count("(") != words.count(")") else "")


def _odd(segment: str) -> tuple[list[Phone], str]:
    """Read a segment that is an emergency number, or a number of the wrong length, kept as it stands."""
    words = _words(segment)
    whole = words.replace(" ", "")
    if _EMERGENCY.fullmatch(whole) or _ODD.fullmatch(whole):
        return [Phone(number=whole)], ""
    return [], words


def _phone(hit: re.Match[str], area: str | None, note: str) -> Phone:
    extension = re.sub(r"[^0-9-]", "", hit["extension"] or "").strip("-") or None
    code = hit["area"] or next((f"0{hit[name]}" for name in ("short_area", "joined_area") if hit[name]), None)
    local = hit["local"] or hit["short_local"] or hit["joined_local"]
    if code and local:
        number = f"{code}-{re.sub(r'[^0-9]', '', local)}"
    elif hit["free"]:
        number = re.sub(r"[^0-9]", "", hit["free"])
    else:
        number = hit["mobile"] or hit["hotline"] or (f"{area}-{hit['plain']}" if area else hit["plain"])
    return Phone(number=number, extension=extension, note=note or None)


def _varied(phone: Phone, tail: str) -> Phone:
    """Return the number whose last digits are ``tail`` (87654321/22), or the other extension (8001/8002)."""
    if phone.extension:
        return Phone(number=phone.number, extension=tail, note=phone.note)
    return Phone(number=phone.number[: -len(tail)] + tail, note=phone.note)
