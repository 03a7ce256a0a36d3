"""Indicators of items on small catalogues: exactly on the line, unknown values, copies, and what-if."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.appraisal import ALL, Appraisal, Figure, Result, State, Target
from itemcatalog.appraisal._whatif import needed

Build = Callable[..., Appraisal]


def _item(number: int, **values: Any) -> dict[str, Any]:
    return {"name": f"事项{number}", "codes": {"implementation": f"11350100003604508U30001{number:08d}"}, **values}


def _result(appraisal: Appraisal, name: str) -> Result:
    return next(one for one in appraisal.results if one.indicator.id == name)


def _limits(number: int, promised: int, statutory: int) -> dict[str, Any]:
    limits = {
        "promised_limit": {"value": promised, "unit": "工作日"},
        "statutory_limit": {"value": statutory, "unit": "工作日"},
    }
    return _item(number, **limits)


def test_exactly_thirty_percent_is_met(appraise: Build) -> None:
    """Sums stay unreduced (30 of 100 days); one day more is missed; the second reading is the mean."""
    on_the_line = _result(appraise({"city": [_limits(1, 20, 60), _limits(2, 10, 40)]}), "compression")
    over = _result(appraise({"city": [_limits(1, 21, 60), _limits(2, 10, 40)]}), "compression")

    assert on_the_line.figure() == Figure(30, 100)
    assert on_the_line.met() is True
    assert on_the_line.second() == Figure(7, 24)
    assert (over.figure(), over.met()) == (Figure(31, 100), False)


def test_exactly_ninety_percent_is_not_more_than_ninety(appraise: Build) -> None:
    """The plan says 超过: 9 of 10 is missed, 10 of 11 is met; one item more is proposed."""
    nine = [_item(n, visits={"total": 1 if n else 2}) for n in range(10)]
    found = appraise({"city": nine})
    proposal = next(one for one in found.proposals if one.indicator == "trips-share" and one.unit == ALL)

    assert _result(found, "trips-share").figure() == Figure(9, 10)
    assert _result(found, "trips-share").met() is False
    assert (proposal.needed, proposal.reached) == (1, True)
    assert _result(appraise({"city": [*nine, _item(11, visits={"total": 0})]}), "trips-share").met() is True


@pytest.mark.parametrize(
    ("visits", "state"),
    [
        ({"total": 2, "online": 0}, State.MET),
        ({"online": 2, "window": 1}, State.MET),
        ({"total": "uncommitted"}, State.UNMET),
        ({"total": "uncommitted", "online": 0}, State.MET),
        ({"total": 3}, State.UNMET),
        ({"reason": "须当面核验"}, State.UNMET),
    ],
)
def test_the_smallest_committed_number_of_visits_counts(appraise: Build, visits: dict[str, Any], state: State) -> None:
    """Over the ways of applying; −1 is no commitment; nothing written is never met."""
    found = _result(appraise({"city": [_item(1, visits=visits), _item(2, visits={"total": 0})]}), "trips-share")

    assert [state, State.MET] == [row.state for row in found.rows()]


def test_a_copy_on_the_portal_does_not_count_again(appraise: Build) -> None:
    """An implementing item counts once, by its own level's channel; without any own list the portal counts."""
    own, copy = _item(1, courier="yes"), _item(1, courier="no")

    assert _result(appraise({"city": [own], "portal": [copy]}), "courier-share").figure() == Figure(1, 1)
    assert _result(appraise({"portal": [copy]}), "courier-share").figure() == Figure(0, 1)


def test_what_is_no_item_does_not_count(appraise: Build) -> None:
    """A main item, one that is not in use and the same item twice are left out, and told."""
    items = [
        _item(1, courier="yes"),
        _item(1, courier="yes"),
        _item(2, courier="no", status="取消"),
        _item(3, courier="no", kind="main"),
        _item(4, courier="no"),
        _item(5, courier="no", status="停用"),
        _item(6, courier="no", status="已废止"),
        _item(7, courier="no", cancelled="2016-01-01"),
        _item(8, courier="no", effective="2030-01-01"),
    ]
    found = appraise({"city": items})

    assert _result(found, "courier-share").figure() == Figure(1, 2)
    assert sum("不计入的事项" in note for note in found.notes) == 5


def test_courier_and_licence_have_a_second_reading(appraise: Build) -> None:
    """Items with a document to deliver; items with a material that an electronic licence serves."""
    items = [
        _item(1, courier="yes", electronic_licence=True, materials=[{"name": "身份证", "electronic_licence": True}]),
        _item(
            2,
            courier="not_applicable",
            electronic_licence=False,
            materials=[{"name": "表", "electronic_licence": False}],
        ),
        _item(3, courier="no", electronic_licence=False, results=[{"name": "许可证"}]),
    ]
    found = appraise({"city": items})

    assert _result(found, "courier-share").figure() == Figure(1, 3)
    assert _result(found, "courier-share").second() == Figure(1, 2)
    assert _result(found, "electronic-licence-share").figure() == Figure(1, 3)
    assert _result(found, "electronic-licence-share").second() == Figure(1, 2)


