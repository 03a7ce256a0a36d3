"""Real names of the Guangdong catalogue, written by a second channel as channels write them, with near names as traps.

The words and slips below are our own; they are not taken from the lexicon, which knows some of them and not others.
"""

from __future__ import annotations

import json
import random
import re
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from matching_data import SHARED

__all__ = ["disturbed"]

_GUANGDONG = SHARED / "data" / "guangdong"
_BOTH = 0.7

_SYNONYMS = [
    ("补贴", "补助"), ("补助", "补贴"), ("城镇职工", "企业职工"), ("企业职工", "城镇职工"),
    ("机动车驾驶证", "驾驶证"), ("社会保险", "社保"), ("医疗保险", "医保"), ("住房公积金", "公积金"),
    ("公共租赁住房", "公租房"), ("老年人", "老人"), ("网络预约出租汽车", "网约车"), ("残疾人", "残障人士"),
    ("高校毕业生", "高等学校毕业生"), ("从业人员", "从业者"), ("医疗机构", "医疗卫生机构"),
    ("建设项目", "工程建设项目"), ("施工企业", "施工单位"), ("生产企业", "生产厂家"), ("展览", "展出"),
    ("举办", "举行"), ("名单", "名录"), ("价格", "物价"), ("购买", "采购"), ("缴纳", "缴交"), ("资助", "资助金"),
    ("户口", "户籍"), ("科普", "科学普及"), ("居民身份证", "身份证"), ("律师事务所", "律所"),
    ("普通话水平测试", "普通话等级测试"), ("无线电台（站）", "无线电台站"), ("许可证", "许可证书"),
    ("二手车", "旧机动车"),
]  # fmt: skip
_ACTS = [
    ("查询", "查看"), ("查询", "信息查询"), ("查询", "检索"), ("查看", "查询"), ("审批", "核准"), ("核准", "审批"),
    ("许可", "许可审批"), ("认定", "审批"), ("核发", "发放"), ("申请", "申领"), ("申领", "申请"), ("设立", "新办"),
    ("延续", "延期"), ("换发", "换领"), ("补发", "补领"), ("注销", "注销登记"), ("变更", "变更登记"),
    ("咨询", "政策咨询"), ("指引", "办事指引"), ("培训", "业务培训"), ("报名", "网上报名"), ("预约", "网上预约"),
    ("备案", "备案登记"), ("公布", "发布"), ("下载", "网上下载"), ("投诉", "投诉受理"),
]  # fmt: skip
_EMPTY = ["有关", "相关", "业务", "信息", "服务", "事项", "工作", "情况", "资料"]
_GENERAL = [*_EMPTY, "项目", "工程", "活动", "平台", "资格", "专项", "公共", "基本", "年度", "广东省", "国家"]
_SLIPS = dict(
    zip(
        "登记证审批核发账户其他保护环境建设工程经营医疗教育考试培训质量检测登录资源",
        "等计征申披和法帐护其它堡户坏竞健社工成径赢衣疗叫育烤视陪训置量捡侧灯录姿原",
        strict=True,
    )
)
_ENDINGS = ["办理", "服务", "业务", "事项", "（网上办理）", "业务办理", "申报", "（省级权限）", "（试行）", "手续"]
_BEGINNINGS = ["办理", "关于", "广东省", "广州市", "对", "申请"]
_BRACKETS = ["({})", "【{}】", "-{}", "——{}", " {}", "[{}]"]
_JOINED = [
    ("、", "和"),
    ("、", "及"),
    ("、", "，"),
    ("和", "、"),
    ("和", "与"),
    ("或者", "或"),
    ("或", "或者"),
    ("与", "和"),
]
_TAIL = re.compile(r"（([^（）]{2,10})）$")
_LISTED = re.compile(r"([\u4e00-\u9fff]{2,4})、([\u4e00-\u9fff]{2,4})(?=[\u4e00-\u9fff]{2})")
_ACT = re.compile(r"(审批|核准|许可|备案|登记|查询|申请|咨询|认定|核发|申报)$")

Disturb = Callable[[str, random.Random], str]


def disturbed(seed: int = 7) -> Path:
    """Return a file of rows ``ch, name, ent, fam``: the official names and what another channel makes of them.

    Seven names in ten stand in both channels. Of two names that are nearly alike one channel often has only the one,
    the other channel only the other.
    """
    path = Path(tempfile.gettempdir()) / f"itemcatalog-bench-guangdong-{seed}.jsonl"
    names = sorted({row["sub_catalog_name"] for row in _rows("items.jsonl")})
    near = [(row["a"], row["b"]) for row in _rows("pairs_hard_negatives.jsonl")]
    family = _families(names, near)
    pick = random.Random(seed)
    lines = []
    for name, (official, other) in _published(names, near, pick).items():
        entity = {"ent": names.index(name), "fam": family[name]}
        if official:
            lines.append({"ch": "official", "name": name, **entity})
        if other:
            lines.append({"ch": "portal", "name": _written(name, set(names), pick), **entity})
    path.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    return path


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (_GUANGDONG / name).read_text(encoding="utf-8").splitlines()]


