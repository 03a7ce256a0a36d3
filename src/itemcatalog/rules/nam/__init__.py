"""NAM 事项名称: the same item under one name on every channel."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.nam import (
    nam001_code_two_names,
    nam002_name_two_codes,
    nam003_near_name,
    nam004_tied_names,
    nam005_sub_items_differ,
    nam006_authority_two_names,
    nam007_authority_two_codes,
    nam008_departs_from_list,
    nam009_not_on_list,
    nam010_decision_unused,
    nam011_decision_contradicts,
    nam012_odd_characters,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    nam001_code_two_names.RULE,
    nam002_name_two_codes.RULE,
    nam003_near_name.RULE,
    nam004_tied_names.RULE,
    nam005_sub_items_differ.RULE,
    nam006_authority_two_names.RULE,
    nam007_authority_two_codes.RULE,
    nam008_departs_from_list.RULE,
    nam009_not_on_list.RULE,
    nam010_decision_unused.RULE,
    nam011_decision_contradicts.RULE,
    nam012_odd_characters.RULE,
)
