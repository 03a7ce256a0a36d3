"""Entries of lists as pages draw them: materials with what is said beside and below them, situations, hours, places."""

from __future__ import annotations

import pytest

from itemcatalog.formats._grammar import parse_limit
from itemcatalog.model import Item, Source
from page_parts import parts

GUIDE = "<h1>取水许可</h1><p>实施主体：某县水利局</p><p>承诺时限：5个工作日</p>"


def guide(page: str) -> tuple[Item, list[str], Source]:
    """Return the item, the kinds of the faults and the source of a page behind its first lines."""
    return parts(f"{GUIDE}{page}")


@pytest.mark.parametrize(
    "drawn",
    [
        "<h3>申请材料</h3><div><p>申请书</p><p>原件 2份 | 必要</p></div>"
        "<div><p>论证报告</p><p>复印件 1份 | 非必要</p></div>",
        "<h3>申请材料</h3><ul><li><i>1</i><span>申请书</span><span>原件2份</span><span>必要</span></li>"
        "<li><i>2</i><span>论证报告</span><span>复印件1份</span><span>非必要</span></li></ul>",
        "<h3>材料列表<em>共2种材料</em></h3><p>需提交</p>"
        "<p>1. 申请书</p><p>原件2份，必要</p>"
        "<p>2. 论证报告</p><p>复印件1份，非必要</p>",
        "<h3>申请材料</h3><table><tr><th>材料名称</th><th>材料类型</th><th>份数</th><th>材料性质</th></tr>"
        "<tr><td>申请书</td><td>原件</td><td>2份</td><td>必要</td></tr>"
        "<tr><td>论证报告</td><td>复印件</td><td>1</td><td>非必要</td></tr></table>",
        "<table><tr><th>材料名称</th><th>原件</th><th>复印件</th><th>材料必要性</th></tr>"
        "<tr><td>申请书<br><a href=a.doc>空白表格</a> <a href=b.doc>示例样表</a></td>"
        "<td>☑ 2份</td><td>□</td><td>必要</td></tr>"
        "<tr><td>论证报告</td><td>□</td><td>☑ 1份</td><td>非必要</td></tr></table>",
    ],
)
def test_copies_and_necessity_beside_or_below_a_name(drawn: str) -> None:
    """However they are drawn, copies and necessity belong to the material and not to its name."""
    item, faults, _ = guide(drawn)

    assert [(one.name, one.originals, one.copies, one.necessity) for one in item.materials] == [
        ("申请书", 2, None, "必要"),
        ("论证报告", None, 1, "非必要"),
    ]
    assert faults == []


def test_counts_inside_a_cell_of_kinds() -> None:
    """原件正本（收）1份/复印件2份 counts originals and copies."""
    item, _, _ = guide(
        "<table><tr><th>序号</th><th>材料名称</th><th>材料类型</th></tr>"
        "<tr><td>1</td><td>申请书</td><td>原件正本（收）1份/复印件2份</td></tr>"
        "<tr><td>2</td><td>身份证</td><td>原件（验）1份</td></tr></table>"
    )

    assert [(one.originals, one.copies) for one in item.materials] == [(1, 2), (1, None)]


def test_labels_below_the_name_in_its_cell() -> None:
    """填报须知 below the name of a material is its own field."""
    item, _, _ = guide(
        "<table><tr><th>材料名称</th><th>材料形式</th></tr><tr><td>申请书<p>填报须知：用黑色笔填写</p></td><td>纸质</td></tr>"
        "<tr><td>身份证</td><td>电子</td></tr></table>"
    )

    assert [(one.name, one.fill_note) for one in item.materials] == [("申请书", "用黑色笔填写"), ("身份证", None)]


@pytest.mark.parametrize("heading", ["<h4>情形一：新办</h4>", "<p>情形1 新办</p>", "<h4>（一）新办</h4>"])
def test_situations_inside_the_materials(heading: str) -> None:
    """A sub-heading that names a situation is no material; what stands below it holds for that situation."""
    item, faults, _ = guide(
        f"<h3>申请材料</h3>{heading}<p>1.申请书（原件1份）</p><p>2.章程</p><h3>收费标准</h3><p>不收费</p>"
    )

    assert [(one.name, one.originals, one.situations) for one in item.materials] == [
        ("申请书", 1, ("新办",)),
        ("章程", None, ("新办",)),
    ]
    assert ([one.name for one in item.situations], faults) == (["新办"], [])


