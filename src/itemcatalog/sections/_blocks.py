"""What stands in a section: paragraphs, lists, label and value pairs, tables and the flow of steps."""

from __future__ import annotations

from attrs import define

__all__ = ["Block", "Cell", "Flow", "FlowStep", "Grid", "Listing", "Pairs", "Paragraphs"]


@define(frozen=True, slots=True)
class Cell:
    """单元: a text with the address it points to, if any; ``gap`` marks what the data does not state."""

    text: str = ""
    url: str | None = None
    gap: bool = False


@define(frozen=True, slots=True, kw_only=True)
class Paragraphs:
    """段落: running text, one paragraph each; ``heading`` names the situation or applicant they hold for."""

    cells: tuple[Cell, ...]
    heading: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Listing:
    """条目: numbered entries."""

    cells: tuple[Cell, ...]
    heading: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Pairs:
    """要素对: labels with their values."""

    rows: tuple[tuple[str, Cell], ...]
    heading: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Grid:
    """表格: a header row and rows of as many cells."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str
    heading: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class FlowStep:
    """流程节点: one box of the flow chart."""

    name: str
    limit: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class Flow:
    """流程图: the steps in their order; renderers draw it or write it as an ordered list."""

    steps: tuple[FlowStep, ...]
    heading: str | None = None


Block = Paragraphs | Listing | Pairs | Grid | Flow
