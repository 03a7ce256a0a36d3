"""Text that is safe to show: nothing invisible, one blank where white space was; width and signs stay."""

from __future__ import annotations

from itemcatalog.text._characters import is_blank, is_broken, is_control, is_invisible

__all__ = ["clean"]


class _Display(dict[int, str]):
    """Translation table that learns each character once."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        if is_blank(character):
            kept = " "
        elif is_invisible(character) or is_control(character) or is_broken(character):
            kept = ""
        else:
            kept = character
        self[point] = kept
        return kept


_DISPLAY = _Display()


def clean(raw: str) -> str:
    """Return the text as it may be shown.

    Control characters, zero-width characters, BOM, soft hyphens, direction marks, variation selectors and lone
    surrogates are taken out; white space of any kind (line breaks included) becomes one blank; the ends are
    stripped. Width and punctuation stay. ``clean(clean(x)) == clean(x)``.
    """
    return " ".join(raw.translate(_DISPLAY).split())
