"""Headings that are drawn and not marked (栏目标题): told by how the known labels of the same page are drawn."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from itemcatalog.formats._page import Block, Page, PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import labelled, numbering

__all__ = [
    "drawn_as_heading",
    "ends_text",
    "heading_label",
    "holds_pairs",
    "is_button",
    "leads_away",
    "leads_on",
    "mark_of",
    "names_headings",
    "pressed",
    "says_how_many",
]

_LONGEST = 14
_FEWEST = 2
_SENTENCE = re.compile(r"[。；;，,！!？?]|[0-9]{3}")
_NUMBERED = ("han", "dotted", "decimal")
_END = re.compile(
    r"(?:分享(?:到|至)?|上一[篇条页]|下一[篇条页]|相关(?:链接|文章|阅读|新闻|推荐)|打印(?:本页|此页|本文)?|关闭(?:窗口|本页)?"
    r"|特此(?:公告|通知|公示|告知|说明)[。.]?|版权所有|网站标识码|返回(?:顶部|列表|上一页|首页)|扫一扫.{0,16}|责任编辑|我要纠错|纠错|收藏(?:本页)?|【(?:打印|关闭|返回).{0,10})\s*(?:[：:].*)?"
    r"|相关(?:信息|事项)|编辑",
    re.DOTALL,
)
_BUTTON = re.compile(
    r"(?:在线|立即|网上|马上|掌上)?(?:办理|申请|申报|预约|咨询|投诉|查询|评价)|我要[办询问评查]?.{0,4}|收藏|分享|打印|下载|纠错|导航|二维码"
    r"|登录|注册|办事指南|查看指南|详情|好差评|进度查询|办件查询|[|｜/]"
)
_PRESS = re.compile(
    r"(?:在线|立即|马上|掌上|网上|去)(?:办理|申请|申报|预约|咨询|办)|我要(?:办理?|咨询|投诉|评价|收藏|预约)"
)
_LONGEST_BUTTON = 6
_LONGEST_END = 120
# What may stand behind a label in its own line without being its value: how many there are, and buttons.
_BEHIND = re.compile(
    r"(?:[（(]?(?:共计?|合计)\s*[0-9]{1,3}\s*[种项份个条类][^，。；：]{0,6}[）)]?|[（(][0-9]{1,3}\s*[种项份个条类]?[）)]"
    r"|展开|收起|更多|查看|全部|下载|详情|(?:全部|批量|打包|一键|材料)下载|全部展开|全部收起|查看全部"
    r"|[>＞»+\-▼▲∨∧↓↑*★?？]+|[（(](?:点击)?(?:展开|收起|查看|下载)[）)])(?:\s|$)*"
)


def mark_of(block: PageText) -> tuple[object, ...] | None:
    """Return how a text is drawn: its number form, else its element with class; None where nothing marks it."""
    return _numbered(block.text) or _drawn(block)


def _numbered(text: str) -> tuple[object, ...] | None:
    form = numbering(text)
    return (form,) if form in _NUMBERED else None


def _drawn(block: PageText) -> tuple[object, ...] | None:
    element = block.origin
    if block.style:
        return ("style", block.style)
    keys = getattr(element, "get", None)
    if keys is None:
        return None
    parent = element.getparent()  # type: ignore[attr-defined]
    around = parent.get("class") if parent is not None else None
    return (element.tag, keys("class"), parent.tag if parent is not None else "", around)  # type: ignore[attr-defined]


def label_marks(blocks: Sequence[Block], lexicon: PageLexicon) -> Mapping[tuple[object, ...], int]:
    """Return the marks that known labels share, each with how many of them bear it."""
    known: dict[tuple[object, ...], int] = {}
    for one in blocks:
        if not isinstance(one, PageText) or not one.text:
            continue
        if lexicon.label_hit(one.text) is not None and (mark := mark_of(one)) is not None:
            known[mark] = known.get(mark, 0) + 1
    return {mark: count for mark, count in known.items() if count >= _FEWEST}


def heading_marks(blocks: Sequence[Block], known: Mapping[tuple[object, ...], int]) -> frozenset[tuple[object, ...]]:
    """Return those of the marks of known labels whose texts are mostly labels, and none a sentence or a value."""
    total = dict.fromkeys(known, 0)
    for one in blocks:
        if not isinstance(one, PageText) or not one.text or (mark := mark_of(one)) not in total or mark is None:
            continue
        pair = labelled(one.text)
        label = pair[0] if pair else one.text
        valued = pair is not None and pair[1].strip() != ""
        if len(mark) > 1 and (valued or len(label) > _LONGEST or _SENTENCE.search(label.rstrip("？?"))):
            del total[mark]
        else:
            total[mark] += 1
    return frozenset(mark for mark, count in total.items() if known[mark] * 5 >= count * (3 if len(mark) > 1 else 2))


def holds_pairs(blocks: Sequence[Block], lexicon: PageLexicon) -> bool:
    """Whether what stands behind an unknown label is made of known labels with their values."""
    lines = [line for one in blocks if isinstance(one, PageText) for line in one.text.split("\n")]
    pairs = [pair for line in lines if (pair := labelled(line))]
    return any(lexicon.find(label) is not None for label, _ in pairs)


def drawn_as_heading(block: PageText, facts: Facts) -> bool:
    """Whether an unknown text is short and drawn as the known labels of the page are: a heading not understood."""
    if len(block.text) > _LONGEST + 6 or block.url or _SENTENCE.search(block.text.rstrip("？?")):
        return False
    blocks = facts.page.blocks
    if facts.label_marks is None:
        facts.label_marks = label_marks(blocks, facts.lexicon)
    if (mark := mark_of(block)) not in facts.label_marks:
        return False
    if facts.heading_marks is None:
        facts.heading_marks = heading_marks(blocks, facts.label_marks)
    return mark in facts.heading_marks


def ends_text(text: str) -> bool:
    """Whether a line is what a site puts behind a text: 分享到, 上一篇, 打印本页, 相关链接."""
    return len(text) <= _LONGEST_END and _END.fullmatch(text) is not None


def is_button(block: PageText) -> bool:
    """Whether a line is a button by its words: 立即办理, 我要咨询."""
    return len(block.text) <= _LONGEST_BUTTON and _PRESS.fullmatch(block.text) is not None


def pressed(block: PageText) -> bool:
    """Whether a text is a link or a button by its element."""
    return block.url is not None or getattr(block.origin, "tag", "") in ("a", "button")


def leads_away(blocks: Sequence[Block]) -> bool:
    """Whether what stands behind a label is nothing but links to other pages: a menu."""
    return len(blocks) > 1 and all(
        isinstance(one, PageText) and one.url and not one.url.startswith(("#", "javascript", "tel:")) for one in blocks
    )


def leads_on(parts: Sequence[str], lexicon: PageLexicon) -> bool:
    """Whether the pieces of a line are buttons, or three and more labels: links to parts of a page, no values."""
    if any(len(part) > _LONGEST or "：" in part or ":" in part for part in parts):
        return False
    if all(_BUTTON.fullmatch(part) for part in parts):
        return True
    return len(parts) > 2 and all(lexicon.find(part) is not None for part in parts)


def names_headings(parts: Sequence[str], page: Page) -> bool:
    """Whether the pieces of a line are the headings of parts of the page: a strip of tabs over all of them."""
    if len(parts) < _FEWEST or any(len(part) > _LONGEST for part in parts):
        return False
    return page.headings.issuperset(parts)


def heading_label(block: PageText) -> str:
    """Return a heading without what stands behind it in its line: how many there are, a button."""
    parts = block.parts
    if len(parts) > 1 and says_how_many(" ".join(parts[1:])):
        return parts[0]
    return block.text


def says_how_many(text: str) -> bool:
    """Whether what stands behind a label only says how many entries follow, or names a button."""
    return bool(text) and _BEHIND.fullmatch(text.strip()) is not None
