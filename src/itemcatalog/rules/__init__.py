"""What must hold: one module per rule, one folder per family, explicit lists."""

from itemcatalog.rules._rule import Force, Problem, Rule, Scope, Verdict

__all__ = ["Force", "Problem", "Rule", "Scope", "Verdict"]
