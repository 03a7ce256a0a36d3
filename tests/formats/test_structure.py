"""Strict plain data ⇄ model."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog import schemas
from itemcatalog.errors import UsageError
from itemcatalog.findings import Place
from itemcatalog.formats._structure import item_from_dict, item_to_dict
from itemcatalog.model import Item, Limit, LimitState
from strategies import items, json_values


@given(items())
def test_an_item_survives_as_plain_data(item: Item) -> None:
    """from_dict(to_dict(x)) = x, without a fault, and the document fits the schema."""
    document = item_to_dict(item)
    read, faults = item_from_dict(document)

    assert (item, ()) == (read, faults)
    assert schemas.faults("item", document) == ()


@given(
    st.dictionaries(st.sampled_from([*schemas.schema("item")["properties"], "foo", "id"]), json_values(), max_size=8)
)
def test_any_object_becomes_an_item_that_is_sound(document: dict[str, Any]) -> None:
    """Whatever the members hold: the item stays, what is left fits the schema, and nothing wrong goes unsaid."""
    read, faults = item_from_dict(document)
    clean = item_to_dict(read)

    assert item_from_dict(clean)[0] == read
    assert bool(faults) or schemas.is_valid("item", document)
    assert schemas.is_valid("item", {**clean, "name": clean["name"] or "甲"})


@pytest.mark.parametrize("value", [None, 123, 3.9, True, ["甲"], {"a": 1}])
def test_nothing_is_coerced_to_text(value: object) -> None:
    """null, a number, yes or no, a list are no text: taken out, reported, kept in extra (finding 1)."""
    item, (fault,) = item_from_dict({"name": "甲", "power_type": value})

    assert item.power_type is None
    assert (fault.kind, fault.field, fault.values["expected"]) == ("wrong-shape", "power_type", "文本")
    assert {"power_type": value} == item.extra


@pytest.mark.parametrize("value", ["3", 3.9, 3.0, True, -1, None])
def test_nothing_is_coerced_to_a_number(value: object) -> None:
    """A text, a decimal, yes or no, a negative number are no count."""
    item, faults = item_from_dict({"name": "甲", "materials": [{"name": "乙", "copies": value}]})

    assert (item.materials[0].copies, [fault.field for fault in faults]) == (None, ["materials[0].copies"])


def test_all_faults_come_together_with_paths_and_places() -> None:
    """Every fault has its field path and its pointer, in the order of the document; the rest of the item stands."""
    item, faults = item_from_dict(
        {
            "name": "甲",
            "codes": {"basic": 350102197001011234},
            "materials": [{"name": "乙", "copies": "2"}, {"copies": 1}, {"name": "丙", "x": 1}],
            "effective": "2017-13-01",
            "foo": 3,
        },
        place=Place(file="a.json", cell="/0"),
    )

    assert [(fault.kind, fault.field, fault.place.cell) for fault in faults] == [
        ("unknown-field", "foo", "/0/foo"),
        ("wrong-shape", "codes.basic", "/0/codes/basic"),
        ("wrong-shape", "effective", "/0/effective"),
        ("wrong-shape", "materials[0].copies", "/0/materials/0/copies"),
        ("wrong-shape", "materials[1]", "/0/materials/1"),
        ("unknown-field", "materials[2].x", "/0/materials/2/x"),
    ]
    assert [material.name for material in item.materials] == ["乙", "丙"]
    assert item.extra["codes.basic"] == 350102197001011234
    assert {"a.json · /0"} == {fault.item_id for fault in faults} == {item.id}


def test_a_limit_of_the_wrong_shape_is_unclear_as_a_whole() -> None:
    """Half a limit would say something that the office did not say; a missing one would accuse it."""
    item, (fault,) = item_from_dict({"name": "甲", "promised_limit": {"value": "5", "unit": "工作日"}})

    assert item.promised_limit is not None
    assert (item.promised_limit.state, fault.field) == (LimitState.UNCLEAR, "promised_limit")
    assert '"5"' in (item.promised_limit.raw or "")


@pytest.mark.parametrize(
    ("number", "written"),
    [(Fraction(20), 20), (Fraction(3, 2), 1.5), (Fraction(1, 10), 0.1), (Fraction(1, 3), "1/3"), (Fraction(0), 0)],
)
def test_numbers_are_written_exactly(number: Fraction, written: object) -> None:
    """A decimal only where it says exactly the number, else a fraction as text."""
    document = item_to_dict(Item(name="甲", promised_limit=Limit(value=number, unit="工作日")))

    assert written == document["promised_limit"]["value"]
    assert number == item_from_dict(document)[0].promised_limit.value  # type: ignore[union-attr]


@pytest.mark.parametrize("document", [{}, {"name": ""}, {"name": 3}, {"name": None}])
def test_an_item_without_a_name_is_still_an_item(document: dict[str, Any]) -> None:
    """It is counted, with one fault that says so."""
    item, faults = item_from_dict(document)

    assert (item.name, len(faults)) == ("", 1)


def test_absent_values_are_left_out() -> None:
    """No null stands in a document, and ``False`` and 0 are statements."""
    document = item_to_dict(Item(name="甲", electronic_licence=False))

    assert document == {"name": "甲", "electronic_licence": False}


def test_a_document_that_is_no_object_is_a_wrong_call() -> None:
    """Readers tell such documents apart before."""
    with pytest.raises(UsageError):
        item_from_dict([])  # type: ignore[arg-type]
