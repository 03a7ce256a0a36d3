"""Codes as written and codes as compared: full-width characters, case and blanks of a number."""

from __future__ import annotations

import functools
import re
import unicodedata

__all__ = ["LOOKALIKES", "blankless", "canonical", "halfwidth", "hyphenless", "is_damaged_by_excel"]

_BLANK = r"[\s\u200b-\u200f\u2060\ufeff]+"
_QUOTES = dict.fromkeys(map(ord, "‘’“”"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣ー"), "-")
#: A bare E is no sign of it: it is a character of GB 32100, as in 11440000006940386E24….
_EXPONENT = r"[0-9]+\.[0-9]+E\+?[0-9]{1,3}|[0-9]+E\+[0-9]{1,3}"
_NUMBER_TAIL = r"[0-9]{16,}\.0+"

#: Marks that spreadsheets and lists leave around a code.
_AROUND = "'\"`=;,.、。"

#: Letters that GB 32100 leaves out and the digits that they are typed for.
LOOKALIKES = str.maketrans("OI", "01")


def halfwidth(text: str) -> str:
    """Return the text with full-width letters and digits as ASCII and every dash as ``-``.

    >>> halfwidth("１１３５－Ａ")
    '1135-A'
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFKC", text.translate(_DASHES)).translate(_DASHES)


def blankless(text: str) -> str:
    """Return the text without blanks and invisible characters."""
    return re.sub(_BLANK, "", text)


def canonical(text: str) -> str:
    """Return the text as codes are compared: half-width, upper case, without blanks; hyphens stay.

    Quotes, ``=`` and stops around the code do not belong to it.

    >>> canonical(" 350128xk ００102 ")
    '350128XK00102'
    """
    if text.isascii() and text.isalnum():
        return text.upper()
    return _canonical(text)


@functools.lru_cache(maxsize=1024)
def _canonical(text: str) -> str:
    return blankless(halfwidth(text)).upper().translate(_QUOTES).strip(_AROUND)


def hyphenless(text: str) -> str:
    """Return the canonical text without hyphens: what tells codes apart where hyphens do not count.

    >>> hyphenless("1135010200-360000a")
    '1135010200360000A'
    """
    return canonical(text).replace("-", "")


def is_damaged_by_excel(text: str) -> bool:
    """Tell whether the text is a number that a spreadsheet has rounded (exponent, or 16 digits and ``.0``).

    >>> is_damaged_by_excel("3.50102197001011E+17"), is_damaged_by_excel("440101007000")
    (True, False)
    """
    compact = canonical(text)
    if "." not in compact and "+" not in compact:
        return False
    return bool(re.fullmatch(_EXPONENT, compact) or re.fullmatch(_NUMBER_TAIL, compact))
