"""What stands around a guide and is none of its values: menus, buttons, metadata, other items, what closes a text."""

from __future__ import annotations

import pytest

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions
from itemcatalog.formats.html_ import read
from itemcatalog.model import Item
from page_parts import parts

GUIDE = (
    "<div class=w><h1>河道采砂许可</h1><p>实施主体：某县水利局</p><p>承诺时限：5个工作日</p><p>收费标准：不收费</p>"
    "<h3>申请材料</h3><p>1.申请书</p><p>2.采砂方案</p>{}</div>{}"
)


def test_what_closes_a_text_ends_the_last_list() -> None:
    """分享到, 上一篇, 打印本页 are no materials."""
    ends = "<div>分享到：<a>微信</a></div><p>上一篇：<a href=/x>取水许可</a></p><p>打印本页</p>"
    item, faults, _ = parts(GUIDE.format(ends, ""))

    assert ([one.name for one in item.materials], faults) == (["申请书", "采砂方案"], [])


def test_what_stands_beside_the_text_is_no_value() -> None:
    """Once several labels told where the text of a page is, what stands outside of it belongs to none of them."""
    aside = "<div><div>热门</div><p>户口迁移</p><p>居住证办理</p></div>"
    item, faults, _ = parts(GUIDE.format("<p>联系电话：0591-83000000</p>", aside).replace("联系", "咨询"))

    assert ([one.name for one in item.materials], faults) == (["申请书", "采砂方案"], [])


def test_a_hotline_stands_back() -> None:
    """The hotline of the site does not contradict the telephone of the item, wherever it stands."""
    item, faults, _ = parts("<p>服务热线：12345</p>" + GUIDE.format("<p>咨询电话：0591-83000000</p>", ""))

    assert ([one.number for one in item.consultation.phones], faults) == (["0591-83000000"], [])


def test_a_menu_is_no_label() -> None:
    """A column of short words, a line of labels and a line of buttons lead elsewhere."""
    menu = "<table><tr><td>办事指南</td></tr><tr><td>结果查询</td></tr><tr><td>投诉监督</td></tr></table>"
    links = "<div><a href=#a>受理条件</a><a href=#b>申请材料</a><a href=#c>办理流程</a></div>"
    buttons = "<p><a href=/s>在线办理</a><a href=/y>预约</a><a href=/c>收藏</a></p>"
    item, faults, source = parts(menu + links + buttons + GUIDE.format("", ""))

    assert (item.inquiry, item.conditions, item.procedure, item.online.available) == (None, (), (), None)
    assert (faults, source.unread, item.extra) == ([], (), {})


def test_the_words_of_a_link_are_no_value() -> None:
    """查看地图 where an address should stand: the label is listed, the element is not carried."""
    item, _, source = parts(GUIDE.format("<p>办理地点：<a href=/map>查看地图</a></p>", ""))

    assert (item.places, source.unread, "places" in source.provides) == ((), ("办理地点（链接）",), False)


def test_what_a_site_says_of_a_page() -> None:
    """The table of 索引号, 发布机构 and 文号 above a text says nothing of the item."""
    table = (
        "<table><tr><td>索引号：</td><td>K123/2023-1</td><td>发布机构：</td><td>某县政府办公室</td></tr>"
        "<tr><td>文号：</td><td>无</td><td>成文日期：</td><td>2023-06-01</td></tr></table>"
    )
    item, faults, source = parts(table + GUIDE.format("", ""))

    assert (item.authority.name, item.legal_bases, faults, source.unread) == ("某县水利局", (), [], ())


def test_a_sentence_is_no_window() -> None:
    """What stands behind 受理窗口 and names none is kept, and the labels below it are read."""
    cell = (
        "<table><tr><td>受理窗口</td>"
        "<td>请提前预约。<br>地址：某县水利局一楼<br>时间：工作日9:00-17:00</td></tr></table>"
    )
    item, _, _ = parts(GUIDE.format(cell, ""))

    (place,) = item.places
    assert (place.windows, place.address, place.hours) == ((), "某县水利局一楼", "工作日9:00-17:00")


def test_a_hidden_template_beside_the_value() -> None:
    """A blank left to a script whose element is stated elsewhere is no blank."""
    _, faults, source = parts("<div style=display:none><p>承诺时限：{{limit}}</p></div>" + GUIDE.format("", ""))

    assert (faults, source.unread, "promised_limit" in source.provides) == ([], (), True)


def test_icons_of_a_font() -> None:
    """The private characters of icon fonts are not part of a heading."""
    item, faults, _ = parts(GUIDE.format("<h3><i>&#xe60a;</i>受理条件</h3><p>符合规划</p>", ""))

    assert ([one.text for one in item.conditions], faults) == (["符合规划"], [])


def test_a_menu_of_links_under_words_is_no_value() -> None:
    """交通 over a column of links of the site is no way to the office; an unknown word over links is not listed."""
    links = "".join(f"<dd><a href=/{name}>{name}</a></dd>" for name in ("办事指南", "收费标准", "常见问题"))
    item, faults, source = parts(
        f"<div><dl><dt>交通</dt>{links}</dl><dl><dt>民政</dt>{links}</dl></div>" + GUIDE.format("", "")
    )

    assert (item.places, item.faq, faults, source.unread) == ((), (), [], ())


def test_the_words_of_a_link_behind_an_address() -> None:
    """[查看地图] behind an address is not part of it, and a telephone behind it is the telephone of the place."""
    item, _, _ = parts(GUIDE.format("<p>办理地点：中山路1号 0591-83000001 [查看地图]</p>", ""))

    assert [(one.address, one.phones) for one in item.places] == [("中山路1号", ("0591-83000001",))]


def test_where_to_seek_relief_is_no_place() -> None:
    """Addresses and telephones below 法律救济 are those of other bodies."""
    relief = "<h3>法律救济</h3><p>行政复议</p><p>部门：某县人民政府</p><p>地址：县前街1号</p><p>电话：0591-83000009</p>"
    item, faults, _ = parts(GUIDE.format(relief, ""))

    assert (item.places, item.authority.name, faults) == ((), "某县水利局", [])
    assert "县前街1号" in (item.rights or "")


def test_a_group_that_is_only_kept() -> None:
    """What stands behind 责任事项 is kept as a whole; its lines are no labels of the item."""
    cell = "<table><tr><td>责任事项</td><td>1.受理责任：公示材料<br>2.审查责任：现场查验</td></tr></table>"
    item, _, source = parts(GUIDE.format(cell, ""))

    assert (list(item.extra), source.unread) == (["责任事项"], ())


@pytest.mark.parametrize(
    "body",
    [
        "<p>时限：请于5月10日前报送。</p><p>收费：本次培训不收费，食宿自理。</p><p>如何办理：登录系统填报。</p>",
        "<p>一、工作流程</p><p>企业自查后报送。</p><p>二、时限</p><p>5月10日至6月10日</p><p>三、收费</p><p>见有关规定</p>",
    ],
)
def test_a_notice_with_words_of_guides_is_none(body: str) -> None:
    """What every notice may have, times, fees and a procedure, makes no guide of it."""
    page = f"<meta charset=utf-8><title>公告</title><body><h1>关于做好年度许可证延续工作的公告</h1>{body}</body>"
    found = list(read(page.encode(), "page.html", ReadOptions(channel="portal")))

    assert [one.kind for one in found if isinstance(one, Fault)] == ["document-not-guide"]
    assert [one for one in found if isinstance(one, Item)] == []
