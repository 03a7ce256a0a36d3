"""USCC (Unified Social Credit Code, 统一社会信用代码, GB 32100-2015).

18 characters of ``0-9 A-H J-N P-R T-U W-Y`` (no I, O, S, V, Z):

* 1: registering department (登记管理部门): 1 机构编制, 5 民政, 9 市场监管 …
* 2: kind of body (机构类别), its meaning depends on the first
* 3-8: division of the registering office when the body was registered; bodies keep it when divisions change
* 9-17: organisation code (主体标识码, GB 11714)
* 18: check character, weights 3^i mod 31

``validate`` judges the raw form: lower case, blanks, hyphens and full-width characters are faults;
``compact`` first if they are to be forgiven.

>>> validate("11440000006939756B")
'11440000006939756B'
>>> is_valid("11440300007542785T"), is_valid("11440000006939756b")
(False, False)
>>> compact("１１４４００００００６９３９７５６b")
'11440000006939756B'
"""

from __future__ import annotations

import re

from itemcatalog.codes._clean import hyphenless
from itemcatalog.errors import InvalidNumberError

__all__ = ["ALPHABET", "calc_check_digit", "compact", "is_valid", "is_virtual_body", "validate"]

#: The 31 characters of GB 32100 in the order of their values.
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, position, 31) for position in range(17))
_VALUES = {character: value for value, character in enumerate(ALPHABET)}
_VIRTUAL = re.compile(r"TE[0-9A-Z]{16}")


def compact(number: str) -> str:
    """Return the canonical form: half-width, upper case, without blanks and hyphens."""
    return hyphenless(number)


def calc_check_digit(number: str) -> str:
    """Return the check character of the first 17 characters (canonical form).

    >>> calc_check_digit("1151130000877869" + "3")
    'M'
    """
    total = sum(_VALUES[character] * weight for character, weight in zip(number[:17], _WEIGHTS, strict=False))
    return ALPHABET[-total % 31]


def validate(number: str) -> str:
    """Return the number when its raw form meets GB 32100; raise ``InvalidNumberError`` otherwise.

    Checked are the length, the characters and the check character; whether the body exists is not.
    """
    if len(number) != 18:
        raise InvalidNumberError(f"统一社会信用代码应为 18 位，实为 {len(number)} 位", kind="length")
    strange = "".join(sorted(set(number) - _VALUES.keys()))
    if strange:
        raise InvalidNumberError(f"统一社会信用代码含有不允许的字符 {strange}", kind="format")
    expected = calc_check_digit(number)
    if number[17] != expected:
        raise InvalidNumberError(f"统一社会信用代码校验位应为 {expected}，实为 {number[17]}", kind="checksum")
    return number


def is_valid(number: str) -> bool:
    """Check if the raw form meets GB 32100."""
    try:
        return bool(validate(number))
    except InvalidNumberError:
        return False


def is_virtual_body(number: str) -> bool:
    """Check if the number is a pseudo body (虚拟主体, ``TE`` + 16) as provincial platforms make them.

    Such a number is no credit code and has no check character.

    >>> is_virtual_body("TE440000GD030003VV")
    True
    """
    return _VIRTUAL.fullmatch(number) is not None
