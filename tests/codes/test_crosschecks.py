"""A code against the item that carries it."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from itemcatalog.codes import CrossCheck, Verdict, check_against, parse_code

CODE = parse_code("11440100007482567N3440104012001")
ON = date(2021, 1, 1)


def only(checks: tuple[CrossCheck, ...], aspect: str) -> str:
    """Return the verdict of the one check of an aspect."""
    (found,) = [check for check in checks if check.aspect == aspect]
    return found.verdict.value


def test_nothing_given_nothing_checked() -> None:
    """Without values of the item there is no check."""
    assert check_against(CODE) == ()


@pytest.mark.parametrize(
    ("credit", "expected"),
    [
        ("11440100007482567N", "ok"),
        ("11440000006939756B", "bad"),
        ("007482567", "ok"),
        ("00748256-7", "ok"),
        ("577012559", "bad"),
    ],
)
def test_the_body(credit: str, expected: str) -> None:
    """The body is compared by its credit code, or by the organisation code in it."""
    assert expected == only(check_against(CODE, authority_credit_code=credit), "authority_credit_code")


def test_a_damaged_organisation_code_decides_nothing() -> None:
    """A body's own code that is damaged is no ground for a verdict on the item's code."""
    assert check_against(CODE, authority_credit_code="007482568") == ()
    assert check_against(parse_code("440104012001"), authority_credit_code="11440100007482567N") == ()


def test_the_organisation_code_of_a_fujian_code() -> None:
    """A code that holds an organisation code is compared with positions 9-17 of the credit code."""
    code = parse_code("577012559GF14001")

    assert only(check_against(code, authority_credit_code="577012559"), "authority_credit_code") == "ok"
    assert only(check_against(code, authority_credit_code="11440100007482567N"), "authority_credit_code") == "bad"


def test_the_name_of_the_body() -> None:
    """A name is bad only when both the name and the code belong to other known bodies."""
    known = {"11440100007482567N": "甲局", "11440000006939756B": "乙委"}
    unknown_code = parse_code("11440000006940116U2440102002001")
    verdicts = [
        [check.verdict.value for check in check_against(code, authority_name=name, organisations=known)]
        for code, name in (
            (CODE, "甲局"),
            (CODE, "乙委"),
            (CODE, "丙办"),
            (unknown_code, "乙委"),
            (unknown_code, "丙办"),
        )
    ]

    assert verdicts == [["ok"], ["bad"], ["unknown"], ["unknown"], []]


def test_a_virtual_body_is_no_contradiction() -> None:
    """A virtual body in a code cannot be compared with a real body."""
    code = parse_code("TE440000GD030003VV2442199374000")
    known = {"11440000006939756B": "乙委"}
    checks = check_against(code, authority_name="乙委", authority_credit_code="11440000006939756B", organisations=known)

    assert [check.verdict.value for check in checks] == ["unknown"]
    assert check_against(parse_code("440104012001"), level="市级") == ()


@pytest.mark.parametrize(
    ("level", "expected"),
    [("市级", "ok"), ("3", "ok"), ("省级", "bad"), ("分级管理", "unknown"), ("火星级", "unknown")],
)
def test_the_level(level: str, expected: str) -> None:
    """The level of exercise is compared by list; what the list does not know stays unknown."""
    assert expected == only(check_against(CODE, level=level), "level")


def test_one_of_several_levels() -> None:
    """A directory that names several levels agrees when one of them is the code's."""
    assert only(check_against(CODE, level=("省级", "市级", "县级")), "level") == "ok"


def test_the_level_of_the_body_is_no_fault() -> None:
    """A city body that exercises at county level raises a doubt, not an accusation."""
    code = parse_code("11440300MB2D0722464440104012001")
    checks = check_against(code, level="县级", division="440300", on=ON)

    assert [only(checks, aspect) for aspect in ("level", "division", "division_level")] == ["ok", "ok", "unknown"]


@pytest.mark.parametrize(("division", "expected"), [("440100", "ok"), ("440103", "ok"), ("350100", "bad")])
def test_the_province_of_the_prefix(division: str, expected: str) -> None:
    """The province prefix of an addition is compared with the item's province."""
    assert expected == only(check_against(CODE, division=division, on=ON), "division")


