"""Values of code lists, and texts that say nothing is there: the same in other words."""

from __future__ import annotations

import re
from collections.abc import Callable

from itemcatalog.codes import lookup
from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._texts import compare_texts, format_key

__all__ = ["coded_key", "compare_coded", "compare_or_none"]

# Texts that all say: there is none of it (数量限制, 中介服务).
_NONE = re.compile(
    "无|没有|不涉及|不适用|不需要|无需|无要求|不限制?(?:数量)?|无(?:数量)?限制|(?:无|不涉及)中介(?:服务)?"
)


def coded_key(table: str) -> Callable[[object], str]:
    """Return what makes two values of a code list one: the entry that each means (个人, 自然人), else its own text.

    A bare number is left as it is: its meaning hangs on the scheme.
    """

    def key(value: object) -> str:
        text = str(value)
        entry = None if text.strip().isdecimal() else lookup(table, text)
        return entry.name if entry is not None else format_key(text)

    return key


def compare_coded(table: str) -> Callable[[object, object], Agreement]:
    """Return how two values of a code list are compared: one entry in two spellings differs in format only."""
    key = coded_key(table)

    def compare(left: object, right: object) -> Agreement:
        one, other = str(left), str(right)
        if one != other and key(one) == key(other):
            return Agreement.FORMAT
        return compare_texts(one, other)

    return compare


def compare_or_none(left: object, right: object) -> Agreement:
    """Compare two texts; two that both say that there is none differ in wording only."""
    agreement = compare_texts(str(left), str(right))
    none = all(_NONE.fullmatch(format_key(str(value))) for value in (left, right))
    return Agreement.WORDING if agreement is Agreement.SUBSTANCE and none else agreement
