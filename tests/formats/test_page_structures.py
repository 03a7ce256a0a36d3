"""Structures of portal pages: rows of several pairs, headers of two lines, entries with labels of their own."""

from __future__ import annotations

from itemcatalog.formats import ReadOptions
from itemcatalog.formats.html_ import read
from itemcatalog.model import Item, Source
from page_parts import parts


def guide(page: str) -> tuple[Item, list[str], Source]:
    """Return the item, the kinds of the faults and the source of a page behind its first lines."""
    return parts(f"<h1>取水许可</h1><p>事项名称：取水许可</p>{page}")


def test_pairs_side_by_side_are_no_header() -> None:
    """Two labels of one list with their values in a row are pairs, whatever stands below."""
    item, faults, _ = guide(
        "<table><tr><td>结果名称</td><td>取水许可证</td><td>结果类型</td><td>证照</td></tr>"
        "<tr><td>是否收费</td><td>否</td><td>行使层级</td><td>县级</td></tr>"
        "<tr><td>实施主体</td><td>某县水利局</td><td>办件类型</td><td>承诺件</td></tr></table>"
    )

    assert [(one.name, one.kind) for one in item.results] == [("取水许可证", "证照")]
    assert (item.fees.charged, item.levels, item.case_type, faults) == (False, ("县级",), "承诺件", [])


def test_a_header_of_two_lines() -> None:
    """份数 over 原件 and 复印件, beside columns that cover both lines."""
    item, faults, _ = guide(
        "<p>实施主体：某县水利局</p><h3>材料清单</h3><table><tr><th rowspan=2>序号</th><th rowspan=2>材料名称</th>"
        "<th colspan=2>份数</th><th rowspan=2>来源渠道</th></tr><tr><th>原件</th><th>复印件</th></tr>"
        "<tr><td>1</td><td>申请书</td><td>2</td><td>0</td><td>申请人自备</td></tr>"
        "<tr><td>2</td><td>论证报告</td><td>1</td><td>1</td><td>中介机构</td></tr></table>"
    )

    assert [(one.name, one.originals, one.copies, one.source) for one in item.materials] == [
        ("申请书", 2, 0, "申请人自备"),
        ("论证报告", 1, 1, "中介机构"),
    ]
    assert faults == []


def test_labels_below_the_name_of_a_material() -> None:
    """Type, form and source stand in spans below each name: they belong to that material."""
    entry = "<li><div>{}</div><div><span>材料类型：{}</span><span>材料必要性：必要</span></div></li>"
    item, faults, _ = guide(
        "<p>实施主体：某县水利局</p><h3>申请材料</h3><ul>"
        + entry.format("1. 申请书", "原件")
        + entry.format("2. 论证报告", "复印件")
        + "</ul>"
    )

    assert [(one.name, one.kind, one.necessity) for one in item.materials] == [
        ("申请书", "原件", "必要"),
        ("论证报告", "复印件", "必要"),
    ]
    assert faults == []


def test_the_same_naming_label_again_is_the_next_entry() -> None:
    """材料名称 a second time names the second material, not a contradiction."""
    item, faults, _ = guide(
        "<table><tr><td>实施主体</td><td>某县水利局</td></tr><tr><td>材料名称</td><td>申请书</td></tr>"
        "<tr><td>材料名称</td><td>论证报告</td></tr><tr><td>承诺时限</td><td>5个工作日</td></tr></table>"
    )

    assert ([one.name for one in item.materials], faults) == (["申请书", "论证报告"], [])


def test_copies_below_a_name_in_one_list_element() -> None:
    """What stands below the name inside one list element is no material of its own."""
    item, _, _ = guide(
        "<dl><dt>实施主体</dt><dd>某县公安局</dd><dt>承诺时限</dt><dd>5个工作日</dd><dt>申请材料</dt>"
        "<dd><ol><li>申领表<p>原件1份</p></li><li>身份证<p>复印件1份</p></li></ol></dd></dl>"
    )

    assert [(one.name, one.originals, one.copies) for one in item.materials] == [
        ("申领表", 1, None),
        ("身份证", None, 1),
    ]


