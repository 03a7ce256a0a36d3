"""Does a text break off (文字不完整)? A text that seems cut is a notice and is never compared (DESIGN §8)."""

from __future__ import annotations

import re

__all__ = ["seems_cut"]

_OPEN_END = re.compile(r"(?:[：:，,、（(《〈“【]|…|\.{3,}|。{3,}|(?:以及|或者|并且|[^中平温饱调谐]和|及|与|或))$")
_CLOSERS = re.compile(r"[\s”\"’'）)】》]+$")
# Only a text that ends in one of these can match at all.
_LAST = frozenset("：:，,、（(《〈“【….。及者且和与或”\"’'）)】》")


def seems_cut(text: str) -> bool:
    """Say whether a text ends where no sentence ends: in ： ， 、 …… or an opening bracket, or in 和 以及 或者.

    >>> seems_cut("符合以下条件之一的，可以申请："), seems_cut("年满 18 周岁")
    (True, False)
    """
    tail = text.rstrip()[-12:]
    if tail[-1:] not in _LAST or len(text.strip()) <= 3:
        return False
    return bool(_OPEN_END.search(tail) or _OPEN_END.search(_CLOSERS.sub("", tail)))
