"""Electronic licence identifier (电子证照标识).

``1.2.156.3005.2.`` + kind of licence (21: credit code 18 + 3) + ``.`` + issuer + ``.`` + serial + ``.`` +
version (3) + ``.`` + check. The check character is ISO 7064 MOD 37,36 over the four parts joined.

>>> is_valid("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9")
True
>>> is_valid("1.2.156.3005.2.11100000MB03271699022.340100.000000017.001.9")
False
"""

from __future__ import annotations

import re
import string

from itemcatalog.codes._clean import canonical
from itemcatalog.errors import InvalidNumberError

__all__ = ["PREFIX", "calc_check_digit", "compact", "is_valid", "split", "validate"]

#: The object identifier that the parts stand under.
PREFIX = "1.2.156.3005.2."
_ALPHABET = string.digits + string.ascii_uppercase
_PARTS = (
    r"(?P<kind>[0-9A-Z]{21})\.(?P<issuer>[0-9A-Z]+)\.(?P<serial>[0-9A-Z]+)"
    r"\.(?P<version>[0-9A-Z]{3})\.(?P<check>[0-9A-Z])"
)


def compact(number: str) -> str:
    """Return the canonical form: half-width, upper case, without blanks; the points stay."""
    return canonical(number).replace("。", ".")


def split(number: str) -> dict[str, str] | None:
    """Return kind, issuer, serial, version and check of a canonical number, or None when it has another shape."""
    found = re.fullmatch(_PARTS, number.removeprefix(PREFIX))
    return found.groupdict() if found else None


def calc_check_digit(number: str) -> str:
    """Return the check character over the joined characters (ISO 7064 MOD 37,36).

    >>> calc_check_digit("11100000MB03271699022340100000000016001")
    '9'
    """
    check = 18
    for character in number:
        check = (_doubled(check) + _ALPHABET.index(character)) % 36
    return _ALPHABET[(1 - _doubled(check)) % 36]


def _doubled(check: int) -> int:
    return (check or 36) * 2 % 37


def validate(number: str) -> str:
    """Return the raw number when shape and check character are right; raise ``InvalidNumberError`` otherwise."""
    parts = split(number)
    if parts is None:
        raise InvalidNumberError("电子证照标识应为 证照类型.颁发机构.流水号.版本.校验位", kind="format")
    check = parts.pop("check")
    expected = calc_check_digit("".join(parts.values()))
    if check != expected:
        raise InvalidNumberError(f"电子证照标识校验位应为 {expected}，实为 {check}", kind="checksum")
    return number


def is_valid(number: str) -> bool:
    """Check if the raw form is a sound identifier."""
    try:
        return bool(validate(number))
    except InvalidNumberError:
        return False
