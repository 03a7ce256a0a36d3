"""Formulas over the small records: faults, investment projects, services, licences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from itemcatalog.appraisal._figures import Measured, Row, State, count_rows
from itemcatalog.appraisal._indicator import Indicator
from itemcatalog.appraisal._inputs import Inputs
from itemcatalog.appraisal._units import code_key, codes_of
from itemcatalog.model import AppService, LicenceRecord, ProjectReport, SystemFault
from itemcatalog.rules.cases import Timing, day_of, within
from itemcatalog.text import normalise

__all__ = ["app_services", "connected_services", "fault_free", "fault_repair", "licences", "projects"]

_TIMINGS = {
    Timing.IN_TIME: (State.MET, ""),
    Timing.LATE: (State.UNMET, "超时恢复"),
    Timing.OVERDUE: (State.UNMET, "到考核日仍未恢复"),
    Timing.OPEN: (State.UNMET, "尚未恢复，期限未到"),
    Timing.UNKNOWN: (State.UNKNOWN, "时间不明或前后矛盾"),
}


def _of_year(moment: date | datetime | None, as_of: date) -> bool:
    return moment is not None and day_of(moment).year == as_of.year and day_of(moment) <= as_of


def _unique(faults: Iterable[SystemFault]) -> Iterator[SystemFault]:
    seen: set[str] = set()
    for one in faults:
        if one.number not in seen:
            seen.add(one.number)
            yield one


def fault_repair(inputs: Inputs, indicator: Indicator) -> Measured:
    """故障修复: detected in the year and restored within the hours of ``params.hours``; open ones run to as_of."""
    if not inputs.records.system_faults:
        return Measured(missing="没有故障记录")
    longest = timedelta(hours=int(indicator.params.get("hours", 2)))
    rows = []
    for one in _unique(inputs.records.system_faults):
        if not _of_year(one.detected, inputs.as_of):
            told, second = (State.OUTSIDE, "不在考核年度" if one.detected else "没有发现时间"), State.OUTSIDE
        else:
            assert one.detected is not None  # noqa: S101 - said by ``_of_year``
            unread = "restored" in one.unclear
            told = _TIMINGS[Timing.UNKNOWN if unread else within(one.detected, one.restored, longest, inputs.as_of)]
            second = told[0] if one.restored else State.OUTSIDE
        rows.append(_fault_row(one, *told, second))
    return count_rows(rows)


def _fault_row(one: SystemFault, state: State, why: str, second: State | None) -> Row:
    times = f"{one.detected or '—'} 发现，{one.restored or '—'} 恢复"
    day = day_of(one.restored) if one.restored else None
    return Row(
        "", "", one.number, one.system or "", state, f"{why}：{times}" if why else times, second, str(one.place), day
    )


def fault_free(inputs: Inputs, indicator: Indicator) -> Measured:
    """故障频次: systems with at most ``params.most`` faults in the year, of the systems that had any."""
    if not inputs.records.system_faults:
        return Measured(missing="没有故障记录")
    counts: dict[str, list[SystemFault]] = defaultdict(list)
    for one in _unique(inputs.records.system_faults):
        if _of_year(one.detected, inputs.as_of):
            counts[one.system or "（未写系统）"].append(one)
    most = int(indicator.params.get("most", 1))
    rows = [
        Row("", "", system, system, State.MET if len(own) <= most else State.UNMET, f"本年故障 {len(own)} 次")
        for system, own in sorted(counts.items())
    ]
    return count_rows(rows)


def projects(inputs: Inputs, indicator: Indicator) -> Measured:
    """投资项目报送: records judged right, of the kinds in ``params.kinds``; second reading: whole projects right."""
    kinds = tuple(indicator.params.get("kinds", ()))
    own = [one for one in inputs.records.projects if not kinds or one.information in kinds]
    if not own:
        return Measured(missing="没有投资项目报送记录")
    found = count_rows([_project_row(one) for one in own])
    whole: dict[str, list[ProjectReport]] = defaultdict(list)
    for one in own:
        whole[one.code].append(one)
    rows = [Row("", "", code, code, _worst(records)) for code, records in sorted(whole.items())]
    found.second = count_rows(rows).figures
    return found


def _project_row(one: ProjectReport) -> Row:
    state = {True: State.MET, False: State.UNMET, None: State.UNKNOWN}[one.right]
    return Row(
        "",
        "",
        one.code,
        one.information or "",
        state,
        "" if one.right else "判定为不正确" if one.right is False else "没有判定",
        place=str(one.place),
    )


def _worst(records: Iterable[ProjectReport]) -> State:
    told = {one.right for one in records}
    return State.UNMET if False in told else State.UNKNOWN if None in told else State.MET


def app_services(inputs: Inputs, indicator: Indicator) -> Measured:
    """服务同步入驻: services of ``params.platform`` connected, and their item on the portal; second: on the portal."""
    own = _services(inputs, indicator)
    kinds = {channel.id for channel in inputs.context.channels.values() if channel.kind == "portal"}
    every = (*inputs.population.copies, *inputs.population.items)
    shown = [item for item in every if item.channel in kinds]
    if not own or not shown:
        return Measured(missing="没有网上办事大厅的事项" if own else "没有这个平台的服务接入记录")
    codes = {code for item in shown for code in codes_of(item)}
    names: set[str] = {normalise(name) for item in shown for name in (item.name, item.sub_item) if name}
    return count_rows([_service_row(inputs, one, codes, names) for one in own])


def connected_services(inputs: Inputs, indicator: Indicator) -> Measured:
    """服务接入: services of ``params.platform`` that are connected; second reading: for the whole course (全流程)."""
    own = _services(inputs, indicator)
    if not own:
        return Measured(missing="没有这个平台的服务接入记录")
    rows = []
    for one in own:
        row = _connected(one, None)
        whole = row.state is State.MET and (one.access or "") == "全流程"
        rows.append(row._replace(second=State.MET if whole else State.UNMET))
    return count_rows(rows)


def _services(inputs: Inputs, indicator: Indicator) -> list[AppService]:
    platform = normalise(str(indicator.params.get("platform", "闽政通")))
    return [one for one in inputs.records.services if normalise(one.platform or "") == platform]


def _service_row(inputs: Inputs, one: AppService, codes: set[str], names: set[str]) -> Row:
    item, exact = inputs.population.of_case(one.item_code, one.name)
    own = {code_key(one.item_code)} if one.item_code else set()
    own |= set(codes_of(item)) if item is not None and exact else set()
    if own & codes or normalise(one.name) in names:
        return _connected(one, State.MET)
    return _connected(one, State.UNMET)._replace(state=State.UNMET, why="网上办事大厅没有这个事项")


def _connected(one: AppService, second: State | None) -> Row:
    states = {True: State.MET, False: State.UNMET, None: State.UNKNOWN}
    words = {True: "", False: "没有对接", None: "没有写明是否对接"}
    why = "，".join(part for part in (words[one.connected], one.access) if part)
    name = f"{one.name}（{one.platform}）"
    return Row("", "", one.item_code or one.name, name, states[one.connected], why, second, str(one.place))


def licences(inputs: Inputs, indicator: Indicator) -> Measured:
    """证照入库: of the register's licences of ``params.origin``, those stored (old ones with seal) by as_of.

    Second reading: new ones stored on the day of issue.
    """
    origin = str(indicator.params.get("origin", "新增"))
    own = [one for one in inputs.records.licences if one.origin == origin]
    if not own:
        return Measured(missing=f"没有{origin}证照记录")
    return count_rows([_licence_row(inputs, one, origin) for one in own], inputs.milestones)


def _licence_row(inputs: Inputs, one: LicenceRecord, origin: str) -> Row:
    item, _ = inputs.population.of_case(one.item_code, None)
    channel, authority = (item.channel, item.authority.name or "") if item is not None else ("", "")
    stored = one.stored is not None and day_of(one.stored) <= inputs.as_of
    met = stored and (origin == "新增" or one.sealed is True)
    why = "" if met else "没有入库" if not stored else "没有签章"
    same = stored and one.stored is not None and one.issued is not None and day_of(one.stored) == day_of(one.issued)
    second = (State.MET if same else State.UNMET) if origin == "新增" else None
    if met and second is State.UNMET:
        why = f"{one.issued or '—'} 签发，{one.stored or '—'} 入库"
    day = day_of(one.stored) if stored and one.stored is not None else None
    return Row(
        channel,
        authority,
        one.item_code or "",
        one.name,
        State.MET if met else State.UNMET,
        why,
        second,
        str(one.place),
        day,
    )
