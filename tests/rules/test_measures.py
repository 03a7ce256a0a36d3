"""The compression measure: exact, mergeable, and equal to what was counted on real data."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.model import Authority, Item, Limit
from itemcatalog.model.limits import LimitState
from itemcatalog.rules.measures import EXCLUDED, CompressionSum, CompressionTally, compression_pair

NONE, INSTANT, UNCLEAR = (Limit(state=state) for state in (LimitState.NONE, LimitState.INSTANT, LimitState.UNCLEAR))


def _limit(stated: dict[str, Any] | None) -> Limit | None:
    return Limit.of(stated["value"], stated["unit"]) if stated else None


def _items(shared: Path) -> list[Item]:
    lines = (shared / "data" / "guangdong" / "items.jsonl").read_text(encoding="utf-8").splitlines()
    return [
        Item(
            name=row["task_name"],
            channel="city" if row["area_code"] == "440100" else "province",
            power_type=row["type"],
            authority=Authority(name=row["dept"]),
            statutory_limit=_limit(row["legal_time"]),
            promised_limit=_limit(row["promised_time"]),
        )
        for row in map(json.loads, lines)
    ]


def test_the_figures_counted_on_real_data(shared: Path) -> None:
    """Totals, mean, median, share and every exclusion of the Guangdong catalogue come out exactly."""
    tally = CompressionTally()
    for item in _items(shared):
        tally.add(item)
    entries = {json.dumps(one["scope"], ensure_ascii=False): one for one in tally.entries()}
    whole = entries['"all"']

    assert (whole["ratio_of_totals"]["numerator"], whole["ratio_of_totals"]["denominator"]) == (18827, 54774)
    assert whole["mean_of_ratios"]["numerator"] == 38534190808819
    assert whole["mean_of_ratios"]["denominator"] == 84838218418800
    assert (whole["median_of_ratios"]["numerator"], whole["median_of_ratios"]["denominator"]) == (3, 10)
    assert (whole["share_within"]["numerator"], whole["share_within"]["denominator"]) == (774, 1513)
    assert {key: n for key, n in whole["excluded"].items() if n} == {
        "neither_stated": 512,
        "statutory_not_stated": 201,
        "promised_not_stated": 27,
        "unit_mismatch": 9,
    }
    shown = {
        scope: (
            entries[scope]["counted"],
            entries[scope]["ratio_of_totals"]["numerator"],
            entries[scope]["ratio_of_totals"]["denominator"],
            Fraction(
                entries[scope]["median_of_ratios"]["numerator"], entries[scope]["median_of_ratios"]["denominator"]
            ),
            entries[scope]["share_within"]["numerator"],
        )
        for scope in ('{"channel": "province"}', '{"channel": "city"}', '{"power_type": "行政许可"}')
    }
    assert shown == {
        '{"channel": "province"}': (1275, 17992, 46804, Fraction(13, 30), 570),
        '{"channel": "city"}': (238, 835, 7970, Fraction(1, 20), 204),
        '{"power_type": "行政许可"}': (501, 2400, 15225, Fraction(1, 15), 387),
    }
    assert entries['{"channel": "city"}']["mean_of_ratios"]["value"] == pytest.approx(2843 / 21420)


@pytest.mark.parametrize(
    ("statutory", "promised", "reason"),
    [
        (None, None, "neither_stated"),
        (None, Limit.of(3), "statutory_not_stated"),
        (Limit.of(20), None, "promised_not_stated"),
        (Limit.of(20), NONE, "promised_not_stated"),
        (NONE, Limit.of(3), "no_statutory_limit"),
        (NONE, None, "no_statutory_limit"),
        (Limit.of(0), Limit.of(0), "no_statutory_limit"),
        (None, INSTANT, "instant_without_statutory"),
        (NONE, INSTANT, "instant_without_statutory"),
        (UNCLEAR, Limit.of(3), "unclear"),
        (Limit.of(20), UNCLEAR, "unclear"),
        (Limit.of(20), Limit.of(5, "自然日"), "unit_mismatch"),
    ],
)
def test_why_an_item_does_not_count(statutory: Limit | None, promised: Limit | None, reason: str) -> None:
    """Each state of the two limits has its own reason."""
    item = Item(name="x", statutory_limit=statutory, promised_limit=promised)

    assert compression_pair(item) == reason


def test_instant_counts_as_zero_where_a_statutory_limit_stands() -> None:
    """即办 of an item with a statutory limit keeps nothing of it."""
    pair = compression_pair(Item(name="x", statutory_limit=Limit.of(20), promised_limit=INSTANT))

    assert not isinstance(pair, str)
    assert [pair.promised, pair.statutory, pair.ratio] == [0, 20, 0]


def test_limits_by_situation_count_once_with_the_longest() -> None:
    """An item whose limits depend on the situation counts once; one unclear limit makes it unclear."""
    limits = tuple(
        Limit(value=Fraction(value), unit="工作日", kind=kind)
        for value, kind in ((5, "promised"), (8, "promised"), (20, "statutory"), (10, "statutory"))
    )
    pair = compression_pair(Item(name="x", limits=limits))

    assert not isinstance(pair, str)
    assert [pair.promised, pair.statutory] == [8, 20]
    unclear = Limit(state=LimitState.UNCLEAR, kind="promised")
    assert compression_pair(Item(name="x", limits=(*limits, unclear))) == "unclear"


def test_months_are_weighed_and_halves_stay_integers() -> None:
    """Totals are integers over one denominator; a month weighs thirty days in the totals and nothing in a ratio."""
    total = CompressionSum()
    for statutory, promised in ((Limit.of(2, "月"), Limit.of(1, "月")), (Limit.of(10), Limit.of("0.5"))):
        total.add(compression_pair(Item(name="x", statutory_limit=statutory, promised_limit=promised)))
    entry = total.entry("all", Fraction(3, 10))

    assert (entry["ratio_of_totals"]["numerator"], entry["ratio_of_totals"]["denominator"]) == (61, 140)
    assert total.mean_of_ratios == Fraction(11, 40)


def test_nothing_counted_has_no_value() -> None:
    """Without any pair the values are null, never zero; a main item is no service."""
    tally = CompressionTally()
    tally.add(Item(name="x", kind="main", statutory_limit=Limit.of(20)))

    assert tally.entries() == []
    tally.add(Item(name="x"))
    (entry,) = tally.entries()
    assert [
        entry[key]["value"] for key in ("ratio_of_totals", "mean_of_ratios", "median_of_ratios", "share_within")
    ] == [
        None,
        None,
        None,
        None,
    ]


LIMITS = st.sampled_from(
    [None, NONE, INSTANT, UNCLEAR, *map(Limit.of, range(6)), Limit.of(2, "月"), Limit.of(9, "自然日")]
)
ITEMS = st.lists(
    st.builds(
        lambda s, p, c: Item(name="x", channel=c, statutory_limit=s, promised_limit=p),
        LIMITS,
        LIMITS,
        st.sampled_from("ab"),
    ),
    max_size=30,
)


@given(items=ITEMS, cut=st.integers(0, 30))
def test_parts_merge_to_the_whole(items: list[Item], cut: int) -> None:
    """Cutting the catalogue anywhere and merging, in either order, gives the figures of the whole."""
    whole, left, right = CompressionTally(), CompressionTally(), CompressionTally()
    for index, item in enumerate(items):
        whole.add(item)
        (left if index < cut else right).add(item)
    right.merge(left)

    assert right.entries() == whole.entries()
    for one in whole.entries():
        assert one["counted"] + sum(one["excluded"].values()) in (
            len(items),
            *Counter(i.channel for i in items).values(),
        )
        assert set(one["excluded"]) == set(EXCLUDED)
