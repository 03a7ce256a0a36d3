"""The entries that the text of one cell holds, for each list of nouns (DESIGN §9 and §10)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from itemcatalog.formats._grammar import (
    parse_citations,
    parse_count,
    parse_limit,
    parse_money,
    parse_procedure,
    parse_special_procedure,
    plain,
    remark_below,
    split_list,
    split_words,
)
from itemcatalog.model import (
    Condition,
    Fee,
    FeeTier,
    Joint,
    Material,
    Question,
    ServicePlace,
    ServiceResult,
    Situation,
    Theme,
)

__all__ = ["NOTHING", "OPEN", "copies_of", "counts_in", "entries_of_text", "fees_of", "is_form"]

# Words that say in a list cell that there is no entry. In conditions, materials and results they stay an entry:
# the office stated them, and a guide shows them.
NOTHING = frozenset(
    {"无", "没有", "暂无", "无需", "不需要", "不涉及", "无特殊环节", "无特别程序", "不适用", "无需特殊环节"}
)

# Lists whose absence is a statement of its own; the word for it is kept in ``extra``.
OPEN = frozenset({"special_procedures", "situations", "faq", "authority.joint", "themes", "limits"})

_COPY = r"(?:原件|正本|复印件|影印件|(?<!正)副本)"
_NUMBER = r"[0-9一二两三四五六七八九十]{1,2}\s*份"
_ONE = rf"(?:{_NUMBER}\s*{_COPY}|{_COPY}(?:(?:[、和及与]|以及){_COPY})?\s*[:：]?\s*(?:各\s*)?{_NUMBER})"
_ALL = rf"{_ONE}(?:\s*[，,、；;和及]?\s*{_ONE})*"
_COUNTS_ONLY = re.compile(rf"[（(]?\s*{_ALL}\s*[）)]?[。；;]?")
_NOTE = r"[^（()）]{1,40}"
_TAIL = r"[^（()），,；;。]{1,12}"
_COUNTED = re.compile(
    rf"(?P<name>.+?)\s*[，,：:]?\s*(?:[（(]\s*(?P<inside>{_ALL})(?:\s*[，,；;、]\s*(?P<note>{_NOTE}))?\s*[）)]"
    rf"|(?P<counts>{_ALL})(?:\s*[（(](?P<behind>{_NOTE})[）)]|\s*[，,；;]\s*(?P<after>{_TAIL}))?)\s*。?"
)
_SETS = re.compile(rf"(?P<name>.+?)\s*[，,：:]?\s*[（(]?\s*一式\s*(?P<number>{_NUMBER})\s*[）)]?\s*。?")
# A copy by its name, and how many: 营业执照复印件（1份）. The words before must not name the original as well.
_COPY_NAMED = re.compile(
    rf"(?P<name>(?:(?!原件|正本|一式).)+?[^、和及与或/])\s*(?P<open>[（(])?(?:复印件|影印件)(?(open)[）)])\s*[（(]\s*(?P<number>{_NUMBER})\s*[）)]"
)
_FORMS = re.compile(r"(?:纸质|电子)(?:件|版|化|材料)?(?:[和或/、](?:纸质|电子)(?:件|版|化|材料)?)?")
# What is counted, from left to right: 1份原件, 原件1份, 原件正本（收）：1; a bare number only at the end of its piece.
_COUNT = re.compile(
    rf"(?P<before>[0-9一二两三四五六七八九十]{{1,3}})\s*份\s*(?P<kind>{_COPY})(?:正本|副本)?"
    rf"|(?P<one>{_COPY})(?:正本|副本)?(?:(?:[、和及与]|以及)(?P<two>{_COPY}))?(?:[（(][^（()）0-9]{{1,6}}[）)])?\s*[:：]?\s*(?:各\s*)?"
    r"(?P<behind>[0-9一二两三四五六七八九十]{1,3})(?:\s*份|(?=\s*(?:$|[，,；;。、/|｜\s（()）])))"
)
# The words for each, the one that counts first.
_WORDS = {"originals": ("原件", "正本"), "copies": ("复印件", "影印件", "副本")}
_CITED = r"(?:《[^《》]+(?:〈[^〈〉]+〉[^《》]*)?》|[\u4e00-\u9fff]{2,10}〔[0-9]{4}〕[0-9]{1,5}号)"
_BASED = re.compile(
    r"(?P<standard>.*?)[，,；;。、\s]*(?:(?:收费)?(?:依据|根据)(?:为|是)?[:：]?\s*)?"
    rf"(?P<basis>{_CITED}(?:\s*[（(][^（()）]{{1,60}}[）)])?(?:第[0-9一二三四五六七八九十百]+条)?(?:[、，,；;和及]?\s*{_CITED}(?:\s*[（(][^（()）]{{1,60}}[）)])?)*)[。；;]?",
    re.DOTALL,
)
_ANSWER = re.compile(r"(?:问[:：]?|Q[:：.])?\s*(?P<question>.+?)\s*(?:答|A)[:：.]\s*(?P<answer>.+)", re.DOTALL)
_ASK = re.compile(r"(?<!^)(?=(?:^|(?<=[\n。；;]))\s*(?:[0-9]{1,2}[.、．]\s*)?(?:问|Q)[:：])")
_ROLES = re.compile(r"(?P<name>.+?)[（(](?P<roles>[^（()）]{1,60})[）)]")
_ROLE = re.compile(
    r"(?:受理|初审|审核|审查|审批|复核|决定|公开|制证|送达|颁证|会同|会签|配合|协办|牵头|办理|核查|备案|证件|制定|文书|征求意见|出具意见|与|和|及)+"
)


def entries_of_text(path: str, text: str) -> list[Any]:
    """Return the nouns that the text of a list cell holds."""
    if path in OPEN and plain(text) in NOTHING:
        return []
    return _READERS[path](text)


def fees_of(text: str) -> list[Fee]:
    """Read the fees of a cell: each standard, and the document behind it (``80元/件，依据《…》``) as its basis."""
    fees: list[Fee] = []
    for entry in split_list(text):
        found = _BASED.fullmatch(entry)
        standard, basis = (found["standard"], found["basis"]) if found else (entry, None)
        if standard:
            fees.append(attrs.evolve(_fee(standard), basis=basis))
        elif fees and fees[-1].basis is None:
            fees[-1] = attrs.evolve(fees[-1], basis=basis)
        else:
            fees.append(Fee(basis=basis))
    return fees


def _fee(text: str) -> Fee:
    """Read one fee: its standard as written, and the tier where it is one amount."""
    money = parse_money(text)
    tiers = (FeeTier(amount=money[0], unit=money[1]),) if money and money[1] else ()
    return Fee(standard=text, tiers=tiers)


def _material(entry: str) -> Material:
    entry, remark = remark_below(entry)
    material = _bare_material(entry)
    return attrs.evolve(material, fill_note=remark) if remark else material


def _bare_material(entry: str) -> Material:
    found = _COUNTED.fullmatch(entry)
    if copies := _COPY_NAMED.fullmatch(entry):
        return Material(name=copies["name"], copies=parse_count(copies["number"]))
    if found is None:
        sets = _SETS.fullmatch(entry)
        return Material(name=sets["name"], pages=parse_count(sets["number"])) if sets else Material(name=entry)
    counts, _ = counts_in(found["inside"] or found["counts"])
    note = (found["note"] or found["behind"] or found["after"] or "").strip()
    form = note if _FORMS.fullmatch(note) else None
    return Material(
        name=found["name"],
        originals=counts.get("originals"),
        copies=counts.get("copies"),
        form=form,
        extra={"备注": note} if note and not form else {},
    )


def copies_of(text: str) -> dict[str, int]:
    """Return the originals and copies that a cell counts and says nothing else (``原件1份，复印件2份``)."""
    return counts_in(text)[0] if _COUNTS_ONLY.fullmatch(text.strip()) else {}


def is_form(text: str) -> bool:
    """Say whether a cell names the form of a material and nothing else (``纸质、电子``)."""
    return _FORMS.fullmatch(text.strip()) is not None


def counts_in(text: str) -> tuple[dict[str, int], str]:
    """Return the originals and copies that a text counts among other words, and the text without these counts."""
    counts: dict[str, int] = {}
    for found in _COUNT.finditer(text):
        number = parse_count(found["before"] or found["behind"])
        for word in (found["kind"] or found["one"], found["two"]):
            if word and number is not None:
                counts.setdefault(word, number)
    named = ((name, next((counts[word] for word in words if word in counts), None)) for name, words in _WORDS.items())
    return {name: count for name, count in named if count is not None}, _COUNT.sub(" ", text)


def _questions(text: str) -> list[Question]:
    parts = [part for part in _ASK.split(text) if part.strip()]
    entries = parts if len(parts) > 1 else [text] if _ANSWER.match(text.strip()) else split_list(text)
    return [_question(entry.strip()) for entry in entries]


def _question(entry: str) -> Question:
    found = _ANSWER.fullmatch(entry)
    return Question(question=found["question"], answer=found["answer"]) if found else Question(question=entry)


def _joint(part: str) -> Joint:
    found = _ROLES.fullmatch(part)
    roles = split_words(found["roles"]) if found else ()
    if found and roles and all(map(_ROLE.fullmatch, roles)):
        return Joint(name=found["name"].strip(), roles=roles)
    return Joint(name=part)


def _words(text: str) -> tuple[str, ...]:
    entries = split_list(text)
    return tuple(dict.fromkeys(entries)) if len(entries) > 1 else split_words(text)


_READERS: Mapping[str, Callable[[str], list[Any]]] = {
    "legal_bases": lambda text: list(parse_citations(text)),
    "themes": lambda text: [Theme(name=word) for word in split_words(text)],
    "situations": lambda text: [Situation(id=word, name=word) for word in dict.fromkeys(_words(text))],
    "limits": lambda text: [parse_limit(entry) for entry in split_list(text)],
    "special_procedures": lambda text: [parse_special_procedure(entry) for entry in split_list(text)],
    "conditions": lambda text: [Condition(text=entry) for entry in split_list(text)],
    "materials": lambda text: [_material(entry) for entry in split_list(text)],
    "procedure": lambda text: list(parse_procedure(text)),
    "results": lambda text: [ServiceResult(name=entry) for entry in split_list(text)],
    "places": lambda text: [ServicePlace(address=entry) for entry in split_list(text)],
    "faq": _questions,
    "fees.items": fees_of,
    "authority.joint": lambda text: [_joint(part) for part in _words(text)],
}
