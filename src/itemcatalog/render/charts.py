"""Charts as inline SVG: nothing is fetched, and they print."""

from __future__ import annotations

from fractions import Fraction

from markupsafe import Markup, escape

__all__ = ["bar"]

_WIDTH, _HEIGHT = 240, 14


def bar(value: Fraction | None, *, target: Fraction | None = None, label: str = "", tone: str = "plain") -> Markup:
    """Return a horizontal bar for a share (drawn up to 1), with a mark at the target; empty when there is no value.

    ``tone`` is ``good``, ``bad`` or ``plain``: the page styles these classes. ``label`` is read aloud.
    """
    filled = 0 if value is None else min(max(value, Fraction(0)), Fraction(1)) * _WIDTH
    mark = ""
    if target is not None:
        at = _number(target * _WIDTH)
        mark = f'<line class="bar-target" x1="{at}" y1="-2" x2="{at}" y2="{_HEIGHT + 2}"/>'
    return Markup(  # noqa: S704 - numbers of our own and an escaped label
        f'<svg class="bar {escape(tone)}" viewBox="0 -3 {_WIDTH} {_HEIGHT + 6}" preserveAspectRatio="none" '
        f'role="img" aria-label="{escape(label)}">'
        f'<rect class="bar-ground" x="0" y="0" width="{_WIDTH}" height="{_HEIGHT}" rx="2"/>'
        f'<rect class="bar-value" x="0" y="0" width="{_number(filled)}" height="{_HEIGHT}" rx="2"/>{mark}</svg>'
    )


def _number(value: Fraction | int) -> str:
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
