"""x."""

from itemcatalog.rules._rule import Rule

__all__ = ["RULES"]
RULES: tuple[Rule, ...] = ()
