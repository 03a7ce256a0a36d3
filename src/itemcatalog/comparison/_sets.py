"""Lists compared as sets: entries are aligned by an optimal assignment before they are compared."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["align", "assign"]

T = TypeVar("T")

# Entries less alike than this are two things, not one renamed.
ALIKE = 0.5


def assign(cost: Sequence[Sequence[float]]) -> list[int]:
    """Return for each row its column in the assignment of least total cost (Kuhn-Munkres, rows ≤ columns).

    O(rows² · columns); own code because the one well-kept library for it (scipy) would be the heaviest
    dependency of the whole project for thirty lines.
    """
    rows, columns = len(cost), len(cost[0]) if cost else 0
    u, v = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(cost, row, u, v, owner)
    found = [-1] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            found[owner[column] - 1] = column - 1
    return found


def _augment(cost: Sequence[Sequence[float]], row: int, u: list[float], v: list[float], owner: list[int]) -> None:
    columns = len(v) - 1
    owner[0] = row
    column, least = 0, [float("inf")] * (columns + 1)
    way, used = [0] * (columns + 1), [False] * (columns + 1)
    while owner[column]:
        used[column] = True
        here, delta, following = owner[column], float("inf"), 0
        for j in range(1, columns + 1):
            if used[j]:
                continue
            reduced = cost[here - 1][j - 1] - u[here] - v[j]
            if reduced < least[j]:
                least[j], way[j] = reduced, column
            if least[j] < delta:
                delta, following = least[j], j
        for j in range(columns + 1):
            if used[j]:
                u[owner[j]] += delta
                v[j] -= delta
            else:
                least[j] -= delta
        column = following
    while column:
        owner[column] = owner[way[column]]
        column = way[column]


def align(
    left: Sequence[T],
    right: Sequence[T],
    key: Callable[[T], str],
    similarity: Callable[[str, str], float],
) -> tuple[list[tuple[int, int]], list[int], list[int]]:
    """Pair the entries of two lists; return pairs, unpaired left and unpaired right, as indices.

    Equal keys pair first; the rest by the assignment of greatest total similarity, above ``ALIKE``. Order never
    counts.
    """
    pairs: list[tuple[int, int]] = []
    waiting: dict[str, list[int]] = {}
    for j, entry in enumerate(right):
        waiting.setdefault(key(entry), []).append(j)
    rest = []
    for i, entry in enumerate(left):
        same = waiting.get(key(entry))
        if same:
            pairs.append((i, same.pop(0)))
        else:
            rest.append(i)
    others = sorted(j for indices in waiting.values() for j in indices)
    pairs += _assigned(rest, others, [[similarity(key(left[i]), key(right[j])) for j in others] for i in rest])
    taken = {i for i, _ in pairs}, {j for _, j in pairs}
    return sorted(pairs), [i for i in rest if i not in taken[0]], [j for j in others if j not in taken[1]]


def _assigned(rest: list[int], others: list[int], alike: list[list[float]]) -> list[tuple[int, int]]:
    if not rest or not others:
        return []
    if len(rest) > len(others):
        turned = [list(column) for column in zip(*alike, strict=True)]
        return [(i, j) for j, i in _assigned(others, rest, turned)]
    chosen = assign([[1 - value if value >= ALIKE else 2.0 for value in row] for row in alike])
    return [
        (rest[row], others[column]) for row, column in enumerate(chosen) if column >= 0 and alike[row][column] >= ALIKE
    ]
