"""Two texts of one field: format, wording, substance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._texts import compare_texts, diff, format_key, meaning_key, similarity

CASES = [
    ("申请人应当年满18周岁", "申请人须年满１８周岁。", Agreement.WORDING),
    ("申请人年满18周岁。", "申请人年满１８周岁", Agreement.FORMAT),
    ("具有本市户籍", "具有本省户籍", Agreement.SUBSTANCE),
    ("居民身份证原件及复印件", "身份证原件和复印件", Agreement.WORDING),
    ("1.有固定场所；2.有资金", "（一）有资金；（二）有固定场所", Agreement.WORDING),
    ("1.有固定场所；2.有资金", "（一）有固定场所；（二）有资金", Agreement.FORMAT),
    ("无犯罪记录", "犯罪记录", Agreement.SUBSTANCE),
    ("材料3份", "材料2份", Agreement.SUBSTANCE),
    ("材料三份", "材料3份", Agreement.FORMAT),
    ("可以提交复印件", "应当提交复印件", Agreement.SUBSTANCE),
    ("职工5人以上", "职工5人以下", Agreement.SUBSTANCE),
    ("已婚", "未婚", Agreement.SUBSTANCE),
    ("企业设立登记", "企业注销登记", Agreement.SUBSTANCE),
    ("注册资本100万元", "注册资本1000万元", Agreement.SUBSTANCE),
]
TEXTS = st.text("申请人须应当年满18周岁一二三，。；、（）的1.有无不可以上下户籍本市 ", max_size=24)


@pytest.mark.parametrize(("left", "right", "expected"), CASES)
def test_texts_agree_as_a_person_would_say(left: str, right: str, expected: Agreement) -> None:
    """Format and harmless words are told from one meaningful character."""
    assert expected == compare_texts(left, right)


@given(TEXTS, TEXTS)
def test_agreement_is_symmetric(left: str, right: str) -> None:
    """The order of the two texts does not matter, for the agreement and for the similarity."""
    assert compare_texts(left, right) == compare_texts(right, left)
    assert similarity(left, right) == similarity(right, left)


@given(TEXTS)
def test_a_text_equals_itself(text: str) -> None:
    """Every text agrees with itself."""
    assert compare_texts(text, text) is Agreement.EQUAL


@given(TEXTS, TEXTS)
def test_a_difference_puts_both_texts_together_again(left: str, right: str) -> None:
    """The pieces of a difference give back both texts."""
    pieces = diff(left, right)

    assert left == "".join(piece[1] for piece in pieces)
    assert right == "".join(piece[2] for piece in pieces)


@given(TEXTS)
def test_keys_ignore_format(text: str) -> None:
    """A full stop and blanks at the end change no key."""
    assert format_key(text) == format_key(f" {text} 。")
    assert meaning_key(text) == meaning_key(f" {text} 。")
