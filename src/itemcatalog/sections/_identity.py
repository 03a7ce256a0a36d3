"""The sections that say which item this is: scope, information, kind of review, bodies, number."""

from __future__ import annotations

from itemcatalog.model import Codes, Joint
from itemcatalog.sections._blocks import Block, Cell, Pairs, Paragraphs
from itemcatalog.sections._draft import NOTHING, Content, Draft, is_none, visit_rows
from itemcatalog.sections._titles import guide_name

__all__ = [
    "accepting",
    "basic_fujian",
    "best_code",
    "content",
    "deciding",
    "info",
    "name",
    "quantity",
    "review",
    "scope",
    "summary",
    "text_content",
]

# Public numbers of an item, most precise first, with the label that says which one it is.
CODE_LABELS = (
    ("handling", "业务办理项编码"),
    ("implementation", "实施编码"),
    ("local_implementation", "地方实施编码"),
    ("portal", "省网事项编码"),
    ("basic", "基本编码"),
    ("local_basic", "地方基本编码"),
    ("directory", "目录编码"),
)


def best_code(codes: Codes) -> tuple[str, str] | None:
    """Return the label and value of the most precise number of an item."""
    return next(((label, code) for path, label in CODE_LABELS if (code := getattr(codes, path))), None)


def content(draft: Draft, *blocks: Block | None) -> Content | None:
    """Return the blocks that hold something as a filled section; None when there is none."""
    kept = tuple(block for block in blocks if block is not None)
    return Content(blocks=kept, gaps=tuple(draft.gaps)) if kept else None


def text_content(draft: Draft, text: str | None) -> Content | None:
    """Return a text field as paragraphs: explicitly none, filled, or missing."""
    if not text:
        return None
    if is_none(text):
        return NOTHING
    return content(draft, Paragraphs(cells=(Cell(text),)))


def scope(draft: Draft) -> Content | None:
    """适用范围: the item's own words, else the sentence of the profile."""
    text = draft.item.scope or draft.profile.say("scope", name=guide_name(draft.item))
    groups = draft.item.target_groups
    pairs = Pairs(rows=(("办理对象", Cell("、".join(groups))),)) if groups and not draft.item.scope else None
    return content(draft, Paragraphs(cells=(Cell(text),)), pairs)


def name(draft: Draft) -> Content | None:
    """事项名称."""
    return content(draft, draft.pairs(_names(draft)))


def info(draft: Draft) -> Content | None:
    """项目信息: names, numbers, kind, levels, targets and whatever else describes the item."""
    item = draft.item
    rows = [
        *_names(draft),
        *_codes(draft),
        ("职权类别", item.power_type or draft.gap("职权类别")),
        ("权力来源", "、".join(item.power_source)),
        ("行使层级", "、".join(item.levels)),
        ("行政区划", item.division),
        ("办理对象", "、".join(item.target_groups) or draft.gap("办理对象")),
        ("办件类型", item.case_type),
        ("主题分类", "、".join(theme.name for theme in item.themes)),
        ("通办范围", item.handling_area),
        ("联办机构", "、".join(_joint(one) for one in item.authority.joint)),
        ("中介服务", item.intermediary),
        *visit_rows(draft),
        ("是否支持电子证照", draft.yes_no(item.electronic_licence)),
        ("是否进驻政务大厅", draft.yes_no(item.entered_hall)),
        ("事项状态", item.status),
        ("事项版本", item.version),
    ]
    return content(draft, draft.pairs(rows))


def summary(draft: Draft) -> Content | None:
    """基本信息 of the short version."""
    item = draft.item
    rows = [
        *_names(draft),
        *_codes(draft)[:1],
        ("实施主体", item.authority.name or draft.gap("实施主体")),
        ("职权类别", item.power_type or draft.gap("职权类别")),
        ("办理对象", "、".join(item.target_groups) or draft.gap("办理对象")),
        ("办件类型", item.case_type),
        ("通办范围", item.handling_area),
    ]
    return content(draft, draft.pairs(rows))


def basic_fujian(draft: Draft) -> Content | None:
    """基本信息 of the Fujian template: 目录, 唯一码, 处室, 性质, 类型, 联系电话."""
    item = draft.item
    rows = [
        ("主项名称", item.parent_name),
        *_codes(draft),
        ("实施主体", item.authority.name or draft.gap("实施主体")),
        ("主办处室", item.authority.office),
        ("承办机构", item.authority.undertaking),
        ("职权类别", item.power_type or draft.gap("职权类别")),
        ("办件类型", item.case_type),
        ("行使层级", "、".join(item.levels)),
        ("办理对象", "、".join(item.target_groups) or draft.gap("办理对象")),
        ("办理形式", "、".join(item.handling_forms)),
        ("通办范围", item.handling_area),
        ("联办机构", "、".join(_joint(one) for one in item.authority.joint)),
        ("数量限制", item.quantity_limit),
        ("中介服务", item.intermediary),
    ]
    return content(draft, draft.pairs(rows))


def review(draft: Draft) -> Content | None:
    """事项审查类型: the ways of review, and whether the item is decided at once."""
    item = draft.item
    return content(draft, draft.pairs((("审查方式", "、".join(item.review_methods)), ("办件类型", item.case_type))))


def accepting(draft: Draft) -> Content | None:
    """受理机构: the body that takes the application in."""
    body = draft.item.authority
    accepting_body = body.undertaking or body.name
    if not accepting_body:
        return None
    rows = (("承办机构" if body.undertaking else "受理机构", accepting_body), ("主办处室", body.office))
    return content(draft, draft.pairs(rows))


def deciding(draft: Draft) -> Content | None:
    """决定机构: the implementing body (实施主体) with its nature and whom it acts for."""
    body = draft.item.authority
    if not body.name:
        return None
    rows = (
        ("实施主体", body.name),
        ("统一社会信用代码", body.credit_code),
        ("实施主体性质", body.kind),
        ("委托部门", body.entrusting),
    )
    return content(draft, draft.pairs(rows))


def quantity(draft: Draft) -> Content | None:
    """审批数量."""
    return text_content(draft, draft.item.quantity_limit)


def _names(draft: Draft) -> list[tuple[str, Cell | str | None]]:
    item = draft.item
    return [
        ("事项名称", item.name),
        ("主项名称", item.parent_name),
        ("子项名称", item.sub_item),
        ("业务办理项", item.handling_item),
    ]


def _codes(draft: Draft) -> list[tuple[str, Cell | str | None]]:
    rows: list[tuple[str, Cell | str | None]] = [
        (label, code) for path, label in CODE_LABELS if (code := getattr(draft.item.codes, path))
    ]
    return rows or [("事项编码", draft.gap("事项编码"))]


def _joint(one: Joint) -> str:
    roles = f"（{'、'.join(one.roles)}）" if one.roles else ""
    return f"{one.name or one.credit_code or ''}{roles}"
