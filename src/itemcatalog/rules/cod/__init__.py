"""COD: the unified code (统一编码)."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.cod import (
    cod001_damaged_by_excel,
    cod002_grammar,
    cod003_credit_code,
    cod004_virtual_body,
    cod005_other_body,
    cod006_division,
    cod007_level,
    cod008_type_segment,
    cod009_department_segment,
    cod010_parent,
    cod011_own_codes_disagree,
    cod012_not_unique,
    cod013_several_codes,
    cod014_schemes_mixed,
    cod015_other_province,
    cod016_authority_code,
    cod017_without_crosswalk,
    cod018_organisation_code_only,
    cod019_body_of_another,
)

__all__ = ["RULES"]

# fmt: off
RULES: tuple[Rule, ...] = (
    cod001_damaged_by_excel.RULE, cod002_grammar.RULE, cod003_credit_code.RULE,
    cod004_virtual_body.RULE, cod005_other_body.RULE, cod006_division.RULE,
    cod007_level.RULE, cod008_type_segment.RULE, cod009_department_segment.RULE,
    cod010_parent.RULE, cod011_own_codes_disagree.RULE, cod012_not_unique.RULE,
    cod013_several_codes.RULE, cod014_schemes_mixed.RULE, cod015_other_province.RULE,
    cod016_authority_code.RULE, cod017_without_crosswalk.RULE, cod018_organisation_code_only.RULE,
    cod019_body_of_another.RULE,
)