def test_positions_three_to_eight_are_no_division() -> None:
    """A credit code that keeps the number of an old division says nothing on the item's division."""
    code = parse_code("11650000010183859F2000116013001")

    assert [check.aspect for check in check_against(code, division="350112", on=ON)] == ["division_level"]


@pytest.mark.parametrize(
    ("division", "expected"), [("350128", "ok"), ("350102", "bad"), ("350128001", "ok"), ("999999", None)]
)
def test_the_division_inside_a_code(division: str, expected: str | None) -> None:
    """A division that a code holds itself is compared; an unknown division of the item decides nothing."""
    checks = check_against(parse_code("350128XK00102"), division=division)

    assert ([expected] if expected else []) == [check.verdict.value for check in checks]


def test_a_former_code_of_the_same_place() -> None:
    """A code made for 长乐市 at an item of 长乐区 is a doubt, not a contradiction."""
    checks = check_against(parse_code("350182XK00102"), division="350112", on=date(2017, 12, 31))

    assert [check.verdict.value for check in checks] == ["unknown"]


@pytest.mark.parametrize(
    ("text", "scheme", "given", "expected"),
    [
        ("440104012001", None, "行政许可", "ok"),
        ("440104012001", None, "行政确认", "bad"),
        ("442004012001", "guangdong", "其他行政权力", "ok"),
        ("442004012001", "guangdong", "公共服务", "bad"),
        ("442004012001", None, "公共服务", "ok"),
        ("442004012001", None, "其他类别", "ok"),
        ("440104012001", None, "行政权力事项", "ok"),
        ("440104012001", None, "神秘类型", "unknown"),
        ("577012559GF14001", None, "公共服务事项", "ok"),
        ("511A0138600000", None, "行政许可", "ok"),
    ],
)
def test_the_type(text: str, scheme: str | None, given: str, expected: str) -> None:
    """A type is bad only when no reading of the code agrees with the item."""
    assert expected == only(check_against(parse_code(text, scheme), type_name=given), "type")


def test_a_type_that_no_table_knows_decides_nothing() -> None:
    """A type code outside the table is not compared."""
    assert (
        check_against(parse_code("650116013001"), type_name="")
        + check_against(parse_code("009916013001", "national"), type_name="行政许可")
        == ()
    )


def test_the_parent() -> None:
    """The main item of the parent must be the code's; a marker that contradicts is a doubt."""
    right = check_against(CODE, parent_code="44010401200Y")
    wrong = check_against(CODE, parent_code="44010401300Y")
    marker = check_against(CODE, parent_code="440104012000")

    assert [(one.aspect, one.verdict.value) for one in right] == [("parent", "ok")]
    assert [(one.aspect, one.verdict.value) for one in wrong] == [("parent", "bad")]
    assert [(one.aspect, one.verdict.value) for one in marker] == [("parent", "ok"), ("parent_marker", "unknown")]
    assert check_against(CODE, parent_code="？") == ()


def test_words_stand_in_both_languages() -> None:
    """Every check has a Chinese sentence and an English twin."""
    checks = check_against(
        CODE, level="省级", division="350100", on=ON, type_name="行政确认", parent_code="440104013000"
    )

    assert all(check.words.zh and check.words.en for check in checks)
    assert checks[0].words.zh == "编码层级为 3（市级），事项的行使层级为 省级"


def test_the_catalogue_of_guangdong(shared: Path) -> None:
    """No real item contradicts its code; one sub-item stands under a parent that says it has none."""
    lines = (shared / "data/guangdong/items.jsonl").read_text(encoding="utf-8").splitlines()
    counts: Counter[tuple[str, Verdict]] = Counter()
    for item in map(json.loads, lines):
        checks = check_against(
            parse_code(item["task_code"], "guangdong"),
            authority_credit_code=item["org_code"],
            level=item["level"],
            division=item["area_code"],
            on=ON,
            type_name=item["type"],
            parent_code=item["parent_catalog_code"],
        )
        counts.update((check.aspect, check.verdict) for check in checks)

    assert {key: count for key, count in counts.items() if key[1] is not Verdict.OK} == {
        ("parent_marker", Verdict.UNKNOWN): 1
    }
