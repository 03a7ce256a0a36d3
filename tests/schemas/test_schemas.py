"""The packaged schemas and the words for what does not fit."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import attrs
import pytest

from itemcatalog import _shipped, schemas
from itemcatalog.errors import UsageError
from itemcatalog.model import RUNTIME_FIELDS, Item
from itemcatalog.schemas._registry import registry


def _all(value: Any) -> list[Any]:
    inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return [value, *(below for one in inner for below in _all(one))]


@pytest.mark.parametrize("name", schemas.NAMES)
def test_every_schema_is_of_2020_12_with_an_id_and_closed_objects(name: str) -> None:
    """Objects name all their members; only ``extra`` and what a policy writes itself is open; no oneOf."""
    found = dict(schemas.schema(name))
    parts = [one for one in _all(found) if isinstance(one, dict)]
    closed = [one for one in parts if "properties" in one and one.get("type") in ("object", ["object", "null"])]

    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert f"urn:itemcatalog:schema:{name}" == found["$id"]
    assert all(one.get("additionalProperties") is False for one in closed)
    assert not any("oneOf" in one for one in parts)


@pytest.mark.parametrize("name", schemas.NAMES)
def test_patterns_mean_the_same_in_every_engine(name: str) -> None:
    """No class of characters that engines read differently, no unbounded group."""
    patterns = [
        one["pattern"] for one in _all(dict(schemas.schema(name))) if isinstance(one, dict) and "pattern" in one
    ]

    assert [one for one in patterns if isinstance(one, str) and re.search(r"\\[dwpsDWPS]|[+*]\)[+*]", one)] == []


@pytest.mark.parametrize("name", schemas.NAMES)
def test_every_schema_fits_its_meta_schema(name: str) -> None:
    """The schemas themselves are sound."""
    from jsonschema import Draft202012Validator

    Draft202012Validator.check_schema(dict(schemas.schema(name)))


def test_the_item_schema_is_in_step_with_the_model() -> None:
    """Every field of an item stands in the schema, in the same order, and nothing else."""
    fields = [a.name for a in attrs.fields(Item) if a.name not in RUNTIME_FIELDS]

    assert fields == list(schemas.schema("item")["properties"])
    assert schemas.schema("item")["required"] == ["name"]


def test_the_examples_of_the_schemas_fit() -> None:
    """An example that does not fit would teach the wrong shape."""
    examples = [(name, one) for name in schemas.NAMES for one in schemas.schema(name).get("examples", ())]

    assert examples
    assert all(schemas.is_valid(name, one) for name, one in examples)


def test_all_faults_come_together_with_paths_and_words() -> None:
    """Each fault has its path, Chinese words with the expected shape, and an English twin."""
    found = schemas.faults(
        "item",
        {
            "name": "甲",
            "codes": {"basic": 123},
            "materials": [{"copies": 1}],
            "effective": "2017-13-01",
            "limits": [{"value": 3}, {"value": 1, "unit": "月", "state": "none"}, {}],
            "foo": 1,
        },
    )

    assert [(one.path, one.message.zh, one.message.en) for one in found] == [
        ("$", "不认识的字段 foo", "unknown: foo"),
        ("$.codes.basic", "“基本编码”应为文本，实为整数", "expected text, found a whole number"),
        ("$.effective", "“生效日期”应为日期 YYYY-MM-DD", "expected a date YYYY-MM-DD"),
        ("$.limits[0]", "有 value 就要有 unit", "value needs unit"),
        ("$.limits[1]", "value 与 state 不能同时出现", "value and state exclude each other"),
        ("$.limits[2]", "value、state 中至少要有一项", "needs at least one of value, state"),
        ("$.materials[0]", "缺少必填字段 name", "required: name"),
    ]
    assert (found[1].pointer, found[1].keyword, found[1].found) == ("/codes/basic", "type", "123")


def test_a_document_that_fits_has_no_faults() -> None:
    """The two validators agree on a sound document."""
    assert schemas.faults("item", {"name": "甲", "extra": {"a": [1, {"b": None}]}}) == ()


@pytest.mark.parametrize(
    "value",
    ["2017-01-01\n", "２０１７-01-01", "2017-1-1", "2017-02-32", 20170101, None],
)
def test_dates_are_ascii_and_whole(value: object) -> None:
    """Full-width digits and a trailing line break are no date."""
    assert not schemas.is_valid("item", {"name": "甲", "effective": value})


@pytest.mark.parametrize("depth", [65, 300, 5000])
def test_deep_nesting_is_refused_without_recursion(depth: int) -> None:
    """A document nested deeper than 64 does not fit, however deep it is (S22)."""
    document: dict[str, Any] = {"name": "甲"}
    inner = document
    for _ in range(depth):
        inner["extra"] = {}
        inner = inner["extra"]

    assert not schemas.is_valid("item", document)
    assert [one.keyword for one in schemas.faults("item", document)] == ["depth"]


@pytest.mark.parametrize("uri", ["file:///etc/passwd", "http://localhost:9/x.json", "urn:itemcatalog:schema:other"])
def test_nothing_outside_the_registry_is_fetched(uri: str) -> None:
    """A reference to a file, the net or an unknown schema is refused (S23)."""
    import jsonschema_rs
    from referencing.exceptions import Unresolvable

    from itemcatalog.schemas._registry import deny

    with pytest.raises(Unresolvable):
        registry().resolver().lookup(uri)
    with pytest.raises((ValueError, jsonschema_rs.ReferencingError)):
        jsonschema_rs.Draft202012Validator({"$ref": uri}, retriever=deny)


def test_an_unknown_schema_is_a_wrong_call() -> None:
    """The message names the schemas there are."""
    with pytest.raises(UsageError, match="item"):
        schemas.schema("nothing")


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def test_the_shipped_policies_fit_the_policy_schema() -> None:
    """What the library itself is measured by fits its own schema."""
    files = sorted(_shipped.path("codes", "policies").glob("*.toml"))
    found = {file.name: schemas.faults("policy", _plain(tomllib.loads(file.read_text("utf-8")))) for file in files}

    assert files
    assert {file.name: () for file in files} == found


def test_the_workspaces_of_the_fixtures_fit_the_workspace_schema(repository: Path) -> None:
    """Every ``itemcatalog.toml`` that is shipped as an example fits."""
    files = sorted((repository / "fixtures").rglob("itemcatalog.toml"))
    found = [schemas.faults("workspace", _plain(tomllib.loads(file.read_text("utf-8")))) for file in files]

    assert [()] * len(files) == found
