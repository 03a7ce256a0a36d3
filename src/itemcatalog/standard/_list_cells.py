"""A corrected list in the text of its cell: entries that do not change, and all words around them, stay as written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

import attrs

from itemcatalog.comparison import format_key, show_value, similarity
from itemcatalog.comparison._sets import align
from itemcatalog.comparison._show import show_basis
from itemcatalog.findings import Text
from itemcatalog.formats._entry_texts import NOTHING, OPEN, entries_of_text
from itemcatalog.formats._grammar import (
    BLANKS,
    plain,
    remark_below,
    split_citations,
    split_list,
    split_steps,
    split_words,
)
from itemcatalog.formats._shapes import LISTS, MAIN
from itemcatalog.formats._written import texts_of
from itemcatalog.model import Item, LegalBasis, Material, Question, SpecialProcedure, Step, empty, value_at
from itemcatalog.standard._adopt import entry_key
from itemcatalog.standard._spans import Entries, ListStyle, laid_out
from itemcatalog.text import normalise

__all__ = ["WORD_LISTS", "list_text", "new_entries", "part_text", "style_of", "word_text"]

WORD_LISTS = frozenset({"target_groups", "handling_forms", "review_methods", "delivery", "levels", "aliases", "themes"})
_NO_STYLE = Text("条目的写法不一，须人工更正", "the entries are not written in one way; to be corrected by hand")
_NO_ENTRIES = Text(
    "单元格的条目与读出的不符，须人工更正", "the entries of the cell are not those that were read; by hand"
)
_COUNTED = Text("说明文字提到条目的序号或数目，须人工更正", "words around the list name its entries by number; by hand")
_REMARKED = Text("清单下另有说明，须人工更正", "a remark stands below the list; to be corrected by hand")
_NO_PART = Text(
    "有的条目没有这一列的内容，须人工更正", "some entries have nothing for this column; to be corrected by hand"
)
# Laws and answers are of many sentences; what they quote is theirs.
_LONG = ("legal_bases", "faq", "fees.items")
_SENTENCE = re.compile(r"(?<=[。；;])|\n")
_INNER = re.compile(r"\s*(?:[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])")
_NOTE = re.compile(r"[（(\s]*(?:附?注|备注|说明)\s*[0-9一二三]?\s*[：:]|https?://")
_NAMES_ENTRY = re.compile(r"(?<![条款])第[（(]?[0-9一二三四五六七八九十]{1,3}[）)]?项")
_COUNTS_ENTRIES = re.compile(r"[0-9一二两三四五六七八九十]\s*[项种条类]")


def style_of(texts: Iterable[str], path: str) -> ListStyle:
    """Return how a column writes its lists, by the first of its texts that holds several entries in one way."""
    for text in texts:
        laid = laid_out(text, _pieces(path, text))
        if laid is not None and laid.style is not None:
            return laid.style
    return ListStyle(separator="、", close=None) if path in WORD_LISTS else ListStyle()


def _pieces(path: str, text: str) -> list[str]:
    """Return the texts of the entries of a cell, as the reader divides it."""
    if not text.strip() or normalise(text) in BLANKS or (path in OPEN and plain(text) in NOTHING):
        return []
    split = {"procedure": split_steps, "legal_bases": split_citations}.get(path)
    return list(split(text) if split else split_words(text) if path in WORD_LISTS else split_list(text))


def list_text(
    was: Item, item: Item, path: str, before: str, style: ListStyle, columns: Collection[str] = ()
) -> str | Text:
    """Return the text of the cell of a list of nouns; else the reason why a person must write it.

    ``was`` is the item as it was read, ``columns`` the paths of all columns of the sheet.
    """
    pieces = _pieces(path, before)
    if pieces and _key(entries_of_text(path, before)) != _key(n for one in pieces for n in entries_of_text(path, one)):
        return _NO_ENTRIES
    entries = new_entries(was, item, path, pieces, columns)
    return entries if isinstance(entries, Text) else _put(path, before, pieces, entries, style)


def word_text(was: Item, item: Item, path: str, before: str, style: ListStyle) -> str | Text:
    """Return the text of the cell of a list of words (服务对象)."""
    pieces, old, new = _pieces(path, before), value_at(was, path), value_at(item, path)
    if len(pieces) != len(old):
        return _NO_ENTRIES
    places = {word: n for n, word in enumerate(old)}
    entries = [(places.get(one), pieces[places[one]] if one in places else show_value(one)) for one in new]
    return _put(path, before, pieces, entries, style)


def part_text(was: Item, item: Item, path: str, before: str, style: ListStyle) -> str | Text:
    """Return the text of a column that holds one part of every entry (材料名称, 份数)."""
    root = path.rpartition(".")[0]
    new, old = texts_of(item, path), texts_of(was, path)
    if any(new) and not all(new):
        return _NO_PART
    if not any(new):
        return ""
    pieces = _pieces(path, before)
    if len(pieces) not in (0, len(old)):
        return _NO_ENTRIES
    lost = _lost(root, pieces, old, new) if path == f"{root}.{MAIN[root]}" else None
    if lost is not None:
        return lost
    pairs = _pairs(root, value_at(was, root), value_at(item, root)) if pieces else {}
    entries = [
        (pairs.get(n), pieces[pairs[n]] if n in pairs and old[pairs[n]] == text else text) for n, text in enumerate(new)
    ]
    return _put(path, before, pieces, entries, style)


def _put(path: str, before: str, pieces: Sequence[str], entries: Entries, style: ListStyle) -> str | Text:
    if not pieces:
        return style.join([text for _, text in entries])
    laid = laid_out(before, pieces)
    if laid is None:
        return _NO_ENTRIES
    if not entries:
        return _NO_STYLE if laid.words.strip() else ""
    kept = [text for place, text in entries if place is not None]
    moved = [place for place, _ in entries] != list(range(len(pieces)))
    named = any(map(_NAMES_ENTRY.search, (laid.words, *kept))) or _COUNTS_ENTRIES.search(laid.words)
    if moved and named and "《" not in before:
        return _COUNTED
    goes_on = entries[-1][0] != len(pieces) - 1
    if goes_on and path not in _LONG and next(_beside(pieces[-1], True), None):
        return _REMARKED
    return laid.rewritten(entries, style) or _NO_STYLE


def new_entries(
    was: Item, item: Item, path: str, pieces: Sequence[str], columns: Collection[str] = ()
) -> Entries | Text:
    """Return the texts of the entries of a list, each with the number of the old one in whose place it stands.

    ``pieces`` are the texts that stood there: an entry that does not change keeps its characters. A reason instead
    where words of an old entry, or a part that should stay, would be lost.
    """
    old, new = value_at(was, path), value_at(item, path)
    if path not in LISTS:
        return [(None, show_value(one)) for one in new] if isinstance(new, tuple) else []
    if pieces and len(pieces) != len(old):
        return _NO_ENTRIES
    pairs = _pairs(path, old, new) if pieces else {}
    apart = frozenset(one for one in columns if one.startswith(f"{path}."))
    found: list[tuple[int | None, str]] = []
    for n, entry in enumerate(new):
        place = pairs.get(n)
        told = _entry(path, entry, apart, None if place is None else pieces[place])
        if place is not None and (_bare(entry) == _bare(old[place]) or told == _entry(path, old[place], apart, None)):
            told = pieces[place]
        elif place is not None and (part := _part_lost(path, pieces[place], told, entry)):
            return part
        found.append((place, told))
    return _lost(path, pieces, pieces, [text for _, text in found]) or found


def _pairs(path: str, old: Sequence[Any], new: Sequence[Any]) -> dict[int, int]:
    """Return which old entry each new one continues, by their numbers."""
    same = {n: m for n, one in enumerate(new) for m, other in enumerate(old) if _bare(one) == _bare(other)}
    return dict(align(new, old, entry_key(path), similarity)[0]) | same


def _bare(entry: Any) -> Any:
    """Return an entry without its number."""
    return attrs.evolve(entry, order=None) if hasattr(entry, "order") else entry


def _key(nouns: Any) -> list[Any]:
    return [_bare(one) for one in nouns]


def _lost(path: str, pieces: Sequence[str], old: Sequence[str], new: Sequence[str]) -> Text | None:
    """Return why entries cannot be written over: one that goes or changes holds sentences that no new one has."""
    if path in _LONG:
        return None
    told = format_key("".join(new))
    for number, piece in enumerate(pieces):
        if old[number] in new:
            continue
        for words in _beside(piece, number + 1 == len(pieces)):
            if format_key(words) not in told:
                shown = words.strip()[:20]
                return Text(
                    f"条目中另有说明（{shown}），须人工更正", f"an entry says more ({shown}); to be corrected by hand"
                )
    return None


def _beside(piece: str, last: bool) -> Iterator[str]:
    """Yield what stands in an entry beside it: notes, lines without a number, and sentences behind the last entry."""
    if note := _NOTE.search(piece):
        yield piece[note.start() :]
    parts = [part for part in (_SENTENCE.split(piece) if last else piece.split("\n")) if part.strip()]
    yield from (part for part in parts[1:] if not _INNER.match(part))


def _part_lost(path: str, piece: str, told: str, entry: Any) -> Text | None:
    """Return a reason where a part that the old text carries, and that should stay, is not in the new one."""
    before, after = entries_of_text(path, piece), entries_of_text(path, told)
    if len(before) != 1 or len(after) != 1:
        return _NO_ENTRIES
    for name in (a.name for a in attrs.fields(type(entry))):
        had, has, wanted = (getattr(one, name) for one in (before[0], after[0], entry))
        if not empty(had) and not empty(wanted) and empty(has):
            return Text("条目另有内容，写入会丢失，须人工更正", "a part of the entry would be lost; by hand")
    return None


def _entry(path: str, entry: Any, apart: Collection[str], before: str | None) -> str:
    """Write one entry as one text; ``apart`` are the parts of it that have columns, ``before`` is what stood there."""
    if isinstance(entry, LegalBasis):
        return show_basis(entry)
    if isinstance(entry, Step):
        return f"{entry.step}（{entry.limit}）" if entry.limit is not None else entry.step
    if isinstance(entry, Question):
        return f"问：{entry.question}答：{entry.answer}" if entry.answer else entry.question
    if isinstance(entry, SpecialProcedure):
        return entry.text or entry.kind or ""
    if isinstance(entry, Material):
        return _material(path, entry, apart, before)
    if path == "fees.items":
        return entry.standard or entry.name or ""
    return str(getattr(entry, MAIN[path]) or "")


def _material(path: str, entry: Material, apart: Collection[str], before: str | None) -> str:
    """Write a material with its copies, and what the old text said beside them: in its bracket (A4纸), and below it."""
    counts = (("原件", "originals", entry.originals), ("复印件", "copies", entry.copies))
    told = [f"{word}{n}份" for word, part, n in counts if n is not None and f"{path}.{part}" not in apart]
    was = entries_of_text(path, before)[0] if before else None
    aside = (was.form or was.extra.get("备注")) if was is not None else None
    told += [aside] if aside in (entry.form, entry.extra.get("备注")) and aside else []
    remark = remark_below(before or "")[1]
    below = f"\n{remark}" if remark and remark == entry.fill_note else ""
    return f"{entry.name}（{'，'.join(told)}）{below}" if told else f"{entry.name}{below}"
