"""The averages of rule LIM001: by channel, authority, division and power type, with the list of changes in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from attrs import define

from itemcatalog.findings import Text
from itemcatalog.rules._items import shown
from itemcatalog.rules.lim._changes import Candidate, Change, averages_of, fewest_changes

__all__ = ["Average", "averages", "list_of_changes", "percent"]

_SHOWN = 5


@define(frozen=True, slots=True, kw_only=True)
class Average:
    """平均压缩: the counted items of one scope, the sums of their days and the mean of their ratios.

    ``whole`` is True where the plan's duty lies: a channel or a division; an authority or a power type within it
    only shows where the days are.
    """

    key: str
    label: Text
    channel: str
    whole: bool
    items: tuple[Candidate, ...]
    promised: Fraction
    statutory: Fraction
    of_ratios: Fraction

    @property
    def of_totals(self) -> Fraction:
        """ΣP / ΣS."""
        return self.promised / self.statutory


def averages(kept: Sequence[Candidate], names: Mapping[str, str]) -> Iterator[Average]:
    """Yield the averages of every channel, then what lies within it, then of divisions that are no channel.

    ``names`` are those of the channels, by id.
    """
    by_channel = _grouped(kept, lambda one: one.item.member.channel)
    for channel, items in by_channel.items():
        shown = names.get(channel) or channel
        label = Text(f"渠道 {shown}", f"Channel {shown}")
        yield _average(f"channel:{channel}", label, channel, True, items)
        yield from _within(channel, label, "authority", _grouped(items, lambda one: one.item.member.authority or ""))
        yield from _within(channel, label, "power_type", _grouped(items, lambda one: one.power_type))
    wholes = set(by_channel.values())
    for division, items in _grouped(kept, lambda one: one.division).items():
        if division and items not in wholes:
            label = Text(f"行政区划 {division}", f"Division {division}")
            yield _average(f"division:{division}", label, "", True, items)


def _average(key: str, label: Text, channel: str, whole: bool, items: tuple[Candidate, ...]) -> Average:
    promised, statutory, mean = averages_of(items)
    return Average(
        key=key,
        label=label,
        channel=channel,
        whole=whole,
        items=items,
        promised=promised,
        statutory=statutory,
        of_ratios=mean,
    )


def _grouped(kept: Sequence[Candidate], key: Callable[[Candidate], str]) -> dict[str, tuple[Candidate, ...]]:
    groups: dict[str, list[Candidate]] = defaultdict(list)
    for one in kept:
        groups[key(one)].append(one)
    return {name: tuple(groups[name]) for name in sorted(groups)}


def _within(channel: str, whole: Text, kind: str, groups: dict[str, tuple[Candidate, ...]]) -> Iterator[Average]:
    """Yield the averages of what lies within a channel; the ratio of a single item is no average."""
    if len(groups) < 2:
        return
    for name, items in groups.items():
        if name and len(items) > 1:
            label = Text(f"{whole.zh} · {name}", f"{whole.en} · {name}")
            yield _average(f"{kind}:{name}", label, channel, False, items)


def list_of_changes(average: Average, target: Fraction) -> tuple[tuple[Change, ...], Text]:
    """Return the fewest changes under the headline reading that fails, and both readings' need in words."""
    of_totals, reached = fewest_changes(average.items, target, of_totals=True)
    of_ratios, also = fewest_changes(average.items, target, of_totals=False)
    zh = f"合计之比达标{_need(of_totals, reached)}，比值平均达标{_need(of_ratios, also)}"
    en = f"In total: {_need_en(of_totals, reached)}; on average: {_need_en(of_ratios, also)}"
    changes = of_totals or of_ratios
    if not changes:
        return (), Text(
            "各项环节时限之和已等于承诺时限，须先压缩环节时限。", "Shorten the steps first: they add up to it."
        )
    lines = _lines(changes)
    return changes, Text(f"{zh}：{lines}。", f"{en}: {lines}.")


def _need(changes: Sequence[Change], reached: bool) -> str:
    if not reached:
        return f"压缩可压缩的 {len(changes)} 项仍不够，其余须先压缩环节时限"
    return f"最少改 {len(changes)} 项" if changes else "无须再改"


def _need_en(changes: Sequence[Change], reached: bool) -> str:
    if not reached:
        return f"not reached with {len(changes)} items cut; the steps of the others must be shortened first"
    return f"{len(changes)} items must change at least" if changes else "met"


def _lines(changes: Sequence[Change]) -> str:
    lines = [_line(change) for change in changes[:_SHOWN]]
    return "；".join(lines) + ("；……" if len(changes) > _SHOWN else "")


def _line(change: Change) -> str:
    one = change.candidate
    new = "即办（只能改为即办）" if change.instant else f"{_number(change.promised)}{one.terms.unit}"
    return f"{shown(one.item.ref.name, 30)} {_number(one.terms.promised)}→{new}"


def _number(number: Fraction) -> str:
    return str(number.numerator) if number.denominator == 1 else f"{float(number):g}"


def percent(share: Fraction, line: Fraction | None = None) -> str:
    """Return a share in percent, with as many decimals as tell it apart from the line it is measured by.

    >>> percent(Fraction(18827, 54774)), percent(Fraction(30001, 100000), Fraction(3, 10)), percent(Fraction(3, 10))
    ('34.37%', '30.001%', '30%')
    """
    digits = 2
    while line is not None and share != line and digits < 12 and round(share * 100, digits) == line * 100:
        digits += 1
    text = f"{float(round(share * 100, digits)):.{digits}f}".rstrip("0").rstrip(".")
    return f"{text}%"
