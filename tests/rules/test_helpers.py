"""What rules share: unclear fields, codes read once, conversion of time, words for the reader."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from itemcatalog.findings import Fault
from itemcatalog.model import Authority, Codes, Item, Limit, Step
from itemcatalog.model.limits import LimitState
from itemcatalog.policy import load_policy
from itemcatalog.rules import Context, unclear_of
from itemcatalog.rules._codes import primary, read_code, readings
from itemcatalog.rules._context import per_item
from itemcatalog.rules._conversion import working_days
from itemcatalog.rules._items import blank, is_licence, is_service, shown, special_kind
from itemcatalog.rules._powers import is_public
from itemcatalog.rules._unclear import is_unclear
from itemcatalog.rules.lim._scopes import percent
from itemcatalog.rules.lim._steps import sum_of_steps


def _context(year: int = 2017) -> Context:
    return Context(policy=load_policy("fuzhou-2017"), as_of=date(year, 12, 31))


def test_a_fault_leaves_its_field_and_what_lies_around_it_untold() -> None:
    """A fault at a part leaves the whole untold, one at the whole its parts, one in a list only that part."""
    faults = [
        Fault(kind="yes-no-unclear", channel="c", item_id="a", field="fees.charged"),
        Fault(kind="wrong-shape", channel="c", item_id="a", field="authority"),
        Fault(kind="number-unclear", channel="c", item_id="a", field="materials[2].copies"),
        Fault(kind="number-unclear", channel="c", item_id="a", field="materials.pages"),
        Fault(kind="text-cut", channel="c", item_id="a", field="conditions"),
        Fault(kind="limit-unclear", channel="c", field="promised_limit"),
    ]
    unclear = unclear_of(faults)["c", "a"]
    untold = ["fees", "fees.charged", "authority.name", "materials.copies"]

    assert [is_unclear(path, unclear) for path in untold] == [True] * 4
    assert not any(is_unclear(path, unclear) for path in ("materials", "fees.items", "conditions", "promised_limit"))


def test_what_rules_derive_of_an_item_is_built_once_and_kept_for_no_other() -> None:
    """An answer of any kind, None too, is built once per item and context; it goes with the next item."""
    built: list[str] = []

    @per_item
    def derive(item: Item, context: Context) -> None:
        """What is derived."""
        built.append(item.name)

    context, one, other = _context(), Item(name="one"), Item(name="other")
    for asked in (one, one, other, one):
        derive(asked, context)
    derive(one, _context())

    assert (derive.__name__, built) == ("derive", ["one", "other", "one", "one"])


def test_codes_are_read_by_the_scheme_of_the_workspace_first() -> None:
    """A code of another scheme is still recognised; a bare credit code is no code of an item."""
    item = Item(name="x", codes=Codes(basic="440101007000", implementation="350128XK00110", portal="1"))

    assert [reading.field for reading in readings(item, _context())] == ["codes.implementation", "codes.basic"]
    found = primary(item, _context())
    assert found is not None
    assert found.code.scheme == "fujian-2015"
    assert read_code("350128XK00110", "national").scheme == "fujian-2015"
    assert not read_code("11440000006939756B", None).recognised
    assert not read_code("131002000", "national").recognised
    assert primary(Item(name="x"), _context()) is None


@pytest.mark.parametrize(
    ("limit", "year", "expected"),
    [
        (Limit.of(20), 2017, (20, 20)),
        (Limit.of(7, "自然日"), 2017, (0, 6)),
        (Limit.of(7, "自然日"), 2099, None),
        (Limit.of(4, "小时"), 2017, None),
        (Limit.of("1.5", "月"), 2017, None),
        (Limit.of(2, "年"), 2017, None),
        (Limit(state=LimitState.INSTANT), 2017, None),
    ],
)
def test_calendar_time_as_working_days(limit: Limit, year: int, expected: tuple[int, int] | None) -> None:
    """A conversion is the range over every start of the year, and nothing where the calendar is not known."""
    found = working_days(limit, _context(year))

    assert (None if found is None else [found.fewest, found.most]) == (None if expected is None else list(expected))


def test_a_month_in_december_needs_the_next_year() -> None:
    """Months are counted on the calendar, days that do not exist fall on the last of the month."""
    found = working_days(Limit.of(1, "月"), _context())

    assert found is not None
    assert 16 <= found.fewest <= found.most <= 23
    assert str(found) == f"{found.fewest}–{found.most}"
    assert str(working_days(Limit.of(5), _context())) == "5"


def test_steps_that_cannot_be_added_have_no_sum() -> None:
    """Special steps and delivery stay out; a step without a limit, in another unit or by situation leaves no sum."""

    def item(*steps: Step) -> Item:
        return Item(name="x", procedure=steps)

    instant = Limit(state=LimitState.INSTANT)
    plain = item(Step(step="受理", limit=instant), Step(step="审查", limit=Limit.of(3)), Step(step="送达"))

    assert sum_of_steps(plain, "工作日") == Fraction(3)
    for other in (
        item(),
        item(Step(step="专家评审", limit=Limit.of(9))),
        item(Step(step="受理")),
        item(Step(step="受理", limit=Limit.of(1, "自然日"))),
        item(Step(step="受理", limit=Limit.of(1), situations=("1",))),
    ):
        assert sum_of_steps(other, "工作日") is None


def test_what_says_nothing() -> None:
    """Dashes and placeholders say nothing; 无 is a statement."""
    empty = ["", " ", "—", "/", "待补充", None, (), ("", "-"), Authority()]
    stated = [
        "无",
        "无。",
        "不收费",
        False,
        0,
        ("无",),
        Authority(name="市民政局"),
        "－－见附件说明的全部内容以及其他有关材料",
    ]

    assert [blank(one) for one in empty] == [True] * len(empty)
    assert [blank(one) for one in stated] == [False] * len(stated)


def test_licences_and_services() -> None:
    """A main item is no service; a licence is told by its power type however that is written."""
    assert [is_licence(Item(name="x", power_type=word)) for word in ("许可", "行政确认", "某类", None)] == [
        True,
        False,
        None,
        None,
    ]
    assert is_licence(Item(name="x", kind="main", power_type="许可")) is False
    assert not is_service(Item(name="x", codes=Codes(basic="44010100700Y")))
    assert is_service(Item(name="x", kind="single", codes=Codes(basic="44010100700Y")))


def test_special_kinds() -> None:
    """The eight kinds are found inside longer words, nothing else is."""
    assert [special_kind(word) for word in ("听证会", "专家评审会", "现场勘查", "技术检测")] == [
        "听证",
        "专家评审",
        None,
        "检测",
    ]


def test_words_for_the_reader() -> None:
    """Long texts are cut; a share close to the line shows the digits that tell it apart."""
    assert shown("甲" * 80, 10) == "甲" * 9 + "…"
    assert shown(None) == ""
    assert percent(Fraction(300001, 1000000), Fraction(3, 10)) == "30.0001%"
    assert percent(Fraction(3, 10), Fraction(3, 10)) == "30%"


@pytest.mark.parametrize(
    ("name", "power_type", "basic", "expected"),
    [
        ("甲", "公共服务", "000106004001", True),
        ("甲", None, "002006004001", True),
        ("甲", None, "000106004001", False),
        ("甲", None, "442006004001", None),
        ("房屋信息查询", None, "442006004001", True),
        ("房屋信息查询", None, "000106004001", False),
        ("房屋买卖审批", None, None, False),
        ("甲", None, None, None),
    ],
)
def test_a_public_service_is_told_by_type_code_or_name(
    name: str, power_type: str | None, basic: str | None, expected: bool | None
) -> None:
    """The type that is stated, else what every reading of the code says, else a telling name, else nothing."""
    assert is_public(Item(name=name, power_type=power_type, codes=Codes(basic=basic)), _context()) is expected
