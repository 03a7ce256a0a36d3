"""Laws and regulations (法律法规) as facts: title, level, area, version. Their absence here proves nothing.

The table holds national texts and those of some provinces, none of Fujian. ``expired`` is known for a part only;
None is unknown, not valid. Local statutes (地方性法规) and local rules (政府规章) are one class in the source;
they are told apart here only where the title does it beyond doubt, else the level stays unknown.
"""

from __future__ import annotations

import functools
import re
from datetime import date

from attrs import define

from itemcatalog.codes._clean import halfwidth
from itemcatalog.codes._tables import day, rows

__all__ = ["LawEnding", "LawEntry", "find_law", "find_laws", "law_ending", "law_key", "law_titles_like", "laws"]

_MARKS = r"[《》〈〉<>「」“”\"'‘’\s]"
#: (2018年修正), (2019修订), (2017年10月7日修订版): the edition that a citation names.
_EDITION = (
    r"\((?:(?:19|20)[0-9]{2}年?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日)?)?"
    r"(?:第[一二三四五]次)?(?:修订|修正|修改)?[版本]?\)$"
)
_STATE = "中华人民共和国"


@define(frozen=True, slots=True, kw_only=True)
class LawEntry:
    """法律法规: one text that the table knows, in the newest version of its source.

    ``level`` is a name of the list ``legal_levels`` or None; ``level_status`` is observed, derived (from the words
    of the title) or unknown. ``expired`` None = not known. ``articles`` is the number of articles, 0 = not known.
    """

    title: str
    short: str
    level: str | None
    level_status: str
    area: str | None
    version_date: date | None
    valid_from: date | None
    expired: bool | None
    articles: int
    source: str


def law_key(title: str) -> str:
    """Return a title as titles are compared: without 《》, quotes and blanks, half-width brackets.

    >>> law_key("《国务院关于修改〈道路运输条例〉的决定（试行）》")
    '国务院关于修改道路运输条例的决定(试行)'
    """
    return re.sub(_MARKS, "", halfwidth(title).replace("〔", "(").replace("〕", ")"))


def _entry(row: dict[str, str]) -> LawEntry:
    return LawEntry(
        title=row["title"],
        short=row["short"] or row["title"].removeprefix(_STATE),
        level=row["level"] or None,
        level_status=row["status"],
        area=row["area"] or None,
        version_date=day(row["version_date"]),
        valid_from=day(row["valid_from"]),
        expired={"1": True, "0": False}.get(row["expired"]),
        articles=int(row["articles"]),
        source=row["source"],
    )


@functools.cache
def laws() -> tuple[LawEntry, ...]:
    """Return every text of the table, sorted by title and area."""
    return tuple(_entry(row) for row in rows("laws.csv"))


@functools.cache
def _index() -> dict[str, tuple[LawEntry, ...]]:
    found: dict[str, tuple[LawEntry, ...]] = {}
    for entry in laws():
        for key in dict.fromkeys((law_key(entry.title), law_key(entry.short))):
            found[key] = (*found.get(key, ()), entry)
    return found


def find_laws(title: str) -> tuple[LawEntry, ...]:
    """Return every text of a full or short title: one title may exist in several areas.

    An edition behind the title, such as （2018年修正）, does not count.
    """
    key = law_key(title)
    plain = re.sub(_EDITION, "", key)
    for candidate in (key, key.removeprefix(_STATE), plain, plain.removeprefix(_STATE)):
        found = _index().get(candidate)
        if found:
            return found
    return ()


def find_law(title: str) -> LawEntry | None:
    """Return the one text of a full or short title, or None when there is none or more than one.

    A national text goes before local ones of the same title.

    >>> find_law("《行政许可法》").title, find_law("中华人民共和国甲乙丙法")
    ('中华人民共和国行政许可法', None)
    """
    found = find_laws(title)
    national = tuple(entry for entry in found if entry.area is None)
    exact = tuple(entry for entry in national or found if law_key(entry.title) == law_key(title))
    best = exact or national or found
    return best[0] if len(best) == 1 else None


def law_titles_like(title: str, limit: int = 10) -> tuple[LawEntry, ...]:
    """Return texts whose titles hold the given one or are held by it, the closest in length first.

    This is a plain search for people; near titles with misspellings are the business of matching.
    """
    key = law_key(title)
    near = [
        (abs(len(known) - len(key)), known, entry)
        for known, entries in _index().items()
        if key and known != key and (key in known or (len(known) > 3 and known in key))
        for entry in entries
    ]
    found = dict.fromkeys(entry for _, _, entry in sorted(near, key=lambda one: (one[0], one[1], one[2].title)))
    return tuple(found)[:limit]


@define(frozen=True, slots=True, kw_only=True)
class LawEnding:
    """法律法规废止: when a text ceased to hold and what took its place (None = nothing did)."""

    title: str
    ended_on: date
    successor: str | None
    source: str


@functools.cache
def _endings() -> dict[str, LawEnding]:
    found: dict[str, LawEnding] = {}
    for row in rows("law_endings.csv"):
        ended = day(row["ended_on"])
        if ended is not None:
            ending = LawEnding(
                title=row["title"], ended_on=ended, successor=row["successor"] or None, source=row["source"]
            )
            found[law_key(row["title"])] = found[law_key(row["title"]).removeprefix(_STATE)] = ending
    return found


def law_ending(title: str) -> LawEnding | None:
    """Return when a full or short title was repealed, None when that is not known: silence proves nothing.

    >>> law_ending("《城市房屋拆迁管理条例》").successor
    '国有土地上房屋征收与补偿条例'
    """
    plain = re.sub(_EDITION, "", law_key(title))
    return _endings().get(plain) or _endings().get(plain.removeprefix(_STATE))
