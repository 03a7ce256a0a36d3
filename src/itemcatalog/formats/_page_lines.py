"""Lines of a page as entries: without the numbers that count them, and what stands in one list element together."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from itemcatalog.formats._page import PageText

__all__ = ["LABELLED", "by_entry", "pairs_of", "texts_under_headings", "unnumbered", "unnumbered_lines"]

LABELLED = re.compile(r"([^：:\n]{1,24})[：:]\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"[(（]?(?P<number>[0-9]{1,2})(?:[)）][、.．]?|[、.．])\s*(?=\S)(?![0-9])")
_ASIDE = 30


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


def texts_under_headings(content: Sequence[PageText]) -> bool:
    """Whether sub-headings structure a text that begins with one."""
    return bool(content) and content[0].level > 0 and not all(one.level for one in content)


def pairs_of(parts: Sequence[str], is_label: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Return several ``标签：值`` that stand side by side in the pieces of one line; else nothing."""
    pairs: list[tuple[str, str]] = []
    for part in parts:
        found = LABELLED.match(part)
        if found and is_label(found[1]):
            pairs.append((found[1], found[2]))
        elif pairs:
            label, value = pairs[-1]
            pairs[-1] = (label, f"{value} {part}" if value else part.lstrip("：:"))
        else:
            return []
    return pairs if len(pairs) > 1 else []
