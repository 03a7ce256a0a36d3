"""Reading very many names says what reading one name says, in one process or two."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.matching import Entry, default_lexicon, match_entries, read
from itemcatalog.matching import _reading as reading
from itemcatalog.matching._fold import fold, fold_all
from itemcatalog.matching._forms import Forms
from itemcatalog.matching._keys import Key, KeyReader

_NAMES = [f"第{number}号河道采砂许可（{act}）" for number in range(40) for act in ("设立", "变更", "市级权限")]
_PAIRS = Path(__file__).parents[2] / "fixtures" / "matching" / "pairs.csv"
_PARTS = (
    "对", "关于", "福州市", "鼓楼区", "市级", "临时", "企业", "取水", "食品经营", "建设项目环境影响报告书", "名称",
    "许可证", "核发", "签发、", "变更", "登记", "注销", "许可", "备案", "检测", "服务", "办理", "的", "三", "第二批",
    "和", "（", "）", "（备案）", "（一般程序）", "-个人", "－", " ", "由于", "第一类", "及", "𠀀", "é", "證", "\n",
)  # fmt: skip


def _key(name: str) -> Key:
    slots = read(name)
    return slots.core, slots.signs, slots.sub, slots.grant


def test_keys_of_real_names_are_those_of_their_slots() -> None:
    """What many names have in common is remembered without a difference."""
    rows = list(csv.DictReader(_PAIRS.read_text(encoding="utf-8").splitlines()))
    names = [name for row in rows for name in (row["left"], row["right"])] * 2
    reader = KeyReader(default_lexicon())

    assert [_key(name) for name in names] == [reader.keys[number] for number in reader.numbers(names)]


@given(st.lists(st.sampled_from(_PARTS), max_size=9).map("".join))
def test_keys_of_made_up_names_are_those_of_their_slots(name: str) -> None:
    """Words in any order, damaged brackets and rare characters are read alike."""
    assert _key(name) == _READER.keys[_READER.numbers([name])[0]]


_READER = KeyReader(default_lexicon())


@given(st.lists(st.lists(st.sampled_from(_PARTS), max_size=6).map("".join), max_size=8), st.integers(1, 4))
def test_many_names_are_folded_as_one(names: list[str], size: int) -> None:
    """Folding by blocks is folding name by name, whatever stands at the seams."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("itemcatalog.matching._fold._BLOCK", size)

        assert [fold(name) for name in names] == list(fold_all(names))


def _forms(names: list[str]) -> list[tuple[object, str]]:
    forms = Forms(names, default_lexicon())
    return list(zip(forms.of_name, forms.grants, strict=True))


def test_a_child_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forms do not depend on how many processes read them."""
    plain = _forms(_NAMES)
    monkeypatch.setattr(reading, "_MANY", 10)
    monkeypatch.setattr(reading, "processors", lambda: 2)

    assert plain == _forms(_NAMES)


def test_a_child_that_fails_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a child writes nothing, the parent reads its half."""
    plain = _forms(_NAMES)
    monkeypatch.setattr(reading, "_MANY", 10)
    monkeypatch.setattr(reading, "processors", lambda: 2)
    monkeypatch.setattr("marshal.dumps", lambda keys: 1 / 0)

    assert plain == _forms(_NAMES)


def test_pairs_do_not_depend_on_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pairs of two channels are the same whether or not a child reads."""
    entries = [Entry(id=f"{at}", channel="ab"[at % 2], name=name) for at, name in enumerate(_NAMES)]
    plain = match_entries(entries)
    monkeypatch.setattr(reading, "_MANY", 10)
    monkeypatch.setattr(reading, "processors", lambda: 2)

    assert plain == match_entries(entries)
