"""Formulas over the same item at several places, read from the report of an audit (report.json as plain data).

The appraisal does not match items: an audit of the same workspace did, and whoever runs both hands its report in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from itemcatalog.appraisal._figures import Measured, Row, State, count_rows
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._items import item_row
from itemcatalog.appraisal._report import RANKS, Charge, GroupMember, charges, groups
from itemcatalog.appraisal._units import codes_of
from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["consistent_items", "published_items"]

_NO_REPORT = "没有同一工作区的审核报告，不能判断"
Key = tuple[str, str]


def consistent_items(inputs: Inputs, indicator: Indicator) -> Measured:
    """同一事项一致: own items shown at two places or more that no rule of the clause charges.

    ``params.relation`` is ``replica`` (the same implementing item on several channels; what a copy shows counts for
    its item) or ``peer`` (city and districts; only who deviates is charged). ``params.severity`` (default warning)
    is the least finding that counts. A difference that a person has to decide leaves the item unknown.
    """
    if inputs.report is None:
        return Measured(missing=_NO_REPORT)
    peer = indicator.params.get("relation", "replica") == "peer"
    clauses = set(indicator.params.get("clauses", [indicator.clause.id]))
    codes = {rule.code for rule in inputs.rules if clauses & set(rule.clauses)}
    sides = _Sides(inputs, peer=peer)
    if not sides.groups:
        return Measured(missing="审核报告中没有这样的事项组")
    for charge in charges(inputs.report, codes):
        sides.take(charge)
    least = RANKS[str(indicator.params.get("severity", "warning"))]
    return count_rows([_consistent(item, sides, least) for item in inputs.population.items])


class _Sides:
    """Who stands beside whom: for each own item its copies, its groups, and what it is charged with."""

    def __init__(self, inputs: Inputs, *, peer: bool) -> None:
        own = set(inputs.population.channels)
        self.groups: dict[Key, set[str]] = defaultdict(set)
        self.copies: dict[Key, set[Key]] = defaultdict(set)
        self.charged: dict[tuple[str, Key], list[Charge]] = defaultdict(list)
        self.undecided: dict[str, list[Charge]] = defaultdict(list)
        for name, members in groups(inputs.report or {}):
            for one in members:
                if one.channel not in own:
                    continue
                copies = {other.key for other in members if _is_copy(inputs, one, other, own)}
                self.copies[one.key] |= copies
                peers = any(other.channel in own and other.channel != one.channel for other in members)
                if peers if peer else copies:
                    self.groups[one.key].add(name)

    def take(self, charge: Charge) -> None:
        """Keep what a finding of a group charges."""
        for key in charge.members:
            self.charged[charge.group, key].append(charge)
        if not charge.members:
            self.undecided[charge.group].append(charge)

    def of(self, key: Key) -> tuple[list[Charge], list[Charge]]:
        """Return what an item and its copies are charged with, and what nobody is charged with yet."""
        mine = [key, *sorted(self.copies[key])]
        charged = [one for group in sorted(self.groups[key]) for place in mine for one in self.charged[group, place]]
        return charged, [one for group in sorted(self.groups[key]) for one in self.undecided[group]]


def _is_copy(inputs: Inputs, one: GroupMember, other: GroupMember, own: set[str]) -> bool:
    """Whether another member shows the same implementing item: the same code, or a copy in the same division."""
    if other.channel == one.channel:
        return False
    if one.code and other.code:
        return one.code == other.code
    first, second = (inputs.context.channels.get(channel) for channel in (one.channel, other.channel))
    same = first is not None and second is not None and first.division == second.division
    return other.channel not in own and same


def _consistent(item: Item, sides: _Sides, least: int) -> Row:
    key = (item.channel, item.id)
    if not sides.groups[key]:
        return item_row(item, State.OUTSIDE, "只在一处公布", State.OUTSIDE)
    charged, undecided = sides.of(key)
    bad = sorted({one.rule for one in charged if one.rank <= least})
    open_ones = sorted({one.rule for one in undecided if one.rank <= least})
    doubts = any(one.rank <= least + 1 for one in (*charged, *undecided))
    if bad:
        return item_row(item, State.UNMET, "、".join(bad))
    if open_ones:
        return item_row(item, State.UNKNOWN, f"待研判：{'、'.join(open_ones)}")
    return item_row(item, State.MET, "", State.UNMET if doubts else State.MET)


def published_items(inputs: Inputs, indicator: Indicator) -> Measured:
    """各渠道公布: own items that every channel of ``[publish]`` shows; second reading: with a document to download.

    Where no report tells which items belong together, an item is found by its code, else by its name.
    """
    publish = inputs.context.publish
    if not publish:
        return Measured(missing="没有设定公布渠道（[publish]）")
    beside = _beside(inputs.report) if inputs.report is not None else {}
    every = (*inputs.population.copies, *inputs.population.items)
    index = {channel: _Shown([one for one in every if one.channel == channel]) for channel in _wanted(publish)}
    rows = []
    for item in inputs.population.items:
        wanted = publish.get(item.channel)
        if not wanted:
            rows.append(item_row(item, State.OUTSIDE, "没有为本渠道设定公布渠道", State.OUTSIDE))
        else:
            rows.append(_published(inputs, item, wanted, index, beside))
    return count_rows(rows)


def _wanted(publish: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    return sorted({channel for channels in publish.values() for channel in channels})


class _Shown:
    """The items of one channel by code and by name."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.by_id = {item.id: item for item in items}
        self.by_code = {code: item for item in self.by_id.values() for code in codes_of(item)}
        self.by_name = {normalise(item.name): item for item in self.by_id.values()}

    def find(self, item: Item, ids: Iterable[str]) -> Item | None:
        """Return the copy of an item."""
        for key in ids:
            if key in self.by_id:
                return self.by_id[key]
        for code in codes_of(item):
            if code in self.by_code:
                return self.by_code[code]
        return self.by_name.get(normalise(item.name))


def _beside(report: Mapping[str, Any]) -> dict[Key, dict[str, list[str]]]:
    """Return key of a member → channel → ids of the replicas there."""
    found: dict[Key, dict[str, list[str]]] = {}
    for group in report.get("groups", ()):
        by_channel: dict[str, list[str]] = defaultdict(list)
        for one in group.get("members", ()):
            by_channel[one["channel"]].append(one["item_id"])
        for one in group.get("members", ()):
            found[one["channel"], one["item_id"]] = by_channel
    return found


def _published(
    inputs: Inputs,
    item: Item,
    wanted: Iterable[str],
    index: Mapping[str, _Shown],
    beside: Mapping[Key, Mapping[str, list[str]]],
) -> Row:
    known = beside.get((item.channel, item.id), {})
    copies = {channel: index[channel].find(item, known.get(channel, ())) for channel in wanted}
    absent = [channel for channel, copy in copies.items() if copy is None]
    if absent:
        return item_row(item, State.UNMET, f"没有公布：{'、'.join(absent)}", State.UNMET)
    found = [copy for copy in copies.values() if copy is not None]
    if not all(inputs.carries(copy, "document.url") or inputs.carries(copy, "document") for copy in found):
        return item_row(item, State.MET, "", State.UNCOVERED)
    without = [copy.channel for copy in found if not copy.document.url]
    why = f"没有可下载的文档：{'、'.join(without)}" if without else ""
    return item_row(item, State.MET, why, State.UNMET if without else State.MET)
