"""The list of items whose change reaches the target: nothing shorter exists."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.findings import NOWHERE, ItemRef, MemberRef
from itemcatalog.rules._items import Named
from itemcatalog.rules.lim._changes import Candidate, Terms, fewest_changes, lowest

TARGET = Fraction(3, 10)


def _candidate(number: int, statutory: int, promised: int, steps: int | None) -> Candidate:
    own = min(promised, statutory)
    ref = ItemRef(id=f"i{number}", name=f"事项{number}")
    named = Named(ref, MemberRef(channel="city", item_id=ref.id), NOWHERE)
    return Candidate(named, _terms(own, statutory, steps), "", "")


def _terms(promised: int, statutory: int, steps: int | None) -> Terms:
    return Terms(
        promised=Fraction(promised),
        statutory=Fraction(statutory),
        unit="工作日",
        weight=Fraction(1),
        steps=None if steps is None else Fraction(steps),
    )


ITEMS = st.lists(
    st.tuples(st.integers(1, 30), st.integers(0, 30), st.one_of(st.none(), st.integers(0, 12))), min_size=1, max_size=9
).map(lambda rows: [_candidate(number, *row) for number, row in enumerate(rows)])


def _average(promised: list[Fraction], items: list[Candidate], of_totals: bool) -> Fraction:
    if of_totals:
        return sum(promised, Fraction(0)) / sum((one.terms.statutory for one in items), Fraction(0))
    return sum((p / one.terms.statutory for p, one in zip(promised, items, strict=True)), Fraction(0)) / len(items)


def _fewest(items: list[Candidate], of_totals: bool) -> int | None:
    """Try every subset, smallest first, with its items cut to the least."""
    for size in range(len(items) + 1):
        for chosen in combinations(range(len(items)), size):
            cut = [lowest(one.terms, TARGET) if n in chosen else one.terms.promised for n, one in enumerate(items)]
            if _average(cut, items, of_totals) <= TARGET:
                return size
    return None


@given(items=ITEMS, of_totals=st.booleans())
def test_no_shorter_list_reaches_the_target(items: list[Candidate], of_totals: bool) -> None:
    """Against every subset of up to nine items: as few changes as possible, and they do reach the target."""
    changes, reached = fewest_changes(items, TARGET, of_totals=of_totals)
    best = _fewest(items, of_totals)
    new = {change.candidate.item.ref.id: change.promised for change in changes}
    after = [new.get(one.item.ref.id, one.terms.promised) for one in items]

    assert reached is (best is not None)
    if reached:
        assert len(changes) == best
        assert _average(after, items, of_totals) <= TARGET
    for change in changes:
        assert lowest(change.candidate.terms, TARGET) <= change.promised < change.candidate.terms.promised
        assert change.promised.denominator == 1
        assert change.instant is (change.promised == 0)


@given(items=ITEMS, of_totals=st.booleans())
def test_the_list_does_not_follow_the_order_of_items(items: list[Candidate], of_totals: bool) -> None:
    """The same items in another order give the same list."""
    assert fewest_changes(items, TARGET, of_totals=of_totals) == fewest_changes(
        items[::-1], TARGET, of_totals=of_totals
    )


def test_three_days_can_only_become_instant() -> None:
    """Thirty percent of three days is less than a day: only 即办 reaches it; four days can keep one."""
    assert [lowest(_terms(3, days, None), TARGET) for days in (1, 2, 3, 4)] == [0, 0, 0, 1]
    assert lowest(_terms(20, 20, 12), TARGET) == 12
