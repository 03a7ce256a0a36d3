"""Record → item: cells of foreign tables and documents."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog import schemas
from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._faults import ColumnFaults
from itemcatalog.formats._kinds import KINDS, UNCLEAR
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._shapes import kind_of
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.model import Item, LimitState, field_paths


def _cell(value: object, label: str | None = None) -> Cell:
    return Cell(value=value, label=label, place=Place(sheet="事项", row=3, cell="C3"))


def _built(options: Any = None, **cells: object) -> tuple[Item, tuple[Fault, ...]]:
    """Build an item of cells; ``__`` in a name stands for a dot."""
    given_cells = {
        name.replace("__", "."): value if isinstance(value, Cell) else _cell(value) for name, value in cells.items()
    }
    record = Record(cells={"name": _cell("设立许可"), **given_cells}, place=Place(file="a.xlsx", row=3))
    return build_item(record, options or ReadOptions(channel="city"))


def _plain(**cells: object) -> dict[str, Any]:
    item, faults = _built(**cells)
    assert faults == ()
    return {key: value for key, value in item_to_dict(item).items() if key not in ("name", "extra")}


def test_a_text_fills_the_natural_part_of_an_object_field() -> None:
    """DESIGN §10: citations, phones, addresses and names go where they belong."""
    assert _plain(
        legal_bases="《中华人民共和国行政许可法》第十二条",
        consultation="0591-87654321转8001",
        places="福州市某路1号",
        results="营业执照",
        authority="某局",
        online="支持",
        document="https://example.gov.cn/guide.docx",
        visits="最多跑一趟",
        fees="不收费",
    ) == {
        "legal_bases": [{"title": "中华人民共和国行政许可法", "article": "第十二条"}],
        "consultation": {"phones": [{"number": "0591-87654321", "extension": "8001"}]},
        "places": [{"address": "福州市某路1号"}],
        "results": [{"name": "营业执照"}],
        "authority": {"name": "某局"},
        "online": {"available": True},
        "document": {"url": "https://example.gov.cn/guide.docx"},
        "visits": {"total": 1},
        "fees": {"charged": False},
    }


def test_a_limit_takes_its_unit_from_header_or_unit_column() -> None:
    """A bare number is read with the unit of its column; its note names what is not counted."""
    assert _plain(
        statutory_limit=_cell(20, "法定时限（工作日）"),
        promised_limit="7",
        promised_limit__unit="gzr",
        promised_limit__note="不含公示时间",
    ) == {
        "statutory_limit": {"value": 20, "unit": "工作日", "raw": "20"},
        "promised_limit": {"value": 7, "unit": "工作日", "raw": "7", "excludes": ["公示时间"], "note": "不含公示时间"},
    }


def test_an_object_cell_is_spread_over_its_members() -> None:
    """A JSON object mapped to a limit or an object field fills its members."""
    cell = _cell({"value": 30, "unit": "工作日", "raw": "30(工作日)"})

    assert _plain(statutory_limit=cell) == {"statutory_limit": {"value": 30, "unit": "工作日", "raw": "30(工作日)"}}


def test_columns_beside_each_other_make_the_entries_of_a_list() -> None:
    """As many values as entries: one for each, in order."""
    item, faults = _built(
        materials="1.身份证；2.申请表",
        materials__issuer="1.公安机关；2.申请人",
        materials__copies="1份\n2份",
        materials__necessity="是\n否",
    )

    assert faults == ()
    assert [(one.name, one.issuer, one.copies, one.necessity) for one in item.materials] == [
        ("身份证", "公安机关", 1, "必要"),
        ("申请表", "申请人", 2, "非必要"),
    ]


def test_columns_of_unequal_length_are_reported_and_kept() -> None:
    """Which value belongs to which entry cannot be told: one fault, nothing guessed, the text kept."""
    item, (fault,) = _built(materials="1.甲证；2.乙证；3.丙证", materials__issuer=_cell("公安；民政", "出具机构"))

    assert (fault.kind, fault.values["entries"], fault.values["values"]) == ("entries-unequal", 3, 2)
    assert item.extra["出具机构"] == "公安；民政"


def test_joined_rows_are_entries_with_what_no_field_took() -> None:
    """The rows of a material table keep their other columns in ``extra``."""
    rows = ({"name": _cell("身份证"), "copies": _cell(2), "备注": _cell("见样表", "备注")}, {"copies": _cell(1)})
    record = Record(cells={"name": _cell("甲")}, rows={"materials": rows})
    item, faults = build_item(record, ReadOptions())

    assert [(one.name, one.copies, dict(one.extra)) for one in item.materials] == [("身份证", 2, {"备注": "见样表"})]
    assert [fault.kind for fault in faults] == ["wrong-shape"]


@pytest.mark.parametrize(
    ("cells", "kind", "field"),
    [
        ({"promised_limit": "1-3个工作日"}, "limit-unclear", "promised_limit"),
        ({"promised_limit": "7"}, "limit-without-unit", "promised_limit"),
        ({"visits": "按需"}, "visits-unclear", "visits.total"),
        ({"effective": 43100}, "date-unclear", "effective"),
        ({"electronic_licence": "部分"}, "yes-no-unclear", "electronic_licence"),
        ({"courier": "另议"}, "yes-no-unclear", "courier"),
        ({"materials": "甲证", "materials.copies": "若干"}, "number-unclear", "materials.copies"),
        ({"codes.implementation": 3.50102197001011e17}, "code-damaged", "codes.implementation"),
        ({"authority.credit_code": 350102197001011234}, "code-damaged", "authority.credit_code"),
    ],
)
def test_what_is_not_understood_is_one_fault_and_never_lost(cells: dict[str, object], kind: str, field: str) -> None:
    """Exactly one fault with its place; the value stands in ``extra`` or, of a limit, in ``raw``."""
    labelled = {path.replace(".", "__"): _cell(value, f"表头{path}") for path, value in cells.items()}
    item, faults = _built(**labelled)

    assert [(kind, field, "C3")] == [(fault.kind, fault.field, fault.place.cell) for fault in faults]
    assert kind in UNCLEAR
    if field.endswith("_limit"):
        assert item.promised_limit is not None
        assert LimitState.UNCLEAR is item.promised_limit.state
    else:
        assert f"表头{list(cells)[-1]}" in item.extra


def test_a_code_stored_as_a_number_is_one_fault_for_its_column() -> None:
    """Twelve digits are exact: read, and reported once with the number of cells (S8)."""
    columns = ColumnFaults()
    passed = [fault for _ in range(3) for fault in columns.take(_built(codes__basic=440101007000.0)[1])]
    (fault,) = columns.rest()

    assert _built(codes__basic=440101007000.0)[0].codes.basic == "440101007000"
    assert (passed, fault.kind, fault.values["count"], fault.item_id) == ([], "code-as-number", 3, None)


@given(st.text("0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=1, max_size=33).filter(lambda text: "E" not in text))
def test_a_text_code_survives(code: str) -> None:
    """A code that is text comes through as it is, leading zeros included."""
    assert code == _built(codes__implementation=code)[0].codes.implementation


def test_full_width_codes_are_kept_and_reported() -> None:
    """The original is shown; the form meant is suggested (S26)."""
    item, (fault,) = _built(codes__basic="４４０１０１００７０００")

    assert (item.codes.basic, fault.values["suggestion"]) == ("４４０１０１００７０００", "440101007000")


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\ud800", "\ufffe", "\ufdd0"])
def test_control_characters_are_taken_out_and_reported(character: str) -> None:
    """No audit dies on a control character (S12)."""
    item, faults = _built(scope=f"甲{character}乙")

    assert (item.scope, [fault.kind for fault in faults]) == ("甲乙", ["control-characters"])


def test_line_breaks_of_every_kind_are_line_breaks() -> None:
    """A vertical tab, Word's line break, parts two lines."""
    assert _built(scope="甲\x0b乙\r\n丙")[0].scope == "甲\n乙\n丙"