def _families(names: list[str], near: list[tuple[str, str]]) -> dict[str, int]:
    """Number the sets of names that near pairs chain together."""
    family = {name: number for number, name in enumerate(names)}
    for one, other in near:
        if one in family and other in family and family[one] != family[other]:
            gone, kept = family[other], family[one]
            family = {name: kept if number == gone else number for name, number in family.items()}
    return family


def _published(names: list[str], near: list[tuple[str, str]], pick: random.Random) -> dict[str, tuple[bool, bool]]:
    """Draw the channels of each name; near names are parted in half of the cases."""
    found = {}
    for name in names:
        share = pick.random()
        found[name] = (share < _BOTH + (1 - _BOTH) / 2, share < _BOTH or share >= _BOTH + (1 - _BOTH) / 2)
    for one, other in near:
        if pick.random() < 0.5 and one in found and other in found:
            found[one], found[other] = (True, False), (False, True)
    return found


def _written(name: str, official: set[str], pick: random.Random) -> str:
    """Disturb a name one to three times; a name that another item officially has is drawn again."""
    for _ in range(20):
        text = name
        for _ in range(pick.choice((1, 1, 2, 2, 3))):
            text = pick.choices(_DISTURBANCES, _SHARES)[0](text, pick)
        if text == name or text not in official:
            return text
    return name


def _synonym(text: str, pick: random.Random) -> str:
    """Replace a word of the object, or the act at the end."""
    fitting = [(old, new) for old, new in _SYNONYMS if old in text and new not in text]
    acts = [(old, new) for old, new in _ACTS if text.endswith(old) and not text.endswith(new)]
    if acts and (not fitting or pick.random() < 0.5):
        old, new = pick.choice(acts)
        return text.removesuffix(old) + new
    return text.replace(*pick.choice(fitting), 1) if fitting else text


def _left_out(text: str, pick: random.Random) -> str:
    fitting = [word for word in _GENERAL if word in text and len(text) > len(word) + 5]
    return text.replace(pick.choice(fitting), "", 1) if fitting else text


def _inserted(text: str, pick: random.Random) -> str:
    """Put a word that says nothing in front of the act, or at the beginning."""
    word = pick.choice(_EMPTY)
    act = _ACT.search(text)
    if act and word not in text:
        return text[: act.start()] + word + act.group()
    return pick.choice(("有关", "相关")) + text


def _moved(text: str, pick: random.Random) -> str:
    """Change the order of a list, put a bracket in front, or the act."""
    if listed := _LISTED.search(text):
        return text[: listed.start()] + f"{listed.group(2)}、{listed.group(1)}" + text[listed.end() :]
    if (tail := _TAIL.search(text)) and tail.group() not in _ENDINGS:
        return tail.group(1) + text[: tail.start()]
    if act := _ACT.search(text):
        return act.group() + text[: act.start()]
    return text


def _bracketed(text: str, pick: random.Random) -> str:
    if tail := _TAIL.search(text):
        return text[: tail.start()] + pick.choice(_BRACKETS).format(tail.group(1))
    return text + pick.choice(_ENDINGS)


def _slipped(text: str, pick: random.Random) -> str:
    """Mistype one character: alike, left out, doubled, or two swapped."""
    at = pick.randrange(len(text) - 1)
    alike = [place for place, one in enumerate(text) if one in _SLIPS]
    sort = pick.random()
    if sort < 0.6 and alike:
        at = pick.choice(alike)
        return text[:at] + _SLIPS[text[at]] + text[at + 1 :]
    if sort < 0.75:
        return text[:at] + text[at + 1 :]
    if sort < 0.87:
        return text[:at] + text[at] + text[at:]
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _joined(text: str, pick: random.Random) -> str:
    fitting = [(old, new) for old, new in _JOINED if old in text]
    if fitting:
        return text.replace(*pick.choice(fitting), 1)
    act = _ACT.search(text)
    if act and pick.random() < 0.6:
        return text[: act.start()] + "的" + act.group()
    return text.replace("的", "", 1) if "的" in text else text


def _framed(text: str, pick: random.Random) -> str:
    return pick.choice(_BEGINNINGS) + text if pick.random() < 0.4 else text + pick.choice(_ENDINGS)


def _widened(text: str, pick: random.Random) -> str:
    at = pick.randrange(1, len(text))
    table = str.maketrans("（），：0123456789", "(),:０１２３４５６７８９")
    return pick.choice((text.translate(table), text[:at] + " " + text[at:], text + " "))


_DISTURBANCES: list[Disturb] = [
    _synonym, _left_out, _inserted, _moved, _bracketed, _slipped, _joined, _framed, _widened,
]  # fmt: skip
_SHARES = [20, 10, 10, 8, 10, 8, 14, 12, 8]
