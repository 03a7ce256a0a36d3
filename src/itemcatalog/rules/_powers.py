"""Is an item a public service or an administrative power, and does it only inform: by its type, its code, its name.

A list without a column of types must not look worse than one that has it: what cannot be told is not checked.
"""

from __future__ import annotations

import functools
import re

from itemcatalog.codes import types_in
from itemcatalog.model import Item
from itemcatalog.rules._codes import primary
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._items import PUBLIC_SERVICE, is_service, power_type
from itemcatalog.text import normalise

__all__ = ["ex_officio", "informs_only", "is_power_item", "is_public", "on_application"]

_INFORMS = re.compile(
    r"(?:查询|查阅|查看|查找|检索|搜索|浏览|公示|公布|公告|公开|发布|展示|介绍|下载|资讯|动态|科普|宣传|指南|直播|解读"
    r"|年报|年鉴|公报|咨询|问答|留言|意见反馈|邮箱|信箱)(?:服务|中心|专区|专栏|平台|板|系统|栏目|信息|网站|宣传|反馈)*$"
)
# Acts that hardly any public service is named by: 3 of 305 in Guangdong's (注册计量师资格的注册审批, 名称预先核准).
# Users, readers, volunteers and pupils register too, and much is looked over (审查) that nobody decides.
_DECIDES = re.compile(
    r"(?:许可证?|审批|核准|核发|批准|裁决|给付|奖励|初审)$|(?:许可|审批).*(?:注册|审查)$|(?:执业|注册.*师).*注册$"
)
_FILES = re.compile(
    r"(?:许可证?|审批|核准|核发|批准|注册|初审|审查|备案|报告|申报|申请|认定|确认|核定|验收|登记|补贴|补助|申领|领取|给付)$"
)
#: Powers that the authority exercises of its own accord (依职权), and those that may begin either way.
_EX_OFFICIO = frozenset({"行政处罚", "行政强制", "行政征收", "行政检查"})
_EITHER = frozenset({"行政奖励", "行政给付", "其他行政权力"})
_BRACKETS = re.compile(r"(?:\([^()]*\))+$")


@functools.lru_cache(maxsize=16_384)
def _public_by_name(name: str) -> bool | None:
    plain = _BRACKETS.sub("", normalise(name))
    return True if _INFORMS.search(plain) else False if _DECIDES.search(plain) else None


def _known_type(item: Item, context: Context) -> str | None:
    """Return the power type that is stated, else the one that the item's code says in all its readings."""
    stated = power_type(item)
    if stated is not None:
        return stated
    reading = primary(item, context)
    coded = set(types_in(reading.code)) if reading else set()
    return coded.pop() if len(coded) == 1 else None


@per_item
def is_public(item: Item, context: Context) -> bool | None:
    """Return whether an item is a public service: by its type, else by its code, else by its name; None unless told."""
    known = _known_type(item, context)
    return _public_by_name(item.name) if known is None else known == PUBLIC_SERVICE


def is_power_item(item: Item, context: Context) -> bool | None:
    """Return whether an item is a service that somebody applies for and no public service; None where untold.

    Usable as ``applies``: what a public service leaves open is asked once for its channel (ITM017); for a penalty or
    an inspection nobody applies, it has neither conditions nor materials.
    """
    if not is_service(item) or ex_officio(item, context):
        return False
    public = is_public(item, context)
    return None if public is None else not public


@per_item
def ex_officio(item: Item, context: Context) -> bool:
    """Return whether the authority surely acts of its own accord: nobody files, waits or comes to a window for it."""
    return _known_type(item, context) in _EX_OFFICIO


def on_application(item: Item, context: Context) -> bool:
    """Return whether somebody surely applies for an item of power; rewards and payments may come unasked."""
    known = _known_type(item, context)
    return (known is not None and known not in _EITHER) or _files(item.name)


@functools.lru_cache(maxsize=16_384)
def _files(name: str) -> bool:
    return _FILES.search(_BRACKETS.sub("", normalise(name))) is not None


def informs_only(item: Item) -> bool:
    """Return whether a service only shows, publishes or answers: named so, and it asks for no paper and no visit."""
    asks = bool(item.materials) or any(isinstance(one, int) and one for one in (item.visits.total, item.visits.window))
    return not asks and _public_by_name(item.name) is True
