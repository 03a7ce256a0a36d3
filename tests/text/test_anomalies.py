"""Characters that a person does not see, or mistakes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.text import AnomalyKind, anomalies
from itemcatalog.text._anomalies import _PLAIN, _kind


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("食品\u200b经营", [(AnomalyKind.ZERO_WIDTH, 2, "")]),
        ("\ufeff食品", [(AnomalyKind.ZERO_WIDTH, 0, "")]),
        ("食\u202e品", [(AnomalyKind.BIDI, 1, "")]),
        ("⻓乐", [(AnomalyKind.RADICAL, 0, "长")]),
        ("\ue81e", [(AnomalyKind.PRIVATE_USE, 0, "\u9fb4")]),
        ("\uf8ff", [(AnomalyKind.PRIVATE_USE, 0, "")]),
        ("食\x0b品\x01", [(AnomalyKind.CONTROL, 3, "")]),
        ("食\ud800", [(AnomalyKind.BROKEN, 1, "")]),
        ("３５", [(AnomalyKind.FULL_WIDTH_DIGIT, 0, "3"), (AnomalyKind.FULL_WIDTH_DIGIT, 1, "5")]),
        ("350О02", [(AnomalyKind.CONFUSABLE, 3, "O")]),
        ("3501O2", [(AnomalyKind.CONFUSABLE, 4, "0")]),
        ("35〇102", [(AnomalyKind.CONFUSABLE, 2, "0")]),
        ("3501一02", [(AnomalyKind.CONFUSABLE, 4, "-")]),
        ("食品 经营（许可）、第一类 A-1", []),
        ("二〇一七年", []),
    ],
)
def test_anomalies(raw: str, expected: list[tuple[AnomalyKind, int, str]]) -> None:
    """Each odd character is named with its position and what was meant."""
    assert expected == [(one.kind, one.position, one.suggestion) for one in anomalies(raw)]


@given(st.text())
def test_positions_point_at_the_character(raw: str) -> None:
    """A reported character stands where the report says."""
    assert all(raw[one.position] == one.character for one in anomalies(raw))


def test_plain_texts_hold_no_odd_character() -> None:
    """The characters that are passed over at once are none of those that would be reported."""
    plain = [chr(point) for point in range(0x10000) if _PLAIN.fullmatch(chr(point))]

    assert len(plain) > 20_000
    assert [one for one in plain if _kind(one) is not None] == []
