"""What the nouns of the model share."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

# The default of every ``extra`` (原表其他列): source columns that no field took, kept so that nothing is lost.
EMPTY: Mapping[str, Any] = MappingProxyType({})
