"""LIM: time limits (办理时限) and their compression."""

# fmt: off
from itemcatalog.rules._rule import Rule
from itemcatalog.rules.lim import (
    lim001_average,
    lim002_longer_than_statutory,
    lim003_instant_with_days,
    lim004_promised_missing,
    lim005_statutory_missing,
    lim006_units_differ,
    lim007_long_for_a_licence,
    lim008_steps_do_not_add_up,
    lim009_special_without_time,
    lim010_special_without_basis,
    lim011_special_counted,
    lim012_type_against_promise,
    lim013_not_in_working_days,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    lim001_average.RULE, lim002_longer_than_statutory.RULE, lim003_instant_with_days.RULE,
    lim004_promised_missing.RULE, lim005_statutory_missing.RULE, lim006_units_differ.RULE,
    lim007_long_for_a_licence.RULE, lim008_steps_do_not_add_up.RULE, lim009_special_without_time.RULE,
    lim010_special_without_basis.RULE, lim011_special_counted.RULE, lim012_type_against_promise.RULE,
    lim013_not_in_working_days.RULE,
)
