"""A channel that lists one item twice, beside channels that list it once."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.matching import Entry, Grouping, group_entries


def _entries(*listed: tuple[str, int]) -> list[Entry]:
    return [
        Entry(id=f"{channel}{n}", channel=channel, name="残疾人证办理", division=f"43020{at}")
        for at, (channel, times) in enumerate(listed)
        for n in range(times)
    ]


def _members(grouping: Grouping) -> set[frozenset[str]]:
    return {frozenset(one.item_id for one in group.members) for group in grouping.groups}


def test_a_duplicate_keeps_no_other_channel_out() -> None:
    """City and the districts that list the item once are one group; the tie names the two that nobody can tell."""
    grouping = group_entries(_entries(("city", 1), ("hetang", 2), ("tianyuan", 1), ("liling", 1)))

    assert _members(grouping) == {
        frozenset(("city0", "tianyuan0", "liling0")),
        frozenset(("hetang0",)),
        frozenset(("hetang1",)),
    }
    assert [one.kind for one in grouping.conflicts if one.kind == "name-tie"] == ["name-tie"]


@given(st.lists(st.integers(1, 3), min_size=2, max_size=5))
def test_whoever_lists_an_item_once_stands_together(times: Sequence[int]) -> None:
    """Of equal names all single ones are one group, whatever the other channels list."""
    channels = "abcde"[: len(times)]
    grouping = group_entries(_entries(*zip(channels, times, strict=True)))
    once = frozenset(f"{channel}0" for channel, number in zip(channels, times, strict=True) if number == 1)

    assert [group for group in _members(grouping) if len(group) > 1] == ([once] if len(once) > 1 else [])
