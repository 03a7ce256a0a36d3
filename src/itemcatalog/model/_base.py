"""What the nouns of the model share."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

__all__ = ["EMPTY"]


class _Empty(dict[str, Any]):
    """空表: the one mapping that stays empty; a copy of it, in this process or another, is itself."""

    __slots__ = ()

    def _refused(self, *_: Any, **__: Any) -> NoReturn:
        raise TypeError("空表不可修改")

    __setitem__ = __ior__ = setdefault = update = _refused

    def __reduce__(self) -> str:
        return "EMPTY"


# The default of every ``extra`` (原表其他列): source columns that no field took, kept so that nothing is lost.
EMPTY: Mapping[str, Any] = _Empty()
