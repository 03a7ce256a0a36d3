"""Rows that are one item and rows that are several: merged cells, lists over several rows, tables below each other."""

from __future__ import annotations

from typing import Any

from itemcatalog.formats._grid import Merge
from sheet_parts import HEAD, plain, read


def test_an_unmerged_blank_is_never_filled() -> None:
    """A blank below a value stays blank; a merged range holds for each of its rows and names its anchor."""
    rows: list[list[Any]] = [["事项名称", "实施主体", "设定依据"], ["甲", "市公安局", "某法"], ["乙", "", ""]]

    (_, second), _, _ = read(rows)
    assert plain(second) == {"name": "乙"}

    (_, second), _, _ = read(rows, Merge(2, 1, 3, 1))
    assert plain(second) == {"name": "乙", "authority.name": "市公安局"}
    assert str(second.cells["authority.name"].place) == "a.xlsx · 表 · B2"


def test_materials_one_per_row_under_a_merged_item() -> None:
    """Rows under a merged name are one item with several entries."""
    rows: list[list[Any]] = [
        ["事项名称", "材料名称", "材料出具单位", "受理条件"],
        ["甲", "身份证", "公安机关", "年满十八周岁"],
        ["", "章程", "", "有场所"],
        ["乙", "申请表", "", ""],
    ]
    records, _, _ = read(rows, Merge(2, 0, 3, 0))

    assert [plain(one).get("name") for one in records] == ["甲", "乙"]
    materials = [{path: cell.value for path, cell in entry.items()} for entry in records[0].rows["materials"]]
    assert materials == [{"name": "身份证", "issuer": "公安机关"}, {"name": "章程"}]
    assert [entry["text"].value for entry in records[0].rows["conditions"]] == ["年满十八周岁", "有场所"]
    assert "materials" not in records[0].cells
    assert plain(records[1]) == {"name": "乙", "materials": "申请表"}


def test_materials_below_an_item_without_merged_cells() -> None:
    """A row that states entries of a list only belongs to the item above it."""
    records, _, faults = read([["事项名称", "承诺时限", "材料名称"], ["甲", 5, "身份证"], ["", "", "章程"]])

    assert [entry["name"].value for entry in records[0].rows["materials"]] == ["身份证", "章程"]
    assert faults == []


def test_a_merged_name_over_different_offices_is_several_items() -> None:
    """Rows that state a single value of their own are items of their own, with the merged name."""
    rows: list[list[Any]] = [["事项名称", "实施主体", "承诺时限"], ["甲", "鼓楼区民政局", 5], ["", "台江区民政局", 3]]
    records, _, _ = read(rows, Merge(2, 0, 3, 0))

    assert [(plain(one)["name"], plain(one)["authority.name"]) for one in records] == [
        ("甲", "鼓楼区民政局"),
        ("甲", "台江区民政局"),
    ]


def test_sub_items_under_a_merged_main_item_are_several_items() -> None:
    """A main item merged over its sub-items holds for each of them."""
    rows: list[list[Any]] = [["主项名称", "子项名称", "承诺时限"], ["主", "子一", 5], ["", "子二", 5]]
    records, _, _ = read(rows, Merge(2, 0, 3, 0))

    assert [(plain(one)["parent_name"], plain(one)["sub_item"]) for one in records] == [("主", "子一"), ("主", "子二")]


def test_a_flat_dump_with_one_material_per_row_is_one_item() -> None:
    """Rows that repeat everything but the entry of a list of several columns are one item; real doubles stay two."""
    head = ["实施编码", "事项名称", "材料名称", "材料类型"]
    records, _, _ = read([head, ["1", "甲", "身份证", "证件"], ["1", "甲", "章程", "其他"], ["2", "甲", "表", "其他"]])
    assert [len(one.rows.get("materials", ())) for one in records] == [2, 0]

    doubles, _, _ = read([["实施编码", "事项名称", "申请材料"], ["1", "甲", "身份证"], ["1", "甲", "身份证"]])
    assert len(doubles) == 2


def test_a_second_table_in_the_same_sheet() -> None:
    """A new header further down changes the columns."""
    rows: list[list[Any]] = [
        HEAD,
        [1, "甲", "01", "法", 5],
        [],
        ["实施主体", "事项名称", "基本编码"],
        ["市公安局", "乙", "350100000001"],
    ]
    records, reader, _ = read(rows)

    assert plain(records[1]) == {"authority.name": "市公安局", "name": "乙", "codes.basic": "350100000001"}
    assert [note for note in reader.notes if "表头" in note] == ["表头在第 1 行", "表头在第 4 行"]


