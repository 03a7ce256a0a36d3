"""What may be shown: nothing invisible, one blank, everything else as written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.text import clean


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("\ufeff食品\u200b经营\u00ad许可", "食品经营许可"),
        ("  食品\u3000\u00a0经营\n许可\t", "食品 经营 许可"),
        ("食品\u202e经营\u2069", "食品经营"),
        ("食品\x00\x0b经营\x1f", "食品 经营"),
        ("（ＡＢＣ）、。", "（ＡＢＣ）、。"),
        ("葛\U000e0100城", "葛城"),
        ("坏\ud800字\uffff", "坏字"),
        ("", ""),
    ],
)
def test_clean(raw: str, expected: str) -> None:
    """Invisible characters go, blanks become one, width and punctuation stay."""
    assert expected == clean(raw)


@given(st.text())
def test_clean_twice_is_once(raw: str) -> None:
    """Cleaning is idempotent for every text."""
    assert clean(raw) == clean(clean(raw))


@given(st.text(alphabet=st.characters(categories=["Cc", "Cf", "Cs", "Zs", "Lo"])))
def test_clean_text_can_be_written(raw: str) -> None:
    """What is shown can always be encoded and printed."""
    shown = clean(raw)

    assert shown.encode("utf-8").decode("utf-8") == shown
