"""Labels that are questions (口语标签), and questions that are none: those of 常见问题."""

from __future__ import annotations

import pytest

from itemcatalog.formats._page_questions import asked_path
from itemcatalog.model import Item
from page_parts import parts

ASKED = (
    ("需要什么材料", "materials"),
    ("需要带什么材料？", "materials"),
    ("您需要准备哪些材料", "materials"),
    ("要带什么", "materials"),
    ("需要符合什么条件？", "conditions"),
    ("具备什么条件才能申请", "conditions"),
    ("谁可以申请", "target_groups"),
    ("在哪里办？", "places"),
    ("到哪个窗口办理", "places"),
    ("什么时候可以办理", "places.hours"),
    ("多久能办好？", "promised_limit?"),
    ("需要多长时间", "promised_limit?"),
    ("几天能办结", "promised_limit?"),
    ("收费吗", "fees"),
    ("需要交费吗", "fees"),
    ("收多少钱", "fees"),
    ("怎么办理", "procedure"),
    ("向谁咨询", "consultation"),
    ("怎么投诉", "complaint"),
)
OTHERS = (
    "许可证丢了怎么办",
    "什么是取水许可",
    "变更需要多长时间？",
    "有什么好处",
    "需要哪些人",
    "申请材料",
    "收费",
    "带",
)


@pytest.mark.parametrize(("question", "path"), ASKED)
def test_what_a_question_asks_for(question: str, path: str) -> None:
    """A question in the words of people is the label of the element that answers it."""
    assert path == asked_path(question)


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_no_label(text: str) -> None:
    """A question about something else, and a text that asks nothing, are no labels by their words."""
    assert asked_path(text) is None


def items(body: str) -> Item:
    """Return the item of a page."""
    return parts(f"<h1>残疾人证新办</h1>{body}")[0]


def test_a_page_that_asks() -> None:
    """Headings that ask are labels of what stands below them."""
    item = items(
        "<h4>在哪里办？</h4><p>街道便民服务中心</p><h4>需要带什么材料？</h4><ol><li>居民身份证</li><li>户口簿</li></ol>"
        "<h4>收费吗？</h4><p>不收取任何费用</p>"
    )

    assert [one.address for one in item.places] == ["街道便民服务中心"]
    assert ([one.name for one in item.materials], item.fees.charged) == (["居民身份证", "户口簿"], False)


def test_questions_below_common_questions() -> None:
    """Below 常见问题 the same words are a question, and leave the elements as they are stated."""
    item = items(
        "<h3>申请材料</h3><p>1.申请表</p><p>2.身份证</p><h3>承诺时限</h3><p>5个工作日</p><h3>常见问题</h3>"
        "<p>需要什么材料</p><p>请看上面的清单，另带户口簿。</p><p>多久能办好？</p><p>一般一周，节假日顺延。</p>"
    )

    assert [one.name for one in item.materials] == ["申请表", "身份证"]
    assert item.promised_limit is not None
    assert item.promised_limit.raw == "5个工作日"