def test_a_column_of_situations() -> None:
    """The column 情形 of a table of materials says for whom each one holds."""
    item, _, _ = guide(
        "<h3>申请材料</h3><table><tr><td>情形</td><td>材料名称</td><td>份数</td></tr>"
        "<tr><td rowspan=2>新办</td><td>申请书</td>"
        "<td>1</td></tr><tr><td>章程</td><td>1</td></tr><tr><td>注销</td><td>许可证正本</td><td>1</td></tr></table>"
    )

    assert [(one.name, one.situations) for one in item.materials] == [
        ("申请书", ("新办",)),
        ("章程", ("新办",)),
        ("许可证正本", ("注销",)),
    ]


def test_a_header_in_a_table_of_its_own() -> None:
    """The header of a list that scrolls stands in a table above the one with the rows."""
    item, faults, _ = guide(
        "<h3>申请材料</h3><div><table><tr><th>序号</th><th>材料名称</th><th>材料形式</th></tr></table></div>"
        "<div><table><tr><td>1</td><td>申请书</td><td>纸质</td></tr></table></div>"
    )

    assert ([(one.name, one.form) for one in item.materials], faults) == ([("申请书", "纸质")], [])


def test_steps_named_in_bold() -> None:
    """A bold word and the text below it are one step with its note; numbers drawn beside are none."""
    item, _, _ = guide(
        "<h3>办理流程</h3><div><i>1</i></div><div><b>申请</b><p>在窗口提出</p></div><div><i>2</i></div><div><b>受理</b><p>2个工作日</p></div>"
    )

    assert [(one.step, one.note) for one in item.procedure][:1] == [("申请", "在窗口提出")]
    assert [one.step for one in item.procedure] == ["申请", "受理"]


def test_numbered_addresses_are_places() -> None:
    """Each numbered address is a place; telephones numbered alike go with them."""
    item, _, _ = guide(
        "<table><tr><td>办理地点</td><td>1.城关镇：中山路1号<br>2.河东镇：沿河路2号</td></tr>"
        "<tr><td>窗口电话</td><td>1.0591-83000001<br>2.0591-83000002</td></tr></table>"
    )

    assert [one.address for one in item.places] == ["城关镇：中山路1号", "河东镇：沿河路2号"]


def test_office_hours_drawn_as_a_table() -> None:
    """Hours by day and half day are read together, a line for each row."""
    item, _, _ = guide(
        "<div>办理时间</div><table><tr><td></td><td>上午</td><td>下午</td></tr>"
        "<tr><td>工作日</td><td>8:30-12:00</td><td>14:30-17:30</td></tr></table>"
    )

    assert item.places[0].hours == "工作日 上午8:30-12:00 下午14:30-17:30"


def test_what_is_said_of_a_material_in_a_row_of_its_own() -> None:
    """A row over some materials is none of them, and a remark below a name with the copies belongs to it."""
    item, faults, _ = guide(
        "<h3>所需材料</h3><table><tr><td>申请类材料</td></tr><tr><td>(1)、申请书<div>（说明：原件1份）</div></td></tr>"
        "<tr><td>(2)、论证报告<div>（说明：原件2份）</div></td></tr></table>"
    )

    assert ([(one.name, one.originals) for one in item.materials], faults) == ([("申请书", 1), ("论证报告", 2)], [])


def test_links_behind_a_material() -> None:
    """必要 and 查看样本 behind the name of a material are no part of it."""
    entry = "<li>{} <span>必要</span> <a href=#>查看样本</a></li>"
    item, _, _ = guide(f"<h2><span>02</span>申请材料</h2><ol>{entry.format('申请书')}{entry.format('身份证')}</ol>")

    assert [(one.name, one.necessity) for one in item.materials] == [("申请书", "必要"), ("身份证", "必要")]


def test_the_name_of_a_place_above_its_labels() -> None:
    """A line above 地址 and 电话 that is no address names the place."""
    item, _, _ = guide("<h3>办理地点</h3><p><b>城关民政所</b></p><p>地址：中山路1号</p><p>电话：0591-83000001</p>")

    assert [(one.name, one.address, one.phones) for one in item.places] == [
        ("城关民政所", "中山路1号", ("0591-83000001",))
    ]


def test_a_remark_below_both_limits() -> None:
    """A remark below limits that were read by their own labels is no third limit."""
    item, faults, _ = guide(
        "<table><tr><td>办理时限</td></tr>"
        "<tr><td>法定时限：20个工作日<br>承诺时限：5个工作日<div>（说明：不含整改）</div></td></tr>"
        "<tr><td>收费标准</td></tr><tr><td>不收费</td></tr></table>"
    )

    assert (item.statutory_limit is not None, faults) == (True, [])


