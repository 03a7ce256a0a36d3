"""The grammar of a list in one cell (DESIGN §9): lines, numbers, or ； outside brackets.

Numbers are stripped from the entries; an inner numbering (1）2） under 1. 2.) and lines without a number stay in
the entry above them, with their line breaks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from itemcatalog.formats._grammar._plain import remembered

__all__ = ["remark_below", "split_list", "split_words"]

_HAN = "一二三四五六七八九十"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FORMS: dict[str, str] = {
    "bracketed-han": rf"[（(](?P<n>[{_HAN}]{{1,3}})[）)][、.．]?",
    "han": rf"(?P<n>[{_HAN}]{{1,3}})[、.．]",
    "bracketed": r"[（(](?P<n>[0-9０-９]{1,2})[）)][、.．]?",
    "half-bracketed": r"(?P<n>[0-9０-９]{1,2})[）)][、.．]?",
    # A digit behind the point is no number of a list (3.5米), but for the size or count of an entry (3.2寸照片).
    "dotted": r"(?P<n>[0-9０-９]{1,2})(?:[.．](?![0-9０-９](?![0-9]?(?:寸|吋|张|份|套)))|[、](?!\s*[0-9]))",
    "circled": rf"(?P<n>[{_CIRCLED}])",
    "ordinal": rf"第(?P<n>[{_HAN}]{{1,3}})[，、：:]",
}
_MARKERS = {form: re.compile(rf"\s*{pattern}\s*") for form, pattern in _FORMS.items()}
_HEADING = re.compile(rf"[^\n；;。]{{1,80}}?[：:]\s*(?=[（(]?[0-9０-９{_HAN}{_CIRCLED}][）)、.．]|[{_CIRCLED}])")
_NUMBERS = {mark: number for number, mark in enumerate(_CIRCLED, 1)}
_OPEN, _CLOSE = "（(【[〔《〈「『“{", "）)】]〕》〉」』”}"
_SEPARATORS = "、，,；;^|/\n"
_BEFORE_MARK = "；;。，,、.：:）)】》”！!？?→⟶➔➜⇒↓> \t\u3000\n"
# Words that only announce a list: they state nothing that its entries do not. All others stay an entry: they say whom
# or what it is for, or that one of the entries is enough (符合下列条件之一).
_ANNOUNCES = re.compile(
    "(?:申请人|申请者|申请单位|申报单位|当事人|办事人|申请|申报|办理|受理|应当|应该|应|必须|须|需要|需|所|同时|一并|提交|提供|提出|递交|报送|准备"
    "|携带|出示|具备|具有|符合|满足|具体|有关|相关|主要|以下|下列|如下|清单|目录|材料|资料|要件|文件|条件|要求|流程|程序|步骤|环节|的|为|有|是|包括"
    r"|\s)+[：:]"
)
_REMARK = re.compile("(?:^|(?<=\n))[（(]?(?:附?注|备注|说明)[ \t\u3000]*[0-9一二三]?[ \t\u3000]*[：:]")


@remembered
def split_list(text: str) -> tuple[str, ...]:
    """Split the text of one cell into its entries; a text that is no list is one entry.

    >>> split_list("1.身份证；2.申请表（原件；1份）")
    ('身份证', '申请表（原件；1份）')
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not text:
        return ()
    return _by_number(text) or _by_line(text) or _by_semicolon(text)


def remark_below(entry: str) -> tuple[str, str]:
    """Tell an entry from the remark in the lines below it (``身份证⏎注：复印件须盖章``)."""
    found = _REMARK.search(entry, 1)
    return (entry[: found.start()].rstrip(), entry[found.start() :]) if found else (entry, "")


def split_words(text: str, *, blanks: bool = False) -> tuple[str, ...]:
    """Split a short list of names at 、，；^/ and line ends outside brackets (and at blanks if asked)."""
    return _words(text, _SEPARATORS + " \u3000\t") if blanks else _split_words(text)


@remembered
def _split_words(text: str) -> tuple[str, ...]:
    return _words(text, _SEPARATORS)


def _words(text: str, separators: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for part in _outside(text.strip("。 \n"), separators) if part))


