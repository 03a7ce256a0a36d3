"""The exchange with national and provincial platforms, both directions."""

from __future__ import annotations

import json
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itemcatalog.errors import UsageError
from itemcatalog.findings import NOWHERE, Fault
from itemcatalog.formats._exchange_files import read_container
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._structure import item_to_dict
from itemcatalog.formats.exchange import TARGETS, write_exchange
from itemcatalog.formats.read import read_data
from itemcatalog.model import Codes, Condition, Item, Limit, LimitState, Material, Source
from strategies import items

TASK = {
    "row_guid": "g1",
    "task_name": "食品经营许可",
    "catalog_code": "000131010000",
    "task_type": "01",
    "use_level": "3^4",
    "by_law": "《中华人民共和国食品安全法》第三十五条",
    "task_state": "1",
    "task_version": 1,
    "plan_effective_date": "20170501",
    "anticipate_day": 20,
    "anticipate_type": "gzr",
    "anticipate_explain": "不含公示时间",
    "promise_day": "0",
    "promise_type": "gzr",
    "promise_explain": "即办",
    "accept_condition": "1.有场所\n2.有人员",
    "handle_flow": "受理→审查→决定",
    "is_fee": "1",
    "fee_basis": "《某办法》",
    "project_type": "1",
    "server_type": "1^2",
    "handle_type": "1^2",
    "transact_addr": "某路1号",
    "transact_time": "工作日",
    "link_way": "0591-87654321",
    "supervise_way": "12345",
    "limit_scene_num": -1,
    "dept_name": "某局",
    "dept_code": "11350100MB0000000X",
    "user_topic_type": "准营准办",
    "corp_topic_type": "准营准办^设立变更",
    "is_single_login": "1",
    "own_column": "乙",
}
DUMP: dict[str, list[dict[str, Any]]] = {
    "up_task_general_basic": [
        TASK,
        {
            "row_guid": "g2",
            "task_name": "无时限事项",
            "catalog_code": "000131010001",
            "anticipate_day": -1,
            "task_type": "20",
        },
    ],
    "up_task_general_extend": [
        {"row_guid": "g1", "task_name": "食品经营许可", "handle_area": "3", "is_express": "1", "result_name": "许可证"}
    ],
    "up_task_general_material": [
        {
            "row_guid": "m2",
            "task_guid": "g1",
            "material_name": "申请书",
            "is_need": "1",
            "order_num": 2,
            "material_type": "2",
        },
        {
            "row_guid": "m1",
            "task_guid": "g1",
            "material_name": "身份证",
            "is_need": "2",
            "order_num": 1,
            "page_format": "A4",
        },
        {"row_guid": "m3", "task_guid": "zz", "material_name": "无主材料"},
    ],
    "up_task_general_fee": [{"task_guid": "g1", "fee_name": "工本费", "fee_stand": "10元/本", "by_law": "《某办法》"}],
    "up_task_general_question": [{"TASK_GUID": "g1", "QUESTION": "多久？", "ANSWER": "当场"}],
}

SERVICE = """<Case><Body><ServiceInfo>
<Unid>u1</Unid><ServiceName>设立许可</ServiceName><Infoprojid>P1</Infoprojid><AddType>行政许可</AddType><DeptName>某局</DeptName>
<PerformLevel>市级</PerformLevel><PowerSource>01</PowerSource><CurState>正常</CurState><ServiceType>承诺件</ServiceType>
<LawLimit>-1</LawLimit><PromiseDay>5</PromiseDay><PromiseDayInfo>不含公示时间</PromiseDayInfo>
<According>《甲法》第一条</According><ContactPhone>0591-87654321</ContactPhone><ChargeFlag>0</ChargeFlag>
<Rightclass><Gerendx>自然人</Gerendx><Qiyedx>企业</Qiyedx></Rightclass><StarProperty>3</StarProperty>
<ServiceAccept><AcceptType>窗口</AcceptType><ToWinMaxNum>-1</ToWinMaxNum></ServiceAccept>
<ServiceSpecials><ServiceSpecial><Sname>专家评审</Sname><Sday>10</Sday><Sconent>组织评审</Sconent></ServiceSpecial></ServiceSpecials>
<Attrs><Attr><AttrCode>P1_01</AttrCode><AttrName>申请书</AttrName><PageNum>1</PageNum><NecessityIf>0</NecessityIf><AttrSort>1</AttrSort>
<GetTypeUnids>upload</GetTypeUnids></Attr></Attrs>
<ServiceCataRelations><BaseCode>000131010000</BaseCode></ServiceCataRelations>
</ServiceInfo></Body></Case>"""


