"""Labels as sites and offices write them: in brackets, behind marks and numbers, several in one line or text."""

from __future__ import annotations

import pytest

from itemcatalog.formats._grammar import parse_limit
from itemcatalog.model import Item, Source
from page_parts import parts


def guide(page: str) -> tuple[Item, list[str], Source]:
    """Return the item, the kinds of the faults and the source of a page behind its first lines."""
    return parts(f"<h1>河道采砂许可</h1>{page}")


@pytest.mark.parametrize("mark", ["【{}】{}", "▶{}：{}", "★ {}：{}", "2.1 {}：{}", "（三）{}：{}"])
def test_marks_around_a_label(mark: str) -> None:
    """Brackets, signs and numbers around a label are not part of it."""
    lines = (("实施主体", "某县水利局"), ("承诺时限", "5个工作日"), ("受理条件", "符合采砂规划"))
    item, faults, source = guide("".join(f"<p>{mark.format(*line)}</p>" for line in lines))

    assert (item.authority.name, item.conditions[0].text, faults, source.unread) == (
        "某县水利局",
        "符合采砂规划",
        [],
        (),
    )
    assert item.promised_limit == parse_limit("5个工作日")


def test_several_labels_in_one_line() -> None:
    """Behind ； and ， another known label begins another value; a word with a colon that is none does not."""
    item, faults, _ = guide(
        "<p>实施主体：某县水利局</p><p>咨询电话：0591-83000001；投诉电话：0591-83000002</p>"
        "<p>办公时间：夏季：8:00-12:00，冬季：8:30-12:00</p>"
    )

    assert [one.number for one in item.consultation.phones] == ["0591-83000001"]
    assert [one.number for one in item.complaint.phones] == ["0591-83000002"]
    assert (item.places[0].hours, faults) == ("夏季：8:00-12:00，冬季：8:30-12:00", [])


def test_numbered_labels_in_one_text() -> None:
    """Lines of one text that are nothing but a numbered label head the lines below them."""
    item, faults, _ = guide(
        "<div>1.办理机构<br>某县水利局<br>2.办理条件<br>（1）符合规划；<br>（2）有采砂设备。<br>3.收费标准<br>不收费</div>"
    )

    assert item.authority.name == "某县水利局"
    assert ([one.text for one in item.conditions], item.fees.charged, faults) == (
        ["符合规划", "有采砂设备。"],
        False,
        [],
    )


def test_labels_numbered_alike_are_no_parts_of_each_other() -> None:
    """四、 after 三、 ends the materials; the time limit is the item's and not that of a step."""
    item, faults, _ = guide(
        "<p>一、办理流程</p><p>申请</p><p>二、申请材料</p><p>（一）申请书（原件1份）</p><p>三、办理时限：3个工作日</p>"
        "<p>以上由窗口答复。</p><p>四、实施主体：某县水利局</p>"
    )

    assert [(one.name, one.originals) for one in item.materials] == [("申请书", 1)]
    assert (item.promised_limit, item.procedure[0].limit, faults) == (parse_limit("3个工作日"), None, [])


@pytest.mark.parametrize(
    "text",
    [
        "法定20个工作日，承诺5个工作日",
        "承诺时限5个工作日，法定时限20个工作日。",
        "5个工作日（法定时限：20个工作日）",
        "法定：20个工作日　承诺：5个工作日",
    ],
)
def test_both_limits_in_one_value(text: str) -> None:
    """The statutory and the promised limit stand in one value, in either order."""
    item, faults, _ = guide(f"<p>实施主体：某县水利局</p><p>办理时限：{text}</p><p>收费标准：不收费</p>")

    assert (item.statutory_limit, item.promised_limit) == (parse_limit("20个工作日"), parse_limit("5个工作日"))
    assert faults == []


def test_limits_by_situation() -> None:
    """A value that gives a limit for each situation gives no limit for all of them, and is not unclear."""
    item, faults, _ = guide(
        "<table><tr><td>实施主体</td><td>某县水利局</td></tr>"
        "<tr><td>承诺时限</td><td>新办：10个工作日；延续：即办</td></tr><tr><td>收费标准</td><td>不收费</td></tr></table>"
    )

    found = [(one.kind, one.situations, one.value, one.instant) for one in item.limits]
    assert found == [("promised", ("新办",), 10, False), ("promised", ("延续",), None, True)]
    assert (item.promised_limit, faults) == (None, [])


