"""Entries of lists as pages draw them: without a header, with a party before them, beside buttons and remarks."""

from __future__ import annotations

import pytest

import page_parts
from itemcatalog.formats._grammar import parse_limit
from itemcatalog.model import Item, Source


def parts(body: str, label: str = "申请材料") -> tuple[Item, Source]:
    """Return the item of a page with one list, and the source."""
    above = f"<h1>取水许可</h1><h3>实施机关</h3><p>某县水利局</p><h3>{label}</h3>"
    item, _, source = page_parts.parts(f"{above}{body}<h3>承诺办结时限</h3><p>5个工作日</p>")
    return item, source


def names(body: str) -> list[str | None]:
    """Return the names of the materials of a page."""
    item, _ = parts(body)
    assert (item.authority.name, item.authority.undertaking) == ("某县水利局", None)
    return [one.name for one in item.materials]


NUMBERED = (
    "<table><tr><td>1</td><td>申请表</td><td>原件1份</td></tr>"
    "<tr><td>2</td><td>身份证</td><td>加盖公章</td></tr></table>"
)
PLAIN = "<table><tr><td>申请表</td><td>原件1份</td></tr><tr><td>身份证</td><td>复印件1份</td></tr></table>"


def test_a_table_without_a_header() -> None:
    """Rows that count from one, or say how many copies, are entries; other words stand behind the name."""
    numbered, _ = parts(NUMBERED)
    plain, _ = parts(PLAIN)

    assert [(one.name, one.originals) for one in numbered.materials] == [("申请表", 1), ("身份证（加盖公章）", None)]
    assert [(one.originals, one.copies) for one in plain.materials] == [(1, None), (None, 1)]


@pytest.mark.parametrize(
    "table",
    [
        f"<table><tr><td>申报材料</td><td>{NUMBERED}</td></tr><tr><td>法定时限</td><td>20日</td></tr></table>",
        NUMBERED.replace("<tr><td>1", "<tr><td colspan=3>申报材料</td></tr><tr><td>1"),
        NUMBERED.replace("<tr><td>1", "<tr><td rowspan=2>申报材料</td><td>1"),
    ],
)
def test_a_list_without_a_header_in_the_table_of_a_guide(table: str) -> None:
    """In the cell beside its label, below it and beside a cell that covers its rows it is the same list."""
    item, _ = parts(table, "基本信息")

    assert [(one.name, one.originals) for one in item.materials] == [("申请表", 1), ("身份证（加盖公章）", None)]


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>申请表</li><li>主办单位：营业执照复印件</li><li>承办单位：安全责任书</li></ul>",
        "<p>1.申请表</p><p>2.主办单位：营业执照复印件</p><p>3.承办单位：安全责任书</p>",
    ],
)
def test_a_party_before_a_material(body: str) -> None:
    """Who hands in a material is no label of the item where it stands in the list."""
    assert names(body) == ["申请表", "主办单位：营业执照复印件", "承办单位：安全责任书"]


@pytest.mark.parametrize("last", ["版权归属证明", "网站ICP备案证明", "公安备案号登记表"])
def test_materials_that_speak_of_rights_and_records(last: str) -> None:
    """The words of a foot are none in a list of materials, also of the last one on the page."""
    page = f"<h3>申请材料</h3><ul><li>登记申请表</li><li>营业执照</li><li>{last}</li></ul>"

    assert names(page.removeprefix("<h3>申请材料</h3>")) == ["登记申请表", "营业执照", last]
    assert [one.name for one in parts("<p>无</p>" + page, "审批结果")[0].materials][-1] == last


def test_a_remark_below_a_material() -> None:
    """What stands in brackets below a name belongs to it, and the words below that to the same entry."""
    item, _ = parts("<p>注册申请表</p><p>学历证件</p><p>（非应届毕业生免提交）</p><p>必要</p>")

    assert [(one.name, one.necessity) for one in item.materials] == [
        ("注册申请表", None),
        ("学历证件（非应届毕业生免提交）", "必要"),
    ]


