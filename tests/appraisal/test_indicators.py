"""Indicators, scores and evidence as data: read strictly, computed exactly."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path

import pytest

from itemcatalog.appraisal import ALL, FORMULAS, Figure, Indicator, Measured, Result, State, Target, read_indicators
from itemcatalog.appraisal._formulas import measure
from itemcatalog.appraisal._scores import points, read_scheme, unit_scores
from itemcatalog.errors import ConfigurationError
from itemcatalog.policy import Policy, load_policy, policy_ids
from itemcatalog.rules import RuleSet

HEAD = (
    '[policy]\nid="x"\nname="x"\nas_of=2020-01-01\ndocument="x"\n'
    '[[clause]]\nid="1"\nkind=["cases"]\ntitle="t"\ntext="t"\nbasis="b"\n'
)
GOOD = '[[indicator]]\nid="a"\nname="n"\nclause="1"\nformula="courier"\nnumerator="n"\ndenominator="d"\n'


def _policy(folder: Path, text: str) -> Policy:
    path = folder / "own.toml"
    path.write_text(HEAD + text, encoding="utf-8")
    return load_policy(path)


@pytest.mark.parametrize("policy_id", policy_ids())
def test_shipped_indicators_are_sound(policy_id: str) -> None:
    """Each names a formula that exists, a clause of its policy, and what it counts."""
    indicators = read_indicators(load_policy(policy_id))

    assert {one.formula for one in indicators} <= set(FORMULAS)
    assert all(one.numerator and one.denominator and one.population for one in indicators)
    assert all(one.lead and one.responsible for one in indicators) or policy_id == "national"


def test_every_clause_that_data_decides_has_a_rule_or_an_indicator() -> None:
    """Every clause of kind catalogue or cases of the plan is answered."""
    policy = load_policy("fuzhou-2017")
    answered = {one.clause.id for one in read_indicators(policy)}
    answered |= {clause for rule in RuleSet.default() for clause in rule.clauses}
    asked = {name for name in policy.own_clauses if {"catalogue", "cases"} & set(policy.clauses[name].kind)}

    assert asked - answered == set()


def test_every_number_of_the_plan_is_the_target_of_an_indicator() -> None:
    """No threshold of the plan's shares is forgotten."""
    policy = load_policy("fuzhou-2017")
    shares = {one.id for one in policy.thresholds.values() if one.clause in policy.own_clauses and one.unit == "share"}
    used = {str(table.get("threshold")) for table in policy.indicators}

    assert shares - used == set()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (GOOD + 'colour="red"\n', "colour"),
        (GOOD.replace('name="n"\n', ""), "name"),
        (GOOD.replace('clause="1"', 'clause="9"'), "clause"),
        (GOOD + 'threshold="none"\n', "threshold"),
        (GOOD + "target=0.9\n", "target"),
        (GOOD + 'target="0.9"\nrelation="about"\n', "relation"),
        (GOOD + 'target="0.9"\ndirection="down"\n', "direction"),
        (GOOD + 'weight="-1"\n', "weight"),
        (GOOD + 'lead="x"\n', "lead"),
        (GOOD + "params=1\n", "params"),
        (GOOD + "note=1\n", "note"),
        (GOOD + GOOD, "id"),
    ],
)
def test_a_wrong_indicator_names_its_key(tmp_path: Path, text: str, key: str) -> None:
    """Unknown, missing and malformed keys are refused by name."""
    with pytest.raises(ConfigurationError, match=f"indicator.{key}"):
        read_indicators(_policy(tmp_path, text))


def test_an_unknown_formula_is_refused(tmp_path: Path) -> None:
    """The message lists the formulas that there are."""
    (indicator,) = read_indicators(_policy(tmp_path, GOOD.replace("courier", "guess")))

    with pytest.raises(ConfigurationError, match="compression"):
        measure(None, indicator)  # type: ignore[arg-type]


