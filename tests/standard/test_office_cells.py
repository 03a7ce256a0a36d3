"""Cells as offices write them: only what must change changes, in the office's own way of writing."""

from __future__ import annotations

import io
import json
from pathlib import Path

import openpyxl
import pytest

from itemcatalog.audit import Standardised, run_audit, run_standardise, write_standard
from itemcatalog.model import Limit
from itemcatalog.standard._limit_texts import limit_text, with_limit
from itemcatalog.workspace import read_workspace

_CHANNEL = '[[channel]]\nid = "{0}"\nkind = "{1}"\ndivision = "{2}"\nsource = "{3}"\n'
_CITY: list[list[object]] = [
    ["事项名称", "实施主体", "设定依据", "法定时限", "承诺时限", "受理条件", "申请材料", "是否收费"],
    [
        "取水许可",
        "绵阳市水利局",
        "《水法》第七条",
        "20个工作日",
        "5个工作日",
        "1.有图纸；2.有资金",
        "1.申请表；2.身份证复印件1份",
        "否",
    ],
]
_BOTH: list[list[object]] = [
    ["事项名称", "实施主体", "办理时限", "申请材料"],
    [
        "取水许可",
        "涪城区水利局",
        "法定时限：30个工作日\n承诺时限：9个工作日",
        "（1）申请表\n（2）身份证复印件2份\n（3）合同",
    ],
]
_UNITS: list[list[object]] = [
    ["事项名称", "实施主体", "依据", "法定期限（工作日）", "承诺期限（工作日）", "条件", "收费情况"],
    [
        "取水许可",
        "游仙区水利局",
        "《中华人民共和国水法》第7条",
        30,
        5,
        "（一）有资金\n（二）有图纸\n（三）有保证金",
        "收费100元/件",
    ],
]
_JSON = [
    {"事项名称": "取水许可", "实施主体": "江油市水利局", "是否收费": True, "受理条件": ["有图纸", "有 资金", "有人员"]}
]


def _book(path: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> None:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    for cells in merged:
        book.worksheets[0].merge_cells(cells)
    book.save(path)


@pytest.fixture
def offices(tmp_path: Path) -> Path:
    """A city and three districts, each with lists laid out in its own way."""
    for name, rows in (("city", _CITY), ("fucheng", _BOTH), ("youxian", _UNITS)):
        _book(tmp_path / f"{name}.xlsx", [list(row) for row in rows])
    (tmp_path / "jiangyou.json").write_text(json.dumps(_JSON, ensure_ascii=False), encoding="utf-8")
    channels = (
        ("city", "city", "510700", "city.xlsx"),
        ("fucheng", "district", "510703", "fucheng.xlsx"),
        ("youxian", "district", "510704", "youxian.xlsx"),
        ("jiangyou", "district", "510781", "jiangyou.json"),
    )
    text = "".join(_CHANNEL.format(*one) for one in channels)
    (tmp_path / "itemcatalog.toml").write_text(
        f'[workspace]\npolicy = "fuzhou-2017"\nas_of = 2017-12-31\n{text}', encoding="utf-8"
    )
    return tmp_path


def _row(result: Standardised, path: str) -> list[object]:
    data = next(one.data for one in result.files if one.path == path)
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return [cell.value for cell in list(sheet.rows)[1]]


def test_a_cell_with_both_limits_changes_in_its_parts(offices: Path) -> None:
    """Both limits of one cell are corrected, each in its own words; a copy count changes, a foreign entry goes."""
    result = run_standardise(read_workspace(offices))

    assert _row(result, "fucheng.xlsx") == [
        "取水许可",
        "涪城区水利局",
        "法定时限：20个工作日\n承诺时限：5个工作日",
        "（1）申请表\n（2）身份证（复印件1份）",
    ]


def test_numbers_stay_numbers_and_words_stay_words(offices: Path) -> None:
    """A limit under a header with its unit stays a number; what says the same keeps its characters."""
    result = run_standardise(read_workspace(offices))

    assert _row(result, "youxian.xlsx") == [
        "取水许可",
        "游仙区水利局",
        "《中华人民共和国水法》第7条",
        20,
        5,
        "（一）有资金\n（二）有图纸",
        "不收费",
    ]


def test_a_foreign_json_keeps_its_kinds(offices: Path) -> None:
    """A true becomes a false, a list loses one text; an entry that says the same keeps its blanks."""
    result = run_standardise(read_workspace(offices))
    data = next(one.data for one in result.files if one.path == "jiangyou.json")

    assert json.loads(data) == [{**_JSON[0], "是否收费": False, "受理条件": ["有图纸", "有 资金"]}]


def test_a_foreign_object_keeps_its_members(offices: Path) -> None:
    """Of a list of objects only the members that differ change, an entry goes, and a new one gets its number."""
    own = [
        {"序号": 1, "材料名称": "合同", "复印件份数": ""},
        {"序号": 2, "材料名称": "身份证", "复印件份数": "3"},
    ]
    path = offices / "jiangyou.json"
    path.write_text(json.dumps([{**_JSON[0], "申请材料": own}], ensure_ascii=False), encoding="utf-8")
    result = run_standardise(read_workspace(offices))
    data = next(one.data for one in result.files if one.path == "jiangyou.json")

    (item,) = json.loads(data)
    assert [(one["材料名称"], one["复印件份数"]) for one in item["申请材料"]] == [("申请表", None), ("身份证", "1")]
    assert [one["序号"] for one in item["申请材料"]] == [1, 2]


def test_the_corrected_lists_are_a_fixed_point(offices: Path) -> None:
    """The corrected files have no difference left, and a second standard changes nothing."""
    result = run_standardise(read_workspace(offices))
    for one in result.files:
        (offices / one.path).write_bytes(one.data)
    report = run_audit(read_workspace(offices))

    assert len(result.by_hand) == 0
    assert [one.rule for one in report.findings if one.rule.startswith("CHN")] == []
    assert run_standardise(read_workspace(offices)).corrections == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("法定30日/承诺5日", "法定20个工作日/承诺5日"),
        ("承诺办结时限为5个工作日；法定办结时限为30个工作日。", "承诺办结时限为5个工作日；法定办结时限为20个工作日。"),
        ("30个工作日", None),
        ("法定30日，法定节假日除外，承诺5日", None),
    ],
)
def test_one_limit_of_a_cell_is_found_or_left_to_a_person(text: str, expected: str | None) -> None:
    """The part of a limit is what follows its word; where that is not plain, nothing is written."""
    told = with_limit(text, "statutory_limit", Limit.of(20))

    assert expected == (told if isinstance(told, str) else None)
    assert expected is not None or "须人工更正" in str(told)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("自受理之日起20个工作日内办结", "自受理之日起15个工作日内办结"),
        ("二十个工作日。", "15个工作日。"),
        ("20天（不含专家评审时间）", "15个工作日"),
        ("—", "15个工作日"),
        ("当场办结", "15个工作日"),
        ("20个工作日（特殊情况可延长10个工作日）", None),
        ("20个工作日，经批准可以延长", None),
        ("材料齐全的当场办结，否则20个工作日", None),
    ],
)
def test_only_the_amount_of_a_limit_changes(text: str, expected: str | None) -> None:
    """Words around the amount stay; where they say more than the limit, a person writes it."""
    told = limit_text(Limit.of(15), text, None)

    assert expected == (told if isinstance(told, str) else None)