def test_sections_in_the_column_of_names() -> None:
    """A numbered heading alone in the column of names is a section too."""
    rows: list[list[Any]] = [["序号", "事项名称", "承诺时限"], ["", "（一）行政许可", ""], [1, "甲", 5]]
    (record,), _, _ = read(rows)

    assert plain(record) == {"name": "甲", "promised_limit": 5, "power_type": "行政许可"}


def test_an_office_alone_in_its_own_column_is_a_section() -> None:
    """A row with the office only, rows below with the column blank: the section speaks for them."""
    rows: list[list[Any]] = [
        ["部门", "事项名称", "承诺时限"],
        ["市公安局", "", ""],
        ["", "甲", 5],
        ["市民政局", "", ""],
        ["", "乙", 5],
    ]
    records, _, _ = read(rows)

    assert [plain(one)["authority.name"] for one in records] == ["市公安局", "市民政局"]


def test_a_list_of_main_items_and_sub_items_names_its_items() -> None:
    """Without a column of names the sub-item is the name, and a main item without one is the item itself."""
    rows: list[list[Any]] = [
        ["主项", "子项", "职权类别"],
        ["出入境证件签发", "护照签发", "行政确认"],
        ["通行证核发", "", "行政许可"],
    ]
    records, reader, _ = read(rows)

    assert [plain(one) for one in records] == [
        {"name": "护照签发", "parent_name": "出入境证件签发", "sub_item": "护照签发", "power_type": "行政确认"},
        {"name": "通行证核发", "power_type": "行政许可"},
    ]
    assert "name" in reader.provides


def test_a_number_alone_makes_a_flat_dump_one_item() -> None:
    """Rows with the same number and name and one material each are one item; with another number they are two."""
    head = ["序号", "事项名称", "材料名称", "份数"]
    records, _, _ = read([head, [1, "甲", "身份证", 1], [1, "甲", "户口簿", 1], [2, "甲", "身份证", 1]])

    assert [len(one.rows.get("materials", ())) for one in records] == [2, 0]


def test_a_titled_second_table_right_below_the_first() -> None:
    """A title and a header in the middle of a sheet are neither items."""
    rows: list[list[Any]] = [
        ["事项名称", "实施主体"],
        ["甲", "市公安局"],
        ["取消事项"],
        ["序号", "事项名称", "取消依据"],
        [1, "乙", "某号"],
    ]
    records, reader, _ = read(rows)

    assert [plain(one)["name"] for one in records] == ["甲", "乙"]
    assert "略过第 3 行（标题）" in list(reader.notes)


def test_a_body_that_accepts_stands_back() -> None:
    """受理机构 is the authority only where no column names the body that exercises the item."""
    (record,), reader, _ = read([["事项名称", "受理机构", "实施主体"], ["甲", "行政服务中心", "市公安局"]])
    assert plain(record) == {"name": "甲", "authority.name": "市公安局"}
    assert reader.unread == ("受理机构",)

    (record,), _, _ = read([["事项名称", "受理机构"], ["甲", "市公安局"]])
    assert plain(record)["authority.name"] == "市公安局"


def test_the_row_that_shows_how_to_fill_in_is_no_item() -> None:
    """A name marked as an example is passed over and said."""
    records, reader, _ = read([["事项名称", "实施主体"], ["（示例）甲登记", "市公安局"], ["乙登记", "市公安局"]])

    assert [plain(one)["name"] for one in records] == ["乙登记"]
    assert "略过第 2 行（示例）" in list(reader.notes)


def test_a_number_merged_across_the_sheet_is_no_item() -> None:
    """A merge that slipped over a row leaves its number alone in every column: nothing of an item is there."""
    rows: list[list[Any]] = [HEAD, [1, "甲", "", "某法", 3], [2, 2, 2, 2, 2], [3, "乙", "", "某法", 5]]

    records, _, _ = read(rows, Merge(3, 0, 3, 4))

    assert [plain(one)["name"] for one in records] == ["甲", "乙"]


def test_a_mark_below_a_second_header_repeats_nothing() -> None:
    """同上 stands for what an item above says, never for a header or a row of another list."""
    head = ["事项名称", "法定办结时限", "实施主体"]
    rows = [head, ["甲许可", "5日", "市住建局"], ["乙许可", "同上", "〃"], [], ["事项名称", "实施主体", "法定办结时限"]]
    records, reader, _ = read([*rows, ["丙许可", "同上", "3日"], ["丁许可", "市公安局", "同上"]])

    assert plain(records[1]) == {"name": "乙许可", "statutory_limit": "5日", "authority.name": "市住建局"}
    assert plain(records[2])["authority.name"] == "同上"
    assert plain(records[3])["statutory_limit"] == "3日"
    assert sum("同上" in note for note in reader.notes) == 1
