"""One material: its name, and how many originals and copies of it, wherever the office wrote them."""

from __future__ import annotations

import functools
import re

from itemcatalog.comparison._agreement import Agreement
from itemcatalog.comparison._numerals import plain_numbers
from itemcatalog.comparison._texts import compare_texts, format_key
from itemcatalog.model import Material
from itemcatalog.text import normalise

__all__ = ["asked_of", "compare_material_names", "copies_of", "material_key", "originals_of"]

_WORD = "原件|复印件|影印件"
_ASKED = re.compile(
    rf"^(?P<name>.+?)[,:]?\(?(?P<first>{_WORD})(?:(?P<join>及其|以及|[、,和及与或]|或者)(?P<second>{_WORD}))?"
    r"(?:[:,]?各?(?:一式)?(?P<count>[0-9]{1,2})份)?\)?$"
)


@functools.lru_cache(16_384)
def _read(raw: str) -> tuple[str, frozenset[str], int | None]:
    """Return the bare name, what is asked of it (原件, 复印件, 或) and the number, where the name itself says so."""
    plain = plain_numbers(normalise(raw))
    found = _ASKED.match(plain)
    if found is None or not format_key(found["name"]):
        return raw, frozenset(), None
    words = [found["first"], *([found["second"]] if found["second"] else [])]
    asked = {"原件" if word == "原件" else "复印件" for word in words}
    either = {"或"} if (found["join"] or "").startswith("或") else set()
    return found["name"], frozenset(asked | either), int(found["count"]) if found["count"] else None


def material_key(material: Material) -> str:
    """Return what makes two materials one: the name without what is asked of it."""
    return format_key(_read(material.name)[0])


def compare_material_names(left: Material, right: Material) -> Agreement:
    """Compare the names of two materials without what is asked of them."""
    return compare_texts(_read(left.name)[0], _read(right.name)[0])


def asked_of(material: Material) -> str | None:
    """Return which papers are asked for (原件, 复印件, both, either); None where nothing says so."""
    asked = _read(material.name)[1] | {
        word for word, number in (("原件", material.originals), ("复印件", material.copies)) if number
    }
    if not asked:
        return None
    return ("或" if "或" in asked else "和").join(word for word in ("原件", "复印件") if word in asked)


def originals_of(material: Material) -> int | None:
    """Return the number of originals, by its own field or by the name."""
    return _number(material, "原件", material.originals)


def copies_of(material: Material) -> int | None:
    """Return the number of copies, by its own field or by the name."""
    return _number(material, "复印件", material.copies)


def _number(material: Material, word: str, stated: int | None) -> int | None:
    if stated is not None:
        return stated
    _, asked, count = _read(material.name)
    return count if word in asked else None
