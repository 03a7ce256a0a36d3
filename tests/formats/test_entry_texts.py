"""What one cell says of materials, fees, steps and special procedures beside their names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

import pytest

from itemcatalog.formats import jsonl_
from itemcatalog.formats._entry_texts import entries_of_text
from itemcatalog.formats._grammar import parse_citation, parse_contact, parse_special_procedure
from itemcatalog.formats._record import ReadOptions
from itemcatalog.model import Item

COPIES = [
    ("申请表 原件1份", "申请表", 1, None),
    ("户口簿 原件1份，复印件2份", "户口簿", 1, 2),
    ("居民身份证（原件1份、复印件2份）", "居民身份证", 1, 2),
    ("居民身份证原件及复印件各1份", "居民身份证", 1, 1),
    ("营业执照复印件（1份）", "营业执照", None, 1),
    ("营业执照（复印件）（2份）", "营业执照", None, 2),
    ("身份证原件及复印件（1份）", "身份证原件及复印件（1份）", None, None),
    ("申请表（1份）", "申请表（1份）", None, None),
    ("复印件（1份）", "复印件（1份）", None, None),
    ("营业执照副本复印件一份", "营业执照副本", None, 1),
    ("章程：原件2份", "章程", 2, None),
    ("营业执照正本、副本", "营业执照正本、副本", None, None),
    ("居民身份证（一份）", "居民身份证（一份）", None, None),
    ("复印件1份", "复印件1份", None, None),
]


@pytest.mark.parametrize(("text", "name", "originals", "copies"), COPIES, ids=[row[0] for row in COPIES])
def test_the_copies_behind_a_material_are_read(text: str, name: str, originals: int | None, copies: int | None) -> None:
    """A number of originals and copies is read in brackets and out of them; what is no such number stays the name."""
    [material] = entries_of_text("materials", text)

    assert (name, originals, copies) == (material.name, material.originals, material.copies)


def test_a_remark_beside_the_copies_is_kept() -> None:
    """What stands with the numbers is not lost."""
    found = entries_of_text("materials", "营业执照复印件1份（加盖公章）；章程（原件1份，由股东签名）")

    assert [(m.name, m.extra) for m in found] == [("营业执照", {"备注": "加盖公章"}), ("章程", {"备注": "由股东签名"})]


def test_the_form_and_the_sets_of_a_material_are_read() -> None:
    """纸质 behind the copies is the form; 一式两份 is the number of sets."""
    found = entries_of_text("materials", "申请表，原件1份，纸质；平面图（一式两份）；名册一式3份")

    assert [(m.name, m.originals, m.pages, m.form) for m in found] == [
        ("申请表", 1, None, "纸质"),
        ("平面图", None, 2, None),
        ("名册", None, 3, None),
    ]


FEES = [
    (
        "80元/件，依据《关于收费的通知》（发改价格〔2016〕1号）",
        [("80元/件", "《关于收费的通知》（发改价格〔2016〕1号）")],
    ),
    ("住宅80元/件；《某通知》（某发〔2016〕1号）", [("住宅80元/件", "《某通知》（某发〔2016〕1号）")]),
    ("工本费10元，依据：某价发〔2004〕12号", [("工本费10元", "某价发〔2004〕12号")]),
    ("《某省定价目录》", [(None, "《某省定价目录》")]),
    ("按照《价格法》规定的标准收取", [("按照《价格法》规定的标准收取", None)]),
    ("10元/证；5元/页", [("10元/证", None), ("5元/页", None)]),
]


@pytest.mark.parametrize(("text", "fees"), FEES, ids=[row[0] for row in FEES])
def test_the_document_behind_a_fee_is_its_basis(text: str, fees: list[tuple[str | None, str | None]]) -> None:
    """One column for standard and basis is told apart; a citation within a sentence stays in it."""
    assert fees == [(fee.standard, fee.basis) for fee in entries_of_text("fees.items", text)]


CHAINS = [
    "受理（1个工作日）—审查（3个工作日）—办结（1个工作日）",
    "受理1个工作日、审查3个工作日、办结1个工作日",
    "1.受理：1个工作日\n2.审查：3个工作日\n3.办结：1个工作日",
]


@pytest.mark.parametrize("text", CHAINS)
def test_the_days_of_each_step_are_read(text: str) -> None:
    """A chain of steps keeps its times however it is joined."""
    found = [(step.step, str(step.limit)) for step in entries_of_text("procedure", text)]

    assert found == [("受理", "1个工作日"), ("审查", "3个工作日"), ("办结", "1个工作日")]


COUNTED = [
    ("专家评审，30个工作日，计入办理时限", True),
    ("听证（20个工作日，不计入承诺时限）", False),
    ("检验，不计算在法定办结时限内", False),
    ("现场勘查（含在承诺时限内）", True),
    ("鉴定：办理时限20日", None),
]


@pytest.mark.parametrize(("text", "counted"), COUNTED)
def test_whether_a_special_procedure_counts_is_read(text: str, counted: bool | None) -> None:
    """The words 计入 and 不计入 answer the question; without them it stays open."""
    assert counted == parse_special_procedure(text).counted


def test_an_entry_that_names_several_laws_loses_none() -> None:
    """An element of a list is several bases then, and the first keeps it as written."""
    text = "《甲法》第五条、《乙条例》第三十条"
    first, second = parse_citation(text)

    assert ("甲法", "第五条", {"原条": text}) == (first.title, first.article, first.extra)
    assert (second.title, second.article, second.extra) == ("乙条例", "第三十条", {})


def test_the_label_of_an_address_in_the_web_is_no_prose() -> None:
    """电话 and 网址 with their labels leave no text over."""
    contact = parse_contact("电话：0816-2910034；投诉网址：https://www.example.gov.cn")

    assert (
        contact.phones[0].number,
        contact.url,
        contact.text,
    ) == ("0816-2910034", "https://www.example.gov.cn", None)


def test_a_number_that_is_masked_is_kept_as_a_number() -> None:
    """A placeholder for a phone is for a rule to judge."""
    assert [phone.number for phone in parse_contact("0816-XXXXXXX").phones] == ["0816-XXXXXXX"]


def _items(documents: Iterable[Mapping[str, object]]) -> list[Item]:
    data = "\n".join(json.dumps(one, ensure_ascii=False) for one in documents).encode()
    return [one for one in jsonl_.read(data, "a.jsonl", ReadOptions(channel="a")) if isinstance(one, Item)]


def test_hours_stand_beside_an_address_in_a_document() -> None:
    """A text above a member is the main word of its noun and leaves room for the member, in either order."""
    stated = {"事项名称": "排污许可", "办理地点": "甲路1号3号窗口", "办理时间": "工作日9:00-12:00"}
    turned = dict(reversed(stated.items()))

    for item in _items([stated, turned]):
        assert (item.places[0].address, item.places[0].hours) == ("甲路1号3号窗口", "工作日9:00-12:00")


def test_a_column_of_copies_may_count_them_in_words() -> None:
    """份数 is a number of sheets, or it tells originals and copies apart; both are read, nothing is unclear."""
    rows = [
        {"材料名称": "章程", "份数": "原件1份，复印件2份"},
        {"材料名称": "身份证", "份数": "原件及复印件各1份"},
        {"材料名称": "照片", "份数": "2"},
    ]
    [item] = _items([{"事项名称": "排污许可", "申请材料": rows}])

    assert [(one.originals, one.copies, one.pages) for one in item.materials] == [
        (1, 2, None),
        (1, 1, None),
        (None, None, 2),
    ]


@pytest.mark.parametrize("mark", ["/", "—", "-", "//", "N/A"])
def test_a_mark_for_nothing_is_no_entry(mark: str) -> None:
    """What offices write into a cell that they leave open is no basis, no condition and no material."""
    [item] = _items([{"事项名称": "排污许可", "设定依据": mark, "受理条件": mark, "申请材料": mark}])

    assert (item.legal_bases, item.conditions, item.materials) == ((), (), ())


CHARGED = [
    ("不收费", False),
    ("本事项不收取费用", False),
    ("80元/件", True),
    ("按规定收取", None),
    ("免费；10元/证", True),
]


@pytest.mark.parametrize(("standard", "charged"), CHARGED)
def test_a_column_of_standards_says_whether_a_fee_is_charged(standard: str, charged: bool | None) -> None:
    """不收费 in the column of standards is no, an amount is yes; without a column that asks, nothing else tells."""
    [item] = _items([{"事项名称": "排污许可", "收费标准": standard}])

    assert item.fees.charged is charged


ANSWERED = [
    ("是否收费", "收费；工本费：每本10元", True, ["工本费：每本10元"]),
    ("是否收费", "是，5元/本", True, ["5元/本"]),
    ("收费情况", "收费；工本费：每本10元", True, ["工本费：每本10元"]),
    ("收费情况", "收费，按省物价部门核定的标准执行", True, ["按省物价部门核定的标准执行"]),
    ("是否收费及收费标准", "是；80元/件", True, ["80元/件"]),
    ("是否收费及收费标准", "否", False, []),
    ("收费情况", "1，工本费10元", None, ["1，工本费10元"]),
]


@pytest.mark.parametrize(("header", "text", "charged", "standards"), ANSWERED)
def test_a_yes_before_the_standard_is_the_answer(
    header: str, text: str, charged: bool | None, standards: list[str]
) -> None:
    """收费；工本费：每本10元 says that a fee is charged and how much, whatever the column asks; 收费 is no fee."""
    [item] = _items([{"事项名称": "排污许可", header: text}])

    assert item.fees.charged is charged
    assert standards == [fee.standard for fee in item.fees.items]


def test_a_standard_of_nothing_beside_the_word_free_says_nothing() -> None:
    """无 under 收费标准 is no second answer where another column says 不收费 in words; beside 否 it is all there is."""
    cells = [("不收费", "无"), ("免费", "暂无"), ("不收费", "免费提供表格"), ("否", "无")]
    items = _items([{"事项名称": "许可", "是否收费": asked, "收费标准": standard} for asked, standard in cells])

    assert [[fee.standard for fee in item.fees.items] for item in items] == [[], [], ["免费提供表格"], ["无"]]
    assert [item.fees.charged for item in items] == [False] * 4


HOURS = [
    ("工作日9:00-17:00", ["工作日9:00-17:00"] * 2),
    ("夏季9:00-18:00；冬季9:00-17:00", ["夏季9:00-18:00；冬季9:00-17:00"] * 2),
    ("1.工作日9:00-17:00；2.每天8:00-20:00", ["工作日9:00-17:00", "每天8:00-20:00"]),
]


@pytest.mark.parametrize(("hours", "read"), HOURS)
def test_hours_that_are_said_once_hold_for_every_place(hours: str, read: list[str]) -> None:
    """One time for two places, or one by seasons, is the time of both; two in order are one each."""
    [item] = _items([{"事项名称": "排污许可", "办理地点": "1.甲路1号；2.乙路2号", "办公时间": hours}])

    assert [place.hours for place in item.places] == read
