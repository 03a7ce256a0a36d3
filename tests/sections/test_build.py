"""From an item to sections: what is filled, what is none, and what is only missing."""

from __future__ import annotations

from fractions import Fraction

import attrs
import pytest
from hypothesis import given

from guide_samples import full_item, plain_item
from itemcatalog.errors import UsageError
from itemcatalog.model import Condition, Fee, Fees, FeeTier, Item, Limit, LimitState, Material, Situation
from itemcatalog.sections import (
    Grid,
    GuideSections,
    Listing,
    Pairs,
    Paragraphs,
    Section,
    State,
    build_sections,
    item_hash,
    load_profile,
)
from strategies import items

STANDARD = load_profile("standard-2016")


def section(item: Item, key: str, *, final: bool = False, profile: str = "standard-2016") -> Section:
    """Return one section of the guide of an item."""
    found = build_sections(item, load_profile(profile), final=final).section(key)
    assert found is not None
    return found


def words(one: Section) -> str:
    """Return the first text of a section."""
    block = one.blocks[0]
    if isinstance(block, Paragraphs | Listing):
        return block.cells[0].text
    return block.rows[0][1].text if isinstance(block, Pairs | Grid) else ""


def pairs(one: Section) -> dict[str, str]:
    """Return the labels and values of a section."""
    return {label: cell.text for block in one.blocks if isinstance(block, Pairs) for label, cell in block.rows}


def test_a_full_item_fills_every_section() -> None:
    """An item that states everything leaves nothing missing."""
    for name in ("standard-2016", "short", "fujian-2017"):
        guide = build_sections(full_item(), load_profile(name))

        assert [one.title for one in guide.sections if one.missing] == []


@pytest.mark.parametrize("final", [False, True])
def test_what_the_data_does_not_state_is_never_written_as_none(final: bool) -> None:
    """An item that states little has no 无 and no 不收费 in its guide: 【待补充】 in a draft, 未列明 in a final one."""
    guide = build_sections(plain_item(), STANDARD, final=final)
    texts = [words(one) for one in guide.sections if one.missing]

    assert {STANDARD.say("unstated" if final else "missing")} == set(texts)
    assert not any("不收费" in text or text.startswith("无") for text in texts)


def test_the_missing_mandatory_sections_are_named() -> None:
    """A guide knows which mandatory sections the data does not state."""
    missing = [one.title for one in build_sections(plain_item(), STANDARD).missing]

    expected = "审批依据 申请条件 申请材料 收费依据及标准 审批结果 咨询途径 监督投诉渠道 办公地址和时间"
    assert expected == " ".join(missing)


def test_no_fee_is_said_only_where_the_data_says_it() -> None:
    """Charged False is 不收费; charged not stated is missing; charged True without a standard is a gap."""
    free = section(plain_item(fees=Fees(charged=False)), "fees")
    charged = section(plain_item(fees=Fees(charged=True)), "fees")

    assert (free.state, words(free)) == (State.NONE, "不收费")
    assert State.MISSING is section(plain_item(fees=Fees(collector=None)), "fees").state
    assert (charged.state, charged.gaps) == (State.FILLED, ("收费标准",))


def test_fees_show_their_tiers_exactly() -> None:
    """Amounts are written as plain numbers with their unit, one tier a line."""
    tiers = (FeeTier(when="首次", amount=Fraction(25, 2), unit="元/本"), FeeTier(when="补领", amount=Fraction(20)))
    grid = section(plain_item(fees=Fees(charged=True, items=(Fee(name="工本费", tiers=tiers),))), "fees").blocks[1]

    assert isinstance(grid, Grid)
    assert grid.rows[0][2].text == "首次：12.5元/本\n补领：20元"


@pytest.mark.parametrize(
    ("limit", "text"),
    [
        (Limit.of(7), "自受理之日起7个工作日内办结"),
        (Limit.of("1/2", "月"), "自受理之日起0.5个月内办结"),
        (Limit(state=LimitState.INSTANT), "即办（当场办结）"),
        (Limit.of(0), "0个工作日"),
        (Limit(state=LimitState.UNCLEAR, raw="视情况而定"), "视情况而定"),
        (
            Limit(value=Fraction(7), unit="工作日", excludes=("公示时间",)),
            "自受理之日起7个工作日内办结（不含公示时间）",
        ),
    ],
)
def test_a_promised_limit_is_worded_by_its_state(limit: Limit, text: str) -> None:
    """Each state of a limit has its own words; 0 is not 即办, and what is unclear is shown as written."""
    assert text == pairs(section(plain_item(promised_limit=limit), "limits_special"))["承诺办结时限"]


