"""The name of the item of a page (事项名称) where no label names it: a heading, the title, a line above the labels."""

from __future__ import annotations

import itertools
import re
from collections import deque
from collections.abc import Iterable, Iterator

import attrs

from itemcatalog.formats._page import Page, PageText, texts_of
from itemcatalog.formats._page_chrome import is_chrome
from itemcatalog.formats._page_lexicon import PageLexicon
from itemcatalog.formats._page_lines import LONGEST_LABEL, labelled

__all__ = ["guide_title", "page_name", "says_what_is_done"]

_MOST_ABOVE = 60
_GREAT = 2
_MOST_READ = 600
_GUIDE = re.compile(
    r"(?:的)?(?:服务|办事|办理|申请|申办|申报|申领|操作)(?:指南|指引|须知)(?:[（(].{0,12}[)）])?$|一次性告知[书单]$|告知单$"
)
# 关于申请取水许可的办事指南 is the guide of 取水许可.
_ABOUT = re.compile(r"^关于(?:申请|申办|办理)?(?=.{3})")
_OF_SITE = re.compile(
    r"(?:大厅|网|网站|中心|政府|平台|门户|首页|一张网|系统|详情|通办|里办|快办|省事|办事|一网通|局|厅|委员会|委|频道|专栏|栏目|公开"
    r"|登录|搜索|指南|汇编|导航|基本信息)(?:[（(].{0,8}[)）])?$"
)
_PORTAL = re.compile(r"政务服务网|政府网|门户网|网上办事大厅|一网通办|政务服务(?:平台|中心|大厅)")
_ANY_ITEM = re.compile(r"(?:行政|政务|公共)?(?:许可|权力|服务|审批|办事)?(?:事项)?(?:名称)?")
_SITE = re.compile(r"\s*[-_|—–>]+\s*")
# Marks that a portal puts beside a name and that are no part of it.
_BADGE = re.compile(
    r"[（(【\[]?(?:(?:可|全程|部分)?(?:网|线)上?(?:可办|办理|办|通办)|可网办|全程网办|在线办理|立即办理|我要办|收藏|打印|下载|分享|评价|预约"
    r"|即办件|承诺件|不见面(?:审批)?|一次办好|最多跑一次|零跑动|跑[0-9零一]次|热门|简版|详版|行政(?:许可|确认|给付|备案|奖励|裁决|征收|强制|检查|处罚)|其他行政权力|公共服务|自然人|法人|个人|企业|个体工商户|在用|办事指南|[热新荐]|无障碍阅读|hot|new|[0-9]星|[★☆]+|(?:个人|法人|企业|自然人)(?:[/、](?:个人|法人|企业|自然人))+)[)）】\]]?"
)
# What an item does; a line that stands above the labels without being a heading must say so to be its name.
_ACT = re.compile(
    r"许可|审批|核准|批准|备案|登记|确认|认定|认证|给付|奖励|裁决|征收|核发|颁发|发放|换发|补发|补办|补领|换领|申领|申请|办理|办证|注销|变更|设立|新办"
    r"|延续|查询|缴[纳费存]|审核|审查|审定|鉴定|检定|检验|检测|检疫|转移|接续|补贴|补助|救助|救济|资助|减免|报销|结算|支付|提取|贷款|报备|报告|公证|调解|申报|纳税|退税|发票|开具|打印|复制|借阅|签发|挂失|开户|销户|转诊|培训|考试|报名|入学|转学|休学|毕业|学籍|转移|安置|供养|优待|招用|聘用|仲裁|证明|换证|执照|年审"
    r"|资格|资质|注册|验收|评审|评定|调整|迁移|迁入|迁出|落户|户口|证(?:书)?$|一件事|处置|占用|举办|建设|采伐|开采|收购|处罚|强制|检查|预约|咨询|招聘|就业|参保|缴费"
)
_LONGEST_LINE = 50
_NO_NAME = re.compile(r"[：:。；;！!？?>＞|]|首页|欢迎|[0-9]{4}[-年]")


