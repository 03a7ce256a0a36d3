"""ITM: the elements of an item (事项要素)."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.itm import (
    itm001_name_placeholder,
    itm002_sub_item_marker,
    itm003_power_type,
    itm004_legal_bases,
    itm005_authority,
    itm006_target_groups,
    itm007_codes,
    itm008_conditions,
    itm009_materials,
    itm010_fees,
    itm011_not_in_list,
    itm012_main_and_sub_items,
    itm013_duplicate,
    itm014_type_against_code,
    itm015_targets_against_themes,
    itm016_not_in_use,
    itm017_public_services_unsaid,
    itm018_name_written_badly,
    itm019_procedure,
)

__all__ = ["RULES"]

# fmt: off
RULES: tuple[Rule, ...] = (
    itm001_name_placeholder.RULE, itm002_sub_item_marker.RULE, itm003_power_type.RULE,
    itm004_legal_bases.RULE, itm005_authority.RULE, itm006_target_groups.RULE,
    itm007_codes.RULE, itm008_conditions.RULE, itm009_materials.RULE,
    itm010_fees.RULE, itm011_not_in_list.RULE, itm012_main_and_sub_items.RULE,
    itm013_duplicate.RULE, itm014_type_against_code.RULE, itm015_targets_against_themes.RULE,
    itm016_not_in_use.RULE, itm017_public_services_unsaid.RULE,
    itm018_name_written_badly.RULE, itm019_procedure.RULE,
)
