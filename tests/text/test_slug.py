"""Safe parts of file names (S17)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.errors import UsageError
from itemcatalog.text import slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("食品经营许可（新办）", "食品经营许可（新办）"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("a:b*c?", "a-b-c"),
        ("..", "_"),
        ("", "_"),
        ("\u200b", "_"),
    ],
)
def test_slug(text: str, expected: str) -> None:
    """Separators, reserved names and empty names are made safe."""
    assert expected == slug(text, 120)


@given(st.text(), st.integers(8, 300))
def test_slug_is_always_safe(text: str, limit: int) -> None:
    """Any text gives a part of a file name within the limit."""
    name = slug(text, limit)

    assert 1 <= len(name.encode("utf-8")) <= limit
    assert not set('/\\:*?"<>|\0') & set(name)
    assert name == name.strip(". ")


def test_a_limit_too_small_is_a_wrong_call() -> None:
    """Below eight bytes there is no room for a name."""
    with pytest.raises(UsageError):
        slug("食品", 3)