def _by_number(text: str) -> tuple[str, ...]:
    """Split at the numbers 1, 2, 3 … of one form, in order, each at a line's start or behind a mark.

    Of several forms the one that stands first is the outer one; words before it that end in ： are an entry unless they
    only announce the list. A 1 without a 2 is one entry with all its lines.
    """
    heading, body = _headed(text)
    form = next((form for form, marker in _MARKERS.items() if _value(marker.match(body)) == 1), None)
    if form is None:
        return ()
    cuts = _cuts(body, _MARKERS[form])
    stated = "" if _ANNOUNCES.fullmatch(heading) else heading
    if len(cuts) < 2:
        return () if stated else _entries([body[cuts[0][1] :]])
    bounds = [end for _, end in cuts], [start for start, _ in cuts[1:]] + [len(body)]
    return _entries([stated, *(body[start:end] for start, end in zip(*bounds, strict=True))])


def _headed(text: str) -> tuple[str, str]:
    """Tell the words before the first number (``申请人应当符合下列条件：``) from the numbered text."""
    found = _HEADING.match(text)
    return (found[0].strip(), text[found.end() :]) if found else ("", text)


def _cuts(text: str, marker: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where the numbers 1, 2, 3 … stand: only at line starts where they do so, else behind a mark."""
    found = [hit for hit in marker.finditer(text) if _value(hit) is not None]
    at_line = [hit for hit in found if _line_start(text, hit)]
    if len(at_line) > 1:
        found = at_line
    cuts: list[tuple[int, int]] = []
    for hit in found:
        start = hit.start() + len(hit.group()) - len(hit.group().lstrip())
        if _value(hit) == len(cuts) + 1 and (not start or text[start - 1] in _BEFORE_MARK or _tight(text, start, hit)):
            cuts.append((start, hit.end()))
    return cuts


def _line_start(text: str, hit: re.Match[str]) -> bool:
    before = text[max(0, hit.start() - 40) : hit.start()].rstrip(" \t\u3000")
    return not before or before[-1] == "\n" or "\n" in hit.group()[: -len(hit.group().lstrip())]


def _tight(text: str, start: int, hit: re.Match[str]) -> bool:
    """Say whether the number cannot be mistaken for words, so that it needs no mark before it."""
    mark = hit.group().strip()
    if mark[-1] in ".．":
        return text[start - 1] not in "第附件表款条项"
    return hit["n"] in _NUMBERS or mark[0] in "（("


def _value(hit: re.Match[str] | None) -> int | None:
    if hit is None:
        return None
    word = hit["n"]
    if word in _NUMBERS:
        return _NUMBERS[word]
    return int(word) if word.isdecimal() else _han(word)


def _han(word: str) -> int | None:
    tens, ten, ones = word.rpartition("十")
    if not ten:
        return _HAN.index(word) + 1 if len(word) == 1 else None
    if len(tens) > 1 or len(ones) > 1:
        return None
    return (_HAN.index(tens) + 1 if tens else 1) * 10 + (_HAN.index(ones) + 1 if ones else 0)


def _by_line(text: str) -> tuple[str, ...]:
    """Split at line ends; a remark (注：…) is no entry, it stays in the one above, with the lines that it numbers."""
    lines: list[str] = []
    remarked = False
    for line in filter(None, map(str.strip, text.split("\n"))) if "\n" in text else ():
        remarked = bool(_REMARK.match(line)) or (remarked and any(one.match(line) for one in _MARKERS.values()))
        if lines and remarked:
            lines[-1] += f"\n{line}"
        else:
            lines.append(line)
    if len(lines) == 1:
        words, remark = remark_below(lines[0])
        *first, last = _by_semicolon(words)
        lines = [*first, f"{last}\n{remark}"]
    return _entries(lines)


def _by_semicolon(text: str) -> tuple[str, ...]:
    parts = _outside(text, "；;")
    whole = [part for part in parts if part]
    if len(whole) > 1 and all(len(part) > 1 for part in whole):
        return _entries(whole)
    return _entries([text])


def _outside(text: str, separators: str) -> list[str]:
    """Split at separators that stand outside brackets; a bracket that never closes counts as none."""
    depth, parts, start = 0, [], 0
    for position, character in enumerate(text):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)
        elif character in separators and not depth:
            parts.append(text[start:position].strip())
            start = position + 1
    if depth and not _balanced(text):
        return [part.strip() for part in re.split(f"[{re.escape(separators)}]", text)]
    return [*parts, text[start:].strip()]


def _balanced(text: str) -> bool:
    return sum(map(text.count, _OPEN)) == sum(map(text.count, _CLOSE))


def _entries(parts: Iterable[str]) -> tuple[str, ...]:
    stripped = (part.strip().rstrip("；;").strip() for part in parts)
    return tuple(part for part in stripped if part)
