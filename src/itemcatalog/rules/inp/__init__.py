"""INP: what readers met and could not take as it stood (读取输入)."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.inp import (
    inp001_unreadable,
    inp002_undecodable,
    inp003_codec_uncertain,
    inp004_no_header,
    inp005_sheet_empty,
    inp006_column_twice,
    inp007_hidden,
    inp008_merged,
    inp009_value_conflict,
    inp010_cell_error,
    inp011_formula_guard,
    inp012_not_an_item,
    inp013_name_missing,
    inp014_wrong_shape,
    inp015_unknown_field,
    inp016_duplicate_key,
    inp017_orphan_row,
    inp018_limit_unclear,
    inp019_limit_without_unit,
    inp020_visits_unclear,
    inp021_date_unclear,
    inp022_number_unclear,
    inp023_yes_no_unclear,
    inp024_entries_unequal,
    inp025_code_as_number,
    inp026_fullwidth_code,
    inp027_control_characters,
    inp028_text_cut,
    inp029_label_unread,
    inp030_script_blank,
    inp031_not_a_guide,
    inp032_required_absent,
    inp033_waiver_expired,
    inp034_waiver_unused,
    inp035_waiver_contradictory,
    inp036_row_cut,
    inp037_row_moved,
    inp038_row_broken,
)

__all__ = ["RULES"]

# fmt: off
RULES: tuple[Rule, ...] = (
    inp001_unreadable.RULE, inp002_undecodable.RULE, inp003_codec_uncertain.RULE, inp004_no_header.RULE,
    inp005_sheet_empty.RULE, inp006_column_twice.RULE, inp007_hidden.RULE, inp008_merged.RULE,
    inp009_value_conflict.RULE, inp010_cell_error.RULE, inp011_formula_guard.RULE, inp012_not_an_item.RULE,
    inp013_name_missing.RULE, inp014_wrong_shape.RULE, inp015_unknown_field.RULE, inp016_duplicate_key.RULE,
    inp017_orphan_row.RULE, inp018_limit_unclear.RULE, inp019_limit_without_unit.RULE, inp020_visits_unclear.RULE,
    inp021_date_unclear.RULE, inp022_number_unclear.RULE, inp023_yes_no_unclear.RULE, inp024_entries_unequal.RULE,
    inp025_code_as_number.RULE, inp026_fullwidth_code.RULE, inp027_control_characters.RULE, inp028_text_cut.RULE,
    inp029_label_unread.RULE, inp030_script_blank.RULE, inp031_not_a_guide.RULE, inp032_required_absent.RULE,
    inp033_waiver_expired.RULE, inp034_waiver_unused.RULE, inp035_waiver_contradictory.RULE, inp036_row_cut.RULE,
    inp037_row_moved.RULE, inp038_row_broken.RULE,
)
