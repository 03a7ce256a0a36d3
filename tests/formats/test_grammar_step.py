"""The grammar of steps and special procedures: a time beside a name, and whether it counts in the limit."""

from __future__ import annotations

import pytest

from itemcatalog.formats._grammar import parse_procedure, parse_special_procedure


@pytest.mark.parametrize(
    "text",
    [
        "受理之日起20个工作日",
        "法定期限20个工作日",
        "每月15日",
        "收到申请之日起20日",
        "受理、审查期限20个工作日",
        "法定期限（20个工作日）",
    ],
)
def test_a_time_that_runs_from_something_is_no_timed_step(text: str) -> None:
    """What states when, or the limit as a whole, is a step without a time of its own."""
    assert [step.limit for step in parse_procedure(text)] == [None]


@pytest.mark.parametrize(
    "text",
    ["受理1个工作日→审查3个工作日", "1.受理1个工作日\n2.审查：3个工作日"],
)
def test_steps_of_a_chain_have_their_times(text: str) -> None:
    """In a chain a number of days behind a name is the time of the step."""
    assert parse_procedure(text)[0].step == "受理"
    assert str(parse_procedure(text)[0].limit) == "1个工作日"


def test_a_chain_may_hold_what_is_no_step() -> None:
    """The limit as a whole beside the steps has no time that could be added to theirs."""
    steps = parse_procedure("受理1个工作日→决定4个工作日→法定期限20个工作日")

    assert [step.limit is not None for step in steps] == [True, True, False]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("听证（20个工作日），不予计入时限", False),
        ("听证，无须计入时限", False),
        ("听证时间不应计入承诺时限", False),
        ("听证（20日）；是否计入承诺时限：否", False),
        ("听证，是否计入承诺时限：是", True),
        ("听证，是否计入承诺时限由部门决定", None),
        ("现场勘验所需时间不再计入承诺时限", False),
        ("听证所需时间不计算在本节规定的期限内", False),
        ("听证时间可计入承诺时限", None),
        ("听证，自公告之日起计算时间", None),
        ("听证时间计入承诺时限", True),
        ("听证，计算在办理时限内", True),
        ("听证", None),
    ],
)
def test_whether_a_special_procedure_counts(text: str, counted: bool | None) -> None:
    """Only a bare statement says that it counts; any denial says that it does not."""
    assert counted == parse_special_procedure(text).counted