@pytest.mark.parametrize("text", ["符合下列条件之一：", "有固定的场所和……", "有场所、", "有场所以及", "下列情形包括（"])
def test_a_text_that_breaks_off_is_reported(text: str) -> None:
    """It stays as it is, with one notice."""
    item, faults = _built(conditions=text)

    assert [fault.kind for fault in faults] == ["text-cut"]
    assert text == item.conditions[0].text


def test_codes_of_lists_become_names_and_words_stay() -> None:
    """A bare code is looked up; the source's own word is kept."""
    item, _ = _built(case_type="1", target_groups="1^2", levels="3", power_type="行政许可事项", status="在用")

    assert (
        item.case_type, item.target_groups, item.levels, item.power_type, item.status,
    ) == ("即办件", ("自然人", "企业法人"), ("市级",), "行政许可事项", "在用")  # fmt: skip


def test_the_values_of_the_workspace_go_first() -> None:
    """``[channel.values]`` maps source values before any grammar looks at them."""
    options = ReadOptions(values={"power_type": {"A": "行政许可"}, "courier": {"不支持": "not_applicable"}})
    item, faults = _built(options, power_type="A", courier="不支持")

    assert (item.power_type, item.courier, faults) == ("行政许可", "not_applicable", ())


def test_words_for_none_are_kept_as_stated() -> None:
    """无 in a list of materials stays an entry; no special procedure is no entry, and the word is kept."""
    item, faults = _built(materials="无", special_procedures=_cell("无", "特殊环节"))

    assert (
        [one.name for one in item.materials], item.special_procedures, item.extra, faults,
    ) == (["无"], (), {"特殊环节": "无"}, ())  # fmt: skip


