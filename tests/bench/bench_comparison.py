"""Comparing 100,000 items in groups of thirteen: seconds for all fields (goal of the plan: 20 s)."""

from __future__ import annotations

import time
from fractions import Fraction

import attrs

from itemcatalog.comparison import compare_members, members_of
from itemcatalog.model import (
    Authority,
    Channel,
    Condition,
    Contact,
    Fees,
    Item,
    LegalBasis,
    Limit,
    Material,
    Phone,
    Step,
    field_paths,
)

GROUPS, SIZE = 7_693, 13
PROVIDES = frozenset(field_paths(Item))
CHANNELS = {f"d{n}": Channel(id=f"d{n}", kind="district", division=f"3501{n:02d}") for n in range(SIZE)}


def _base(number: int) -> Item:
    return Item(
        name=f"第{number}类经营许可",
        statutory_limit=Limit.of(20),
        promised_limit=Limit.of(5),
        legal_bases=(LegalBasis(title="中华人民共和国行政许可法", article="第四十二条"),),
        conditions=tuple(Condition(text=f"符合第{number}号规划的第{n}项条件，有固定场所") for n in range(6)),
        materials=tuple(Material(name=f"第{n}份材料原件及复印件", copies=1, originals=1) for n in range(8)),
        procedure=tuple(Step(step=step) for step in ("受理", "审查", "决定", "送达")),
        fees=Fees(charged=False),
    )


def _group(number: int) -> list[Item]:
    """Return one item of thirteen districts, of which a third disturb a field each."""
    base, items = _base(number), []
    for n, channel in enumerate(CHANNELS.values()):
        item = attrs.evolve(
            base,
            channel=channel.id,
            id=str(number),
            division=channel.division,
            authority=Authority(name=f"{channel.division}局"),
            consultation=Contact(phones=(Phone(number=f"0591-8{n:07d}"),)),
        )
        if n % 3 == number % 3:
            changed = (
                {"promised_limit": Limit(value=Fraction(n), unit="工作日")},
                {"materials": (*base.materials[1:], Material(name=f"第{n}份其他材料"))},
                {"conditions": (*base.conditions[1:], Condition(text=f"有{n}名专业人员"))},
            )[n % 3]
            item = attrs.evolve(item, **changed)
        items.append(item)
    return items


def main() -> None:
    """Print the seconds and the number of fields found to differ."""
    groups = [_group(number) for number in range(GROUPS)]
    start, fields = time.perf_counter(), 0
    for number, items in enumerate(groups):
        members = members_of(items, CHANNELS, lambda item: PROVIDES)
        fields += len(compare_members(members, group=str(number), base="", name=items[0].name).fields)
    seconds = time.perf_counter() - start
    print(f"comparison: {GROUPS * SIZE:,} items in groups of {SIZE}: {seconds:.1f} s, {fields:,} fields differ")


if __name__ == "__main__":
    main()