def test_copies_and_necessity_in_one_line() -> None:
    """A word behind the number of copies is no part of it."""
    item, _ = parts("<div>申请书</div><div><span>原件：1</span><span>复印件：0</span><span>必要</span></div>")

    assert [(one.originals, one.copies, one.necessity) for one in item.materials] == [(1, 0, "必要")]


def test_counts_before_their_kind() -> None:
    """1份原件 2份复印件 counts as 原件1份 复印件2份 does."""
    item, _ = parts("<p>户口簿</p><p>1份原件 2份复印件</p><p>结婚证</p>")

    assert [(one.name, one.originals, one.copies) for one in item.materials] == [
        ("户口簿", 1, 2),
        ("结婚证", None, None),
    ]


def test_words_of_the_line_of_a_site_in_materials() -> None:
    """打印 and 来源 in the remark of a material drop it as little as 相关信息 ends the list."""
    printed = "申请表（A4纸打印，来源：申请人自备）"

    assert names(f"<p>1.{printed}</p><p>2.行驶证</p>") == [printed, "行驶证"]
    assert names("<p>1.申请表</p><p>2.相关信息：流水</p><p>3.身份证</p>") == ["申请表", "相关信息：流水", "身份证"]


def test_words_of_buttons_are_values_and_steps() -> None:
    """网上办理 is a form of handling and 网上申请 a step; a button of these words is none."""
    forms, _ = parts("<p>窗口办理</p><p>网上办理</p>", "办理形式")
    steps, _ = parts("<p>网上申请</p><p>受理</p><p>决定</p>", "办理流程")
    button, _ = parts("<p>1.申请表</p><p>2.身份证</p><a href=/apply>网上申请</a>")

    assert forms.handling_forms == ("窗口办理", "网上办理")
    assert [one.step for one in steps.procedure] == ["网上申请", "受理", "决定"]
    assert [one.name for one in button.materials] == ["申请表", "身份证"]


def test_an_unknown_label_among_those_of_a_place() -> None:
    """It is listed as unread, and makes no second place; a telephone below a window is that of the window."""
    body = "<p>地址：中山路1号</p><p>电话：0591-88000001</p><p>接驳：地铁4号线</p>"
    at_place, source = parts(body, "办理地点")
    at_window, _ = parts(f"<p>三楼西厅</p>{body}", "办理窗口")

    assert [(one.address, one.phones) for one in at_place.places] == [("中山路1号", ("0591-88000001",))]
    assert source.unread == ("接驳",)
    assert [(one.address, one.phones) for one in at_window.places] == [("中山路1号", ("0591-88000001",))]
    assert at_window.consultation.phones == ()


def test_a_fee_and_its_standard_in_turn() -> None:
    """Labels and values in turn are no header and its entry, whatever the first value is called."""
    item, _ = parts(
        "<table><tr><td>收费项目名称</td><td>工本费</td><td>收费标准</td><td>10元</td></tr>"
        "<tr><td>收费依据</td><td>某价费〔2010〕1号</td><td>是否收费</td><td>是</td></tr></table>",
        "收费信息",
    )

    assert [(one.name, one.standard, one.basis) for one in item.fees.items] == [("工本费", "10元", "某价费〔2010〕1号")]
    assert item.fees.charged is True


CARD = "<h5>{}</h5><dl><dt>材料类型</dt><dd>{}</dd><dt>份数</dt><dd>{}</dd><dt>材料必要性</dt><dd>必要</dd></dl>"


def test_parts_of_a_material_in_a_list_of_labels() -> None:
    """Labels with their values below the name of a material are its parts, also in a list of labels of its own."""
    item, _ = parts(CARD.format("1. 申请表", "原件", "2") + CARD.format("2. 平面图", "复印件", "1"))

    assert [(one.name, one.originals, one.copies, one.necessity) for one in item.materials] == [
        ("申请表", 2, None, "必要"),
        ("平面图", None, 1, "必要"),
    ]


def test_copies_behind_names_of_which_some_are_links() -> None:
    """What is counted behind a name is read of every entry, whether or not another stands in pieces."""
    item, _ = parts("<ul><li><a href=/1>申请书</a>（原件 1份）</li><li>说明性材料（原件 1份）</li></ul>")

    assert [(one.name, one.originals) for one in item.materials] == [("申请书", 1), ("说明性材料", 1)]


