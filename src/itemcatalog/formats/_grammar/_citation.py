"""The grammar of legal citations (设定依据): 《title》（document number）article, and the quoted text behind it.

Several laws in one cell are several bases; a text without 《》 is kept as text. Nothing of the cell is lost: what
stands in the bracket behind a title beside the number is kept as ``extra["备注"]``.
"""

from __future__ import annotations

import re

import attrs

from itemcatalog.formats._grammar._list import split_list
from itemcatalog.formats._grammar._plain import remembered
from itemcatalog.model import LegalBasis

__all__ = ["parse_citation", "parse_citations", "split_citations"]

_NUMERAL = "0-9０-９〇零一二三四五六七八九十百千两"
_PART = rf"(?:第?[（(]?[{_NUMERAL}]{{1,4}}[）)]?(?:(?:[、，,和及与]|以及)[（(][{_NUMERAL}]{{1,4}}[）)])*[款项目])"
_UNIT = (
    rf"(?:第[{_NUMERAL}]{{1,8}}条(?:之[{_NUMERAL}]{{1,2}})?{_PART}*|第[{_NUMERAL}]{{1,4}}[章节款项目]{_PART}*"
    rf"|第[（(][{_NUMERAL}]{{1,4}}[）)](?:[、，][（(][{_NUMERAL}]{{1,4}}[）)])*[项款]"
    rf"|(?:附件|附表|附录)[{_NUMERAL}]{{0,4}}(?:第[{_NUMERAL}]{{1,4}}[项条款])?)"
)
_ARTICLES = re.compile(rf"[\s，,]*(?:的|中|之)?(?P<article>{_UNIT}(?:(?:[、，,和及与至]|以及|\s|-)*{_UNIT})*)")
_WORD = r"(?:(?![年月日])[\u4e00-\u9fff])"
_YEAR = r"[〔\[［（(【﹝][0-9０-９]{4}[〕\]］）)】﹞]"
_NUMBER = re.compile(
    rf"{_WORD}{{0,16}}?(?:主席令|国务院令|令|公告|通告)(?:第?[0-9０-９〇零一二三四五六七八九十百]{{1,5}}号"
    rf"|(?:{_YEAR}|[0-9０-９]{{4}}年?)第?[0-9０-９]{{1,5}}号)"
    rf"|(?:{_WORD}{{0,12}})?第?[0-9０-９〇零一二三四五六七八九十百]{{1,5}}号令"
    rf"|(?:(?![年月日])[\u4e00-\u9fffA-Za-z]){{1,14}}(?:{_YEAR}|[0-9]{{4}}年?第?(?=[0-9]{{1,5}}号))第?[0-9０-９]{{1,5}}号"
    r"|[A-Z]{1,6}[/／]?[A-Z]{0,2}\s?[0-9]{2,6}(?:[.-][0-9]+)*-[0-9]{4}"
)
_BRACKET = re.compile(r"\s*[（(〔\[](?P<inside>[^（()）]*(?:[（(〔\[][^（()）]*[）)〕\]][^（()）]*)*)[）)〕\]]")
_LEAD = re.compile(
    r"(?:根据|依据|依照|按照|设定依据|法律依据|办理依据|实施依据|审批依据|行使依据|法定依据|法律|行政法规|地方性法规|部门规章|规章|规范性文件|政策文件|"
    r"主要|【[^】]{1,12}】|\[[^\]]{1,12}\]|[0-9]{1,2}[.、．)）]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、|[、，,；;：:和及与\s])*+"
)
_BLANK = re.compile(r"\s*")
_ISSUER = re.compile(r"[\u4e00-\u9fff、，\s]{2,40}?(?:部|委|局|厅|院|会|署|行|府|办|办公室|委员会|中心|中央)")
_JOINT = re.compile(r"[\s、，,；;。和及与]*(?:以及|并|或)?(?:根据|依据|依照|按照)?\s*(?:【[^】]{1,12}】)?\s*(?=《)")
_AMONG = re.compile(
    r"[。；;\n”\"]\s*(?:[0-9]{1,2}[.、．]|[（(][0-9一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九十]{1,2}、)?\s*(?=《)"
)
_TRIVIAL = re.compile(r"[。.]|等?(?:的?(?:有关|相关)?规定)?等?。?")
_SAYS = re.compile(r"\s*(?:明确)?(?:规定|指出|要求)?[：:，,\s]*")


@remembered
def parse_citations(text: str) -> tuple[LegalBasis, ...]:
    """Read the bases that one cell names, entry by entry in their order."""
    return tuple(basis for entry in split_citations(text) for basis in _of_entry(entry))


