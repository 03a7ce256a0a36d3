"""The name of an item where no label gives it, and pages that state little or nothing of one."""

from __future__ import annotations

import pytest

from itemcatalog.formats import ReadOptions
from itemcatalog.formats.html_ import read
from itemcatalog.model import Item

LABELS = "<p>实施主体：某县民政局</p><p>承诺时限：5个工作日</p><p>收费标准：不收费</p>"


def names(page: str, title: str = "") -> list[str]:
    """Return the names of the items of a page."""
    text = f"<html><head><title>{title}</title></head><body>{page}</body></html>"
    return [one.name for one in read(text.encode(), "page.html", ReadOptions()) if isinstance(one, Item)]


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("<div class=a>临时救助对象认定</div>", "某某政务服务网"),
        ("<p><b>临时救助对象认定</b></p>", ""),
        ("<p align=center><strong>临时救助对象认定服务指南</strong></p>", ""),
        ("<h1>临时救助对象认定<span>全程网办</span><span>承诺件</span></h1>", "某市民政局"),
        ("<p>某县民政局</p>", "临时救助对象认定-办事指南-某某政务服务网"),
        ("<div><a href=/>首页</a> &gt; 临时救助</div><div>临时救助对象认定</div><p>某县民政局</p>", "办事指南"),
        ("<table><tr><td colspan=2><b>临时救助对象认定</b></td></tr></table>", "政务服务"),
        ("<h2>基本信息</h2>", "临时救助对象认定 | 某省政务服务网某市站"),
    ],
)
def test_what_stands_above_the_labels(above: str, title: str) -> None:
    """A heading, the title, or the line above the first label that says what is done names the item."""
    assert names(above + LABELS, title) == ["临时救助对象认定"]


def test_a_fuller_name_on_the_page() -> None:
    """A line that goes on where the title stops is the whole name."""
    assert names("<div>律师执业许可（专职律师）</div>" + LABELS, "律师执业许可-某平台") == ["律师执业许可（专职律师）"]


def test_a_heading_below_the_labels_is_no_name() -> None:
    """涉及事项 and other headings of sections never name the item; without another name there is none."""
    assert names(LABELS + "<h3>涉及事项</h3><p>公司登记</p>", "首页") == [""]


def test_a_guide_of_two_elements() -> None:
    """A page that calls itself a guide needs only two elements; a notice with a telephone is none."""
    two = "<p>办理地点：某县中山路1号</p><p>咨询电话：0591-83000000</p>"

    assert names(f"<h1>老年人乘车卡办理指南</h1>{two}") == ["老年人乘车卡"]
    assert names(f"<h1>关于召开座谈会的通知</h1>{two}") == []


def test_a_guide_that_waits_for_a_script() -> None:
    """Blanks left to a script count as elements: the page is a guide, of which little can be read."""
    rows = "".join(f"<tr><td>{label}</td><td id=x{label}></td></tr>" for label in ("实施主体", "承诺时限", "法定时限"))
    page = f"<script>load()</script><h1>排污许可</h1><table>{rows}<tr><td>咨询电话</td><td>12345</td></tr></table>"

    assert names(page) == ["排污许可"]


def test_a_guide_about_an_item() -> None:
    """关于申请…的办事指南 names the item alone; a notice keeps its words."""
    two = "<p>受理单位：某县城市管理局</p><p>办理时限：5个工作日</p><p>收费：不收费</p><p>申请条件：有消纳场所。</p>"

    assert names(f"<h1>关于申请建筑垃圾处置核准的办事指南</h1>{two}") == ["建筑垃圾处置核准"]
