"""Tabs (选项卡): the panels that belong to a strip of labels, by their ids or by their order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

__all__ = ["panels_by_id", "panels_of"]

_TARGETS = ("aria-controls", "data-target", "data-bs-target", "data-tab", "data-id", "href")
_UP = 3


def panels_by_id(strip: Any, labels: Sequence[Any]) -> list[Any]:
    """Return the panel that each label of a strip names by its id; an empty list where one does not."""
    by_id = [_target(label, strip) for label in labels]
    if all(one is not None for one in by_id) and len({id(one) for one in by_id}) == len(by_id):
        return by_id
    return []


def _target(label: Any, strip: Any) -> Any:
    """Return the element that a label names by its id, on itself, inside it or around it."""
    around = [one for one in label.iterancestors() if strip in (one, *one.iterancestors())]
    for element in (label, *label.iterdescendants(), *around):
        for name in _TARGETS:
            value = str(element.get(name) or "")
            key = value[1:] if value.startswith("#") else "" if name == "href" else value
            if key and len(key) < 100 and '"' not in key:
                found = strip.getroottree().xpath("//*[@id=$key]", key=key)
                if found:
                    return found[0]
    return None


def panels_of(strip: Any, count: int) -> list[Any]:
    """Return the panels of a strip by their order: one element behind it with as many children, or as many elements.

    Two labels in a row may be a label and its value: fewer than three count only in a list.
    """
    if count < 3 and strip.tag not in ("ul", "ol"):
        return []
    element = strip
    for _ in range(_UP):
        following = [one for one in element.itersiblings() if isinstance(one.tag, str) and one.tag != "script"]
        if following:
            inside = [one for one in following[0] if isinstance(one.tag, str)]
            if len(inside) == count and len({one.tag for one in inside}) == 1 and inside[0].tag not in ("tr", "li"):
                return inside
            if len(following) == count and len({one.tag for one in following}) == 1:
                return following
            return []
        element = element.getparent()
        if element is None or element.tag in ("body", "html"):
            break
    return []
