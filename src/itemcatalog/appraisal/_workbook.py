"""appraisal.xlsx: the scoreboard, the evidence, and one sheet per unit with the lists behind its numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from itemcatalog.appraisal._figures import State, UnitKey
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._run import Appraisal
from itemcatalog.appraisal._words import MET, STATES, figure_words, met_words, share, target_words, value_words
from itemcatalog.findings import Text
from itemcatalog.render import Column, Sheet, workbook

__all__ = ["appraisal_workbook"]

_GOOD, _BAD, _GREY = "#C6E0B4", "#F8CBAD", "#EDEDED"
_LAST_ROW = 1_048_000
# fmt: off
_BOARD = (
    ("条款", "Clause", 14), ("指标", "Indicator", 34), ("单位", "Unit", 26), ("数值", "Value", 10),
    ("分子", "Numerator", 10), ("分母", "Denominator", 10), ("目标", "Target", 13), ("结果", "Result", 10),
    ("分子是", "Numerator is", 36), ("分母是", "Denominator is", 36), ("另一种口径", "Second reading", 12),
    ("另一种口径说明", "Second reading is", 32), ("牵头单位", "Lead", 30), ("责任单位", "Responsible", 24),
    ("说明", "Notes", 40),
)
_EVIDENCE = (
    ("条款", "Clause", 14), ("任务", "Duty", 30), ("为什么需要", "Why", 34), ("单位", "Unit", 22),
    ("结果", "Result", 10), ("材料", "Document", 30), ("日期", "Date", 12), ("说明", "Note", 24),
    ("考核单位", "Assessor", 30),
)
_CHANGES = (
    ("指标", "Indicator", 32), ("单位", "Unit", 26), ("最少改动", "Changes", 10), ("渠道", "Channel", 10),
    ("事项", "Item", 34), ("现状", "Now", 30), ("改为", "Becomes", 34),
)
_BESIDE = (
    ("方案", "Policy", 26), ("条款", "Clause", 14), ("指标", "Indicator", 34), ("单位", "Unit", 26),
    ("数值", "Value", 10), ("分子", "Numerator", 10), ("分母", "Denominator", 10), ("目标", "Target", 13),
    ("结果", "Result", 10),
)
_LISTS = (
    ("条款", "Clause", 14), ("指标", "Indicator", 32), ("结果", "State", 10), ("编号", "Id", 34),
    ("名称", "Name", 36), ("渠道", "Channel", 10), ("单位", "Unit", 24), ("原因", "Reason", 46),
    ("位置", "Place", 30),
)
# fmt: on
_KINDS = ("all", "channel", "authority")
Line = tuple[str | int | float | None, ...]


def appraisal_workbook(appraisal: Appraisal, language: str = "zh") -> bytes:
    """Return the workbook; same appraisal, same bytes."""
    return workbook(_sheets(appraisal, language), title=appraisal.name)


def _sheets(appraisal: Appraisal, language: str) -> Iterator[Sheet]:
    yield _scoreboard(appraisal, language)
    if appraisal.scores:
        yield _scores(appraisal, language)
    yield _evidence(appraisal, language)
    yield _what_if(appraisal, language)
    if appraisal.beside:
        yield _beside(appraisal, language)
    for unit in appraisal.units:
        lines = list(_lines(appraisal, unit, language))
        if lines:
            yield Sheet(name=_sheet_name(appraisal, unit), columns=_list_columns(language), rows=lines[:_LAST_ROW])


def _columns(titles: tuple[tuple[str, str, int], ...], language: str) -> tuple[Column, ...]:
    colours = {
        STATES[State.MET].in_language(language): _GOOD,
        STATES[State.UNMET].in_language(language): _BAD,
        MET[True].in_language(language): _GOOD,
        MET[False].in_language(language): _BAD,
        STATES[State.UNCOVERED].in_language(language): _GREY,
    }
    return tuple(
        Column(title=Text(zh, en).in_language(language), width=width, colours=colours) for zh, en, width in titles
    )


def _scoreboard(appraisal: Appraisal, language: str) -> Sheet:
    titles = _BOARD
    rows = [
        _score_line(appraisal, result, unit, language)
        for result in appraisal.results
        for unit in appraisal.units
        if unit[0] == "all" or result.totals(unit)
    ]
    heading = (f"{appraisal.name}　{appraisal.policy.name}　{appraisal.as_of.isoformat()}",)
    name = Text("考核指标", "Indicators").in_language(language)
    return Sheet(name=name, columns=_columns(titles, language), rows=rows, heading=heading)


def _score_line(appraisal: Appraisal, result: Result, unit: UnitKey, language: str) -> Line:
    indicator, figure, second = result.indicator, result.figure(unit), result.second(unit)
    notes = [*result.measured.notes, indicator.note or "", (result.measured.missing or "") if unit[0] == "all" else ""]
    return (
        indicator.clause.words,
        indicator.name,
        _label(appraisal, unit),
        value_words(result, unit, language),
        figure.numerator if figure else None,
        figure.denominator if figure else None,
        target_words(indicator.target, language),
        met_words(result, unit, language),
        indicator.numerator,
        indicator.denominator,
        f"{share(second.value)}（{figure_words(second)}）" if second else "—",
        indicator.second or "",
        "、".join(indicator.lead),
        "、".join(indicator.responsible),
        "；".join(note for note in notes if note),
    )


def _label(appraisal: Appraisal, unit: UnitKey) -> str:
    return appraisal.names[unit]


def _sheet_name(appraisal: Appraisal, unit: UnitKey) -> str:
    """Name the sheet of a unit; two authorities of one name are told apart by their channel."""
    names = Counter(appraisal.names.values())
    name = appraisal.names[unit]
    return f"{name} {unit[1].split('/')[0]}" if names[name] > 1 and unit[0] == "authority" else name


def _scores(appraisal: Appraisal, language: str) -> Sheet:
    scheme = appraisal.scheme
    parts = scheme.parts if scheme is not None else ()
    titles = (("名次", "Rank", 7), ("单位", "Unit", 30), ("得分", "Score", 9), ("计分指标", "Scored", 10))
    columns = (*_columns(titles, language), *(Column(title=part.name, width=13) for part in parts))
    lacking = STATES[State.UNCOVERED].in_language(language)
    order = sorted(appraisal.scores, key=lambda one: (_KINDS.index(one.unit[0]), one.rank or 1 << 30, one.unit))
    rows: list[Line] = [
        (
            one.rank if one.rank is not None else ("—" if one.unit[0] == "all" else lacking),
            appraisal.names[one.unit],
            None if one.total is None else float(round(one.total, 2)),
            f"{one.scored}/{one.possible}",
            *(None if one.parts[part.id] is None else float(round(one.parts[part.id] or 0, 2)) for part in parts),
        )
        for one in order
    ]  # fmt: skip
    heading = (scheme.note, f"{scheme.source}：{scheme.method}") if scheme is not None else ()
    return Sheet(name=Text("得分（参考）", "Scores").in_language(language), columns=columns, rows=rows, heading=heading)


def _evidence(appraisal: Appraisal, language: str) -> Sheet:
    titles = _EVIDENCE
    rows: list[Line] = []
    for one in appraisal.evidence:
        base = (one.clause.words, one.clause.title, one.needed)
        assessors = "、".join(one.clause.assessors)
        for entry in one.entries:
            met = MET[entry.met].in_language(language)
            rows.append((*base, entry.unit, met, entry.document, entry.day, entry.why, assessors))
        if not one.entries:
            rows.append((*base, "", MET[None].in_language(language), "", "", "", assessors))
    name = Text("须提交佐证", "Evidence needed").in_language(language)
    return Sheet(name=name, columns=_columns(titles, language), rows=rows)


def _what_if(appraisal: Appraisal, language: str) -> Sheet:
    titles = _CHANGES
    names = {result.indicator.id: result.indicator.name for result in appraisal.results}
    rows: list[Line] = [
        (names[one.indicator], appraisal.names[one.unit], one.needed, channel, name, now, becomes)
        for one in appraisal.proposals
        for channel, _, name, now, becomes in one.changes
    ]
    name = Text("达标测算", "What if").in_language(language)
    return Sheet(name=name, columns=_columns(titles, language), rows=rows[:_LAST_ROW])


def _beside(appraisal: Appraisal, language: str) -> Sheet:
    titles = _BESIDE
    rows: list[Line] = []
    for other in appraisal.beside:
        for result in other.results:
            for unit in appraisal.units:
                if unit[0] == "all" or result.totals(unit):
                    line = _score_line(appraisal, result, unit, language)
                    rows.append((other.policy.name, *line[:8]))
    return Sheet(name=Text("并列方案", "Beside").in_language(language), columns=_columns(titles, language), rows=rows)


def _list_columns(language: str) -> tuple[Column, ...]:
    titles = _LISTS
    return _columns(titles, language)


def _lines(appraisal: Appraisal, unit: UnitKey, language: str) -> Iterator[Line]:
    """Yield the lists of a unit; those of everything only where no channel has them (faults, projects)."""
    for result in appraisal.results:
        for row in result.rows(unit):
            if unit[0] == "all" and row.channel:
                continue
            if unit[0] == "channel" and row.authority:
                continue
            yield (
                result.indicator.clause.words, result.indicator.name, STATES[row.state].in_language(language), row.id,
                row.name, row.channel, row.authority, row.why, row.place,
            )  # fmt: skip
