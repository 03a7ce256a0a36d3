"""GDE: completeness and wording of guides (办事指南)."""

from itemcatalog.rules._rule import Rule
from itemcatalog.rules.gde import (
    gde001_result_missing,
    gde002_consultation_missing,
    gde003_complaint_missing,
    gde004_place_missing,
    gde005_hours_missing,
    gde006_vague_wording,
    gde007_phone_invalid,
    gde008_area_code,
    gde009_area_code_missing,
    gde010_complaint_is_consultation,
    gde011_fee_without_basis,
    gde012_fee_without_standard,
    gde013_free_yet_priced,
    gde014_free_not_said,
    gde015_result_vague,
    gde016_result_without_sample,
    gde017_visits_against_claim,
    gde018_no_window_yet_visits,
    gde019_no_document,
    gde020_hours_contradict,
    gde030_hours_without_weekday,
    gde031_address_without_room,
    gde032_visits_without_reason,
    gde033_no_way_to_apply,
    gde034_depth_against_visits,
    gde035_few_steps,
    gde036_no_questions,
    gde037_free_yet_paid_online,
    gde038_nothing_to_deliver,
)

__all__ = ["RULES"]

# fmt: off
RULES: tuple[Rule, ...] = (
    gde001_result_missing.RULE, gde002_consultation_missing.RULE, gde003_complaint_missing.RULE,
    gde004_place_missing.RULE, gde005_hours_missing.RULE, gde006_vague_wording.RULE,
    gde007_phone_invalid.RULE, gde008_area_code.RULE, gde009_area_code_missing.RULE,
    gde010_complaint_is_consultation.RULE, gde011_fee_without_basis.RULE, gde012_fee_without_standard.RULE,
    gde013_free_yet_priced.RULE, gde014_free_not_said.RULE, gde015_result_vague.RULE,
    gde016_result_without_sample.RULE, gde017_visits_against_claim.RULE, gde018_no_window_yet_visits.RULE,
    gde019_no_document.RULE, gde020_hours_contradict.RULE,
    gde030_hours_without_weekday.RULE, gde031_address_without_room.RULE, gde032_visits_without_reason.RULE,
    gde033_no_way_to_apply.RULE, gde034_depth_against_visits.RULE,
    gde035_few_steps.RULE, gde036_no_questions.RULE, gde037_free_yet_paid_online.RULE,
    gde038_nothing_to_deliver.RULE,
)