def parse_citation(text: str) -> tuple[LegalBasis, ...]:
    """Read an entry that is not split at lines or numbers; the whole text is a ``text`` when no title stands in it.

    An entry that names several laws is that many bases; the first keeps the entry as written (``extra["原条"]``).
    """
    bases = _of_entry(text) or [LegalBasis(text=text.strip())]
    if len(bases) > 1:
        bases[0] = attrs.evolve(bases[0], extra={**bases[0].extra, "原条": text.strip()})
    return tuple(bases)


def split_citations(text: str) -> list[str]:
    """Split a cell into its entries; one that names no law continues the one above (a quoted article of many lines)."""
    entries: list[str] = []
    parts = split_list(text)
    cited = any("《" in part for part in parts)
    for part in parts:
        if entries and cited and not _starts_a_law(part):
            entries[-1] += f"\n{part}"
        else:
            entries.append(part)
    return entries


def _starts_a_law(entry: str) -> bool:
    lead = _LEAD.match(entry)
    start = lead.end() if lead else 0
    title = entry.find("《", start)
    return title != -1 and title - start <= 40 and not re.search("[。；;：:]", entry[start:title])


def _of_entry(entry: str) -> list[LegalBasis]:
    bases: list[LegalBasis] = []
    rest = entry.strip()
    while rest:
        basis, rest = _first(rest)
        bases.append(basis)
    return bases


def _first(entry: str) -> tuple[LegalBasis, str]:
    """Read the first basis of an entry; return it with what follows it."""
    lead = _LEAD.match(entry)
    start = lead.end() if lead else 0
    title = entry.find("《", start)
    before = entry[start:title].strip() if title != -1 else ""
    if title == -1 or _title_end(entry, title) == -1 or len(before) > 40:
        return LegalBasis(text=entry), ""
    basis, rest = _read(entry, title)
    return _before(basis, before, entry), rest


def _before(basis: LegalBasis, words: str, entry: str) -> LegalBasis:
    """Take what stands before the title: a document number or the issuing body; else the whole entry is kept."""
    words = words.strip("，,、 ")
    if not words:
        return basis
    if _NUMBER.fullmatch(words) and basis.document_number is None:
        return attrs.evolve(basis, document_number=words)
    if _ISSUER.fullmatch(words):
        return attrs.evolve(basis, issued_by=words)
    return attrs.evolve(basis, text=basis.text if basis.text and words in basis.text else entry)


def _read(entry: str, start: int) -> tuple[LegalBasis, str]:
    """Read the citation whose title opens at ``start``; return it with what follows it in the entry."""
    end = _title_end(entry, start)
    title, position = entry[start + 1 : end].strip(), end + 1
    number, note, position = _brackets(entry, position)
    article = _ARTICLES.match(entry, position)
    if article:
        position = article.end()
        extra_number, extra_note, position = _brackets(entry, position)
        number, note = number or extra_number, note + extra_note
    if following := _JOINT.match(entry, position):
        return _basis(title, number, article, note, ""), entry[following.end() :]
    text, rest = _quoted(entry[position:])
    return _basis(title, number, article, note, text), rest


def _basis(title: str, number: str, article: re.Match[str] | None, note: list[str], text: str) -> LegalBasis:
    words = text.strip().rstrip("，,；;、")
    return LegalBasis(
        title=title,
        document_number=number or None,
        article=article["article"].strip() if article else None,
        text=None if _TRIVIAL.fullmatch(words) else words,
        extra={"备注": "；".join(note)} if note else {},
    )


def _brackets(entry: str, position: int) -> tuple[str, list[str], int]:
    """Read the brackets behind a title: the document number in them, and what else they say."""
    number, notes = "", []
    while found := _BRACKET.match(entry, position):
        position = found.end()
        inside = found["inside"].strip()
        hit = _NUMBER.search(inside)
        if hit and not number:
            number = hit.group()
            inside = (inside[: hit.start()] + inside[hit.end() :]).strip("，,；;、 ")
        if inside:
            notes.append(inside)
    blank = _BLANK.match(entry, position)
    if not number and (hit := _NUMBER.match(entry, blank.end() if blank else position)):
        number, position = hit.group(), hit.end()
    return number, notes, position


def _quoted(text: str) -> tuple[str, str]:
    """Tell the quoted words of an article from the next citation of the entry."""
    said = _SAYS.match(text)
    words = text[said.end() :] if said else text
    for hit in _AMONG.finditer(words):
        end = _title_end(words, hit.end())
        if end != -1 and _ARTICLES.match(words, _brackets(words, end + 1)[2]):
            return words[: hit.end()].rstrip("；;\n "), words[hit.end() :]
    return words, ""


def _title_end(text: str, start: int) -> int:
    """Return where the 》 stands that closes the 《 at ``start``, titles within titles counted; -1 if none."""
    depth = 0
    for position in range(start, min(len(text), start + 400)):
        depth += {"《": 1, "》": -1}.get(text[position], 0)
        if not depth:
            return position
    return text.find("》", start)
