"""The form in which texts are compared."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.text import normalise

_RADICALS = [
    chr(point) for point in [*range(0x2E80, 0x2EF4), *range(0x2F00, 0x2FD6)] if unicodedata.name(chr(point), "")
]
_ODD = st.characters(
    codec=None, categories=["Mn", "Mc", "Lm", "Sk", "No", "So", "Po", "Ps", "Pe", "Pd", "Cf", "Co", "Cs", "Lo", "Ll"]
)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ＡＢＣ（１２３）㈠㎡", "abc(123)(一)m2"),
        ("⻓乐区⼯商局", "长乐区工商局"),
        ("臺灣居民來往大陸通行證", "台湾居民来往大陆通行证"),
        ("占用、挖掘城市道路", "占用，挖掘城市道路"),
        ("许可证【变更】", "许可证（变更）"),
        ("建设工程 规划许可\u200b证", "建设工程规划许可证"),
        ("A—B", "A-B"),
        ("热·力", "热•力"),
        ("二○一七", "二〇一七"),
        ("〈公司法〉", "《公司法》"),
        ("“双随机”", "「双随机」"),
        ("\ue7c7", "ḿ"),
        ("\ue81e", "\u9fb4"),
    ],
)
def test_written_otherwise_but_equal(left: str, right: str) -> None:
    """Two ways of writing the same characters have one normal form."""
    assert normalise(left) == normalise(right)


@pytest.mark.parametrize(
    ("left", "right"), [("报告书", "报告表"), ("著作权", "着作权"), ("帐户", "账户"), ("一级", "-级")]
)
def test_other_characters_stay_apart(left: str, right: str) -> None:
    """Characters that mean something else, or may, are never unified here."""
    assert normalise(left) != normalise(right)


def test_all_radicals_become_ideographs() -> None:
    """Each of the 329 CJK radicals has a unified ideograph (finding 11)."""
    left = [one for one in _RADICALS if normalise(one) == one or normalise(one) in _RADICALS]

    assert len(_RADICALS) == 329
    assert left == []


@given(st.text() | st.text(alphabet=_ODD))
def test_key_of_key_is_key(raw: str) -> None:
    """S25: key(key(x)) = key(x) for every text."""
    assert normalise(raw) == normalise(normalise(raw))


def test_every_character_settles() -> None:
    """The normal form of every single character of the basic plane is its own normal form."""
    restless = [hex(point) for point in range(0x10000) if (key := normalise(chr(point))) != normalise(key)]

    assert restless == []
