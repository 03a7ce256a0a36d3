"""Formulas over items alone: visits, courier, electronic licences, publication dates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from itemcatalog.appraisal._figures import Measured, Row, State, count_rows
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._units import code_key
from itemcatalog.model import UNCOMMITTED, Item, empty

__all__ = ["courier", "electronic_licence", "item_row", "item_rows", "published_by", "visits_at_most_one"]

Answer = tuple[State, str, State | None]
_EMPTY, _UNREAD = "没有填写", "写了，但读不懂"


def item_row(item: Item, state: State, why: str = "", second: State | None = None, day: date | None = None) -> Row:
    """Return the row of an item."""
    authority = (item.authority.name or "").strip()
    return Row(item.channel, authority, item.id, item.name, state, why, second, str(item.place), day)


def item_rows(inputs: Inputs, field: str, answer: Callable[[Item], Answer]) -> Iterator[Row]:
    """Yield a row for each own item; where its list has no such column it is uncovered."""
    for item in inputs.population.items:
        if not inputs.carries(item, field):
            yield item_row(item, State.UNCOVERED, "清单没有这一列", State.UNCOVERED)
            continue
        state, why, second = answer(item)
        if why == _EMPTY and inputs.is_unclear(item, field):
            state, why = State.UNKNOWN, _UNREAD
        yield item_row(item, state, why, second)


def visits_at_most_one(inputs: Inputs, indicator: Indicator) -> Measured:
    """一趟不用跑和最多跑一趟: the smallest committed number of visits over the ways of applying is 0 or 1."""
    return count_rows(list(item_rows(inputs, "visits", _visits)))


def _visits(item: Item) -> Answer:
    visits = item.visits
    stated = [one for one in (visits.total, visits.online, visits.window) if one is not None]
    numbers = [one for one in stated if isinstance(one, int)]
    if numbers:
        least = min(numbers)
        return (State.MET, "", None) if least <= 1 else (State.UNMET, f"至少到现场 {least} 次", None)
    if UNCOMMITTED in stated:
        return State.UNMET, "未承诺到现场次数", State.OUTSIDE
    return State.UNMET, _EMPTY, State.OUTSIDE


def courier(inputs: Inputs, indicator: Indicator) -> Measured:
    """文件快递: the item sends its documents by courier; second reading: items with a document to deliver."""
    return count_rows(list(item_rows(inputs, "courier", _courier)))


def _courier(item: Item) -> Answer:
    if item.courier == "yes":
        return State.MET, "", None
    applies = item.courier != "not_applicable" and any(one.name or one.kind for one in item.results)
    second = None if applies else State.OUTSIDE
    if item.courier is None:
        return State.UNMET, _EMPTY, second
    return State.UNMET, "不提供快递" if item.courier == "no" else "无须快递", second


def electronic_licence(inputs: Inputs, indicator: Indicator) -> Measured:
    """电子证照: the item's own flag; second reading: by one of its materials, among the items with materials."""
    rows = []
    for item in inputs.population.items:
        second = _licence_materials(inputs, item)
        if not inputs.carries(item, "electronic_licence"):
            rows.append(item_row(item, State.UNCOVERED, "清单没有这一列", second))
        elif item.electronic_licence is None:
            unread = inputs.is_unclear(item, "electronic_licence")
            state, why = (State.UNKNOWN, _UNREAD) if unread else (State.UNMET, _EMPTY)
            rows.append(item_row(item, state, why, second))
        else:
            met = item.electronic_licence
            rows.append(item_row(item, State.MET if met else State.UNMET, "" if met else "不支持电子证照", second))
    return count_rows(rows)


def _licence_materials(inputs: Inputs, item: Item) -> State:
    if empty(item.materials):
        return State.OUTSIDE
    flags = [one.electronic_licence for one in item.materials]
    if any(flags):
        return State.MET
    if not inputs.carries(item, "materials.electronic_licence"):
        return State.UNCOVERED
    return State.UNMET if all(flag is False for flag in flags) else State.UNKNOWN


def published_by(inputs: Inputs, indicator: Indicator) -> Measured:
    """按时序公布: the item stood on the published list by the day; a level without any publication is uncovered."""
    day = min(indicator.params.get("by", inputs.as_of), inputs.as_of)
    dates: dict[str, date] = {}
    for one in inputs.records.publications:
        if one.published is not None:
            code = code_key(one.item_code)
            dates[code] = min(dates.get(code, one.published), one.published)
    if not inputs.records.publications:
        return Measured(missing="没有清单公布记录")
    known = {id(item): inputs.publication_of(item, dates) for item in inputs.population.items}
    told = {item.channel for item in inputs.population.items if known[id(item)] is not None}
    rows = [_published(item, known[id(item)], day, item.channel in told) for item in inputs.population.items]
    found = count_rows(rows)
    ever = [row._replace(state=State.MET) if row.day is not None else row for row in rows]
    found.trend = count_rows(ever, inputs.milestones).trend
    return found


def _published(item: Item, published: date | None, day: date, told: bool) -> Row:
    if not told:
        return item_row(item, State.UNCOVERED, "没有本级的清单公布记录", State.UNCOVERED)
    if published is None:
        return item_row(item, State.UNMET, "没有公布记录")
    late = published > day
    return item_row(item, State.UNMET if late else State.MET, f"{published} 公布" if late else "", day=published)
