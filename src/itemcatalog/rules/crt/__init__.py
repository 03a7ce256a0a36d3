"""CRT 申请材料和证明清单: what an applicant may be asked to hand in."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.crt import (
    crt001_not_on_list,
    crt002_cancelled,
    crt003_other_issuer,
    crt004_other_item,
    crt005_basis_too_low,
    crt006_residents_committee,
    crt007_paper_though_electronic,
    crt008_catch_all_material,
    crt009_catch_all_condition,
    crt010_same_twice,
    crt011_copies_missing,
    crt012_template_missing,
    crt013_replaceable,
)

__all__ = ["RULES"]

RULES: tuple[Rule, ...] = (
    crt001_not_on_list.RULE,
    crt002_cancelled.RULE,
    crt003_other_issuer.RULE,
    crt004_other_item.RULE,
    crt005_basis_too_low.RULE,
    crt006_residents_committee.RULE,
    crt007_paper_though_electronic.RULE,
    crt008_catch_all_material.RULE,
    crt009_catch_all_condition.RULE,
    crt010_same_twice.RULE,
    crt011_copies_missing.RULE,
    crt012_template_missing.RULE,
    crt013_replaceable.RULE,
)
