"""The grammars of yes and no, by what the field asks: 是/否, 1/0, 支持/不支持, 有/无, 收费/不收费."""

from __future__ import annotations

import re

from itemcatalog.formats._grammar._plain import plain

__all__ = ["parse_charged", "parse_courier", "parse_yes_no"]


def _words(words: str) -> frozenset[str]:
    return frozenset(words.split())


_YES = _words(
    "是 有 1 Y YES TRUE T √ ✓ ✔ 对 支持 可 可以 能 已 需 需要 提供 开通 已开通 允许 具备 实现 已实现 "
    "已进驻 进驻 已入驻 入驻 在线 可办 支持预约 可预约 支持网办 可网办 网上办理 可以网上办理 全程网办 "
    "支持网上支付 支持网上办理 可在线办理 支持快递 支持物流快递 可容缺 可容缺受理 计算 计算在内 "
    "计入 包含 含 "
)
_NO = _words(
    "否 无 0 N NO FALSE F × X ✗ 不 没有 不支持 不可 不可以 不能 未 不需要 不需 无需 不提供 未开通 不允许 "
    "不具备 未实现 未进驻 未入驻 不支持预约 不可预约 不支持网办 不可网办 不支持网上支付 不支持网上办理 "
    "不支持快递 不支持物流快递 暂不支持 暂无 不可容缺 不计算 不计算在内 不计入 不包含 不含 非 "
)
_CHARGED = _words("收费 是 有 1 Y YES TRUE 需收费 需要收费 要收费 按标准收费 收取 √ 收费项目 有偿 ")
_FREE = _words(
    "不收费 免费 否 无 0 N NO FALSE 不收 无收费 不收取 不收取费用 免收 免收费 无费用 不收取任何费用 "
    "免收费用 暂不收费 不涉及收费 不收费用 无偿 0元 × 本事项不收费 该事项不收费 不收费项目 停征 免征 "
    "已停征 "
)
# What the answer is about, when it says so: 本事项不收取费用.
_ABOUT = re.compile(r"^(?:办理)?(?:[本该此]事项|[本该此]项)")
_NOT_APPLICABLE = _words("不适用 不涉及 无需快递 NOT_APPLICABLE NA N/A 无需 不需要 ")


def parse_yes_no(value: object) -> bool | None:
    """Read a yes or a no; None where the text is neither (the caller reports it)."""
    if isinstance(value, bool):
        return value
    word = plain(str(value)).removesuffix(".0")
    return True if word in _YES else False if word in _NO else None


def parse_charged(value: object) -> bool | None:
    """Read whether money is taken: ``不收费`` ``免费`` ``无`` → False, ``收费`` ``是`` → True."""
    if isinstance(value, bool):
        return value
    word = _ABOUT.sub("", plain(str(value))).removesuffix(".0")
    return True if word in _CHARGED else False if word in _FREE else None


def parse_courier(value: object) -> str | None:
    """Read whether results are sent by courier: ``yes`` · ``no`` · ``not_applicable``."""
    if isinstance(value, str) and plain(value) in _NOT_APPLICABLE:
        return "not_applicable"
    word = plain(str(value))
    answer = {"快递": True, "邮寄": True, "快递送达": True, "邮寄送达": True}.get(word, parse_yes_no(value))
    return None if answer is None else "yes" if answer else "no"
