"""What a site puts around a guide (页头页脚): its foot, the breadcrumb, the line of date and source."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Sequence
from typing import Any

from itemcatalog.formats._page import Block, PageTable, PageText, joined, texts_of
from itemcatalog.formats._page_lines import LONGEST_LABEL, labelled

__all__ = ["is_chrome", "without_foot"]

_TAIL = 40
_LONGEST = 800
_TAIL_BYTES = 20_000
_COPY_MARK = re.compile(rb"copy-?right")
# An element called foot: no <footer>, which is not read at all, and no rule of a style sheet.
_FOOT_MARK = re.compile(rb"foot(?:(?<=[\s\"'=_-]foot)|(?<=(?:page|site)foot))")
_BODY = r"(?:政府|中心|[局厅委办院]|公司|集团|协会|学会|联合会|研究院|大学)"
# Who owns and runs the site: words that no material, condition or body of an item is written with.
_FOOT = re.compile(
    rf"版权所有\s*(?:$|[\s：:©]|[^\s，。；：:]{{2,30}}{_BODY}(?:$|\s))|ICP\s*[备证]\s*(?:案?号)?\s*[：:]?\s*[0-9]|ICP\s*备案(?:序)?号\s*[：:]"
    r"|(?:公网|网)安备(?:案号)?\s*[：:]?\s*[0-9]|网站标识码|copyright|©|网站地图|设为首页|(?:技术支持|网站维护|网站管理|运维)(?:单位|部门)?\s*[:：]"
    rf"|(?:^|(?<=\s))(?:网站)?(?:主办|承办)(?:单位|部门)?\s*[:：]\s*[^\s，。；：:]{{2,30}}{_BODY}(?:$|[\s|｜]|(?=[（(]|承办|协办|地址))",
    re.IGNORECASE | re.MULTILINE,
)
# No text matches _FOOT without one of these; they are looked for first, in all texts at once.
_FOOT_SIGNS = (
    *("版权所有", "icp", "安备", "标识码", "pyright", "©", "网站地图", "设为首页"),
    *("技术支持", "网站维护", "网站管理", "主办", "承办", "运维"),
)
_FOOT_NAME = re.compile(r"(?:^|[\s_-])(?:page|site)?foot(?:er)?(?:$|[\s_-])|copy-?right", re.IGNORECASE)
# What the foot of a site says of the site itself; elsewhere these words are labels of an item.
_OF_SITE = re.compile(
    r"(?:网站)?(?:主办|承办|协办|维护|管理|技术支持|版权所有|运维)(?:单位|部门)?"
    r"|(?:联系|单位|办公|通讯)?地址|(?:联系|值班|服务|热线|办公室|维护)?电话|传真|邮编|邮政编码|(?:电子)?邮箱|联系方式|联系我们"
)
_POSITION = re.compile(r"(?:您|你)?(?:现在|当前|目前)?(?:所在|所处)?的?(?:位置|页面)\s*[:：>]")
_SAID = (
    r"(?:发布|发文|更新|录入)(?:时间|日期)|(?:信息|文章|稿件)?来源|浏览(?:次数|量)?|点击(?:次数|率|数)?|阅读(?:次数|量|数)?"
    r"|访问(?:次数|量)?|字体(?:大小)?|字号|打印(?:本页)?|分享(?:到)?|收藏|作者|责任编辑"
)
# Such a word with its colon, or as a piece of the line of its own.
_PUBLISHED = re.compile(rf"(?:{_SAID})(?=\s*[：:])|(?:^|(?<=[\s|｜\[【]))(?:{_SAID})(?=$|[\s|｜\]】])")
_SHARED = 2


def is_chrome(text: str) -> bool:
    """Return whether a line is a breadcrumb, or the line of date, source and number of readers above a text."""
    return len(text) <= _LONGEST // 4 and _is_chrome(text)


@functools.lru_cache(maxsize=4096)
def _is_chrome(text: str) -> bool:
    if _POSITION.match(text):
        return True
    return "。" not in text and len(set(_PUBLISHED.findall(text))) >= _SHARED


def without_foot(blocks: list[Block], is_label: Callable[[str], bool], data: bytes) -> list[Block]:
    """Return the blocks without the foot of the site: the elements that name who runs it.

    By its words a foot is only told behind the last label of the item, by the name of its element anywhere.
    """
    first = max(len(blocks) - _TAIL, 0)
    texts = [_short_text(one) for one in blocks[first:]]
    whole = "\n".join(texts)
    lower = whole.lower()
    by_words = any(sign in lower for sign in _FOOT_SIGNS) and _FOOT.search(whole) is not None
    if not by_words and not _names_foot(data[-_TAIL_BYTES:].lower()):
        return blocks
    dropped: set[int] = set()
    named: dict[Any, bool] = {}
    for at in range(len(blocks) - 1, first - 1, -1):
        text = texts[at - first]
        if at in dropped or not text:
            continue
        if _in_foot(blocks[at], named) or (by_words and _FOOT.search(text) and not _listed(blocks, at, is_label)):
            dropped |= _region(blocks, at, is_label)
        by_words = by_words and not _labels(blocks[at], is_label)
    return [one for at, one in enumerate(blocks) if at not in dropped] if dropped else blocks


def _labels(block: Block, is_label: Callable[[str], bool]) -> bool:
    """Whether a block holds a label of an item; of a table its first rows tell."""
    return any(one.text and one.url is None and _has_label(one, is_label) for one in _texts(block)[:_TAIL])


def _listed(blocks: Sequence[Block], at: int, is_label: Callable[[str], bool]) -> bool:
    """Whether a block is an entry of the list behind an open label."""
    group = getattr(blocks[at], "group", None)
    while at and group is not None and getattr(blocks[at], "group", None) is group:
        at -= 1
    label = blocks[at]
    return group is not None and isinstance(label, PageText) and _has_label(label, is_label)


def _names_foot(tail: bytes) -> bool:
    return _FOOT_MARK.search(tail) is not None or _COPY_MARK.search(tail) is not None


def _short_text(block: Block) -> str:
    text = block.text if isinstance(block, PageText) else joined([block]) if isinstance(block, PageTable) else ""
    return text if len(text) <= _LONGEST else ""


def _in_foot(block: Block, named: dict[Any, bool]) -> bool:
    """Whether an element around a block is called foot; ``named`` remembers the answer for each element."""
    for one in _around(block)[2:]:
        known = named.get(one)
        if known is None:
            name = f"{one.get('id') or ''} {one.get('class') or ''}"
            known = named[one] = len(name) > 1 and _FOOT_NAME.search(name) is not None
        if known:
            return True
    return False


def _around(block: Block) -> Sequence[Any]:
    """Return the elements around a block, outermost first."""
    if isinstance(block, PageText):
        return block.scope
    origin: Any = block.origin
    return [*reversed(list(origin.iterancestors())), origin]


def _region(blocks: Sequence[Block], at: int, is_label: Callable[[str], bool]) -> set[int]:
    """Return what belongs to the foot with this block: the widest element around it that tells of nothing else."""
    for element in _around(blocks[at]):
        if element.tag in ("html", "body"):
            continue
        inside = _inside(blocks, at, element)
        if sum(len(joined([blocks[one]])) for one in inside) > _LONGEST:
            continue
        if not any(_of_item(text, is_label) for one in inside for text in _texts(blocks[one])):
            return set(inside)
    return {at} if not any(_of_item(text, is_label) for text in _texts(blocks[at])) else set()


def _inside(blocks: Sequence[Block], at: int, element: Any) -> list[int]:
    first = last = at
    while first and element in _around(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and element in _around(blocks[last + 1]):
        last += 1
    return list(range(first, last + 1))


def _texts(block: Block) -> Sequence[PageText]:
    return (block,) if isinstance(block, PageText) else list(texts_of([block]))


def _of_item(block: PageText, is_label: Callable[[str], bool]) -> bool:
    """Whether a text is a heading, or has a label that tells of an item."""
    return not _OF_SITE.fullmatch(block.text) if block.level else block.url is None and _has_label(block, is_label)


def _has_label(block: PageText, is_label: Callable[[str], bool]) -> bool:
    pair = labelled(block.text)
    label = (pair[0] if pair else block.text).strip()
    return len(label) <= LONGEST_LABEL and not _OF_SITE.fullmatch(label) and is_label(label)
