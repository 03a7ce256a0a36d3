"""Lists compared as sets: optimal assignment, renamed, split, merged, added, dropped, changed."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.comparison import FIELDS, Agreement, Change, EntryDifference
from itemcatalog.comparison._sets import assign
from itemcatalog.model import Condition, Material

MATERIALS = next(spec for spec in FIELDS if spec.path == "materials")
CONDITIONS = next(spec for spec in FIELDS if spec.path == "conditions")
COSTS = st.integers(1, 5).flatmap(
    lambda rows: st.integers(rows, 6).flatmap(
        lambda columns: st.lists(
            st.lists(st.integers(0, 20), min_size=columns, max_size=columns), min_size=rows, max_size=rows
        )
    )
)


@given(COSTS)
def test_the_assignment_costs_least(cost: list[list[int]]) -> None:
    """No other assignment of rows to columns is cheaper."""
    chosen = assign(cost)
    best = min(
        sum(row[column] for row, column in zip(cost, columns, strict=True))
        for columns in permutations(range(len(cost[0])), len(cost))
    )

    assert len(set(chosen)) == len(cost)
    assert best == sum(row[column] for row, column in zip(cost, chosen, strict=True))


def _materials(*names: str) -> tuple[Material, ...]:
    return tuple(Material(name=name) for name in names)


def _compare(left: object, right: object, *provided: str) -> tuple[Agreement, list[tuple[Change, str | None]]]:
    agreement, found = MATERIALS.compare(left, right, frozenset(provided))
    return agreement, [(d.change, d.part) for d in found]


def test_order_never_counts() -> None:
    """The same materials in another order are equal."""
    assert _compare(_materials("申请表", "营业执照"), _materials("营业执照", "申请表")) == (Agreement.EQUAL, [])


def test_a_renamed_material_is_not_one_lost_and_one_gained() -> None:
    """A reworded name is aligned with its old one."""
    left = _materials("申请人身份证原件及复印件", "营业执照副本")
    right = _materials("营业执照副本", "申请人居民身份证原件和复印件")

    assert _compare(left, right) == (Agreement.WORDING, [(Change.RENAMED, None)])


def test_an_added_material_is_substance() -> None:
    """One more document is a difference that a citizen feels."""
    left, right = _materials("申请表"), _materials("申请表", "无犯罪记录证明")

    assert _compare(left, right) == (Agreement.SUBSTANCE, [(Change.ADDED, None)])
    assert _compare(right, left) == (Agreement.SUBSTANCE, [(Change.DROPPED, None)])


def test_a_split_material_is_told_as_split() -> None:
    """One entry that stands as two entries on the other side is a split, not a loss."""
    whole, parts = _materials("户口簿、结婚证复印件"), _materials("户口簿", "结婚证复印件")

    assert _compare(whole, parts) == (Agreement.WORDING, [(Change.SPLIT, None)])
    assert _compare(parts, whole) == (Agreement.WORDING, [(Change.MERGED, None)])


def test_pieces_that_leave_most_out_are_no_split() -> None:
    """Two of the five papers that an entry names do not stand for it."""
    left = _materials("申请人身份证明、营业执照、法定代表人授权委托书、经营场所使用证明和从业人员健康证明")
    kinds = [kind for kind, _ in _compare(left, _materials("营业执照", "健康证明"))[1]]

    assert kinds == [Change.DROPPED, Change.ADDED, Change.ADDED]


def test_numbers_say_what_is_asked() -> None:
    """Where the numbers of copies differ, that a copy is asked for goes without saying."""
    left, right = (Material(name="身份证", originals=1),), (Material(name="身份证", originals=2, copies=1),)

    assert _compare(left, right) == (Agreement.SUBSTANCE, [(Change.CHANGED, "originals")])


def test_a_certificate_and_its_duplicate_may_stand_as_two() -> None:
    """正本和副本 in one entry is what 正本 and 副本 are in two; a third paper is still one more."""
    whole, parts = _materials("经营许可证正本和副本"), _materials("经营许可证正本", "经营许可证副本")

    assert _compare(whole, parts) == (Agreement.WORDING, [(Change.SPLIT, None)])
    assert _compare(whole, (*parts, *_materials("税务登记证")))[0] == Agreement.SUBSTANCE


def test_copies_are_compared_only_where_both_sources_carry_them() -> None:
    """A part that one channel does not carry is not compared, unless both entries state it all the same."""
    one, none, two = ((Material(name="申请表", copies=number),) for number in (1, None, 2))

    assert _compare(one, none) == (Agreement.EQUAL, [])
    assert _compare(one, none, "copies") == (Agreement.MISSING, [(Change.CHANGED, "copies")])
    assert _compare(one, two) == (Agreement.SUBSTANCE, [(Change.CHANGED, "copies")])


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (Material(name="身份证复印件1份"), Material(name="身份证", copies=1), Agreement.EQUAL),
        (
            Material(name="身份证（原件及复印件各一份）"),
            Material(name="身份证", originals=1, copies=1),
            Agreement.EQUAL,
        ),
        (Material(name="身份证复印件"), Material(name="身份证", copies=1), Agreement.EQUAL),
        (Material(name="身份证复印件2份"), Material(name="身份证", copies=1), Agreement.SUBSTANCE),
        (Material(name="身份证原件"), Material(name="身份证", copies=1), Agreement.SUBSTANCE),
        (Material(name="身份证原件或复印件"), Material(name="身份证原件和复印件"), Agreement.SUBSTANCE),
    ],
)
def test_copies_named_in_the_name_are_copies(left: Material, right: Material, expected: Agreement) -> None:
    """What is asked of a material is the same, whether it stands in its name or in a column of its own."""
    agreement, _ = _compare((left,), (right,))

    assert expected.same == agreement.same
    assert expected.same or expected == agreement


def test_a_part_left_empty_is_missing() -> None:
    """A source that provides the issuer but leaves it empty here is missing it."""
    left, right = (Material(name="申请表", issuer="公安机关"),), (Material(name="申请表"),)

    assert _compare(left, right, "issuer") == (Agreement.MISSING, [(Change.CHANGED, "issuer")])


@given(
    st.lists(
        st.sampled_from(["有固定场所", "有注册资本10万元", "年满18周岁", "有固定的场所", "无犯罪记录"]), max_size=5
    ),
    st.randoms(use_true_random=False),
)
def test_a_shuffled_list_of_conditions_is_equal(texts: list[str], random: st.DataObject) -> None:
    """Shuffling a list gives no difference."""
    left = tuple(Condition(text=text) for text in texts)
    shuffled = list(left)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    expected: tuple[Agreement, tuple[EntryDifference, ...]] = (Agreement.EQUAL, ())
    assert expected == CONDITIONS.compare(left, tuple(shuffled), frozenset())
