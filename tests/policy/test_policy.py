"""Policies: exact numbers, named clauses, and errors that name the key."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from itemcatalog.errors import ConfigurationError, UsageError
from itemcatalog.policy import Policy, load_policy, policy_ids
from itemcatalog.policy._load import read_policy

HEAD = '[policy]\nid="x"\nname="x"\nas_of=2020-01-01\ndocument="x"\n'
CLAUSE = '[[clause]]\nid="1"\nkind=["cases"]\ntitle="t"\ntext="t"\nbasis="b"\n'


def test_the_plan_of_2017_holds_every_number() -> None:
    """Each threshold of the plan's table stands in the policy as an exact number with its clause."""
    plan = load_policy("fuzhou-2017")
    numbers = {
        (one.clause, one.relation, one.value) for one in plan.thresholds.values() if one.clause in plan.own_clauses
    }

    assert numbers == {
        ("2a", ">", Fraction(9, 10)),
        ("3a", ">=", Fraction(1, 10)),
        ("3b", ">=", Fraction(1, 2)),
        ("3c", "<=", Fraction(2)),
        ("3c", "=", Fraction(1)),
        ("3e", "<=", Fraction(24)),
        ("3f", ">=", Fraction(19, 20)),
        ("3f", ">=", Fraction(4, 5)),
        ("3f", ">=", Fraction(9, 10)),
        ("5", "=", Fraction(1)),
        ("6b", "<=", Fraction(2)),
        ("7b", ">=", Fraction(3, 5)),
        ("11a", "<=", Fraction(3, 10)),
    }
    assert plan.as_of == date(2017, 12, 31)
    assert [date(2017, 4, 30), date(2017, 7, 31), date(2017, 10, 31), date(2017, 12, 31)] == [
        one.date for one in plan.milestones
    ]


def test_the_plan_names_who_leads_and_who_assesses() -> None:
    """Every clause of the plan's table is there with its units; the law's clauses come from the base."""
    plan = load_policy("fuzhou-2017")

    assert len(plan.own_clauses) == 31
    assert all(plan.clauses[one].lead and plan.clauses[one].assessors for one in plan.own_clauses)
    assert "市审改办" in plan.clauses["2a"].assessors
    assert plan.threshold("licence-days").value == 20
    assert plan.binds(("11a",))
    assert not load_policy("national").binds(("11a", "8a"))


def test_a_clause_binds_from_its_day_on() -> None:
    """A duty of 2020 binds nobody in 2019; a clause of no date binds always."""
    law = load_policy("national")

    assert not law.binds(("yhyshj-35",), date(2019, 12, 31))
    assert law.binds(("yhyshj-35",), date(2020, 1, 1))
    assert load_policy("fuzhou-2017").binds(("9b",), date(2017, 12, 31))


def test_compression_to_is_not_compression_by() -> None:
    """压缩到 30% leaves three tenths, 压缩 30% leaves seven; exactly on the line passes."""
    to = load_policy("fuzhou-2017").compression
    by = read_policy(HEAD + '[compression]\nmode="by"\nlimit="0.30"\nreadings=["mean_of_ratios"]\n', "x").compression

    assert to is not None
    assert by is not None
    assert (to.largest_ratio, by.largest_ratio) == (Fraction(3, 10), Fraction(7, 10))
    assert to.met_by(Fraction(3, 10))
    assert not to.met_by(Fraction(300001, 1000000))


@pytest.mark.parametrize(
    ("relation", "met"),
    [(">", [0, 0, 1]), (">=", [0, 1, 1]), ("=", [0, 1, 0]), ("<=", [1, 1, 0]), ("<", [1, 0, 0])],
)
def test_a_threshold_is_compared_exactly(relation: str, met: list[int]) -> None:
    """Below, on and above the line each relation answers as written."""
    text = f'[[threshold]]\nid="a"\nclause="1"\nvalue="0.1"\nrelation="{relation}"\nunit="share"\ntext="t"\n'
    threshold = read_policy(HEAD + CLAUSE + text, "x").threshold("a")
    measured = [Fraction(999, 10000), Fraction(1, 10), Fraction(1001, 10000)]

    assert [bool(one) for one in met] == [threshold.met_by(one) for one in measured]


