"""Codes as cells hold them (S8, S26): text is kept as written, a number is taken only where its digits are certain."""

from __future__ import annotations

import re

from attrs import define

from itemcatalog.text import digits

__all__ = ["CodeCell", "parse_code_cell"]

_EXPONENT = re.compile(r"[0-9](?:\.[0-9]+)?[Ee]\+?[0-9]{1,3}")
_CERTAIN_DIGITS = 15
_FULL_WIDTH = str.maketrans({chr(code + 0xFEE0): chr(code) for code in range(ord("!"), ord("~") + 1)})


@define(frozen=True, slots=True, kw_only=True)
class CodeCell:
    """编码单元格: the code (None where it is lost) and the kind of fault, if any, with the form suggested."""

    code: str | None
    fault: str | None = None
    suggestion: str | None = None


def parse_code_cell(value: object) -> CodeCell | None:
    """Read the code of a cell; None where the value cannot be a code at all (a date, yes or no, a list).

    A number of more than 15 digits, or one with a fraction or an exponent, is ``code-damaged`` and lost: Excel keeps
    15. A shorter one is its digits and ``code-as-number``; leading zeros may be gone.
    """
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        return _of_text(value.strip())
    whole = value == int(value) if value == value and abs(value) != float("inf") else False
    if not whole or value < 0 or len(str(int(value))) > _CERTAIN_DIGITS:
        return CodeCell(code=None, fault="code-damaged")
    return CodeCell(code=str(int(value)), fault="code-as-number")


def _of_text(text: str) -> CodeCell:
    if _EXPONENT.fullmatch(text):
        return CodeCell(code=None, fault="code-damaged")
    half = text if text.isascii() else digits(text.translate(_FULL_WIDTH))
    if half != text:
        return CodeCell(code=text, fault="fullwidth-code", suggestion=half)
    return CodeCell(code=text or None)