def _read(data: bytes, container: str, scheme: str | None = None) -> tuple[list[Item], list[Fault], list[Source]]:
    out = list(read_container(data, container, ReadOptions(channel="c", scheme=scheme)))
    return (
        [attrs.evolve(one, id="", place=NOWHERE) for one in out if isinstance(one, Item)],
        [one for one in out if isinstance(one, Fault)],
        [one for one in out if isinstance(one, Source)],
    )


def _dump() -> bytes:
    return json.dumps(DUMP).encode()


def test_a_dump_of_the_national_tables_reads_without_a_mapping() -> None:
    """Directory, basic and extend are one task; materials, fees and questions are joined by guid and sorted."""
    (item, other), faults, (source,) = _read(_dump(), "json")
    document = item_to_dict(item)

    assert (
        document["power_type"], document["levels"], document["status"], document["case_type"],
        document["handling_area"], document["courier"],
    ) == ("行政许可", ["市级", "县级"], "在用", "即办件", "全市", "yes")  # fmt: skip
    assert [(one.name, one.necessity, dict(one.extra)) for one in item.materials] == [
        ("身份证", "非必要", {"page_format": "A4"}),
        ("申请书", "必要", {}),
    ]
    assert [(one.name, one.standard, one.basis) for one in item.fees.items] == [("工本费", "10元/本", "《某办法》")]
    assert [(one.question, one.answer) for one in item.faq] == [("多久？", "当场")]
    assert [(one.name, one.audience) for one in item.themes] == [
        ("准营准办", "自然人"),
        ("准营准办", "法人"),
        ("设立变更", "法人"),
    ]
    assert (
        item.statutory_limit and item.statutory_limit.excludes,
        item.promised_limit and item.promised_limit.state,
        other.statutory_limit and other.statutory_limit.state,
    ) == (("公示时间",), LimitState.INSTANT, LimitState.NONE)
    assert (item.visits.total, item.extra) == ("uncommitted", {"is_single_login": "1", "own_column": "乙"})
    assert [fault.kind for fault in faults] == ["orphan-row"]
    assert {"materials.necessity", "statutory_limit", "faq"} <= source.provides


@pytest.mark.parametrize("container", ["json", "xlsx", "xml"])
def test_national_read_write_read_is_equal(container: str) -> None:
    """Everything that a dump holds comes through every container; the bytes are the same each time."""
    first, _, _ = _read(_dump(), "json")
    written = write_exchange("national-exchange", first, container)
    again, faults, _ = _read(written.data, container)

    assert (first, [], ()) == (again, faults, written.losses)
    assert written == write_exchange("national-exchange", first, container)


def test_a_csv_holds_the_tasks_and_what_it_cannot_hold_is_listed() -> None:
    """One table a file: materials, fees and questions are losses, by item and field."""
    first, _, _ = _read(_dump(), "json")
    written = write_exchange("national-exchange", first, "csv")
    again, _, _ = _read(written.data, "csv")

    assert [item.name for item in again] == ["食品经营许可", "无时限事项"]
    assert {"materials", "faq", "fees.items"} == {loss.field for loss in written.losses}


def test_numbers_of_a_dump_in_a_workbook_are_read_by_their_digits() -> None:
    """Whole numbers of a sheet have no ``.0``; a code in a number cell is one fault for its column (S8)."""
    import io

    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    buffer = io.BytesIO()
    book = Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("up_task_general_basic")
    for column, (name, value) in enumerate(
        {"task_name": "甲", "catalog_code": 440101007000, "promise_day": 5, "promise_type": "gzr"}.items()
    ):
        sheet.write(0, column, name)
        sheet.write(1, column, value)
    book.close()
    (item,), faults, _ = _read(buffer.getvalue(), "xlsx")

    assert (item.codes.basic, str(item.promised_limit)) == ("440101007000", "5个工作日")
    assert [(fault.kind, fault.place.cell) for fault in faults] == [("code-as-number", "B2")]


