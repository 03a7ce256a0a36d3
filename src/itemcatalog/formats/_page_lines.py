"""Lines of a page as entries: without the numbers that count them, and what stands in one list element together."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from itemcatalog.formats._page import PageText
from itemcatalog.formats._record import Cell

__all__ = [
    "LONGEST_LABEL",
    "MEASURED",
    "begins_count",
    "bold_as_headings",
    "by_entry",
    "follows",
    "goes_on",
    "inline_pairs",
    "is_bold",
    "is_label_text",
    "labelled",
    "labelled_lines",
    "numbering",
    "pairs_of",
    "several_places",
    "spaced",
    "texts_under_headings",
    "unnumbered",
    "unnumbered_lines",
    "without_number",
]

_LABELLED = re.compile(r"([^：:\n]{1,24})[：:]\s*(.*)", re.DOTALL)
_BRACKETED = re.compile(r"[【〖]([^】〗\n]{2,24})[】〗]\s*[：:]?\s*(.*)", re.DOTALL)
_SPACED = re.compile(r"([\u4e00-\u9fff、]{4,12}) +([^ ：:].{0,80})")
_OPENING = ("【", "〖")
# What is longer is no label, wherever it stands.
LONGEST_LABEL = 24
# A label behind the end of the value before it, in one line: …8710；投诉电话：…
_INLINE = re.compile(r"(?:^|[；;。，,\s])\s*([^：:；;。，,\s]{2,14})\s*[：:]")
_HAN = "一二三四五六七八九十"
_NUMBERS = frozenset(f"{_HAN}（(0123456789")
# What stands behind a number that counts something and numbers nothing: 3 个工作日, 2 份.
MEASURED = r"(?:个?工作日|[个天日年月份号种项元次小分])"
_NUMBERING = re.compile(
    rf"\s*(?:(?P<han>[{_HAN}]{{1,3}}[、.．])|(?P<han_in_brackets>[（(][{_HAN}]{{1,3}}[）)])"
    rf"|(?P<decimal>[0-9]{{1,2}}(?:\.[0-9]{{1,2}}){{1,3}}(?![0-9])|[0-9]{{1,2}}\s+(?=[\u4e00-\u9fff]{{2}})(?!{MEASURED}))|(?P<dotted>[0-9]{{1,2}}[、.．](?![0-9]))|(?P<in_brackets>[（(][0-9]{{1,2}}[）)]))"
)
_NUMBER = re.compile(r"[(（]?(?P<number>[0-9]{1,2})(?:[)）][、.．]?|[、.．])\s*(?=\S)(?![0-9])")
_ASIDE = 30
_PREFIX = re.compile(rf"^(?:[（(]?(?:[{_HAN}]{{1,3}}|[0-9]{{1,2}})[）)、.．]+)\s*")
_BOLD = ("b", "strong", "em", "h5", "h6")
_SHORT = 14
_HEADS = ("han", "dotted", "decimal", "bracketed_label")


def is_label_text(text: str) -> bool:
    """Return whether a text is short enough for a label and on one or two lines."""
    return 0 < len(text) <= LONGEST_LABEL and text.count("\n") < 2


def labelled(text: str) -> tuple[str, str] | None:
    """Tell ``标签：值`` and ``【标签】值`` apart into label and value; None for any other text."""
    if text[:1] in _OPENING and (found := _BRACKETED.fullmatch(text)):
        return f"【{found[1]}】", found[2]
    start = text[: LONGEST_LABEL + 1]
    found = _LABELLED.fullmatch(text) if "：" in start or ":" in start else None
    return (found[1], found[2]) if found else None


def spaced(text: str) -> tuple[str, str] | None:
    """Tell a label from the value behind a blank (咨询电话 0827-5281001); None for any other text."""
    found = _SPACED.fullmatch(text)
    return (found[1], found[2]) if found else None


def labelled_lines(text: str, is_label: Callable[[str], bool]) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the lines above the first ``标签：值``, and the pairs; a line without a label belongs to the one above."""
    above: list[str] = []
    pairs: list[tuple[str, str]] = []
    for line in text.split("\n"):
        found = labelled(line) or ((line, "") if numbering(line) in _HEADS and len(line) <= _SHORT else None)
        if found and is_label(found[0]):
            pairs.append(found)
        elif pairs:
            pairs[-1] = (pairs[-1][0], f"{pairs[-1][1]}\n{line}".lstrip("\n"))
        elif line.strip():
            above.append(line)
    return above, pairs