def test_both_limits_in_one_text() -> None:
    """A text that states the statutory and the promised limit gives both."""
    item, _, _ = guide("<p>实施主体：某县水利局</p><p>办理时限：法定期限30个工作日，承诺期限20个工作日</p>")

    assert (str(item.statutory_limit), str(item.promised_limit)) == ("30个工作日", "20个工作日")


def test_the_telephone_of_a_window_is_no_second_consultation() -> None:
    """联系电话 beside an address is the window's where 咨询电话 stands too."""
    item, faults, _ = guide(
        "<p>实施主体：某县水利局</p><p>咨询电话：0591-11110000</p><h3>窗口办理</h3><p>办理地址：某路1号</p>"
        "<p>联系电话：0591-22220000</p>"
    )

    assert (item.consultation.phones[0].number, item.places[0].phones, faults) == (
        "0591-11110000",
        ("0591-22220000",),
        [],
    )


def test_a_table_drawn_with_elements() -> None:
    """A row of labels in div elements and rows of as many behind it are a table; an empty cell stays empty."""
    row = "<div><div>{}</div><div>{}</div><div>{}</div></div>"
    item, faults, _ = guide(
        "<p>实施主体：某县水利局</p><h3>申请材料</h3><div>"
        + row.format("材料名称", "来源渠道", "材料必要性")
        + row.format("申请书", "申请人自备", "必要")
        + row.format("论证报告", "", "必要")
        + "</div>"
    )

    assert [(one.name, one.source, one.necessity) for one in item.materials] == [
        ("申请书", "申请人自备", "必要"),
        ("论证报告", None, "必要"),
    ]
    assert faults == []


def test_panels_behind_a_strip_of_spans() -> None:
    """A strip of spans and as many panels behind it, by their order; questions and steps stay in their panel."""
    item, faults, _ = guide(
        "<div><span>受理条件</span><span>办理流程</span><span>常见问题</span></div><div><div>本人到场</div>"
        "<div><h5>受理</h5><p>1个工作日</p><h5>决定</h5><p>寄出</p></div><div><dl><dt>要多久？</dt><dd>七天</dd></dl></div></div>"
    )

    assert ([one.text for one in item.conditions], [(one.question, one.answer) for one in item.faq], faults) == (
        ["本人到场"],
        [("要多久？", "七天")],
        [],
    )
    assert [(one.step, str(one.limit or ""), one.note) for one in item.procedure] == [
        ("受理", "1个工作日", None),
        ("决定", "", "寄出"),
    ]


def test_entries_behind_their_numbers() -> None:
    """A label over several rows with numbers and texts is a list."""
    item, _, _ = guide(
        "<table><tr><td rowspan=2>申请材料</td><td>1</td><td>申请书</td></tr><tr><td>2</td><td>论证报告</td></tr>"
        "<tr><td>办理地址</td><td colspan=2>某路2号<br>办公时间：周一至周五9:00-16:30</td></tr></table>"
    )

    assert [one.name for one in item.materials] == ["申请书", "论证报告"]
    assert (item.places[0].address, item.places[0].hours) == ("某路2号", "周一至周五9:00-16:30")


def test_values_in_several_spans() -> None:
    """Several values of one label, each in a span, are not written into one word."""
    item, _, _ = guide("<ul><li><em>服务对象：</em><span>企业法人</span><span>其他组织</span></li></ul>")

    assert item.target_groups == ("企业法人", "其他组织")


def test_the_name_of_a_portal_is_no_item() -> None:
    """Of a title, the part that names an item counts, not that of the site or office."""
    for title, name in (
        ("一网通办-事项详情", ""),
        ("办事指南-福州市政务服务网", ""),
        ("某县民政局 - 最低生活保障办事指南", "最低生活保障"),
    ):
        page = (
            f"<html><head><title>{title}</title></head><body><p>实施主体：某县民政局</p><p>承诺时限：5个工作日</p>"
            "<p>收费标准：不收费</p></body></html>"
        )
        (item,) = [one for one in read(page.encode(), "page.html", ReadOptions()) if isinstance(one, Item)]

        assert item.name == name
