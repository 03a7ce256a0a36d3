"""Every mandatory section of every shipped guide profile has a rule that says when it is missing."""

from __future__ import annotations

import attrs
import pytest

from itemcatalog.model import (
    Condition,
    Contact,
    Fees,
    Item,
    LegalBasis,
    Limit,
    Material,
    Phone,
    ServicePlace,
    ServiceResult,
    Source,
)
from itemcatalog.policy import load_policy
from itemcatalog.rules import Context, RuleSet, Verdict, evaluate_item
from itemcatalog.sections import build_sections, load_profile

PROFILES = ("standard-2016", "short", "fujian-2017")
# Sections that hold what no single element stands for.
COMPOSED = {"name": "INP013", "basic_fujian": "ITM007"}
RULES = {
    "bases": "ITM004",
    "bases_brief": "ITM004",
    "conditions": "ITM008",
    "materials": "ITM009",
    "limits": "LIM004",
    "limits_special": "LIM004",
    "fees": "ITM010",
    "results": "GDE001",
    "consultation": "GDE002",
    "complaint": "GDE003",
    "places": "GDE004",
}
# The columns that say whether an item is accepted at a window.
_WINDOW = {"handling_forms", "visits", "online.available"}
EMPTY = Item(name="食品经营许可", power_type="行政许可", channel="city", id="1")
FULL = attrs.evolve(
    EMPTY,
    legal_bases=(LegalBasis(title="中华人民共和国食品安全法", article="第三十五条"),),
    conditions=(Condition(text="有固定的经营场所"),),
    materials=(Material(name="营业执照"),),
    statutory_limit=Limit.of(20),
    promised_limit=Limit.of(8),
    fees=Fees(charged=False),
    results=(ServiceResult(name="食品经营许可证"),),
    places=(ServicePlace(address="津泰路98号", hours="工作日上午9:00—12:00"),),
    consultation=Contact(phones=(Phone(number="0591-83002005"),)),
    complaint=Contact(phones=(Phone(number="12345"),)),
)


def _mandatory() -> list[str]:
    specs = [spec for profile in PROFILES for spec in load_profile(profile).sections if spec.mandatory]
    return sorted({spec.id for spec in specs} - set(COMPOSED))


def _verdict(section: str, item: Item) -> Verdict:
    rule = RuleSet.default().rule(RULES[section])
    carried = frozenset(part for need in rule.needs for part in need.split("|")) | _WINDOW
    context = Context(
        policy=load_policy("fuzhou-2017"),
        as_of=load_policy("fuzhou-2017").as_of,
        sources=(Source(path="", channel="city", provides=carried | {"statutory_limit"}),),
    )
    return evaluate_item(rule, item, context).verdict


@pytest.mark.parametrize("section", _mandatory())
def test_a_missing_section_is_found(section: str) -> None:
    """An item without the element lacks the section in its guide, and the rule of the section says so."""
    wanted = attrs.evolve(EMPTY, statutory_limit=Limit.of(20)) if section.startswith("limits") else EMPTY
    guides = [build_sections(wanted, load_profile(profile)) for profile in PROFILES]
    states = [found.missing or found.gaps for guide in guides if (found := guide.section(section))]

    assert states
    assert all(states)
    assert _verdict(section, wanted) is Verdict.FINDING


@pytest.mark.parametrize("section", _mandatory())
def test_a_filled_section_passes(section: str) -> None:
    """An item with all elements has the section in its guide, and the rule is content."""
    guides = [build_sections(FULL, load_profile(profile)) for profile in PROFILES]

    assert not any(found.missing for guide in guides if (found := guide.section(section)))
    assert _verdict(section, FULL) is Verdict.PASS
