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
from itemcatalog.appraisal._units import codes_of
from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["consistent_items", "published_items"]

_NO_REPORT = "没有同一工作区的审核报告，不能判断"
_RANKS = {"error": 0, "warning": 1, "notice": 2}
Key = tuple[str, str]


def consistent_items(inputs: Inputs, indicator: Indicator) -> Measured:
    """同一事项一致: own items shown at two places or more that no group rule of the clause is charged to.

    ``params.relation`` is ``replica`` (the same implementing item on several channels) or ``peer`` (city and
    districts); ``params.severity`` (default error) the least finding that counts. Second reading: one level more.
    """
    if inputs.report is None:
        return Measured(missing=_NO_REPORT)
    relation = str(indicator.params.get("relation", "replica"))
    members = _members(inputs.report, relation)
    if not members:
        return Measured(missing="审核报告中没有这样的事项组")
    clauses = set(indicator.params.get("clauses", [indicator.clause.id]))
    codes = {rule.code for rule in inputs.rules if clauses & set(rule.clauses)}
    charged = _charged(inputs.report, codes)
    least = _RANKS[str(indicator.params.get("severity", "error"))]
    return count_rows([_consistent(item, members, charged, least) for item in inputs.population.items])


def _members(report: Mapping[str, Any], relation: str) -> dict[Key, set[str]]:
    """Return own key of every member of a group of that relation → ids of its groups."""
    found: dict[Key, set[str]] = defaultdict(set)
    for group in report.get("groups", ()):
        places = {(one["channel"], one["item_id"]) for one in group.get("members", ())}
        if len(places) > 1 and relation in str(group.get("relation", "")):
            for key in places:
                found[key].add(str(group["id"]))
    return found


def _charged(report: Mapping[str, Any], codes: set[str]) -> dict[str, list[tuple[str, int]]]:
    """Return group id → the rules with findings on it, with their rank."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in report.get("findings", ()):
        if one.get("rule") in codes and one.get("group") and one.get("status") != "waived":
            found[str(one["group"])].append((one["rule"], _RANKS.get(one["severity"], 2)))
    return found


def _consistent(
    item: Item, members: Mapping[Key, set[str]], charged: Mapping[str, list[tuple[str, int]]], least: int
) -> Row:
    groups = members.get((item.channel, item.id), set())
    if not groups:
        return item_row(item, State.OUTSIDE, "只在一处公布", State.OUTSIDE)
    found = sorted({pair for group in groups for pair in charged.get(group, ())})
    bad = sorted({rule for rule, rank in found if rank <= least})
    second = State.UNMET if any(rank <= least + 1 for _, rank in found) else State.MET
    return item_row(item, State.UNMET if bad else State.MET, "、".join(bad), second)


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
