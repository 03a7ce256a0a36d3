"""JSON and JSON lines: the one door for JSON texts, our own documents, and documents of others."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.errors import SourceError
from itemcatalog.findings import NOWHERE, Fault, Place
from itemcatalog.formats import json_, jsonl_
from itemcatalog.formats._load_json import DEEPEST, depth_of, load_json
from itemcatalog.formats._record import ReadOptions
from itemcatalog.model import Item, Source
from strategies import items, json_values

Read = tuple[list[Item], list[Fault], list[Source]]

GUANGDONG = {
    "matter_name": "name",
    "sub_task_name": "handling_item",
    "limit_scene": "visits.total",
    "task_code": "codes.handling",
    "legal_time.value": "statutory_limit.value",
    "legal_time.unit": "statutory_limit.unit",
    "promised_time.value": "promised_limit.value",
    "promised_time.unit": "promised_limit.unit",
    "dept": "authority.name",
    "type": "power_type",
    "level": "levels",
    "targets": "target_groups",
    "phone": "consultation",
    "complain": "complaint",
    "express": "courier",
    "location": "places",
    "area_code": "division",
    "online": "online.available",
}


def _read(data: bytes, **options: Any) -> Read:
    out = list(json_.read(data, "a.json", ReadOptions(channel="city", **options)))
    return (
        [one for one in out if isinstance(one, Item)],
        [one for one in out if isinstance(one, Fault)],
        [one for one in out if isinstance(one, Source)],
    )


def _bare(item: Item) -> Item:
    return attrs.evolve(item, channel="", id="", place=NOWHERE)


@given(st.lists(items(), max_size=4), st.sampled_from([json_, jsonl_]))
def test_what_is_written_reads_back(written: list[Item], module: Any) -> None:
    """read(write(x)) = x; and the same items give the same bytes."""
    data = module.write(written)
    read, faults, _ = _read(data) if data else ([], [], [])

    assert [_bare(item) for item in read] == written
    assert {fault.kind for fault in faults} <= {"limit-unclear", "text-cut"}
    assert data == module.write(read)


@given(json_values())
def test_legal_json_is_accepted(value: Any) -> None:
    """Whatever the standard library writes, we read."""
    assert load_json(json.dumps(value).encode(), "a.json") == value


@pytest.mark.parametrize(
    "text", ['\ufeff{"a": 1}', ' [1, 2.5, -0, 1e3, "\\u4e2d", null]\n', '"\\ud83d\\ude00"', "1e-999"]
)
def test_legal_forms_are_accepted(text: str) -> None:
    """A BOM, blanks, every number and a pair of surrogates are legal."""
    assert load_json(text.encode(), "a.json") is not None


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b'{"a": 1, "a": 2}', "键“a”重复"),
        (b'[{"b": {"a": 1, "a": 2}}]', "重复"),
        (b"[NaN]", "NaN"),
        (b"[Infinity]", "Infinity"),
        (b"[-Infinity]", "Infinity"),
        (b"[1e999]", "1e999"),
        (b"[" + b"1" * 500 + b"]", "整数过长"),
        (b'["\\ud800"]', "残缺的字符"),
        (b'{"\\udc00": 1}', "残缺的字符"),
        ("[\"中\"]".encode("gb18030"), "UTF-8"),
        (b'["\xff"]', "UTF-8"),
        (b"[1,]", "第 1 行"),
        (b"{'a': 1}", "第 1 行"),
        (b'["\x01"]', "第 1 行"),
        (b"[1] x", "第 1 行"),
        (b"", "第 1 行"),
        (b"[" * 100 + b"]" * 100, "嵌套"),
        (b"[" * 500_000, "嵌套"),
        (b'{"a":' * 100_000, "嵌套"),
        ('["甲"]'.encode("utf-16"), "UTF-8"),
    ],
)  # fmt: skip
def test_illegal_texts_are_refused_with_words(data: bytes, words: str) -> None:
    """Each is our own error with the cause and the file, never another exception (S20)."""
    with pytest.raises(SourceError, match=words) as caught:
        load_json(data, "city/a.json")

    assert "city/a.json" in str(caught.value)


def test_depth_is_counted_outside_strings() -> None:
    """Brackets in strings nest nothing; 64 levels are read, 65 are not."""
    strings = json.dumps(['[[[\\"]]' * 100] * 3).encode()
    deep = b"[" * DEEPEST + b"]" * DEEPEST

    assert (depth_of(strings), depth_of(deep + b"[]")) == (1, DEEPEST)
    assert load_json(deep, "a.json")
    with pytest.raises(SourceError):
        load_json(b"[" + deep + b"]", "a.json")


@given(st.binary(max_size=60))
def test_damaged_bytes_give_a_value_or_our_error(data: bytes) -> None:
    """No other exception, whatever the bytes."""
    with contextlib.suppress(SourceError):
        load_json(data, "a.json")


def test_every_truncation_is_our_error() -> None:
    """A file cut anywhere is told, not half read."""
    data = json_.write([Item(name="设立许可", aliases=("甲", "乙"))])
    for end in range(1, len(data) - 3):
        with pytest.raises(SourceError):
            load_json(data[:end], "a.json")


@pytest.mark.parametrize(
    "document",
    [
        [{"name": "甲"}],
        {"items": [{"name": "甲"}]},
        {"name": "甲"},
        {"code": 0, "data": {"list": [{"事项名称": "甲"}]}},
    ],
)
def test_items_are_found_in_every_wrapper(document: object) -> None:
    """An array, an object with items, one item, an answer of an interface."""
    read, faults, (source,) = _read(json.dumps(document).encode())

    assert ([item.name for item in read], faults, source.items) == (["甲"], [], 1)


def test_a_source_says_what_it_carries() -> None:
    """The union of what its items carry, and its hash and codec."""
    data = json.dumps(
        [{"name": "甲", "materials": [{"name": "乙", "issuer": "丙"}]}, {"name": "丁", "status": ""}]
    ).encode()
    _, _, (source,) = _read(data)

    assert frozenset({"name", "materials", "materials.name", "materials.issuer", "status"}) == source.provides
    assert (source.path, source.channel, source.codec, len(source.sha256 or "")) == ("a.json", "city", "utf-8", 64)
    assert frozenset({"name"}) == _read(data, provides=frozenset({"name"}))[2][0].provides


def test_entries_that_are_no_objects_are_reported_and_passed_over() -> None:
    """Null, a text, an empty object are no items; the others go on."""
    read, faults, _ = _read(b'[null, {"name": "a"}, "x", {}]')

    assert len(read) == 1
    assert [(fault.kind, fault.place.cell) for fault in faults] == [
        ("not-an-item", "/0"),
        ("not-an-item", "/2"),
        ("not-an-item", "/3"),
    ]


def test_our_own_documents_are_looked_at_too() -> None:
    """Control characters, a text that breaks off, and a limit that was unclear before: each one fault."""
    document = {
        "name": "甲\x00乙",
        "conditions": [{"text": "符合下列条件："}, {"text": "有场所以及"}],
        "promised_limit": {"state": "unclear", "raw": "1-3个工作日"},
    }
    (item,), faults, _ = _read(json.dumps([document]).encode())

    assert item.name == "甲乙"
    assert [(fault.kind, fault.field, fault.place.cell) for fault in faults] == [
        ("control-characters", "name", "/0/name"),
        ("text-cut", "conditions", "/0/conditions"),
        ("limit-unclear", "promised_limit", "/0/promised_limit"),
    ]


def test_a_broken_line_is_one_fault() -> None:
    """JSON lines: the other lines are still read, and the fault names the line."""
    data = b'{"name": "a"}\n{"name": "b"}\n\n{"name": \n{"name": "c", "name": "d"}\n{"name": "e"}\n'
    read, faults, _ = _read(data)

    assert [item.name for item in read] == ["a", "b", "e"]
    assert [(fault.kind, fault.place.row) for fault in faults] == [("not-an-item", 4), ("not-an-item", 5)]


def test_foreign_documents_are_mapped_by_dotted_paths() -> None:
    """Mapped columns, known headers and our own names; the rest stays in extra; where selects."""
    rows = [
        {"matter": {"name": "甲"}, "time": {"v": 20, "u": "gzr"}, "task_code": "X1", "docs": [{"n": "乙"}, {"n": "丙"}],
         "area": "1", "note": {"k": [1]}, "conditions": None},
        {"matter": {"name": "丁"}, "area": "2"},
    ]  # fmt: skip
    columns = {
        "matter.name": "name",
        "time.v": "promised_limit.value",
        "time.u": "promised_limit.unit",
        "docs.n": "materials",
    }
    (item,), faults, (source,) = _read(json.dumps(rows).encode(), columns=columns, where={"area": "1"})

    assert (
        item.name, str(item.promised_limit), [one.name for one in item.materials], item.codes.implementation, faults,
    ) == ("甲", "20个工作日", ["乙", "丙"], "X1", [])  # fmt: skip
    assert item.extra == {"area": "1", "note": {"k": [1]}}
    assert frozenset({"name", "promised_limit", "materials", "codes.implementation"}) == source.provides
    assert Place(file="a.json", cell="/0") == item.place


def test_entries_of_others_are_read_by_the_names_of_their_members() -> None:
    """材料名称, material_name and 名称 inside a list of materials are its names; what is unknown is kept."""
    document = {
        "事项名称": "甲",
        "申请材料": [{"材料名称": "乙", "出具机构": "丙", "怪": 1}, {"名称": "丁", "份数说明": "x"}],
        "常见问题": {"list": [{"question": "何时？", "answer": "工作日"}]},
        "materials_": None,
    }
    (item,), faults, (source,) = _read(json.dumps([document]).encode())

    assert {"materials", "materials.name", "materials.issuer", "faq"} <= source.provides
    assert [(one.name, one.issuer) for one in item.materials] == [("乙", "丙"), ("丁", None)]
    assert item.materials[0].extra == {"怪": 1}
    assert [(one.question, one.answer) for one in item.faq] == [("何时？", "工作日")]
    assert faults == []


def test_a_number_where_a_code_is_due() -> None:
    """In our own names it is of the wrong shape; in a foreign document it is damaged beyond 15 digits (S21)."""
    number = 3501021970010112341234567890123
    own = _read(json.dumps([{"name": "甲", "codes": {"basic": number}}]).encode())
    foreign = _read(json.dumps([{"事项名称": "甲", "实施编码": number}]).encode())

    assert [fault.kind for fault in own[1]] == ["wrong-shape"]
    assert [fault.kind for fault in foreign[1]] == ["code-damaged"]
    assert number == foreign[0][0].extra["实施编码"]


def test_the_guangdong_catalogue_loses_no_item(shared: Path) -> None:
    """2,262 items, every limit as the README of the data counts it, no fault but texts that break off."""
    data = (shared / "data/guangdong/items.jsonl").read_bytes()
    read, faults, (source,) = _read(data, columns=GUANGDONG, scheme="guangdong")
    limits = Counter((item.statutory_limit is not None, item.promised_limit is not None) for item in read)

    assert (len(read), source.items, len({item.codes.handling for item in read})) == (2262, 2262, 2262)
    assert limits == {(True, True): 1522, (False, False): 512, (False, True): 201, (True, False): 27}
    assert {"text-cut"} == {fault.kind for fault in faults}
    assert Counter(item.visits.total for item in read) == {0: 2171, 1: 86, 2: 4, 3: 1}
    assert Counter(yes=597, no=1665) == Counter(item.courier for item in read)


def test_a_part_of_the_guangdong_catalogue(shared: Path) -> None:
    """``where`` selects the rows of one channel."""
    data = (shared / "data/guangdong/items.jsonl").read_bytes()
    read, _, _ = _read(data, columns=GUANGDONG, where={"area_code": "440100"})

    assert len(read) == 238
