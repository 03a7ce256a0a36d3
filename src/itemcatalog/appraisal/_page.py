"""appraisal.html: the scoreboard as one file, without any outside resource, useful without script, fit to print."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any

from itemcatalog._shipped import __version__
from itemcatalog.appraisal._figures import ALL, State, UnitKey
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._run import Appraisal
from itemcatalog.appraisal._scores import UnitScore
from itemcatalog.appraisal._words import MET, STATES, WORDS, figure_words, met_words, share, target_words, value_words
from itemcatalog.render import bar, content_policy, page, style

__all__ = ["appraisal_page"]

ROWS_OF_A_LIST = 30
UNITS_OF_A_TABLE = 60
_TONES = {True: "good", False: "bad", None: "plain"}
_STYLES = ("report.css", "appraisal.css")


def appraisal_page(appraisal: Appraisal, language: str = "zh") -> bytes:
    """Return appraisal.html."""
    return page(
        "appraisal.html.j2",
        {
            "language": language,
            "words": {key: text.in_language(language) for key, text in WORDS.items()},
            "content_policy": content_policy(_STYLES),
            "styles": [style(name) for name in _STYLES],
            "name": appraisal.name,
            "as_of": appraisal.as_of.isoformat(),
            "policy": appraisal.policy.name,
            "version": __version__,
            "unread": appraisal.unread,
            "tiles": _tiles(appraisal, language),
            "board": [_board(appraisal, one, language) for one in appraisal.results],
            "levels": _ranking(appraisal, "channel", language),
            "authorities": _ranking(appraisal, "authority", language),
            "scheme": appraisal.scheme,
            "parts": appraisal.scheme.parts if appraisal.scheme is not None else (),
            "drill": [_drill(appraisal, one, language) for one in appraisal.results if one.totals()],
            "evidence": [_evidence(one, language) for one in appraisal.evidence],
            "beside": [_beside(appraisal, one, language) for one in appraisal.beside],
            "notes": appraisal.notes,
        },
    )


def _tiles(appraisal: Appraisal, language: str) -> list[dict[str, Any]]:
    told = [one.met() for one in appraisal.results]
    lacking = sum(1 for one in appraisal.results if one.figure() is None)
    counts = (
        ("met", "good", sum(1 for one in told if one)),
        ("missed", "error", sum(1 for one in told if one is False)),
        ("untold", "plain", sum(1 for one in told if one is None) - lacking),
        ("lacking", "plain", lacking),
        ("needed", "warning", sum(1 for one in appraisal.evidence if one.state != "shown")),
    )
    return [{"tone": tone, "label": WORDS[key].in_language(language), "value": value} for key, tone, value in counts]


def _anchor(result: Result) -> str:
    return f"i-{result.indicator.id}"


def _board(appraisal: Appraisal, result: Result, language: str) -> dict[str, Any]:
    indicator, second = result.indicator, result.second()
    target = indicator.target
    value = _value(result, ALL)
    return {
        "anchor": _anchor(result) if result.totals() else None,
        "clause": indicator.clause.words,
        "name": indicator.name,
        "bar": _bar(result, value, ALL),
        "value": value_words(result, ALL, language),
        "figure": figure_words(result.figure()),
        "target": target_words(target, language),
        "state": met_words(result, ALL, language),
        "tone": _pill(result, ALL),
        "second": f"{share(second.value)}（{figure_words(second)}）" if second and second.value is not None else "—",
        "missing": result.measured.missing or "",
    }


def _bar(result: Result, value: Fraction | None, unit: UnitKey) -> Any:
    target = result.indicator.target
    line = target.value if target is not None else None
    return bar(value, target=line, label=share(value, target), tone=_TONES[result.met(unit)])


def _pill(result: Result, unit: UnitKey) -> str:
    return {True: "good", False: "error", None: "plain"}[result.met(unit)]


def _ranking(appraisal: Appraisal, kind: str, language: str) -> dict[str, Any]:
    own = [one for one in appraisal.scores if one.unit[0] == kind]
    ranked = sorted((one for one in own if one.rank is not None), key=lambda one: (-one.of, one.rank or 0, one.unit))
    return {
        "ranked": [_rank_row(appraisal, one) for one in ranked[:UNITS_OF_A_TABLE]],
        "more": max(0, len(ranked) - UNITS_OF_A_TABLE),
        "unranked": "、".join(appraisal.names[one.unit] for one in own if one.rank is None),
    }


def _rank_row(appraisal: Appraisal, one: UnitScore) -> dict[str, Any]:
    parts = appraisal.scheme.parts if appraisal.scheme is not None else ()
    return {
        "rank": f"{one.rank}/{one.of}" if one.of > 1 else "—",
        "name": appraisal.names[one.unit],
        "score": _mark(one.total),
        "bar": bar(one.total / 100 if one.total is not None else None, label=_mark(one.total)),
        "coverage": f"{one.scored}/{one.possible}",
        "parts": [_mark(one.parts[part.id]) for part in parts],
    }


def _mark(mark: Fraction | None) -> str:
    return "—" if mark is None else f"{float(round(mark, 2)):.2f}".rstrip("0").rstrip(".")


def _drill(appraisal: Appraisal, result: Result, language: str) -> dict[str, Any]:
    indicator = result.indicator
    proposal = next((one for one in appraisal.proposals if one.indicator == indicator.id and one.unit == ALL), None)
    return {
        "anchor": _anchor(result),
        "clause": indicator.clause.words,
        "name": indicator.name,
        "state": met_words(result, ALL, language),
        "tone": _pill(result, ALL),
        "value": value_words(result, ALL, language),
        "figure": figure_words(result.figure()),
        "target": target_words(indicator.target, language),
        "text": indicator.clause.text,
        "numerator": indicator.numerator,
        "denominator": indicator.denominator,
        "second": indicator.second or "",
        "counts": _counts(result, language),
        "who": "、".join((*indicator.lead, *indicator.responsible)),
        "notes": [*result.measured.notes, *([indicator.note] if indicator.note else [])],
        "units": [_unit_row(appraisal, result, unit, language) for unit in _units(appraisal, result)],
        "trend": [_trend_row(result, day.isoformat(), figure) for day, figure in result.trend()],
        **_list(result, language),
        "proposal": proposal,
        "changes": proposal.changes[:ROWS_OF_A_LIST] if proposal is not None else (),
        "changes_more": max(0, len(proposal.changes) - ROWS_OF_A_LIST) if proposal is not None else 0,
    }  # fmt: skip


def _counts(result: Result, language: str) -> list[tuple[str, int]]:
    totals = result.totals()
    return [(STATES[state].in_language(language), totals[state]) for state in State if totals.get(state)]


def _units(appraisal: Appraisal, result: Result) -> Sequence[UnitKey]:
    """Return the channels, then the authorities that miss the target, the worst first."""
    own = [unit for unit in appraisal.units if result.totals(unit)]
    channels = [unit for unit in own if unit[0] == "channel"]
    missed = [unit for unit in own if unit[0] == "authority" and result.met(unit) is False]
    sign = 1 if result.indicator.direction == "up" else -1
    missed.sort(key=lambda unit: (sign * (_value(result, unit) or 0), unit))
    return (*channels, *missed[:UNITS_OF_A_TABLE])


def _value(result: Result, unit: UnitKey) -> Fraction | None:
    figure = result.figure(unit)
    return figure.value if figure is not None else None


def _unit_row(appraisal: Appraisal, result: Result, unit: UnitKey, language: str) -> dict[str, Any]:
    value = _value(result, unit)
    return {
        "name": appraisal.names[unit],
        "inner": unit[0] == "authority",
        "bar": _bar(result, value, unit),
        "value": value_words(result, unit, language),
        "figure": figure_words(result.figure(unit)),
        "state": met_words(result, unit, language),
        "tone": _pill(result, unit),
    }


def _trend_row(result: Result, day: str, figure: Any) -> dict[str, Any]:
    target = result.indicator.target
    return {
        "day": day,
        "value": share(figure.value, target),
        "figure": figure_words(figure),
        "bar": bar(figure.value, target=target.value if target else None, label=share(figure.value, target)),
    }


def _list(result: Result, language: str) -> dict[str, Any]:
    rows = [row for row in result.rows() if row.state in (State.UNMET, State.UNKNOWN)]
    return {
        "rows": [
            {
                "state": STATES[row.state].in_language(language),
                "id": row.id,
                "name": row.name,
                "unit": row.authority or row.channel,
                "why": row.why,
                "place": row.place,
            }
            for row in rows[:ROWS_OF_A_LIST]
        ],
        "rows_more": max(0, len(rows) - ROWS_OF_A_LIST),
    }


def _evidence(one: Any, language: str) -> dict[str, Any]:
    return {
        "clause": one.clause.words,
        "title": one.clause.title,
        "needed": one.needed,
        "entries": list(_entries(one, language)),
    }


def _entries(one: Any, language: str) -> Iterator[dict[str, Any]]:
    for entry in one.entries:
        yield {
            "unit": entry.unit,
            "state": MET[entry.met].in_language(language),
            "tone": _TONES[entry.met].replace("bad", "error"),
            "text": "，".join(part for part in (entry.document, entry.day, entry.why) if part),
        }


def _beside(appraisal: Appraisal, other: Any, language: str) -> dict[str, Any]:
    return {
        "name": other.policy.name,
        "as_of": other.as_of.isoformat(),
        "rows": [_board(appraisal, one, language) | {"anchor": None} for one in other.results],
    }
