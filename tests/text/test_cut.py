"""Texts that break off."""

from __future__ import annotations

import pytest

from itemcatalog.text import seems_cut


@pytest.mark.parametrize(
    "text",
    ["应当符合下列条件：", "有场所和……", "有场所...", "有场所，", "有场所以及", "下列情形（", "“符合下列条件：”"],
)
def test_a_text_that_ends_in_the_middle(text: str) -> None:
    """：，、…… an opening bracket or a connective at the end."""
    assert seems_cut(text)


@pytest.mark.parametrize(
    "text", ["年满 18 周岁", "由主管部门核准。", "劳动争议调和", "：", "", "其他（无）", "20个工作日"]
)
def test_a_text_that_is_whole(text: str) -> None:
    """A sentence, a word, a bracket that closes, a mark alone."""
    assert not seems_cut(text)
