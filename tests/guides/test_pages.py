"""Guide pages of many makes, read by their structure: none of these is a page of ours."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions
from itemcatalog.formats.html_ import read
from itemcatalog.model import Item, Source

OPTIONS = ReadOptions(channel="portal")


def parts(page: str | bytes) -> tuple[list[Item], list[Fault], Source]:
    """Return what a page gives: items, faults, source."""
    data = page if isinstance(page, bytes) else page.encode("utf-8")
    found = list(read(data, "page.html", OPTIONS))
    return (
        [one for one in found if isinstance(one, Item)],
        [one for one in found if isinstance(one, Fault)],
        next(one for one in found if isinstance(one, Source)),
    )


def item(page: str | bytes) -> Item:
    """Return the only item of a page."""
    (one,) = parts(page)[0]
    return one


def names(entries: Sequence[object], field: str = "name") -> list[object]:
    """Return one field of each entry."""
    return [getattr(one, field) for one in entries]


LAYOUT = """<html><head><title>某某区行政服务大厅--办事指南</title></head><body>
<table><tr><td width=2></td><td><div><table><tr><td><div>
<table><tr><td>主管部门：</td><td><div>某某区商务局&nbsp;</div></td></tr>
<tr><td>受理机构：</td><td><div>某某区政务服务中心</div></td></tr></table></div></td><td></td><td><div><table>
<tr><td>办理对象</td></tr><tr><td><div>企业法人</div></td></tr>
<tr><td>办理条件</td></tr><tr><td><div>1.有固定场所；<br>2.有专职人员。</div></td></tr>
<tr><td>所需材料</td></tr><tr><td><table><tr><td>(1)、经营许可申请书</td></tr><tr><td>(2)、营业执照复印件</td></tr></table></td></tr>
<tr><td>网上申报流程甲</td></tr><tr><td><div>登录</div></td></tr>
<tr><td>办理时限</td></tr><tr><td><div>法定时限：20个工作日<br/>承诺时限：5个工作日<br/></div></td></tr>
<tr><td>收费标准</td></tr><tr><td>不收费</td></tr></table></div></td></tr></table></div></td></tr></table></body></html>"""


def test_layout_tables_and_a_column_of_labels() -> None:
    """Tables within tables; labels and values in turn in one column; two limits in one cell."""
    found = item(LAYOUT)

    assert (found.authority.name, found.authority.undertaking) == ("某某区商务局", "某某区政务服务中心")
    assert (
        names(found.conditions, "text"),
        names(found.materials),
    ) == (["有固定场所", "有专职人员。"], ["经营许可申请书", "营业执照复印件"])
    assert (
        str(found.statutory_limit),
        str(found.promised_limit),
        found.fees.charged,
    ) == ("20个工作日", "5个工作日", False)
    assert parts(LAYOUT)[2].unread == ("网上申报流程甲",)


SPANS = """<body><nav><a href=/fee>收费标准</a></nav><h1>医疗机构执业登记（变更）</h1>
<div><div><span>事项编码</span><span>11350102MB0000000A3000123001002</span></div>
<div><span>实施主体：</span><span>某区卫生健康局</span></div><div><span>承诺办结时限</span><span>5<em>个工作日</em></span></div>
<div><span>是否收费</span><span>不收费</span></div></div>
<div><div>受理条件</div><div><p>一、已取得许可证；</p><p>二、变更事项符合规定。</p></div></div>
<div><div><i></i>申请材料</div><div><table><thead><tr><th>序号</th><th>材料名称</th><th>来源渠道</th><th>材料必要性</th></tr></thead>
<tbody><tr><td>1</td><td><a href="/f/1">变更登记申请书</a></td><td>申请人自备</td><td>必要</td></tr>
<tr><td>2</td><td>许可证副本</td><td>政府部门核发</td><td>必要</td></tr></tbody></table></div></div>
<div><div>咨询方式</div><div>电话：0591-87654321</div></div></body>"""


def test_pairs_of_spans_and_titled_boxes() -> None:
    """Label and value as two spans of a line; a title box over a content box; a table under its title."""
    found = item(SPANS)

    assert (
        found.name,
        found.codes.handling or found.codes.implementation,
    ) == ("医疗机构执业登记（变更）", "11350102MB0000000A3000123001002")
    assert (
        names(found.materials),
        names(found.materials, "source"),
    ) == (["变更登记申请书", "许可证副本"], ["申请人自备", "政府部门核发"])
    assert (
        str(found.promised_limit),
        found.fees.charged,
        found.consultation.phones[0].number,
    ) == ("5个工作日", False, "0591-87654321")


@pytest.mark.parametrize(
    "page",
    [
        "<body><h2>特种设备使用登记</h2><ul><li>办理条件</li><li>申请材料</li><li>收费标准</li></ul>"
        "<div><div>具有法人资格</div><div style='display:none'><ol><li>登记表</li><li>合格证</li></ol></div>"
        "<div>不收费</div></div></body>",
        "<body><h2>特种设备使用登记</h2><div role=tablist><a href='#a'>办理条件</a><a href='#b'>申请材料</a>"
        "<a href='#c'>收费标准</a></div><div id=b><ol><li>登记表</li><li>合格证</li></ol></div><div id=c>不收费</div>"
        "<div id=a>具有法人资格</div></body>",
        "<body><h2>特种设备使用登记</h2><ul><li data-target='#a'>办理条件</li><li data-target='#b'>申请材料</li>"
        "<li data-target='#c'>收费标准</li></ul><section id=c>不收费</section><section id=a>具有法人资格</section>"
        "<section id=b><ul><li>登记表</li><li>合格证</li></ul></section></body>",
    ],
)
def test_tabs_are_matched_with_their_panels(page: str) -> None:
    """Panels belong to the labels of a strip by their ids, else by their order; hidden ones are read too."""
    found = item(page)

    assert (
        found.name,
        names(found.conditions, "text"),
        names(found.materials),
        found.fees.charged,
    ) == ("特种设备使用登记", ["具有法人资格"], ["登记表", "合格证"], False)


def test_definition_lists() -> None:
    """Terms and descriptions; one label of two meanings is told by its value."""
    found = item(
        "<body><dl><dt>事项名称</dt><dd>残疾人证办理</dd><dt>法定办结时限：</dt><dd>30天</dd><dt>办理地点</dt>"
        "<dd>区政务服务中心3号窗口</dd><dt>办理时间</dt><dd>周一至周五 8:30-12:00</dd></dl></body>"
    )

    assert (
        found.name,
        str(found.statutory_limit),
        found.places[0].hours,
    ) == ("残疾人证办理", "30个自然日", "周一至周五 8:30-12:00")


SPANNED = """<table border=1><tr><td colspan=4>行政许可事项办事指南</td></tr>
<tr><td>事项名称</td><td colspan=3>取水许可</td></tr>
<tr><td>实施机关</td><td>市水利局</td><td>办理对象</td><td>企业、个人</td></tr>
<tr><td rowspan=2>办理时限</td><td>法定时限</td><td colspan=2>45日</td></tr>
<tr><td>承诺时限</td><td colspan=2>15个工作日</td></tr>
<tr><td rowspan=3>申请材料</td><td>序号</td><td>材料名称</td><td>份数</td></tr>
<tr><td>1</td><td>申请书</td><td>原件2份</td></tr>
<tr><td>2</td><td>论证报告</td><td>原件1份、复印件2份</td></tr>
<tr><td>收费依据及标准</td><td colspan=3>不收费</td></tr>
<tr><td>咨询电话</td><td>0591-88888888</td><td>监督电话</td><td>0591-99999999</td></tr></table>"""


def test_one_table_for_the_whole_guide() -> None:
    """Labels over several rows, a list of materials inside, pairs side by side: the usual table of a Word guide."""
    found = item(SPANNED)

    assert (
        found.name,
        str(found.statutory_limit),
        str(found.promised_limit),
    ) == ("取水许可", "45个自然日", "15个工作日")
    assert [(one.name, one.originals, one.copies) for one in found.materials] == [
        ("申请书", 2, None),
        ("论证报告", 1, 2),
    ]
    assert (found.consultation.phones[0].number, found.complaint.phones[0].number) == ("0591-88888888", "0591-99999999")


def test_numbered_paragraphs() -> None:
    """Headings are numbered paragraphs, some with their value behind a colon."""
    found = item(
        "<div><p>一、事项名称：道路货物运输经营许可</p><p>二、设定依据</p><p>《中华人民共和国道路运输条例》第二十四条</p>"
        "<p>三、申请条件</p><p>（一）有车辆；</p><p>（二）有驾驶人员；</p><p>四、申请材料</p><p>1.申请表；</p>"
        "<p>2.身份证明；</p><p>五、收费标准：不收费</p></div>"
    )

    assert (found.name, found.legal_bases[0].title) == ("道路货物运输经营许可", "中华人民共和国道路运输条例")
    assert (names(found.conditions, "text"), len(found.materials)) == (["有车辆", "有驾驶人员"], 2)


def test_a_list_page_is_read_as_many_items() -> None:
    """A table of many items is a list, never a guide."""
    items, _, source = parts(
        "<h1>事项清单</h1><table><tr><th>序号</th><th>事项名称</th><th>事项类型</th><th>承诺办结时限</th></tr>"
        "<tr><td>1</td><td><a href=1>取水许可</a></td><td rowspan=2>行政许可</td><td>10个工作日</td></tr>"
        "<tr><td>2</td><td>河道采砂许可</td><td>5个工作日</td></tr></table>"
    )

    assert (
        [(one.name, one.power_type) for one in items],
        source.items,
    ) == ([("取水许可", "行政许可"), ("河道采砂许可", "行政许可")], 2)


def test_another_page_is_no_guide() -> None:
    """A news page gives no item and says so."""
    items, faults, _ = parts("<h1>通知</h1><p>本周五停电，请相互转告。</p>")

    assert (items, [one.kind for one in faults]) == ([], ["document-not-guide"])


def test_values_left_to_scripts_are_said_and_not_provided() -> None:
    """Template signs, bindings, loading words and empty cells that a script fills are no values and no blanks."""
    items, faults, source = parts(
        "<body><table><tr><th>事项名称</th><td>取水许可</td></tr>"
        "<tr><th>法定办结时限</th><td>{{ item.limit }}</td></tr>"
        "<tr><th>承诺办结时限</th><td id=cn></td></tr><tr><th>咨询电话</th><td>加载中...</td></tr>"
        "<tr><th>收费</th><td v-text='fee'></td></tr><tr><th>实施主体</th><td>市水利局</td></tr></table>"
        "<script src=app.js></script></body>"
    )

    assert [one.kind for one in faults] == ["script-blank"] * 4
    assert {"name", "authority.name"} == {path for path in source.provides if path != "authority"}
    assert None is items[0].promised_limit


def test_an_empty_cell_without_script_is_a_blank_of_the_page() -> None:
    """A label whose cell is empty is provided and empty: the page says nothing there."""
    items, _, source = parts(
        "<table><tr><th>事项名称</th><td>取水许可</td></tr><tr><th>承诺办结时限</th><td> </td></tr>"
        "<tr><th>实施主体</th><td>市水利局</td></tr></table>"
    )

    assert (items[0].promised_limit, "promised_limit" in source.provides) == (None, True)


def test_one_label_twice() -> None:
    """Equal values count once, values of two kinds go to two fields, and two different values are a conflict."""
    row = "<tr><td>{}</td><td>{}</td></tr>"
    rows = [
        ("事项名称", "取水许可"),
        ("承诺时限", "15个工作日"),
        ("办理时间", "工作日 9:00-17:00"),
        ("承诺办结时限", "15 个工作日"),
    ]
    agreed = parts("<table>" + "".join(row.format(*one) for one in rows) + "</table>")
    torn = parts("<table>" + "".join(row.format(*one) for one in [*rows, ("承诺期限", "20个工作日")]) + "</table>")

    assert (agreed[1], agreed[0][0].places[0].hours) == ([], "工作日 9:00-17:00")
    assert [(one.kind, one.field, one.values["other"]) for one in torn[1]] == [
        ("value-conflict", "promised_limit", "15个工作日")
    ]


def test_every_value_keeps_its_place() -> None:
    """A fault names the element of the page where the value stands."""
    _, faults, _ = parts(
        "<table><tr><td>事项名称</td><td>取水许可</td></tr><tr><td>承诺时限</td><td>按规定</td></tr></table>"
    )

    assert [str(one.place) for one in faults] == ["page.html · /html/body/table/tr[2]/td[2]"]


@pytest.mark.parametrize(
    ("codec", "declared"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("gb18030", ""),
        ("gbk", "gb2312"),
        ("gb18030", "utf-8"),
        ("utf-8", "gbk"),
        ("big5", "big5"),
    ],
)
def test_any_charset_declared_or_not(codec: str, declared: str) -> None:
    """The declaration is not trusted where the bytes say otherwise."""
    name = "取水許可" if codec == "big5" else "取水许可镕"
    page = f"<head><meta charset='{declared}'></head><table><tr><td>事项名称</td><td>{name}</td></tr></table>"
    if codec == "big5":
        page = page.replace("事项名称", "事項名稱")

    assert name == item(page.encode(codec)).name


def test_users_labels_are_read() -> None:
    """A label that the workspace adds is understood."""
    options = ReadOptions(channel="portal", labels={"办多久": "promised_limit"})
    page = "<table><tr><td>事项名称</td><td>取水许可</td></tr><tr><td>办多久</td><td>3个工作日</td></tr></table>"
    found = next(one for one in read(page.encode(), "p", options) if isinstance(one, Item))

    assert str(found.promised_limit) == "3个工作日"


def test_forms_show_their_values() -> None:
    """Values in input fields and the chosen option of a list are what the page shows."""
    found = item(
        "<table><tr><th>事项名称</th><td><input type=text value='取水许可' readonly></td></tr>"
        "<tr><th>办件类型</th><td><select>"
        "<option>请选择</option><option selected>承诺件</option></select></td></tr>"
        "<tr><th>收费</th><td>不收费</td></tr></table>"
    )

    assert (found.name, found.case_type) == ("取水许可", "承诺件")
