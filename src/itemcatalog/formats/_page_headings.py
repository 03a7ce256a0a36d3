"""Headings that are drawn and not marked (栏目标题): told by how the known labels of the same page are drawn."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from itemcatalog.formats._page import Block, PageText
from itemcatalog.formats._page_facts import Facts
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import labelled, numbering

__all__ = ["drawn_as_heading", "ends_text", "heading_marks", "holds_pairs", "leads_on", "mark_of", "says_how_many"]

_LONGEST = 14
_FEWEST = 2
_SENTENCE = re.compile(r"[。；;，,！!？?]|[0-9]{3}")
_NUMBERED = ("han", "dotted", "decimal")
_END = re.compile(
    r"(?:分享(?:到|至)?|上一[篇条页]|下一[篇条页]|相关(?:链接|文章|阅读|新闻|推荐|信息|事项)|打印(?:本页|此页|本文)?|关闭(?:窗口|本页)?"
    r"|版权所有|网站标识码|返回(?:顶部|列表|上一页|首页)|扫一扫.{0,16}|责任编辑|编辑|我要纠错|纠错|收藏(?:本页)?|【?(?:打印|关闭|返回)】?.{0,8})\s*(?:[：:].*)?",
    re.DOTALL,
)
_BUTTON = re.compile(
    r"(?:在线|立即|网上|马上|掌上)?(?:办理|申请|申报|预约|咨询|投诉|查询|评价)|我要[办询问评查]?.{0,4}|收藏|分享|打印|下载|纠错|导航|二维码"
    r"|登录|注册|好差评|进度查询|办件查询|[|｜/]"
)
_LONGEST_END = 120
# What may stand behind a label in its own line without being its value: how many there are, and buttons.
_BEHIND = re.compile(
    r"(?:[（(]?(?:共计?|合计)\s*[0-9]{1,3}\s*[种项份个条类][^，。；：]{0,6}[）)]?|[（(][0-9]{1,3}\s*[种项份个条类]?[）)]"
    r"|展开|收起|更多|查看|全部|下载|详情|全部展开|全部收起|查看全部"
    r"|[>＞»+\-▼▲∨∧↓↑*★]+|[（(](?:点击)?(?:展开|收起|查看|下载)[）)])(?:\s|$)*"
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


def heading_marks(blocks: Sequence[Block], lexicon: PageLexicon) -> frozenset[tuple[object, ...]]:
    """Return the marks of texts of which most are known labels and none is a sentence or a value."""
    texts = [(one, _label_in(one.text)) for one in blocks if isinstance(one, PageText) and one.text]
    labels = [one for one, label in texts if len(label) <= 24 and lexicon.find(label) is not None]
    known = Counter(mark for one in labels if (mark := mark_of(one)) is not None)
    often = {mark for mark, count in known.items() if count >= _FEWEST}
    total: Counter[tuple[object, ...]] = Counter()
    look = mark_of if any(len(mark) > 1 for mark in often) else _by_number
    for one, label in texts if often else ():
        mark = look(one)
        if mark not in often:
            continue
        total[mark] += 1
        if len(mark) > 1 and (len(label) > _LONGEST or _SENTENCE.search(label)):
            often.discard(mark)
    return frozenset(mark for mark in often if known[mark] * 5 >= total[mark] * 3)


def _label_in(text: str) -> str:
    pair = labelled(text)
    return pair[0] if pair else text


def _by_number(block: PageText) -> tuple[object, ...] | None:
    return _numbered(block.text)


def holds_pairs(blocks: Sequence[Block], lexicon: PageLexicon) -> bool:
    """Whether what stands behind an unknown label is made of known labels with their values."""
    lines = [line for one in blocks if isinstance(one, PageText) for line in one.text.split("\n")]
    pairs = [pair for line in lines if (pair := labelled(line))]
    return any(lexicon.find(label) is not None for label, _ in pairs)


def drawn_as_heading(block: PageText, facts: Facts) -> bool:
    """Whether an unknown text is short and drawn as the known labels of the page are: a heading not understood."""
    if len(block.text) > _LONGEST + 6 or block.url or _SENTENCE.search(block.text):
        return False
    if facts.marks is None:
        facts.marks = heading_marks(facts.page.blocks, facts.lexicon)
    return mark_of(block) in facts.marks


def ends_text(text: str) -> bool:
    """Whether a line is what a site puts behind a text: 分享到, 上一篇, 打印本页, 相关链接."""
    return len(text) <= _LONGEST_END and _END.fullmatch(text) is not None


def leads_on(parts: Sequence[str], lexicon: PageLexicon) -> bool:
    """Whether the pieces of a line are buttons, or three and more labels: links to parts of a page, no values."""
    if any(len(part) > _LONGEST or "：" in part or ":" in part for part in parts):
        return False
    if all(_BUTTON.fullmatch(part) for part in parts):
        return True
    return len(parts) > 2 and all(lexicon.find(part) is not None for part in parts)


def says_how_many(text: str) -> bool:
    """Whether what stands behind a label only says how many entries follow, or names a button."""
    return bool(text) and _BEHIND.fullmatch(text.strip()) is not None
