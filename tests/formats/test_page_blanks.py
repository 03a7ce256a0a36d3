"""Labels without a value: empty, left to a script, shown as a picture, or a strip of links."""

from __future__ import annotations

import io

import docx

from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, docx_
from itemcatalog.model import Source
from page_parts import parts

GUIDE = "<h2>护士执业注册</h2><p>事项名称：护士执业注册</p><p>实施主体：某市卫生局</p><p>承诺时限：5个工作日</p>"


def test_an_empty_heading_is_carried_but_empty() -> None:
    """A heading, a dl label and ``标签：`` with nothing behind them are provided as those of a table are."""
    for blank in ("<h3>审批结果</h3><p></p>", "<dl><dt>审批结果</dt><dd></dd></dl>", "<p>审批结果：</p>"):
        item, faults, source = parts(f"{GUIDE}{blank}<h3>咨询电话</h3><p>0591-83000000</p>")

        assert (item.results, faults, "results" in source.provides) == ((), [], True)


def test_a_blank_that_a_script_fills_is_not_carried() -> None:
    """It is named as one and no accusation can rest on it; an empty heading beside it is as doubtful."""
    page = "<script>load()</script><h3>审批结果</h3><div id=r></div><h3>受理条件</h3><div class=c></div>"
    _, faults, source = parts(GUIDE + page)

    assert (faults, source.provides & {"results", "conditions"}) == (["script-blank"], frozenset())
    assert source.unread == ("审批结果（由脚本填写）",)


def test_template_signs_are_script() -> None:
    """``$!{…}``, ``{{…}}`` and a bound element are no values."""
    page = "<p>法定时限：$!{item.law}</p><p>受理条件：{{item.cond}}</p><h3>申请材料</h3><div v-html=item.m></div>"

    assert parts(GUIDE + page)[1] == ["script-blank"] * 3


def test_a_picture_is_named() -> None:
    """A flow chart that is a picture is listed as unread and not missing."""
    _, _, source = parts(f"{GUIDE}<h3>办理流程</h3><p><img src=/flow.png></p><h3>收费标准</h3><p>不收费</p>")

    assert (source.unread, "procedure" in source.provides) == (("办理流程（图片）",), False)


def test_a_strip_of_headings_is_not_empty_elements() -> None:
    """Three empty headings in a row lead to other parts of a page; they accuse nobody."""
    _, _, source = parts(f"{GUIDE}<h4>受理条件</h4><h4>申请材料</h4><h4>办理流程</h4><h4>审批结果</h4>")

    assert source.provides & {"conditions", "materials", "procedure", "results"} == frozenset()


def test_a_document_has_no_scripts() -> None:
    """An empty paragraph of Word is empty; without charges an empty fee basis is nothing to speak of."""
    document = docx.Document()
    document.add_heading("护士执业注册", 1)
    for label, value in (
        ("事项名称", "护士执业注册"),
        ("实施主体", "某市卫生局"),
        ("是否收费", "不收费"),
        ("收费依据", ""),
        ("审批结果", ""),
    ):
        document.add_heading(label, 2)
        document.add_paragraph(value)
    stream = io.BytesIO()
    document.save(stream)
    found = list(docx_.read(stream.getvalue(), "guide.docx", ReadOptions()))

    assert [one.kind for one in found if isinstance(one, Fault)] == []
    assert "results" in found[-1].provides if isinstance(found[-1], Source) else False