def test_steps_and_special_procedures_have_their_own_times() -> None:
    """受理（1个工作日） is a step with a limit; 专家评审（10个工作日） is one of the eight kinds."""
    item, _ = _built(procedure="受理（1个工作日）→审查→决定", special_procedures="专家评审（10个工作日）；现场勘查")

    assert [(one.step, one.limit and one.limit.value) for one in item.procedure] == [
        ("受理", 1),
        ("审查", None),
        ("决定", None),
    ]
    assert [(one.kind, one.limit and one.limit.value) for one in item.special_procedures] == [
        ("专家评审", 10),
        ("现场勘查", None),
    ]


def test_dates_and_joint_bodies() -> None:
    """A date cell is a date; a body with its parts in brackets has roles."""
    item, _ = _built(effective=date(2017, 5, 1), authority__joint="省级司法（审核,决定与公开）、市级司法（受理,审核）")

    assert date(2017, 5, 1) == item.effective
    assert [(one.name, one.roles) for one in item.authority.joint] == [
        ("省级司法", ("审核", "决定与公开")),
        ("市级司法", ("受理", "审核")),
    ]


def test_a_record_without_a_name_is_still_an_item() -> None:
    """It is counted, and reported."""
    item, faults = build_item(Record(cells={"division": _cell("350100")}), ReadOptions())

    assert (item.name, [fault.kind for fault in faults]) == ("", ["name-missing"])


def test_unread_columns_are_kept() -> None:
    """What no field took stands in ``extra`` under its own header, also under a path that is none."""
    record = Record(cells={"name": _cell("甲"), "no.such": _cell("乙", "怪列")}, extra={"备注": "丙"})

    assert build_item(record, ReadOptions())[0].extra == {"备注": "丙", "怪列": "乙"}


def test_every_field_of_an_item_can_be_read_from_a_cell() -> None:
    """A field that no shape knows would be lost silently."""
    unread = [
        path
        for path in field_paths(Item)
        if kind_of(path) is None and path.partition(".")[0] not in ("channel", "id", "place")
    ]

    inner = ("limit", "phones.", "windows.", "tiers")
    assert [path for path in unread if not any(part in path for part in inner)] == []


_OBJECTS = st.dictionaries(st.sampled_from(["name", "text", "x"]), st.text(max_size=5))
_PATHS = st.sampled_from([*sorted(field_paths(Item)), "codes.?", "fees", "nothing"])
_VALUES = st.one_of(
    st.none(), st.text(max_size=12), st.integers(-5, 10**20), st.floats(), st.booleans(), st.dates(),
    st.lists(st.text(max_size=5), max_size=3), _OBJECTS,
)  # fmt: skip


@given(st.dictionaries(_PATHS, _VALUES, max_size=6))
def test_any_cells_give_a_sound_item(cells: dict[str, object]) -> None:
    """No value of any type in any field breaks the builder; what comes out fits the schema; kinds are listed."""
    item, faults = build_item(Record(cells={path: _cell(value) for path, value in cells.items()}), ReadOptions())
    document = {key: value for key, value in item_to_dict(item).items() if key != "extra"}

    assert schemas.faults("item", {**document, "name": item.name or "甲"}) == ()
    assert {fault.kind for fault in faults} <= set(KINDS)


@pytest.mark.parametrize("word", ["无", "—", "/", "不涉及", "无子项", "无。"])
def test_a_column_of_sub_items_that_says_none_names_none(word: str) -> None:
    """无 in the column of a sub-item, main item or business item is no name; the word itself is kept."""
    item, faults = _built(sub_item=_cell(word, "子项"), handling_item=_cell(word, "业务办理项"))

    assert faults == ()
    assert [item.sub_item, item.handling_item] == [None, None]
    assert item.extra.get("子项", word) == word
