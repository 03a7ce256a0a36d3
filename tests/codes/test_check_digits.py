"""Credit codes, organisation codes and licence identifiers on real numbers and on damaged ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.codes import licence_id, orgcode, suggest_credit_code, uscc
from itemcatalog.errors import InvalidNumberError

REAL = (
    "11440000006939756B",
    "11440000006940116U",
    "11440000MB2D02159F",
    "11440100007482567N",
    "11420000777570977B",
    "11650000010183859F",
    "11511300008778693M",
    "115113010833722043",
)
BODIES = st.text(uscc.ALPHABET, min_size=17, max_size=17)


@pytest.mark.parametrize("number", REAL)
def test_real_credit_codes_are_valid(number: str) -> None:
    """Credit codes of real bodies meet GB 32100."""
    assert number == uscc.validate(number)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("11440300007542785T", "checksum"),
        ("13440000515356094L", "checksum"),
        ("1151130000877869M", "length"),
        ("", "length"),
        ("11440000006939756b", "format"),
        ("1144000000693975SB", "format"),
        ("１1440000006939756B", "format"),
        ("TE440000GD030003VV", "format"),
    ],
)
def test_the_raw_form_of_a_credit_code_is_judged(number: str, kind: str) -> None:
    """A wrong number raises with the way in which it is wrong; nothing is cleaned silently."""
    with pytest.raises(InvalidNumberError) as caught:
        uscc.validate(number)

    assert kind == caught.value.kind
    assert not uscc.is_valid(number)


@given(BODIES)
def test_a_computed_check_character_is_right(body: str) -> None:
    """Any body with its computed check character is valid, and with any other one it is not."""
    check = uscc.calc_check_digit(body)
    others = [body + one for one in uscc.ALPHABET if one != check]

    assert uscc.is_valid(body + check)
    assert not any(uscc.is_valid(one) for one in others)


@given(BODIES, st.integers(0, 16), st.sampled_from(uscc.ALPHABET))
def test_one_changed_character_is_always_noticed(body: str, at: int, other: str) -> None:
    """GB 32100 finds every single changed character."""
    sound = body + uscc.calc_check_digit(body)
    changed = sound[:at] + other + sound[at + 1 :]

    assert (changed == sound) == uscc.is_valid(changed)


def test_real_organisation_codes() -> None:
    """Of five codes of Fujian records three have a right check digit and two have not."""
    codes = ["577012559", "310777368", "003591109", "609140001", "019091202"]

    assert [orgcode.is_valid(code) for code in codes] == [True, True, True, False, False]


@pytest.mark.parametrize(
    ("number", "kind"), [("57701255", "length"), ("57701255a", "format"), ("577012558", "checksum")]
)
def test_wrong_organisation_codes_say_how(number: str, kind: str) -> None:
    """A wrong organisation code raises with the way in which it is wrong."""
    with pytest.raises(InvalidNumberError) as caught:
        orgcode.validate(number)

    assert kind == caught.value.kind


def test_licence_identifiers() -> None:
    """A real electronic licence identifier verifies; a changed one and a shapeless one do not."""
    real = "1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9"

    assert licence_id.is_valid(real)
    assert not licence_id.is_valid(real[:-1] + "8")
    assert not licence_id.is_valid("1.2.156.3005.2.11100000MB")
    assert real == licence_id.compact(" １．" + real[2:].lower())


def test_a_lost_character_is_found_among_known_bodies() -> None:
    """A damaged code is suggested when exactly one known body fits, whatever the slip was."""
    known = ["11511300008778693M", "11440000006939756B"]
    damaged = {
        "1151130000877869M": "11511300008778693M",
        "115113000087786933M": "11511300008778693M",
        "11511300008778963M": "11511300008778693M",
        "11440000006939756C": "11440000006939756B",
    }

    assert damaged == {one: suggest_credit_code(one, known) for one in damaged}


def test_no_suggestion_in_doubt() -> None:
    """A sound code, a code far from all, and one between two bodies get no suggestion."""
    left, right = "11440000006939756B", "11440000006939756B".replace("69397", "69398")
    right = right[:17] + uscc.calc_check_digit(right)

    assert suggest_credit_code(left, [left]) is None
    assert suggest_credit_code("1144", [left]) is None
    assert suggest_credit_code(left[:-1], [left, right]) == left
    assert suggest_credit_code("", []) is None
    assert suggest_credit_code("13440000515356094", ["13440000515356094L"]) is None


def test_two_fitting_bodies_give_no_suggestion() -> None:
    """When a damaged code is one slip from two known bodies, neither is suggested."""
    body = "1144000000693975"
    twins = sorted(
        number for digit in uscc.ALPHABET if uscc.is_valid(number := body + digit + uscc.calc_check_digit(body + digit))
    )
    damaged = twins[0][:16] + twins[0][17]
    fitting = [one for one in twins if suggest_credit_code(damaged, [one])]

    assert twins[0] in fitting
    assert (len(fitting) == 1) == (suggest_credit_code(damaged, twins) is not None)


def test_every_organisation_of_guangdong_holds_its_organisation_code(shared: Path) -> None:
    """Positions 9-17 of every real credit code are the organisation code, which meets GB 11714."""
    lines = (shared / "data/guangdong/items.jsonl").read_text(encoding="utf-8").splitlines()
    items = [json.loads(line) for line in lines]
    real = [item for item in items if not uscc.is_virtual_body(item["task_code"][:18])]

    assert all(item["task_code"][8:17] == item["org_code"] for item in real)
    assert {"515356094"} == {item["org_code"] for item in real if not orgcode.is_valid(item["org_code"])}
