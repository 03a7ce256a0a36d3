"""What a code says: segments with a verdict each, and the code that they make up."""

from __future__ import annotations

import enum
from collections.abc import Iterable

from attrs import define

from itemcatalog.findings import Text

__all__ = ["UNRECOGNISED", "ItemCode", "Segment", "Verdict", "code_as_dict", "worst"]

#: The form of a text that fits no grammar.
UNRECOGNISED = "unrecognised"


class Verdict(enum.StrEnum):
    """判定: ok · unknown (not in an observed table, or cannot be decided) · bad (breaks a standard)."""

    OK = "ok"
    UNKNOWN = "unknown"
    BAD = "bad"

    @property
    def rank(self) -> int:
        """0 for ok, 1 for unknown, 2 for bad."""
        return _RANKS[self]


_RANKS = {Verdict.OK: 0, Verdict.UNKNOWN: 1, Verdict.BAD: 2}
_WORST_FIRST = (Verdict.BAD, Verdict.UNKNOWN, Verdict.OK)


def worst(verdicts: Iterable[Verdict]) -> Verdict:
    """Return the worst of the verdicts; nothing judged is ``unknown``."""
    found = set(verdicts)
    return next((verdict for verdict in _WORST_FIRST if verdict in found), Verdict.UNKNOWN)


@define(frozen=True, slots=True, kw_only=True)
class Segment:
    """编码段: one part of a code, what it means in Chinese words, and whether it is sound.

    ``name`` is one of credit_code, organisation_code, level, province, type, department, main, sub, business,
    division, serial …; ``note`` says what is wrong or doubtful, in both languages.
    """

    name: str
    value: str
    meaning: str = ""
    verdict: Verdict = Verdict.OK
    note: Text | None = None


@define(frozen=True, slots=True, kw_only=True)
class ItemCode:
    """事项编码: one reading of a code in one scheme.

    ``raw`` is the text as given, ``text`` the form that codes are compared in. ``basic`` and ``implementation``
    are the 基本编码 and 实施编码 that this code holds, where the scheme has them and the parts can be told apart.
    ``alternatives`` are the readings in other schemes, best first (empty when a scheme was named).
    """

    raw: str
    text: str
    scheme: str | None
    form: str
    segments: tuple[Segment, ...]
    basic: str | None = None
    implementation: str | None = None
    virtual_body: bool = False
    alternatives: tuple[ItemCode, ...] = ()

    def beside(self, others: Iterable[ItemCode]) -> ItemCode:
        """Return this reading with the others as its alternatives."""
        return ItemCode(
            raw=self.raw,
            text=self.text,
            scheme=self.scheme,
            form=self.form,
            segments=self.segments,
            basic=self.basic,
            implementation=self.implementation,
            virtual_body=self.virtual_body,
            alternatives=tuple(others),
        )

    @property
    def recognised(self) -> bool:
        """Whether the text fits the grammar of a scheme."""
        return self.form != UNRECOGNISED

    @property
    def verdict(self) -> Verdict:
        """The worst of the segments; a text that fits no grammar is ``bad``."""
        return worst(segment.verdict for segment in self.segments) if self.recognised else Verdict.BAD

    @property
    def correctable(self) -> bool:
        """Whether only the writing is wrong (full-width, lower case …), so that ``text`` is the right code."""
        bad = [segment.name for segment in self.segments if segment.verdict is Verdict.BAD]
        return self.recognised and bad == ["writing"]

    def segment(self, name: str) -> Segment | None:
        """Return the segment of that name, or None."""
        for segment in self.segments:
            if segment.name == name:
                return segment
        return None

    def value(self, name: str) -> str | None:
        """Return the characters of the segment of that name, or None."""
        found = self.segment(name)
        return found.value if found else None

    @property
    def credit_code(self) -> str | None:
        """The unified social credit code (统一社会信用代码) or virtual body in the code."""
        return self.value("credit_code")

    @property
    def organisation_code(self) -> str | None:
        """The 9-character organisation code (组织机构代码), also where it stands inside a credit code."""
        credit = self.credit_code
        inner = credit[8:17] if credit and len(credit) == 18 and not self.virtual_body else None
        return self.value("organisation_code") or inner

    @property
    def level(self) -> str | None:
        """The level of exercise (行使层级) of the item as exercised."""
        return self.value("level")

    @property
    def province(self) -> str | None:
        """The province prefix of the basic code, ``00`` for the national catalogue."""
        return self.value("province")

    @property
    def division(self) -> str | None:
        """The division (行政区划) that stands in the code; never taken out of a credit code."""
        return self.value("division")

    @property
    def type_code(self) -> str | None:
        """The kind of item (事项类型) in the words of the scheme."""
        return self.value("type")

    @property
    def department(self) -> str | None:
        """The code of the guiding department (业务指导部门)."""
        return self.value("department")

    @property
    def main(self) -> str | None:
        """The number of the main item (主项)."""
        return self.value("main")

    @property
    def sub(self) -> str | None:
        """The number of the sub-item (子项): ``000`` none, ``00Y`` a main item that has sub-items."""
        return self.value("sub")

    @property
    def business(self) -> str | None:
        """The number of the business item (业务办理项)."""
        return self.value("business")


def code_as_dict(code: ItemCode, language: str = "zh") -> dict[str, object]:
    """Return the code as other programs read it: ``{code, scheme, form, verdict, segments}``."""
    return {
        "code": code.raw,
        "scheme": code.scheme,
        "form": code.form,
        "verdict": code.verdict.value,
        "segments": [_segment_as_dict(segment, language) for segment in code.segments],
    }


def _segment_as_dict(segment: Segment, language: str) -> dict[str, str]:
    return {
        "name": segment.name,
        "value": segment.value,
        "meaning": segment.meaning,
        "verdict": segment.verdict.value,
        "note": segment.note.in_language(language) if segment.note else "",
    }
