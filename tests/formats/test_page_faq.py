"""Questions and answers below 常见问题, telephones in a section of words, and strips of tabs without links."""

from __future__ import annotations

import pytest

import page_parts
from itemcatalog.model import Item


def parts(body: str) -> tuple[Item, list[str]]:
    """Return the item of a page and the kinds of its faults."""
    page = f"<h1>取水许可</h1><p>实施机关：某县水利局</p><p>承诺时限：5日</p>{body}"
    item, faults, _ = page_parts.parts(page)
    return item, faults


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("<div class=q>{number}. {words}</div>", "<div class=a>答：{words}</div>"),
        ("<p><b>问：{words}</b></p>", "<p>答：{words}</p>"),
        ("<h4>{words}</h4>", "<p>{words}</p>"),
    ],
)
def test_questions_and_their_answers(question: str, answer: str) -> None:
    """Each question has the answer below it, and none of them is a label of the item."""
    asked = (("需要什么材料？", "遗失声明和申请书。"), ("收费吗？", "不收费。"))
    lines = [
        question.format(number=number, words=one) + answer.format(words=two)
        for number, (one, two) in enumerate(asked, start=1)
    ]
    item, faults = parts(f"<h3>常见问题</h3>{''.join(lines)}<h3>申请材料</h3><p>1.补领申请书</p><p>2.公告</p>")

    assert [(one.question, one.answer) for one in item.faq] == list(asked)
    assert ([one.name for one in item.materials], item.fees.charged, faults) == (["补领申请书", "公告"], None, [])


def test_telephones_among_other_ways_of_asking() -> None:
    """Beside a telephone with its own label the other ways are kept, and contradict nothing."""
    item, faults = parts(
        "<h3>咨询方式</h3><p>（一）现场咨询：市政务中心三楼；</p><p>（二）电话咨询：0595-22000001；</p>"
        "<h3>监督投诉方式</h3><p>电话：0595-22000002</p><p>信函：某某市东海街1号</p>"
    )

    assert [one.number for one in (*item.consultation.phones, *item.complaint.phones)] == [
        "0595-22000001",
        "0595-22000002",
    ]
    assert faults == []
    assert item.extra["监督投诉方式"] == "信函：某某市东海街1号"


def test_a_strip_of_tabs_without_links() -> None:
    """A line of the headings that follow is no entry of the list that they part."""
    item, _ = parts(
        "<h2>申请材料</h2><div><span>夫妻投靠</span><span>子女投靠</span></div>"
        "<h3>夫妻投靠</h3><ul><li>结婚证</li></ul><h3>子女投靠</h3><ul><li>出生医学证明</li></ul>"
    )

    assert [one.name for one in item.materials] == ["结婚证", "出生医学证明"]
