"""Entries of materials (申请材料) as pages draw them: a name, and beside or below it copies, necessity, form, links."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from itemcatalog.formats._entry_texts import counts_in
from itemcatalog.formats._page import PageText
from itemcatalog.formats._page_lines import begins_count
from itemcatalog.formats._record import Cell

__all__ = ["asides_of", "count_and_asides", "counted", "is_link_line", "with_asides", "without_headings"]

_KINDS = r"原件(?:正本|副本)?|正本|复印件(?:正本|副本)?|副本"
_PLAIN_COUNT = re.compile(r"[0-9]{1,2}\s*份?|[一二三四五六七八九十两]份")
_KIND_OF_COUNT = {"原件": "originals", "正本": "originals", "复印件": "copies", "副本": "copies"}
_BARE_COUNT = re.compile(r"([0-9]{1,2})\s*份?")
_NECESSITY = re.compile(r"(?:非|不)?必[要需须]|(?:可|容)缺|必要时?提供|可选|选填")
_SOURCE = re.compile(r"申请人(?:自备|提供)|政府部门(?:核发|出具)|中介机构(?:出具)?|(?:其他)?部门核发")
_FORM = re.compile(r"纸质(?:材料|版)?|电子(?:材料|版|文件|证照)?|纸质[或和/、]电子(?:版)?|电子[或和/、]纸质(?:版)?")
_KIND = re.compile(rf"{_KINDS}|原件[和及、/或]复印件")
_BETWEEN = re.compile(r"[|｜/、，,；;\s]+")
_LINKS = re.compile(
    r"(?:空白|示例|样例|示范|填写)?(?:表格|样表|样例|样本|范本|模板|文本|空表|附件|表样)(?:下载|预览|查看)?"
    r"|查看(?:详情|更多|样例|样本|样表|范本|附件)?|下载|预览|详情|在线填写|点击(?:下载|查看)|更多|展开|收起"
)
_REMARK = re.compile(r"^[（(]?(?:说明|备注|要求|份数|数量)[：:]\s*")
_NUMBER = re.compile(r"^(?:[（(][0-9]{1,2}[）)]|[0-9]{1,2}[、.．])\s*(?![0-9])")
_LEADING = re.compile(r"[（(]?[0-9]{1,2}[）)]?[、.．]?")
# Words of a legend above the list, no materials.
_LEGEND = frozenset({"需提交", "可共享", "免提交", "需提供", "免提供", "必交", "选交", "已共享"})
# A heading over some of the materials, which are counted from one below it: 申请类材料, 共性材料.
_CATEGORY = re.compile(
    r"(?:[一-鿿]{1,4}类|共性|个性|基本|基础|通用|公共|共同|必备|必交|主要|申请|申报|其他|其它|特殊|补充|辅助|相关|配套|附加)(?:申请|申报|证明)?(?:材料|资料|要件|证件)|[一-鿿]{2,4}类"
)
# A remark below the name that it belongs to: （非应届毕业生免提交）.
_IN_BRACKETS = re.compile(r"[（(][^（()）]{3,}[）)]")
_LONGEST = 30


def asides_of(text: str) -> dict[str, str]:
    """Return what a short text says of the material above it; empty where it says anything else."""
    if not text or len(text) > _LONGEST:
        return {}
    counts, rest = counts_in(_NUMBER.sub("", _REMARK.sub("", text)))
    said = {name: str(count) for name, count in counts.items()}
    for piece in filter(None, _BETWEEN.split(rest.strip("（() ）"))):
        name = _meaning(piece)
        if name is None or name in said:
            return {}
        said[name] = piece
    return said


def count_and_asides(text: str) -> tuple[str, dict[str, str]]:
    """Tell a bare number of copies from what stands behind it in its line (1 必要); the text alone for any other."""
    number, _, behind = text.partition(" ")
    said = asides_of(behind) if _BARE_COUNT.fullmatch(number) else {}
    return (number, said) if said else (text, {})


def _meaning(piece: str) -> str | None:
    forms = (("source", _SOURCE), ("necessity", _NECESSITY), ("form", _FORM), ("kind", _KIND), ("pages", _PLAIN_COUNT))
    return next((name for name, form in forms if form.fullmatch(piece)), None)


def _entry_and_asides(block: PageText) -> tuple[str, dict[str, str]]:
    """Tell the pieces of one line apart: its number, the name of a material, and what is said of it behind."""
    pieces = list(block.parts) if len(block.parts) > 1 else [block.text]
    if len(pieces) == 1:
        return block.text, {}
    said: dict[str, str] = {}
    if _LEADING.fullmatch(pieces[0]):
        pieces = pieces[1:]
    while len(pieces) > 1 and _LINKS.fullmatch(pieces[-1]):
        pieces = pieces[:-1]
    while len(pieces) > 1 and (more := asides_of(pieces[-1])) and said.keys().isdisjoint(more):
        said = more | said
        pieces = pieces[:-1]
    changed = len(pieces) < len(block.parts)
    return ("".join(pieces) if changed else block.text), said


def with_asides(texts: Sequence[PageText]) -> list[tuple[PageText, Mapping[str, str]]]:
    """Return the entries of materials, each with what stands beside or below it; nothing where no text is an aside."""
    entries: list[tuple[PageText, dict[str, str]]] = []
    for at, one in enumerate(texts):
        if one.text in _LEGEND or (_CATEGORY.fullmatch(one.text) and begins_count(_text_after(texts, at))):
            continue
        if entries and _IN_BRACKETS.fullmatch(one.text) and not asides_of(one.text):
            above, said = entries[-1]
            entries[-1] = (attrs.evolve(above, text=above.text + one.text, parts=()), said)
            continue
        below = asides_of(one.text)
        if below and entries and entries[-1][1].keys().isdisjoint(below):
            entries[-1][1].update(below)
            continue
        name, said = _entry_and_asides(one)
        entries.append((one if name == one.text else attrs.evolve(one, text=name, parts=()), said))
    return list(entries) if any(said for _, said in entries) or len(entries) < len(texts) else []


def counted(entry: dict[str, Cell]) -> dict[str, Cell]:
    """Say of what a bare number of copies counts, where the kind beside it is original or copy alone."""
    pages = entry.get("pages")
    kinds = [str(entry[name].value).strip() for name in ("kind", "form") if name in entry]
    name = next((_KIND_OF_COUNT[kind] for kind in kinds if kind in _KIND_OF_COUNT), None)
    number = _BARE_COUNT.fullmatch(str(pages.value).strip()) if pages else None
    if name is None or number is None or pages is None or not entry.keys().isdisjoint(("originals", "copies")):
        return entry
    rest = {key: cell for key, cell in entry.items() if key != "pages"}
    return rest | {name: attrs.evolve(pages, value=number[1])}


def _text_after(texts: Sequence[PageText], at: int) -> str:
    return texts[at + 1].text if at + 1 < len(texts) else ""


def without_headings(texts: Sequence[PageText], *, named: bool) -> list[PageText]:
    """Return the texts of materials without sub-headings among them: each is a material where only asides follow."""
    if not any(one.level for one in texts):
        return list(texts)
    entries = named or all(one.level or not one.text or asides_of(one.text) for one in texts)
    return [attrs.evolve(one, level=0) if one.level else one for one in texts if entries or not one.level]


def is_link_line(text: str, is_label: Callable[[str], bool]) -> bool:
    """Whether a line below the name of a material holds nothing but the words of links (空白表格 · 示例样表)."""
    words = text.split()
    return bool(words) and all(_LINKS.fullmatch(word) or is_label(word) for word in words)