def test_a_fujian_service_reads_without_a_mapping() -> None:
    """Limits, states, visits, special procedures and materials; what no field takes is kept as it nests."""
    (item,), faults, (source,) = _read(SERVICE.encode(), "xml")

    assert (
        item.statutory_limit and item.statutory_limit.state, str(item.promised_limit),
        item.promised_limit and item.promised_limit.excludes, item.power_source[0], item.status, item.visits.window,
    ) == (LimitState.NONE, "5个工作日", ("公示时间",), "法定本级行使", "在用", "uncommitted")  # fmt: skip
    assert [(one.kind, str(one.limit), one.text) for one in item.special_procedures] == [
        ("专家评审", "10个工作日", "组织评审")
    ]
    assert [(one.name, one.code, one.originals, one.necessity, dict(one.extra)) for one in item.materials] == [
        ("申请书", "P1_01", 1, "非必要", {"GetTypeUnids": "upload"})
    ]
    assert item.extra["Rightclass"] == {"Gerendx": ["自然人"], "Qiyedx": ["企业"]}
    assert (item.codes.basic, item.codes.portal, faults, source.items) == ("000131010000", "P1", [], 1)


def test_fujian_read_write_read_is_equal() -> None:
    """What is read is written, and reads back equal."""
    first, _, _ = _read(SERVICE.encode(), "xml")
    written = write_exchange("fujian-serviceinfo", first)
    again, faults, _ = _read(written.data, "xml")

    assert (first, [], ()) == (again, faults, written.losses)


def test_what_the_target_cannot_hold_is_listed() -> None:
    """Situations of a condition, the second name of an item: each with item, field and value."""
    item = Item(
        name="甲", id="a", handling_item="新办", codes=Codes(implementation="X"),
        conditions=(Condition(text="有场所", situations=("新办",)),), materials=(Material(name="乙", choice="1"),),
        promised_limit=Limit.of(1, "月", raw="1个月"),
    )  # fmt: skip
    national = write_exchange("national-exchange", [item])
    fujian = write_exchange("fujian-serviceinfo", [item])

    assert {("handling_item", "新办"), ("conditions[0].situations", "新办"), ("materials[0].choice", "1")} == {
        (loss.field, loss.value) for loss in national.losses
    }
    assert "codes" in {loss.field for loss in fujian.losses}
    assert {("a", "甲")} == {(loss.item, loss.name) for loss in (*national.losses, *fujian.losses)}


@pytest.mark.parametrize("target", TARGETS)
@given(written=st.lists(items(), max_size=2))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_what_came_through_once_comes_through_again(target: str, written: list[Item]) -> None:
    """Whatever the items hold: none is lost, and writing what was read changes nothing but the raw text of limits."""
    container = TARGETS[target][0]
    first, _, _ = _read(write_exchange(target, written).data, container)
    again, _, _ = _read(write_exchange(target, first).data, container)

    assert len(written) == len(first)
    assert [_without_raw(item_to_dict(item)) for item in first] == [_without_raw(item_to_dict(item)) for item in again]


def _without_raw(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_raw(inner) for key, inner in value.items() if key != "raw"}
    return [_without_raw(inner) for inner in value] if isinstance(value, list) else value


@pytest.mark.parametrize(("target", "container"), [("nothing", None), ("fujian-serviceinfo", "xlsx")])
def test_an_unknown_target_is_a_wrong_call(target: str, container: str | None) -> None:
    """The message names what there is."""
    with pytest.raises(UsageError, match="可用"):
        write_exchange(target, [], container)


def test_the_answer_of_an_interface_is_a_dump_in_a_wrapper() -> None:
    """Tasks in ``data.list`` are read by the exchange's columns, other known keys beside them; places name the path."""
    task = {"taskName": "护照首次申请", "taskCode": "A1", "deptName": "某市公安局", "taskType": "01", "isFee": "1"}
    answer = {"code": 200, "data": {"total": 1, "list": [{**task, "linkTel": "0591-87821234", "seq": 3}]}}

    reading = read_data(json.dumps(answer).encode(), "a.json", ReadOptions())

    (item,) = reading.items
    assert (
        item.name,
        item.power_type,
        item.authority and item.authority.name,
    ) == ("护照首次申请", "行政许可", "某市公安局")
    assert item.consultation is not None
    assert str(item.place) == "a.json · /data/list/0"
    assert reading.sources[0].unread == ("seq",)