def test_a_special_procedure_without_time_misses_the_clause(appraise: Build) -> None:
    """Items without special procedures are outside; one that promises no time is unmet by rule LIM009."""
    limit = {"value": 15, "unit": "工作日"}
    items = [
        _item(1),
        _item(2, special_procedures=[{"kind": "专家评审", "limit": limit}]),
        _item(3, special_procedures=[{"kind": "听证", "limit": limit}, {"kind": "检验"}]),
    ]
    found = _result(appraise({"city": items}), "special-limit-share")

    assert found.figure() == Figure(1, 2)
    assert found.totals() == {State.OUTSIDE: 1, State.MET: 1, State.UNMET: 1}
    assert "LIM009" in next(row.why for row in found.rows() if row.state is State.UNMET)


def test_what_a_channel_must_show(appraise: Build) -> None:
    """An item of the city that the portal lacks is unmet; the second reading asks for the document too."""
    portal = [_item(1, document={"url": "https://example.gov.cn/1.docx"}), {"name": "事项2"}]
    extra = '[publish]\ncity = ["portal"]\n'
    found = _result(
        appraise({"city": [_item(1), _item(2), _item(3)], "portal": portal}, extra=extra), "published-share"
    )

    assert found.figure() == Figure(2, 3)
    assert found.second() == Figure(1, 3)


def test_groups_are_read_from_the_report(appraise: Build) -> None:
    """A replica with an error of a CHN rule is unmet, one without is met, a lone item is outside."""
    items = [_item(1), _item(2), _item(3)]
    alone = appraise({"city": items})
    ids = [row.id for row in _result(alone, "compression-items").rows()]

    def group(number: int, relation: str) -> dict[str, Any]:
        codes = {"implementation": f"X{number}"}
        members = [{"channel": one, "item_id": ids[number], "codes": codes} for one in ("city", "portal")]
        return {"id": f"g{number}", "relation": relation, "members": members}

    member = {"channel": "portal", "item_id": ids[0]}
    finding = {"rule": "CHN002", "severity": "warning", "group": "g0", "status": "new", "members": [member]}
    report = {"groups": [group(0, "replica"), group(1, "replica")], "findings": [finding]}
    found = appraise({"city": items}, report=report)

    assert _result(alone, "channels-equal-share").measured.missing
    assert _result(found, "channels-equal-share").totals()[State.OUTSIDE] == 1
    assert _result(found, "channels-equal-share").figure() == Figure(1, 2)
    assert _result(found, "levels-equal-share").measured.missing


@given(
    numerator=st.integers(0, 12), extra=st.integers(0, 12), top=st.integers(0, 10), bottom=st.integers(1, 10),
    relation=st.sampled_from([">", ">=", "="]),
)  # fmt: skip
def test_the_fewest_changes_reach_the_target_and_one_less_does_not(
    numerator: int, extra: int, top: int, bottom: int, relation: str
) -> None:
    """``needed`` more reach the share; with one less it is missed (of 等于 only up to the whole)."""
    total = numerator + extra
    target = Target(value=Fraction(min(top, bottom), bottom), relation=relation, text="")
    count = needed(numerator, total, target)
    if not total or (relation == "=" and target.value < 1) or numerator + count > total:
        return

    assert target.met_by(Fraction(numerator + count, total))
    assert count == 0 or not target.met_by(Fraction(numerator + count - 1, total))


def test_the_compression_proposal_is_the_fewest(appraise: Build) -> None:
    """No smaller set of items, cut as far as their own share allows, reaches 30 % (brute force)."""
    pairs = [(20, 20), (10, 20), (15, 30), (5, 5), (9, 30), (40, 60)]
    found = appraise({"city": [_limits(n, p, s) for n, (p, s) in enumerate(pairs)]})
    proposal = next(one for one in found.proposals if one.indicator == "compression" and one.unit == ALL)
    gains = [p - min(p, s * 3 // 10) for p, s in pairs]
    wanted = sum(p for p, _ in pairs) - Fraction(3, 10) * sum(s for _, s in pairs)
    sizes = (size for size in range(7) for some in combinations(gains, size) if sum(some) >= wanted)

    assert proposal.reached
    assert proposal.needed == min(sizes)


def test_a_list_that_carries_little_is_not_praised(appraise: Build) -> None:
    """Where most rules of a clause see nothing, the list is uncovered: too little data, never met."""
    found = _result(appraise({"city": [_item(1), _item(2)]}), "guides-complete-share")

    assert found.figure() is None
    assert found.met() is None
    assert found.totals() == {State.UNCOVERED: 2}
