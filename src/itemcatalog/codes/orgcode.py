"""Organisation code (全国组织机构代码, GB 11714-1997).

Eight characters ``0-9 A-Z`` and a check character: weights 3, 7, 9, 10, 5, 8, 4, 2 modulo 11, 10 is X.
Also written with a hyphen before the last character; it stands in positions 9-17 of every credit code.

>>> validate("577012559"), is_valid("609140001")
('577012559', False)
>>> compact("57701255-9")
'577012559'
"""

from __future__ import annotations

import string

from itemcatalog.codes._clean import hyphenless
from itemcatalog.errors import InvalidNumberError

__all__ = ["calc_check_digit", "compact", "is_valid", "validate"]

_ALPHABET = string.digits + string.ascii_uppercase
_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)


def compact(number: str) -> str:
    """Return the canonical form: half-width, upper case, without blanks and hyphens."""
    return hyphenless(number)


def calc_check_digit(number: str) -> str:
    """Return the check character of the first eight characters (canonical form)."""
    total = sum(_ALPHABET.index(one) * weight for one, weight in zip(number[:8], _WEIGHTS, strict=False))
    return "0123456789X"[-total % 11]


def validate(number: str) -> str:
    """Return the number when its raw form (nine characters, no hyphen) meets GB 11714.

    Raise ``InvalidNumberError`` otherwise.
    """
    if len(number) != 9:
        raise InvalidNumberError(f"组织机构代码应为 9 位，实为 {len(number)} 位", kind="length")
    strange = "".join(sorted(set(number) - set(_ALPHABET)))
    if strange:
        raise InvalidNumberError(f"组织机构代码含有不允许的字符 {strange}", kind="format")
    expected = calc_check_digit(number)
    if number[8] != expected:
        raise InvalidNumberError(f"组织机构代码校验位应为 {expected}，实为 {number[8]}", kind="checksum")
    return number


def is_valid(number: str) -> bool:
    """Check if the raw form meets GB 11714."""
    try:
        return bool(validate(number))
    except InvalidNumberError:
        return False
