"""CAS: case records (办件), one at a time; what many of them come to is the appraisal's."""

# fmt: off
from itemcatalog.rules._rule import Rule
from itemcatalog.rules.cas import (
    cas001_handled_late,
    cas002_vague_reason,
    cas003_reported_late,
    cas004_core_fields,
    cas005_times_contradict,
    cas006_number_form,
    cas007_unknown_item,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    cas001_handled_late.RULE, cas002_vague_reason.RULE, cas003_reported_late.RULE, cas004_core_fields.RULE,
    cas005_times_contradict.RULE, cas006_number_form.RULE, cas007_unknown_item.RULE,
)