def test_a_sub_item_is_no_other_name(tmp_path: Path) -> None:
    """A page that names the sub-item alone is not renamed after the main item."""
    _book(
        tmp_path / "city.xlsx",
        [["事项名称", "子项名称", "实施编码", "承诺时限"], ["护士执业注册", "首次注册", "A" * 31, "5个工作日"]],
    )
    _book(tmp_path / "portal.xlsx", [["事项名称", "实施编码", "承诺时限"], ["护士首次执业注册", "A" * 31, "7个工作日"]])
    text = _CHANNEL.format("city", "city", "510700", "city.xlsx") + _CHANNEL.format(
        "portal", "portal", "510700", "portal.xlsx"
    )
    (tmp_path / "itemcatalog.toml").write_text(f"[workspace]\n{text}", encoding="utf-8")
    result = run_standardise(read_workspace(tmp_path))

    assert [(one.field, one.expected) for one in result.corrections] == [("promised_limit", "5个工作日")]


def test_a_merged_cell_changes_only_for_all_of_its_items(tmp_path: Path) -> None:
    """A limit merged over two items that both change is written once; one that holds for others too is left alone."""
    head: list[object] = ["事项名称", "子项名称", "实施主体", "法定时限"]
    nurse, doctor, body = "护士执业注册", "医师执业注册", "潍坊市卫健委"
    limits = [(nurse, "首次", 20), (nurse, "变更", 30), (doctor, "首次", 20), (doctor, "变更", 20)]
    own: list[list[object]] = [[name, sub, body, f"{days}个工作日"] for name, sub, days in limits]
    _book(tmp_path / "city.xlsx", [head, *own])
    rows: list[list[object]] = [head, [nurse, "首次", "奎文区卫健局", "20个工作日"], [None, "变更"]]
    rows += [[doctor, "首次", "奎文区卫健局", "15个工作日"], [None, "变更"]]
    _book(tmp_path / "kuiwen.xlsx", rows, ("A2:A3", "C2:C3", "D2:D3", "A4:A5", "C4:C5", "D4:D5"))
    channels = (("city", "city", "370700", "city.xlsx"), ("kuiwen", "district", "370705", "kuiwen.xlsx"))
    text = "".join(_CHANNEL.format(*one) for one in channels)
    (tmp_path / "itemcatalog.toml").write_text(f"[workspace]\n{text}", encoding="utf-8")
    result = run_standardise(read_workspace(tmp_path))
    data = next(one.data for one in result.files if one.path == "kuiwen.xlsx")
    column = [row[3].value for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].rows]

    assert column == ["法定时限", "20个工作日", None, "20个工作日", None]
    assert [(one.member.item.name, "其他事项" in str(one.by_hand)) for one in result.by_hand] == [(nurse, True)]


def test_the_list_of_changes_shows_one_entry_a_line(offices: Path, tmp_path: Path) -> None:
    """A ； within an entry does not divide it."""
    rows = [list(row) for row in _CITY]
    rows[1][5] = "1.有图纸（平面图；剖面图）\n2.有资金"
    _book(offices / "city.xlsx", rows)
    write_standard(run_standardise(read_workspace(offices)), tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / "standard.xlsx")
    told = [row for sheet in book.worksheets for row in sheet.iter_rows(values_only=True) if row[2] == "受理条件"]

    assert {str(row[4]) for row in told} == {"有图纸（平面图；剖面图）\n有 资金", "有资金\n有图纸（平面图；剖面图）"}


def test_a_note_below_the_materials_stays(offices: Path) -> None:
    """The words above and below a list are the office's own; the corrected file has no difference left."""
    rows = [list(row) for row in _BOTH]
    rows[1][3] = "须提交以下材料：\n①身份证复印件2份\n②申请表\n注：外文材料须附译本"
    _book(offices / "fucheng.xlsx", rows)
    result = run_standardise(read_workspace(offices))

    assert _row(result, "fucheng.xlsx")[3] == ("须提交以下材料：\n①身份证（复印件1份）\n②申请表\n注：外文材料须附译本")
    assert result.by_hand == ()