def test_tabs_of_which_one_is_unknown() -> None:
    """Panels that match a strip of labels are read by them, though one label means nothing to us."""
    strip = "".join(f"<li>{label}</li>" for label in ("设定依据", "受理条件", "办事贴士", "办理流程"))
    texts = ("《水法》第七条", "符合规划", "早上人少", "申请——受理——办结")
    panels = "".join(f"<div><p>{text}</p></div>" for text in texts)
    item, _, _ = guide(f"<div><div><ul>{strip}</ul></div><div>{panels}</div></div>")

    assert [one.text for one in item.conditions] == ["符合规划"]
    assert ([one.step for one in item.procedure], [one.title for one in item.legal_bases]) == (
        ["申请", "受理", "办结"],
        ["水法"],
    )


def test_rows_of_headers_over_rows_of_values() -> None:
    """Header cells in one row and their values in the next, several times in one table."""
    item, faults, _ = guide(
        "<table><tr><th>事项类型</th><th>办件类型</th></tr><tr><td>行政许可</td><td>承诺件</td></tr>"
        "<tr><th>咨询电话</th><th>投诉电话</th></tr><tr><td>0591-83000001</td><td>0591-83000002</td></tr></table>"
    )

    assert (item.power_type, item.case_type, faults) == ("行政许可", "承诺件", [])
    assert [one.number for one in item.complaint.phones] == ["0591-83000002"]


def test_a_header_with_two_columns_for_one_field() -> None:
    """办理环节 beside 办理步骤 is a header of steps; the column that is left over is kept with its step."""
    item, _, _ = guide(
        "<h3>办理流程</h3><table><tr><th>办理环节</th><th>办理步骤</th><th>办理时限</th><th>审查标准</th><th>办理结果</th></tr>"
        "<tr><td>受理</td><td>收件</td><td>1个工作日</td><td>齐全</td><td>通知书</td></tr></table>"
    )

    assert [(one.step, one.limit) for one in item.procedure] == [("受理", parse_limit("1个工作日"))]
    assert item.promised_limit == parse_limit("5个工作日")


@pytest.mark.parametrize("text", ["1份原件", "原件：1 复印件：0", "原件/纸质 1份"])
def test_copies_in_any_column(text: str) -> None:
    """Copies are told from the words of a column, whatever it is called."""
    label = "材料形式" if "纸质" in text else "材料数量"
    item, faults, _ = guide(
        f"<h3>申请材料</h3><table><tr><th>材料名称</th><th>{label}</th></tr><tr><td>申请书</td><td>{text}</td></tr></table>"
    )

    assert ([one.originals for one in item.materials], faults) == ([1], [])


def test_windows_with_hours_of_their_own() -> None:
    """Each row of a table of places has its address, hours and telephone."""
    row = "<tr><td>{0}分局</td><td>{0}路1号</td><td>工作日9:00-1{1}:00</td><td>0591-8300000{1}</td></tr>"
    item, _, _ = guide(
        "<h3>办理地点</h3><table><tr><th>受理点</th><th>地址</th><th>办公时间</th><th>咨询电话</th></tr>"
        + row.format("东湖", 6)
        + row.format("西湖", 7)
        + "</table>"
    )

    assert [(one.name, one.address, one.hours, one.phones) for one in item.places] == [
        ("东湖分局", "东湖路1号", "工作日9:00-16:00", ("0591-83000006",)),
        ("西湖分局", "西湖路1号", "工作日9:00-17:00", ("0591-83000007",)),
    ]


def test_a_variant_called_like_a_paper() -> None:
    """A sub-heading beside one that names a situation names one too, though it ends as a paper does."""
    item, _, _ = guide(
        "<h3>申请材料</h3><h4>（一）首次申请</h4><ol><li>申请表（原件1份）</li></ol>"
        "<h4>（二）补发证书</h4><ol><li>补发申请表（原件1份）</li></ol>"
    )

    assert [(one.name, one.situations) for one in item.materials] == [
        ("申请表", ("首次申请",)),
        ("补发申请表", ("补发证书",)),
    ]


def test_materials_named_in_headings() -> None:
    """Numbered headings with nothing but copies and necessity below are the materials themselves."""
    entry = "<h4>{}. {}</h4><div>原件 {} 份 / 必要 / 申请人自备</div>"
    item, faults, _ = guide(
        "<div class=h><div>申请材料</div><div>共 2 项</div></div>"
        + entry.format(1, "申请表", 1)
        + entry.format(2, "清册", 2)
    )

    assert [(one.name, one.originals, one.source) for one in item.materials] == [
        ("申请表", 1, "申请人自备"),
        ("清册", 2, "申请人自备"),
    ]
    assert faults == []


def test_hours_on_a_line_behind_the_address() -> None:
    """Office hours on a line of their own, or behind ；, are not part of the address."""
    item, _, _ = guide("<h3>办理地点及时间</h3><p>中山路1号</p><p>周一至周五 9:00-17:00</p>")

    assert [(one.address, one.hours) for one in item.places] == [("中山路1号", "周一至周五 9:00-17:00")]