def test_steps_with_their_times() -> None:
    """受理：1个工作日 is a step and its time, in entries of a list as in lines."""
    listed, _ = parts("<ol><li>受理：1个工作日</li><li>现场勘查：5个工作日</li><li>送达</li></ol>", "办理流程")
    lines, _ = parts("<p>1.受理：1个工作日</p><p>2.现场勘查：5个工作日</p><p>3.送达</p>", "办理流程")

    assert [one.step for one in listed.procedure] == ["受理", "现场勘查", "送达"]
    assert listed.procedure == lines.procedure


def test_a_label_beside_the_one_that_a_list_stands_below() -> None:
    """Behind a list of its own the next label of the outer list is a label again, however short."""
    item, _ = parts(
        "<ul><li><b>申请条件：</b><ol><li>有明确的章程；</li><li>有固定场所。</li></ol></li><li><b>收费：</b>不收费</li>"
        "<li><b>在线办理：</b><a href=https://zwfw.example.gov.cn/x>https://zwfw.example.gov.cn/x</a></li></ul>",
        "办理信息",
    )

    assert [one.text for one in item.conditions] == ["有明确的章程", "有固定场所。"]
    assert (item.fees.charged, item.online.url) == (False, "https://zwfw.example.gov.cn/x")


def test_rows_behind_their_numbers() -> None:
    """A cell that only counts the row is no label; label and value stand in the cell beside it."""
    item, source = parts(
        "<table><tr><td>一</td><td><b>申请条件</b><br>1.有车辆；<br>2.有驾驶员。</td></tr>"
        "<tr><td>二</td><td><b>法定办结时限</b><br>20个工作日</td></tr></table>",
        "基本信息",
    )

    assert ([one.text for one in item.conditions], source.unread) == (["有车辆", "有驾驶员。"], ())
    assert item.statutory_limit == parse_limit("20个工作日")


def test_a_label_and_the_one_that_covers_its_row() -> None:
    """时间 beside 办理 is 办理时间, 咨询 beside 电话 the telephone."""
    item, source = parts(
        "<table><tr><td rowspan=2>办理</td><td>地点</td><td>市民之家三楼</td></tr>"
        "<tr><td>时间</td><td>工作日8:30-17:30</td></tr>"
        "<tr><td rowspan=2>电话</td><td>咨询</td><td>0379-60000001</td></tr>"
        "<tr><td>投诉</td><td>0379-60000002</td></tr></table>",
        "基本信息",
    )

    assert [(one.address, one.hours) for one in item.places] == [("市民之家三楼", "工作日8:30-17:30")]
    assert [one.number for one in item.consultation.phones] == ["0379-60000001"]
    assert ([one.number for one in item.complaint.phones], source.unread) == (["0379-60000002"], ())


def test_a_telephone_below_a_place_under_a_label_of_its_own() -> None:
    """咨询电话 drawn as 办理地点 is drawn is the item's telephone, and no part of the place."""
    item, _ = parts(
        "<div>办理地点</div><div>市政务中心二楼</div><div>咨询电话</div><div>0476-8300001</div>", "基本信息"
    )

    assert [one.number for one in item.consultation.phones] == ["0476-8300001"]
    assert [(one.address, one.phones) for one in item.places] == [("市政务中心二楼", ())]


def test_a_list_in_words_beside_its_table() -> None:
    """The table tells the entries; words beside it that no row says are kept, and those that it says are not twice."""
    table = "<table><tr><th>材料名称</th><th>份数</th></tr><tr><td>申请表</td><td>1</td></tr></table>"
    other, _ = parts(f"<p>1.申请表</p><p>2.身份证</p>{table}")
    same, _ = parts(f"<p>1.申请表</p>{table}")

    assert [[one.name for one in item.materials] for item in (other, same)] == [["申请表"], ["申请表"]]
    assert (other.extra, same.extra) == ({"申请材料": "申请表\n身份证"}, {})
