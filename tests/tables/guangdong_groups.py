"""Write ``docs/guangdong-groups.md`` again: ``python -m tests.tables.guangdong_groups`` (needs ../shared).

The 41 groups of ``guangdong/groups_same_code_province_city.jsonl`` share a basic code between the province and
Guangzhou; their differing fields were computed without aligning business items and with order counting. For each
group the page says which of these fields the audit reports, which it drops, and why.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from itemcatalog.audit._run import proposed_groups
from itemcatalog.comparison import FIELDS, ComparedField, ComparedGroup, Member
from itemcatalog.model import empty
from itemcatalog.text import seems_cut
from itemcatalog.workspace import read_workspace

ROOT = Path(__file__).resolve().parents[2]
SOURCE = Path("data") / "guangdong" / "groups_same_code_province_city.jsonl"
PAGE = ROOT / "docs" / "guangdong-groups.md"
# Field of the list → field of the model; themes are not compared: each level sorts items by its own.
PATHS: Mapping[str, str | None] = {
    "promised_time": "promised_limit",
    "legal_time": "statutory_limit",
    "materials": "materials",
    "conditions": "conditions",
    "express": "courier",
    "visits": "visits.total",
    "themes": None,
}
_SPECS = {spec.path: spec for spec in FIELDS}
_WORDS = {"wording": "措辞不同", "substance": "内容不同", "missing": "一方未填写", "format": "仅格式不同"}

REPORTED, OTHER, SAME, NOT_COMPARED = "报告", "舍去：业务办理项不同", "舍去：仅顺序或格式不同", "舍去：不比对"


class Answer(NamedTuple):
    """结论: what becomes of one differing field of one group."""

    code: str
    field: str
    kind: str
    why: str


def groups_of(shared: Path) -> list[dict[str, Any]]:
    """Return the 41 groups as they are given."""
    lines = (shared / SOURCE).read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def compared(root: Path) -> tuple[ComparedGroup, ...]:
    """Return our groups of the workspace fixtures/guangdong."""
    _, grouped, _ = proposed_groups(read_workspace(root / "fixtures" / "guangdong"))
    return grouped.groups


def answers(given: Sequence[Mapping[str, Any]], ours: Sequence[ComparedGroup]) -> Iterator[Answer]:
    """Yield what becomes of every differing field of every group."""
    home = {m.item.codes.implementation: group for group in ours for m in group.members}
    for group in given:
        codes = [one["task_code"] for one in group["items"]]
        found = list({home[code].id: home[code] for code in codes}.values())
        for name in group["differing_fields"]:
            yield Answer(group["catalog_code"], name, *_answer(PATHS[name], found, set(codes)))


def _answer(path: str | None, found: Sequence[ComparedGroup], codes: set[str]) -> tuple[str, str]:
    if path is None:
        return NOT_COMPARED, "主题分类由各级自定，方案不要求一致"
    fields = [field for group in found for field in group.fields if field.field == path]
    if fields and all(field.agreement.same for field in fields):
        return SAME, "去掉标点、编号和数字写法后相同"
    if fields:
        return REPORTED, "；".join(dict.fromkeys(map(_told, fields)))
    aligned = [[m for m in group.members if m.item.codes.implementation in codes] for group in found]
    pairs = [pair for members in aligned for pair in combinations(members, 2)]
    if not any(_differ(path, *pair) for pair in pairs):
        across = any(_differ(path, one, other) for a, b in combinations(aligned, 2) for one in a for other in b)
        return (OTHER, _unaligned(aligned)) if across else (SAME, "值相同")
    if any(_cut(path, member) for members in aligned for member in members):
        return NOT_COMPARED, "文字似被截断，其后内容不明，另作提示"
    return SAME, "按集合比较相同，只有顺序、标点或数字写法不同"


def _told(field: ComparedField) -> str:
    words = _WORDS[field.agreement.value]
    return f"{words}{'，方案允许' if field.allowed else ''}"


def _differ(path: str, one: Member, other: Member) -> bool:
    values = [_SPECS[path].value(member.item) for member in (one, other)]
    return bool(values[0] != values[1] and not (empty(values[0]) and empty(values[1])))


def _cut(path: str, member: Member) -> bool:
    value = _SPECS[path].value(member.item)
    last = getattr(value[-1], "text", None) if isinstance(value, tuple) and value else value
    return isinstance(last, str) and seems_cut(last)


def _unaligned(aligned: Sequence[Sequence[Member]]) -> str:
    names = dict.fromkeys(m.item.handling_item or m.item.name for members in aligned for m in members)
    return f"分属 {len(aligned)} 个业务办理项：{'、'.join(names)}"


def page(given: Sequence[Mapping[str, Any]], ours: Sequence[ComparedGroup]) -> str:
    """Return the page in Markdown."""
    found = list(answers(given, ours))
    sums = Counter(one.kind for one in found)
    lines = [
        "# 广东 41 组：省市同码事项的差异",
        "",
        "这 41 组由基本编码归在一起，所列差异要素没有先对齐业务办理项，列表的顺序也算作差异。下面逐组说明：",
        "哪些要素由本工具报告，哪些舍去，为什么。本页由 `python -m tests.tables.guangdong_groups` 生成，测试逐字核对。",
        "",
        f"共 {len(found)} 处："
        + "，".join(f"{kind} {sums[kind]}" for kind in (REPORTED, OTHER, SAME, NOT_COMPARED))
        + "。",
        "",
        "| 基本编码 | 名称 | 事项数 | 要素 | 结论 | 说明 |",
        "|---|---|---:|---|---|---|",
    ]
    by_code: dict[str, list[Answer]] = {}
    for one in found:
        by_code.setdefault(one.code, []).append(one)
    for group in given:
        for one in by_code.get(group["catalog_code"], []):
            name = group["name"].replace("|", "\\|")
            why = one.why.replace("|", "\\|").replace("\n", " ")
            lines.append(f"| {one.code} | {name} | {len(group['items'])} | {one.field} | {one.kind} | {why} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(groups_of(ROOT.parent / "shared"), compared(ROOT)), encoding="utf-8")


if __name__ == "__main__":
    main()