def inline_pairs(text: str, is_label: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return several ``标签：值`` that follow one another in one line, each behind ； 。 or a blank; else nothing."""
    if text.count("：") + text.count(":") < 2:
        return []
    cuts = [found for found in _INLINE.finditer(text) if is_label(found[1])]
    if len(cuts) < 2 or text[: cuts[0].start(1)].strip():
        return []
    ends = [one.start() for one in cuts[1:]] + [len(text)]
    return [(one[1], text[one.end() : end].strip(" ；;，,")) for one, end in zip(cuts, ends, strict=True)]


def numbering(text: str) -> str:
    """Return the form in which a text is numbered (一、 · （一） · 1、 · （1） · 【】); empty for none."""
    if text[:1] in _OPENING:
        return "bracketed_label"
    found = _NUMBERING.match(text) if text.lstrip()[:1] in _NUMBERS else None
    return found.lastgroup or "" if found else ""


def goes_on(before: str, after: str) -> bool:
    """Whether a text is numbered as the next one behind another: 3. behind 2."""
    one, two = _NUMBERING.match(before), _NUMBERING.match(after)
    if one is None or two is None or one.lastgroup != two.lastgroup or one.lastgroup == "decimal":
        return False
    return _value_of(two[0]) == _value_of(one[0]) + 1


def without_number(text: str) -> str:
    """Return a heading or label without the number before it: 一、 · （一） · 1. · （1）."""
    return _PREFIX.sub("", text)


def is_bold(block: PageText) -> bool:
    """Whether a text is drawn bold by its element."""
    return getattr(block.origin, "tag", "") in _BOLD


def begins_count(text: str) -> bool:
    """Whether a text is numbered as the first of several."""
    found = _NUMBERING.match(text)
    return found is not None and found.lastgroup != "decimal" and _value_of(found[0]) == 1


def _value_of(number: str) -> int:
    digits = "".join(filter(str.isdigit, number))
    return int(digits) if digits.isascii() and digits else _HAN.find(number.strip(" （(、.．）)")) + 1


def follows(label: str, before: str) -> bool:
    """Whether a label is numbered as the one before it: they stand side by side, neither is a part of the other."""
    form = numbering(label)
    return form != "" and form == numbering(before)


def unnumbered(texts: list[str]) -> list[str]:
    """Take the numbers off the entries of a list where they count from one."""
    found = [_NUMBER.match(text) for text in texts]
    numbers = [int(hit["number"]) if hit else 0 for hit in found]
    if numbers != list(range(1, len(texts) + 1)):
        return texts
    return [text[hit.end() :] for text, hit in zip(texts, found, strict=True) if hit]


def by_entry(path: str, texts: list[PageText]) -> list[str]:
    """Join what stands in one list element: the name of a material, and under it how many copies."""
    entries: dict[int, list[str]] = {}
    group = texts[0].group
    for at, one in enumerate(texts):
        inside = one.scope.index(group) + 1 if group in one.scope else len(one.scope)
        key = id(one.scope[inside]) if inside < len(one.scope) else -1 - at
        entries.setdefault(key, []).append(one.text)
    return [_one_entry(path, *lines) for lines in entries.values()]


def _one_entry(path: str, first: str, *rest: str) -> str:
    if path != "materials" or not rest or any(len(one) > _ASIDE or "\n" in one for one in rest):
        return "\n".join((first, *rest))
    return f"{first}（{'；'.join(rest)}）"


def unnumbered_lines(text: str) -> str:
    """Take the numbers off the lines of a text where they count from one."""
    return "\n".join(unnumbered([line.strip() for line in text.split("\n") if line.strip()]))


def several_places(row: Mapping[str, Cell]) -> list[Mapping[str, Cell]]:
    """Return a place for each numbered line of an address; other numbered lines of as many go with them."""
    address = row.get("address")
    lines = _numbered(address.value) if address else []
    if len(lines) < 2:
        return [row]
    places: list[Mapping[str, Cell]] = []
    for at in range(len(lines)):
        parts = {name: (cell, _numbered(cell.value)) for name, cell in row.items()}
        places.append(
            {
                name: attrs.evolve(cell, value=values[at]) if len(values) == len(lines) else cell
                for name, (cell, values) in parts.items()
            }
        )
    return places


def _numbered(value: object) -> list[str]:
    """Return the lines of a text that count from one, without their numbers; else nothing."""
    if not isinstance(value, str) or "\n" not in value:
        return []
    lines = [line.strip() for line in value.split("\n") if line.strip()]
    plain = unnumbered(lines)
    return plain if plain != lines else []


def bold_as_headings(content: Sequence[PageText]) -> list[PageText]:
    """Return the texts with short bold ones as sub-headings, where bold names and plain texts stand in turn."""
    bold = [is_bold(one) and len(one.text) <= _SHORT for one in content]
    if len(content) < 3 or not bold[0] or sum(bold) < 2 or all(bold) or any(one.level for one in content):
        return list(content)
    return [attrs.evolve(one, level=6) if heavy else one for one, heavy in zip(content, bold, strict=True)]


def texts_under_headings(content: Sequence[PageText]) -> bool:
    """Whether sub-headings structure a text that begins with one."""
    return bool(content) and content[0].level > 0 and not all(one.level for one in content)


def pairs_of(parts: Sequence[str], is_label: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return several ``标签：值`` that stand side by side in the pieces of one line; else nothing."""
    pairs: list[tuple[str, str]] = []
    for part in parts:
        found = _LABELLED.match(part)
        if found and is_label(found[1]):
            pairs.append((found[1], found[2]))
        elif pairs:
            label, value = pairs[-1]
            pairs[-1] = (label, f"{value} {part}" if value else part.lstrip("：:"))
        else:
            return []
    return pairs if len(pairs) > 1 else []