def test_no_statutory_limit_is_worded_only_where_stated() -> None:
    """无法定时限 is a statement; a statutory limit that is not stated is a gap in the section."""
    stated = section(plain_item(statutory_limit=Limit(state=LimitState.NONE)), "limits_special")
    absent = section(plain_item(), "limits_special")

    assert pairs(stated)["法定办结时限"] == "无法定时限"
    assert (pairs(absent)["法定办结时限"], absent.gaps) == ("【待补充】", ("法定办结时限",))


def test_entries_are_grouped_by_situation_and_applicant() -> None:
    """Materials of one situation stand under its name, those of all under 所有情形, in order of appearance."""
    headings = [block.heading for block in section(full_item(), "materials").blocks]

    assert headings == ["所有情形", "情形：新办", "情形：变更地址；适用对象：企业法人"]


def test_equal_choices_are_shown_as_one_of_them() -> None:
    """Materials with one choice are marked 任选其一 with the number of the choice, not with its internal key."""
    grid = section(full_item(), "materials").blocks[0]

    assert isinstance(grid, Grid)
    column = grid.columns.index("必要性")
    assert [row[column].text for row in grid.rows] == ["必要", "必要\n任选其一（第1组）", "必要\n任选其一（第1组）"]


def test_a_table_shows_only_columns_that_hold_something() -> None:
    """A list of names alone is a table of numbers and names."""
    grid = section(plain_item(materials=(Material(name="申请表"), Material(name="照片"))), "materials").blocks[0]

    assert isinstance(grid, Grid)
    assert grid.columns == ("序号", "材料名称")


@pytest.mark.parametrize(
    ("key", "changes", "text"),
    [
        ("quantity", {"quantity_limit": "无"}, "无数量限制"),
        ("conditions", {"conditions": (Condition(text="无。"),)}, "无条件限制"),
        ("materials", {"materials": (Material(name="无"),)}, "无需提交申请材料"),
    ],
)
def test_none_is_worded_by_the_profile(key: str, changes: dict[str, object], text: str) -> None:
    """Where the data itself says 无, the section is none in the words of the profile."""
    found = section(plain_item(**changes), key)

    assert (State.NONE, text) == (found.state, words(found))


def test_only_web_addresses_become_links() -> None:
    """A template without a web address shows what the data says, and points nowhere."""
    shown = section(plain_item(materials=(Material(name="申请表", template="javascript:alert(1)"),)), "samples")
    block = shown.blocks[0]

    assert isinstance(block, Listing)
    assert (block.cells[0].url, block.cells[0].text) == (None, "申请表（空白表格）：javascript:alert(1)")


def test_a_situation_without_name_shows_its_id() -> None:
    """A situation that only has an id is shown by it."""
    item = plain_item(situations=(Situation(id="新设"),), conditions=(Condition(text="有场所", situations=("新设",)),))

    assert section(item, "conditions").blocks[0].heading == "情形：新设"


def test_a_main_item_and_a_nameless_one_have_no_guide() -> None:
    """A main item only heads sub-items; an item without a name cannot be published."""
    for item in (full_item(kind="main"), plain_item(name=" ")):
        with pytest.raises(UsageError):
            build_sections(item, STANDARD)


def test_the_hash_follows_the_data_only() -> None:
    """Where an item was read from does not change its hash; any field does."""
    item = full_item()
    moved = attrs.evolve(item, channel="district", id="x")

    assert item_hash(item) == item_hash(moved)
    assert item_hash(item) != item_hash(attrs.evolve(item, version="4"))


def test_the_numerals_are_chinese() -> None:
    """Headings are numbered 一 to 二十三."""
    guide: GuideSections = build_sections(full_item(), STANDARD)

    assert [guide.sections[n - 1].numeral for n in (1, 10, 11, 20, 23)] == ["一", "十", "十一", "二十", "二十三"]


@given(items())
def test_any_item_has_a_guide_with_every_section_answered(item: Item) -> None:
    """Whatever an item states, every section of every profile says something."""
    if item.is_main or not item.name.strip():
        return
    for name in ("standard-2016", "short", "fujian-2017"):
        guide = build_sections(item, load_profile(name), final=True)

        assert [one.title for one in guide.sections if not one.blocks] == []
