"""What a policy says: clauses, exact numbers, dates, and who answers for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any

from attrs import define, field

from itemcatalog.errors import UsageError

__all__ = [
    "CLAUSE_KINDS",
    "MODES",
    "READINGS",
    "RELATIONS",
    "Clause",
    "Compression",
    "Milestone",
    "Policy",
    "Threshold",
]

MODES = ("to", "by")
READINGS = ("ratio_of_totals", "mean_of_ratios", "median_of_ratios", "share_within")
RELATIONS = (">", ">=", "=", "<=", "<")
CLAUSE_KINDS = ("catalogue", "cases", "evidence")
_ARTICLE = re.compile(r"第[〇零一二三四五六七八九十百\d]+条")


@define(frozen=True, slots=True, kw_only=True)
class Clause:
    """条款: one duty in the words of its document.

    ``kind`` says which data decides it: ``catalogue`` the items alone, ``cases`` case or event records,
    ``evidence`` a document that is kept and counted. ``lead`` 牵头单位, ``responsible`` 责任单位,
    ``assessors`` 考核单位.
    """

    id: str
    title: str
    text: str
    kind: tuple[str, ...]
    basis: str
    lead: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    assessors: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    note: str | None = None

    @property
    def words(self) -> str:
        """How people name the clause: the article of the law that it is, else its number in the plan."""
        return self.basis if _ARTICLE.search(self.basis) else self.id

    def in_force(self, on: date) -> bool:
        """Return whether the duty holds on a day."""
        return not ((self.valid_from and on < self.valid_from) or (self.valid_to and on > self.valid_to))


@define(frozen=True, slots=True, kw_only=True)
class Threshold:
    """指标值: one exact number of a clause; ``relation`` reads "measured relation value" (``measured <= 3/10``).

    ``unit`` is ``share`` for a proportion, else the unit of time.
    """

    id: str
    clause: str
    value: Fraction
    relation: str
    unit: str
    text: str

    def met_by(self, measured: Fraction) -> bool:
        """Return whether a measured number meets the threshold, compared exactly."""
        return {
            ">": measured > self.value,
            ">=": measured >= self.value,
            "=": measured == self.value,
            "<=": measured <= self.value,
            "<": measured < self.value,
        }[self.relation]


@define(frozen=True, slots=True, kw_only=True)
class Milestone:
    """时间节点: a day by which a clause asks for something."""

    clause: str
    date: date
    text: str


@define(frozen=True, slots=True, kw_only=True)
class Compression:
    """时限压缩: how far promised limits must be shortened, and which averages are looked at.

    ``mode`` ``to``: promised / statutory ≤ ``limit`` (压缩到); ``by``: 1 − promised / statutory ≥ ``limit`` (压缩掉).
    The first of ``readings`` is the headline. ``binding`` False = the line is shown, and nobody is accused.
    """

    mode: str
    limit: Fraction
    readings: tuple[str, ...]
    binding: bool
    clause: str | None = None
    note: str | None = None

    @property
    def largest_ratio(self) -> Fraction:
        """The largest share of the statutory limit that may remain, whatever the mode."""
        return self.limit if self.mode == "to" else 1 - self.limit

    def met_by(self, ratio: Fraction) -> bool:
        """Return whether a remaining share meets the demand; exactly on the line passes."""
        return ratio <= self.largest_ratio


@define(frozen=True, slots=True, kw_only=True)
class Policy:
    """考核方案: the numbers and clauses that an audit is measured by, with the policy's own date.

    ``own_clauses`` are the ids of this document's clauses; those of the extended base are in ``clauses`` too.
    ``indicators`` and ``scoring`` are the tables of the yearly appraisal as written, which reads them itself.
    """

    id: str
    name: str
    as_of: date
    document: str
    division: str | None = None
    based_on: tuple[str, ...] = ()
    note: str | None = None
    compression: Compression | None = None
    clauses: Mapping[str, Clause] = field(factory=dict, hash=False)
    own_clauses: tuple[str, ...] = ()
    thresholds: Mapping[str, Threshold] = field(factory=dict, hash=False)
    milestones: tuple[Milestone, ...] = ()
    indicators: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    scoring: Mapping[str, Any] = field(factory=dict, hash=False)

    def threshold(self, threshold_id: str) -> Threshold:
        """Return the threshold of that id; raise ``UsageError`` where the policy has none."""
        found = self.thresholds.get(threshold_id)
        if found is None:
            raise UsageError(f"方案 {self.id} 没有指标值 {threshold_id}")
        return found

    def binds(self, clauses: tuple[str, ...], on: date | None = None) -> bool:
        """Return whether the policy holds at least one of these clauses, in force on that day when one is given."""
        held = (self.clauses[clause] for clause in clauses if clause in self.clauses)
        return any(on is None or clause.in_force(on) for clause in held)
