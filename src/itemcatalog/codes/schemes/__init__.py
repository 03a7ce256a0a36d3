"""The schemes of codes that are shipped, in the order in which they are preferred."""

from __future__ import annotations

from itemcatalog.codes.schemes import (
    fujian_2015,
    guangdong,
    guizhou,
    hubei,
    identifiers,
    national,
    national_2016,
    sichuan,
    zhejiang,
)
from itemcatalog.codes.schemes._base import Scheme, SchemeSet

__all__ = ["SCHEMES", "Scheme", "SchemeSet"]

#: All shipped schemes; add one by value: ``SCHEMES.with_scheme(mine)``.
SCHEMES = SchemeSet(
    (
        national.SCHEME,
        guangdong.SCHEME,
        national_2016.SCHEME,
        fujian_2015.SCHEME,
        sichuan.SCHEME,
        zhejiang.SCHEME,
        guizhou.SCHEME,
        hubei.SCHEME,
        identifiers.CREDIT,
        identifiers.ORGANISATION,
        identifiers.LICENCE,
    )
)
