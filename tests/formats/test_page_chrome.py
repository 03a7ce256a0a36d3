"""What a site puts around its guides is no value of the item: foot, breadcrumb, line of date and source."""

from __future__ import annotations

import pytest

from page_parts import parts

HEAD = "<html><head><meta charset=utf-8><title>办事指南-某市政务服务网</title></head><body>"
GUIDE = """<h2>残疾人证核发</h2><table><tr><td>实施主体</td><td>某县残疾人联合会</td></tr>
<tr><td>承诺时限</td><td>5个工作日</td></tr></table><h3>申请材料</h3><p>1.申请表</p><p>2.户口簿</p>"""


@pytest.mark.parametrize(
    "foot",
    [
        "<div class=foot>主办单位：某市行政服务中心</div>",
        "<div><p>主办：某县人民政府　承办：某县信息中心</p><p>联系电话：0591-22220000 闽ICP备05000000号</p></div>",
        "<table><tr><td><a href=/a>网站地图</a></td></tr><tr><td>版权所有：某县人民政府</td></tr>"
        "<tr><td>地址：某县某路1号 邮编：350000</td></tr></table>",
        "<div id=footer><ul><li><a href=/1>关于我们</a></li><li>传真：0591-22220001</li></ul></div>",
        "<footer><p>联系电话：0591-22220000</p></footer>",
        "<p>技术支持：某某公司</p>",
    ],
)
def test_the_foot_of_a_site_belongs_to_no_section(foot: str) -> None:
    """Neither does it lengthen the last section, nor is it an authority, a telephone or an unread label."""
    item, faults, source = parts(f"{HEAD}<div>{GUIDE}{foot}</div></body></html>")

    assert ([one.name for one in item.materials], item.authority.name, item.authority.undertaking) == (
        ["申请表", "户口簿"],
        "某县残疾人联合会",
        None,
    )
    assert (faults, source.unread, item.consultation.phones) == ([], (), ())


def test_the_organiser_within_a_guide_is_read() -> None:
    """The same words in the table of the guide stay labels of the item."""
    item, _, _ = parts(
        f"{HEAD}<table><tr><td>事项名称</td><td>取水许可</td></tr><tr><td>主办单位</td><td>某县水利局</td></tr>"
        "<tr><td>联系电话</td><td>0591-22220000</td></tr></table></body></html>"
    )

    assert (item.authority.name, item.consultation.phones[0].number) == ("某县水利局", "0591-22220000")


def test_the_sponsor_of_a_table_is_no_second_authority() -> None:
    """Who runs the site (主办单位 in the foot) does not contradict the implementing body of the table."""
    rows = "<tr><td>实施主体</td><td>闽侯县公安局</td></tr><tr><td>承诺时限</td><td>5个工作日</td></tr>"
    item, faults, _ = parts(f"<h1>居住证签发办事指南</h1><table>{rows}</table><div>主办单位：闽侯县行政服务中心</div>")

    assert (item.authority.name, faults) == ("闽侯县公安局", [])


def test_breadcrumb_and_date_line_are_no_labels() -> None:
    """The path to a page and the line of date, source and readers give neither a value nor an unread label."""
    item, faults, source = parts(
        f"{HEAD}<div>您现在的位置：<a href=/>首页</a> &gt; 办事指南 &gt; 残疾人证核发</div>"
        f"<div>发布时间：2017-05-04 来源：某县残联 浏览次数：12</div>{GUIDE}</body></html>"
    )

    assert (item.name, item.published, faults, source.unread) == ("残疾人证核发", None, [], ())


def test_windows_lose_their_numbers() -> None:
    """Windows counted in lines are named without the number."""
    item, _, _ = parts(f"{HEAD}{GUIDE}<p>办理窗口：1.综合01号窗口<br>2.综合41号窗口</p></body></html>")

    assert [one.name for one in item.places[0].windows] == ["综合01号窗口", "综合41号窗口"]
