"""CHN 渠道一致: fields of the same item across channels and levels."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.chn import (
    chn001_copy_kind,
    chn002_copy_limits,
    chn003_copy_materials,
    chn004_copy_conditions,
    chn005_copy_fees,
    chn006_copy_bases,
    chn007_copy_contacts,
    chn008_copy_course,
    chn009_copy_others,
    chn010_copy_names,
    chn011_level_kind,
    chn012_level_statutory,
    chn013_level_promised,
    chn014_level_shorter,
    chn015_level_materials,
    chn016_level_conditions,
    chn017_level_fees,
    chn018_level_bases,
    chn019_level_names,
    chn021_absent,
    chn022_no_document,
    chn023_unaligned,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    chn001_copy_kind.RULE,
    chn002_copy_limits.RULE,
    chn003_copy_materials.RULE,
    chn004_copy_conditions.RULE,
    chn005_copy_fees.RULE,
    chn006_copy_bases.RULE,
    chn007_copy_contacts.RULE,
    chn008_copy_course.RULE,
    chn009_copy_others.RULE,
    chn010_copy_names.RULE,
    chn011_level_kind.RULE,
    chn012_level_statutory.RULE,
    chn013_level_promised.RULE,
    chn014_level_shorter.RULE,
    chn015_level_materials.RULE,
    chn016_level_conditions.RULE,
    chn017_level_fees.RULE,
    chn018_level_bases.RULE,
    chn019_level_names.RULE,
    chn021_absent.RULE,
    chn022_no_document.RULE,
    chn023_unaligned.RULE,
)
