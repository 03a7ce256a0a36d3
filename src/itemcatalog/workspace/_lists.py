"""The lists that other offices hand in beside the items (DESIGN §9)."""

from __future__ import annotations

from attrs import define

from itemcatalog.findings import Fault
from itemcatalog.model import Certificate, Decision, Item, Waiver
from itemcatalog.workspace._model import Workspace

__all__ = ["Lists", "read_lists"]


@define(frozen=True, slots=True, kw_only=True)
class Lists:
    """清单: certificates (证明清单) and standard list (纵向清单), None where not given; decisions and waivers."""

    certificates: tuple[Certificate, ...] | None = None
    standard: tuple[Item, ...] | None = None
    decisions: tuple[Decision, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    faults: tuple[Fault, ...] = ()


def read_lists(workspace: Workspace) -> Lists:
    """Read the lists of a workspace."""
    return Lists()