def page_name(page: Page, known: PageLexicon) -> str | None:
    """Return the name that stands above the labels of a page, or in its title; None where nothing is sure."""
    above = list(_above(page, known))
    titles = [name for part in _SITE.split(page.title) if (name := _cleaned(part, known))]
    headings = [name for one in above if 0 < one.level <= 3 and (name := _cleaned(_without_badges(one), known))]
    if any(one in titles or _ACT.search(one) for one in headings):
        return next((one for one in headings if one in titles), None) or next(
            filter(_ACT.search, headings), headings[0]
        )
    lines = [name for one in reversed(above) if (name := _line(one, known))]
    for title in titles:
        longer = next((name for name in lines if name != title and name.startswith(title)), None)
        return longer or title
    return lines[0] if lines else headings[0] if headings else _heading_anywhere(page, known)


def _heading_anywhere(page: Page, known: PageLexicon) -> str | None:
    """Return the first great heading of a page that names what is done, wherever it stands."""
    great = (one for one in texts_of(page.blocks) if 0 < one.level <= _GREAT)
    names = (name for one in great if (name := _cleaned(_without_badges(one), known)))
    return next((name for name in names if _ACT.search(name)), None)


def guide_title(page: Page, known: PageLexicon) -> bool:
    """Whether a heading or the title of a page says that it is a guide: …办事指南, …一次性告知单."""
    words = [one.text for one in _above(page, known) if one.level or len(one.text) <= _LONGEST_LINE]
    return any(_GUIDE.search(" ".join(text.split())) for text in (*words, *_SITE.split(page.title)))


def says_what_is_done(text: str) -> bool:
    """Whether a heading may name an item: long enough, and it says what is done."""
    return 4 <= len(text) <= _LONGEST_LINE and "情形" not in text and _ACT.search(text) is not None


def _above(page: Page, known: PageLexicon) -> Iterable[PageText]:
    """Return the last texts above the first known label of an item, those of tables for layout included."""
    kept: deque[PageText] = deque(maxlen=_MOST_ABOVE)
    for one in _line_by_line(itertools.islice(texts_of(page.blocks), _MOST_READ)):
        if not one.text or is_chrome(one.text):
            continue
        pair = labelled(one.text)
        hit = known.label_hit(one.text if pair or len(one.parts) < 2 else one.parts[0])
        if hit is not None and hit.of_item and (pair or not one.url):
            break
        kept.append(one)
    return kept


def _line_by_line(texts: Iterable[PageText]) -> Iterator[PageText]:
    for one in texts:
        if "\n" not in one.text:
            yield one
            continue
        for line in one.text.split("\n"):
            yield attrs.evolve(one, text=line.strip(), parts=(line.strip(),))


def _without_badges(block: PageText) -> str:
    parts = list(block.parts)
    while len(parts) > 1 and _BADGE.fullmatch(parts[-1].strip()):
        parts.pop()
    return "".join(parts) if len(parts) < len(block.parts) else block.text


def _line(block: PageText, known: PageLexicon) -> str | None:
    """Return a line as a name: no link, no sentence, and it says what is done."""
    text = _without_badges(block)
    if all(_BADGE.fullmatch(part.strip()) for part in block.parts):
        return None
    if block.url or len(text) > _LONGEST_LINE or _NO_NAME.search(text):
        return None
    name = _cleaned(text, known)
    return name if name and (_ACT.search(name) or _GUIDE.search(text)) else None


def _cleaned(text: str, known: PageLexicon) -> str | None:
    """Return a text without 办事指南 and the name of the site; None where it is a label or names nothing."""
    if len(text) <= LONGEST_LABEL and known.find(text) is not None:
        return None
    whole = " ".join(text.split())
    name = _GUIDE.sub("", whole)
    name = _ABOUT.sub("", name) if name != whole else name
    name = name[1:-1] if name[:1] in "《「" and name[-1:] in "》」" else name
    usable = (
        3 < len(name) < 120 and not _OF_SITE.search(name) and not _PORTAL.search(name) and not _ANY_ITEM.fullmatch(name)
    )
    return name if usable else None
