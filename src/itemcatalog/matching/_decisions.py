"""A reviewer's answers (decisions.csv), replayed: pairs that are the same or different whatever the names say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from attrs import define

from itemcatalog.findings import Fault
from itemcatalog.matching._entries import Entry, full_name
from itemcatalog.matching._reasons import Verdict
from itemcatalog.text import normalise

__all__ = ["Decision", "Replayed", "decision_of", "replay"]

_WORDS = {
    "same": Verdict.SAME, "different": Verdict.DIFFERENT,
    "相同": Verdict.SAME, "不同": Verdict.DIFFERENT, "同一事项": Verdict.SAME, "不同事项": Verdict.DIFFERENT,
}  # fmt: skip


@define(frozen=True, slots=True, kw_only=True)
class Decision:
    """人工认定: a reviewer's answer on two items, named by their ids or their names."""

    left: str
    right: str
    verdict: Verdict
    who: str = ""
    date: str = ""
    note: str = ""

    @property
    def ground(self) -> str:
        """Return who decided and when, as a reason shows it."""
        return " ".join(part for part in (self.who, self.date, self.note) if part) or "decisions.csv"


def decision_of(record: Mapping[str, str | None]) -> Decision | None:
    """Read one row ``left,right,verdict,who,date,note``; None where a side or the verdict is not understood."""
    values = {key: (value or "").strip() for key, value in record.items() if isinstance(key, str)}
    verdict = _WORDS.get(values.get("verdict", "").lower())
    left, right = values.get("left", ""), values.get("right", "")
    if verdict is None or not left or not right:
        return None
    return Decision(
        left=left,
        right=right,
        verdict=verdict,
        who=values.get("who", ""),
        date=values.get("date", ""),
        note=values.get("note", ""),
    )


@define(frozen=True, slots=True, kw_only=True)
class Replayed:
    """认定的回放: pairs of positions that must or must not stand in one group, each with its decision, and faults."""

    same: Mapping[tuple[int, int], Decision]
    different: Mapping[tuple[int, int], Decision]
    faults: tuple[Fault, ...]


def replay(decisions: Iterable[Decision], entries: Sequence[Entry]) -> Replayed:
    """Find the items that decisions speak of.

    A side may be an id (of any channel) or a name; a name stands for every item that has it. Faults:
    ``decision-unused`` where a side names no item, ``decision-contradicts`` where two decisions say both.
    """
    index = _index(entries)
    same: dict[tuple[int, int], Decision] = {}
    different: dict[tuple[int, int], Decision] = {}
    faults: list[Fault] = []
    for decision in sorted(set(decisions), key=lambda one: (one.left, one.right, one.verdict, one.who, one.date)):
        pairs = _pairs(index, decision)
        if not pairs:
            faults.append(_fault("decision-unused", decision))
        chosen, other = (same, different) if decision.verdict is Verdict.SAME else (different, same)
        against = next((other[pair] for pair in pairs if pair in other), None)
        if against is not None:
            faults.append(_fault("decision-contradicts", decision, against))
            continue
        chosen.update(dict.fromkeys(pairs, decision))
    return Replayed(same=same, different=different, faults=(*faults, *_chained(same, different, len(entries))))


def _index(entries: Sequence[Entry]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for position, entry in enumerate(entries):
        names = {normalise(entry.name), normalise(full_name(entry))}
        for key in {f"id:{entry.id}", *(f"name:{name}" for name in names)}:
            found.setdefault(key, []).append(position)
    return found


def _pairs(index: Mapping[str, list[int]], decision: Decision) -> list[tuple[int, int]]:
    left, right = (
        index.get(f"id:{side}") or index.get(f"name:{normalise(side)}") or []
        for side in (decision.left, decision.right)
    )
    return sorted({(min(one, other), max(one, other)) for one in left for other in right if one != other})


def _fault(kind: str, decision: Decision, against: Decision | None = None) -> Fault:
    values = {
        "left": decision.left, "right": decision.right, "verdict": decision.verdict.value,
        "ground": decision.ground, "against": against.ground if against else "",
    }  # fmt: skip
    return Fault(kind=kind, found=f"{decision.left} / {decision.right}", values=values)


def _chained(
    same: Mapping[tuple[int, int], Decision], different: Mapping[tuple[int, int], Decision], count: int
) -> list[Fault]:
    """Find decisions "different" on items that decisions "same" bring together over others."""
    root = list(range(count))

    def find(position: int) -> int:
        while root[position] != position:
            root[position] = root[root[position]]
            position = root[position]
        return position

    for one, other in same:
        root[find(one)] = find(other)
    met = {id(decision): decision for (one, other), decision in different.items() if find(one) == find(other)}
    return [_fault("decision-contradicts", decision, decision) for decision in met.values()]