def test_a_policy_file_may_bring_indicators_and_scoring(tmp_path: Path) -> None:
    """Tables of the yearly appraisal are kept as written, and a path is read like a shipped id."""
    path = tmp_path / "own.toml"
    path.write_text(HEAD + '[[indicator]]\nid="courier"\nanything=1\n[scoring]\ntotal=100\n', encoding="utf-8")
    policy = load_policy(path)

    assert policy.indicators[0]["id"] == "courier"
    assert policy.scoring == {"total": 100}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (HEAD.replace('id="x"', 'id="x"\nyear=2017'), "policy.year"),
        (HEAD.replace('id="x"', ""), "policy.id"),
        (HEAD.replace('id="x"', "id=3"), "policy.id"),
        (HEAD.replace("2020-01-01", '"2020-01-01"'), "policy.as_of"),
        (HEAD.replace("2020-01-01", "2020-01-01T00:00:00"), "policy.as_of"),
        (HEAD + 'extends="nobody"', "policy.extends"),
        (HEAD + 'based_on="x"', "policy.based_on"),
        ("x=1\n", "x"),
        ("policy=1\n", "policy"),
        ("", "policy"),
        (HEAD + "[compression]\nlimit='0.3'\nreadings=['mean_of_ratios']", "compression.mode"),
        (HEAD + "[compression]\nmode='to'\nlimit=0.3\nreadings=['mean_of_ratios']", "compression.limit"),
        (HEAD + "[compression]\nmode='to'\nlimit='30'\nreadings=['mean_of_ratios']", "compression.limit"),
        (HEAD + "[compression]\nmode='to'\nlimit='x'\nreadings=['mean_of_ratios']", "compression.limit"),
        (HEAD + "[compression]\nmode='at'\nlimit='0.3'\nreadings=['mean_of_ratios']", "compression.mode"),
        (HEAD + "[compression]\nmode='to'\nlimit='0.3'\nreadings=['average']", "compression.readings"),
        (HEAD + "[compression]\nmode='to'\nlimit='0.3'\nreadings=['mean_of_ratios']\nbinding=1", "compression.binding"),
        (HEAD + "[compression]\nmode='to'\nlimit='0.3'\nreadings=['mean_of_ratios']\nclause='9'", "clause"),
        (HEAD + CLAUSE + CLAUSE, "clause[2].id"),
        (HEAD + CLAUSE + "weight=1", "clause[1].weight"),
        (HEAD + '[clause]\nid="1"', "clause"),
        (HEAD + "[[milestone]]\nclause='9'\ndate=2017-04-30\ntext='x'", "clause"),
        ("[policy", "TOML"),
    ],
)
def test_a_wrong_policy_names_its_key(text: str, key: str) -> None:
    """Unknown, missing and malformed keys are refused by name."""
    with pytest.raises(ConfigurationError, match=key.replace("[", r"\[").replace(".", r"\.")):
        read_policy(text, "own.toml")


def test_unknown_policies_are_refused(tmp_path: Path) -> None:
    """An unknown id lists the known ones; an absent or unreadable file is named."""
    bad = tmp_path / "bad.toml"
    bad.write_bytes(b"\xff\xfe")

    for wrong in ("fuzhou-2016", str(tmp_path / "none.toml"), bad):
        with pytest.raises(ConfigurationError):
            load_policy(wrong)
    with pytest.raises(UsageError):
        load_policy("national").threshold("none")


@pytest.mark.parametrize("policy_id", policy_ids())
def test_shipped_policies_are_sound(policy_id: str) -> None:
    """Each shipped policy loads under its own name, and every clause has a basis."""
    policy: Policy = load_policy(policy_id)

    assert policy.id == policy_id
    assert all(clause.basis for clause in policy.clauses.values())


def test_people_read_the_article_of_a_law_and_the_number_of_a_plan() -> None:
    """A clause of a law is called by its article, a duty of the plan by its number in it."""
    plan = load_policy("fuzhou-2017")

    assert plan.clauses["xkf-42"].words == "行政许可法第四十二条"
    assert plan.clauses["yhyshj-35"].words == "优化营商环境条例第三十五条"
    assert [plan.clauses[name].words for name in plan.own_clauses] == list(plan.own_clauses)