def test_an_own_policy_sets_target_direction_and_units(tmp_path: Path) -> None:
    """What a file writes is what the indicator says."""
    text = GOOD + 'target="0.25"\nrelation="<="\nweight="2"\nlead=["甲"]\nresponsible=["乙"]\nsecond="s"\n'
    (indicator,) = read_indicators(_policy(tmp_path, text))

    assert indicator.target == Target(value=Fraction(1, 4), relation="<=", text="t")
    assert (indicator.direction, indicator.weight) == ("down", Fraction(2))
    assert (indicator.lead, indicator.responsible) == (("甲",), ("乙",))


def _result(tmp_path: Path, figures: dict[tuple[str, str], Figure], extra: str = 'target="0.5"\n') -> Result:
    (indicator,) = read_indicators(_policy(tmp_path, GOOD + extra))
    return Result(indicator=indicator, measured=Measured(figures=figures))


@pytest.mark.parametrize(
    ("figure", "mark"),
    [
        (Figure(1, 2), 100),
        (Figure(1, 4), 50),
        (Figure(0, 3), 0),
        (Figure(3, 4), 100),
        (Figure(0, 0), None),
        (None, None),
    ],
)
def test_points_are_the_share_of_the_target(tmp_path: Path, figure: Figure | None, mark: int | None) -> None:
    """Full when the target is met, else in proportion; nothing where nothing was counted."""
    figures = {} if figure is None else {ALL: figure}

    assert points(_result(tmp_path, figures), ALL, 100) == mark


def test_points_where_less_is_better(tmp_path: Path) -> None:
    """Twice the largest share is half the points; nothing promised is full."""
    figures = {ALL: Figure(3, 10), ("channel", "a"): Figure(6, 10), ("channel", "b"): Figure(0, 5)}
    result = _result(tmp_path, figures, 'target="0.30"\nrelation="<="\n')

    assert [points(result, unit, 100) for unit in figures] == [100, 50, 100]


def test_the_unclear_ones_never_decide(tmp_path: Path) -> None:
    """Met without them, missed even with all of them; between the two there is no verdict and no point."""
    told = {}
    for met in (5, 4, 3):
        result = _result(tmp_path, {ALL: Figure(met, 10)})
        result.measured.totals[ALL] = Counter({State.MET: met, State.UNKNOWN: 1, State.UNMET: 9 - met})
        told[met] = (result.met(), points(result, ALL, 100))

    assert told == {5: (True, 100), 4: (None, None), 3: (False, 60)}


def test_units_are_ranked_within_their_league(tmp_path: Path) -> None:
    """Equal totals share a rank; a unit without figures is not ranked; everything is never ranked."""
    figures = {ALL: Figure(1, 2), **{("channel", name): Figure(one, 4) for name, one in (("a", 1), ("b", 2), ("c", 2))}}
    scheme = read_scheme({"source": "别处", "foreign": True, "part": [{"id": "1", "name": "p", "clauses": ["1"]}]}, "x")
    assert scheme is not None
    leagues = {ALL: "all", **{("channel", name): "district" for name in "abcd"}}
    scores = {one.unit: one for one in unit_scores(scheme, [_result(tmp_path, figures)], leagues)}

    assert [scores[unit].rank for unit in leagues] == [None, 3, 1, 1, None]
    assert scores["channel", "a"].total == 50
    assert scores["channel", "d"].total is None


def test_the_scoring_scheme_is_marked_as_another_city_s() -> None:
    """Fuzhou's own scheme was never published: what is shipped says where it comes from."""
    scheme = read_scheme(load_policy("fuzhou-2017").scoring, "fuzhou-2017")

    assert scheme is not None
    assert scheme.foreign
    assert "鲤城" in scheme.source
    assert read_scheme({}, "x") is None
    with pytest.raises(ConfigurationError, match="colour"):
        read_scheme({"colour": 1}, "x")
    with pytest.raises(ConfigurationError, match="part"):
        read_scheme({"part": [{"id": "1"}]}, "x")


def test_indicators_are_values() -> None:
    """An indicator can be compared and told by its id."""
    first = read_indicators(load_policy("fuzhou-2017"))[0]

    assert isinstance(first, Indicator)
    assert first == read_indicators(load_policy("fuzhou-2017"))[0]
