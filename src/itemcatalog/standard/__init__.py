"""Which value should stand, and why."""

from itemcatalog.standard._propose import Ground, propose

__all__ = ["Ground", "propose"]
