"""Characters and addresses that may stand in a document."""

from __future__ import annotations

import re

__all__ = ["escape", "linkable", "safe"]

# What XML 1.0 forbids, with C1 controls and noncharacters; tab and line feed stay.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\u2028\u2029]")
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s<>\"'\\]+", re.IGNORECASE)


def safe(text: str) -> str:
    """Return a text without characters that no document may hold; every kind of line break becomes a line feed."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def linkable(address: str) -> bool:
    """Return True for http, https, mailto and tel: nothing else becomes a link (S14)."""
    return _ADDRESS.fullmatch(address) is not None


def escape(text: str) -> str:
    """Return a text as it may stand in XML, in an element or in a quoted attribute."""
    return safe(text).translate(_ENTITIES)