def test_what_follows_the_first_entry_behind_a_label() -> None:
    """Numbered paragraphs go on with a list whose first words stand behind its label; other text does not."""
    item, _, _ = guide(
        "<p>实施主体：某县水利局</p><p>办理条件：符合下列条件：</p><p>1.符合规划；</p><p>2.有采砂设备。</p><p>欢迎来电咨询</p>"
        "<p>承诺时限：5个工作日</p>"
    )

    assert [one.text for one in item.conditions] == ["符合规划", "有采砂设备。"]


def test_unknown_headings_drawn_as_the_known_ones_are_listed() -> None:
    """A heading that is drawn as the known labels are and means nothing to us takes its text with it."""
    block = "<div class=bt>{}</div><div class=nr>{}</div>"
    item, faults, source = guide(
        block.format("实施主体", "某县水利局")
        + block.format("办理条件", "符合采砂规划")
        + block.format("采区范围", "详见公告")
        + block.format("收费标准", "不收费")
    )

    assert ([one.text for one in item.conditions], item.extra, source.unread) == (
        ["符合采砂规划"],
        {"采区范围": "详见公告"},
        ("采区范围",),
    )
    assert faults == []


def test_a_body_that_handles_is_no_applicant() -> None:
    """办理主体 is the authority where its value is a body, else those who apply."""
    body, _, _ = guide("<p>办理主体：某县水利局</p><p>承诺时限：5个工作日</p><p>收费标准：不收费</p>")
    people, _, _ = guide("<p>办理主体：企业、个人</p><p>承诺时限：5个工作日</p><p>收费标准：不收费</p>")

    assert (body.authority.name, body.target_groups) == ("某县水利局", ())
    assert (people.authority.name, people.target_groups) == (None, ("企业", "个人"))


def test_the_code_behind_a_name() -> None:
    """A name with its code in brackets is a name and a code."""
    item, _, _ = guide("<h2>一、事项名称及编码</h2><p>河道采砂许可（编码：350121-SL-XK-0012）</p><p>承诺时限：5日</p>")

    assert (item.name, item.codes.implementation) == ("河道采砂许可", "350121-SL-XK-0012")


def test_a_figure_before_its_label() -> None:
    """Figures are drawn over their labels: 5个工作日 above 承诺时限."""
    item, faults, _ = guide(
        "<p>实施主体：某县水利局</p><div><div><b>5个工作日</b><span>承诺时限</span></div><div><b>0次</b><span>跑动次数</span></div></div>"
    )

    assert (item.promised_limit, item.visits.total, faults) == (parse_limit("5个工作日"), 0, [])


def test_preformatted_lines() -> None:
    """The line ends of preformatted text part its labels."""
    item, faults, _ = guide("<pre>\n一、办 理 机 构：某县水利局\n二、办理时限：5个工作日\n三、收费标准：不收费\n</pre>")

    assert (item.authority.name, item.promised_limit, faults) == ("某县水利局", parse_limit("5个工作日"), [])


def test_the_colon_in_a_column_of_its_own() -> None:
    """A column that holds nothing but the colon is no value."""
    row = "<tr><td>{}</td><td>：</td><td>{}</td></tr>"
    rows = row.format("实施主体", "某县水利局") + row.format("承诺时限", "5个工作日") + row.format("收费标准", "不收费")
    item, faults, _ = guide(f"<table>{rows}</table>")

    assert (item.authority.name, item.fees.charged, faults) == ("某县水利局", False, [])


def test_labels_in_everyday_words() -> None:
    """多久办好 and 在哪里办 are labels too."""
    item, _, source = guide("<p>在哪里办：某县政务大厅</p><p>多久办好：5个工作日</p><p>收费吗：不收费</p>")

    assert (item.places[0].address, item.promised_limit, source.unread) == (
        "某县政务大厅",
        parse_limit("5个工作日"),
        (),
    )


def test_a_column_of_form_and_copies_says_either() -> None:
    """Under 材料形式及份数 a cell counts copies or names the form; neither is a number that was not understood."""
    rows = "".join(
        f"<tr><td>{name}</td><td>{cell}</td></tr>"
        for name, cell in (("采砂申请书", "原件2份"), ("采砂方案", "纸质、电子"), ("营业执照", "纸质1份"))
    )
    item, faults, source = guide(
        "<p>实施主体：某县水利局</p><p>承诺时限：5个工作日</p><h2>申请材料</h2>"
        f"<table><tr><th>材料名称</th><th>材料形式及份数</th></tr>{rows}</table>"
    )

    assert [(one.originals, one.pages, one.form) for one in item.materials] == [
        (2, None, None),
        (None, None, "纸质、电子"),
        (None, 1, None),
    ]
    assert (faults, source.unread) == ([], ())
