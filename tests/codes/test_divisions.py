"""Divisions by date, their names and telephone area codes."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from itemcatalog.codes import area_codes, check_division_date, division, division_called, divisions_named, place_names
from itemcatalog.codes.divisions import division_names, predecessors, successors, townships

YEAR_END = date(2017, 12, 31)


def test_changle_became_a_district_inside_the_year_of_the_plan() -> None:
    """350182 长乐市 holds until September 2017, 350112 长乐区 from October."""
    before, after = date(2017, 9, 30), date(2017, 10, 1)
    names = {
        (code, on): found.name
        for code in ("350182", "350112")
        for on in (before, after)
        if (found := division(code, on)) is not None
    }

    assert names == {("350182", before): "长乐市", ("350112", after): "长乐区"}
    assert successors("350182") == ("350112",)
    assert predecessors("350404") == ("350402", "350403")


@pytest.mark.parametrize(("old", "new"), [("350427", "350405"), ("350681", "350604"), ("350625", "350605")])
def test_the_changes_of_2021(old: str, new: str) -> None:
    """The three other changes of 2021 in Fujian are known by both codes."""
    assert division(old, date(2020, 6, 1))
    assert division(new, date(2020, 6, 1)) is None
    assert division(old, date(2022, 1, 1)) is None
    assert division(new, date(2022, 1, 1))
    assert (new,) == successors(old)


def test_fuzhou_at_the_end_of_2017() -> None:
    """Fuzhou has its thirteen districts and counties, and the high-tech zone as a local extension."""
    held = [
        found.name
        for number in range(350100, 350200)
        if (found := division(str(number), YEAR_END)) and not found.is_placeholder
    ]

    assert held == [
        "福州市", "鼓楼区", "台江区", "仓山区", "马尾区", "晋安区", "长乐区", "闽侯县", "连江县",
        "罗源县", "闽清县", "永泰县", "平潭县", "福州高新区", "福清市",
    ]  # fmt: skip


def test_a_local_extension_has_no_standard_code() -> None:
    """福州高新区 is marked local, counts as a county of Fuzhou and is found by its usual names."""
    zone = division("350171", YEAR_END)

    assert zone is not None
    assert (zone.status, zone.exercise_level, zone.parent) == ("local", "4", "350100")
    assert [zone] == list(divisions_named("福州高新技术产业开发区"))


@pytest.mark.parametrize(
    ("code", "level", "parent"),
    [
        ("350000", "2", None),
        ("350100", "3", "350000"),
        ("350102", "4", "350100"),
        ("350102001", "5", "350102"),
        ("350102001001", "6", "350102001"),
        ("350100000000", "3", "350000"),
        ("350100000", "3", "350000"),
        ("350102001000", "5", "350102"),
        ("110101", "4", "110000"),
        ("429004", "4", "420000"),
        ("３５０１０２", "4", "350100"),
    ],
)
def test_level_and_parent(code: str, level: str, parent: str | None) -> None:
    """Level and parent follow from the code; longer codes are read too."""
    found = division(code)

    assert found is not None
    assert (level, parent) == (found.exercise_level, found.parent)


@pytest.mark.parametrize("code", ["", "35", "999999", "999999001", "35010200", "abcdef", "350102abc", "１"])
def test_no_division(code: str) -> None:
    """What is no division code gives None."""
    assert division(code) is None


def test_a_township_that_no_table_lists_has_no_name() -> None:
    """Townships of Fuzhou have names; others are tolerated without one."""
    listed, unlisted = division("350102001"), division("440103001")

    assert listed is not None
    assert unlisted is not None
    assert (listed.name, listed.status) == ("鼓东街道", "observed")
    assert (unlisted.name, unlisted.status) == ("", "unlisted")
    assert len(townships()) == 186


def test_names_are_not_keys() -> None:
    """Four districts are called 鼓楼区, and a short name finds them too."""
    codes = ["320106", "320302", "350102", "410204"]

    assert codes == [found.code for found in divisions_named("鼓楼区", YEAR_END)]
    assert codes == [found.code for found in divisions_named("鼓楼", YEAR_END)]
    assert divisions_named("无此地") == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("福州", "350100"), ("福建", "350000"), ("内蒙古", "150000"), ("恩施州", "422800"), ("凉山", "513400"),
        ("平潭综合实验区", "350128"), ("长乐市", "350182"), ("沙县", "350427"), ("管城", "410104"),
    ],
)  # fmt: skip
def test_forms_of_place_names(name: str, code: str) -> None:
    """Short forms, usual names and past names lead to the codes."""
    assert code in place_names()[name]


def test_place_names_are_names() -> None:
    """No form is a single character or a placeholder."""
    names = place_names()

    assert not [name for name in names if len(name) < 2]
    assert not {"市辖区", "省直辖县级行政区划", "市", "县"} & set(names)


FUJIAN = {
    "350100": "0591", "350200": "0592", "350300": "0594", "350400": "0598", "350500": "0595",
    "350600": "0596", "350700": "0599", "350800": "0597", "350900": "0593",
}  # fmt: skip


def test_area_codes_of_fujian() -> None:
    """The nine prefectures of Fujian and their counties have their area codes."""
    assert {code: (area,) for code, area in FUJIAN.items()} == {code: area_codes(code) for code in FUJIAN}
    assert ("0591",) == area_codes("350128") == area_codes("350171") == area_codes("350102001")


def test_area_codes_of_the_country() -> None:
    """Every prefecture of today has an area code of three or four digits; provinces have none."""
    found = [one for codes in place_names().values() for one in map(division, codes) if one]
    current = sorted({one.code for one in found if one.level == "city" and one.valid_to is None})
    missing = [code for code in current if not area_codes(code)]

    assert missing == []
    assert area_codes("350000") == ()
    assert [area_codes(code) for code in ("110101", "310000", "429004", "370116")] == [
        ("010",),
        ("021",),
        ("0728",),
        ("0531", "0634"),
    ]
    assert all(len(one) in (3, 4) and one[0] == "0" for code in current for one in area_codes(code))


def test_a_division_is_judged_at_its_date() -> None:
    """An unknown code is bad, one of another time unknown with the code of the day, a valid one ok."""
    wrong, past = check_division_date("350199", YEAR_END), check_division_date("350182", YEAR_END)
    early, held = check_division_date("350112", date(2017, 1, 1)), check_division_date("350102001", YEAR_END)

    assert wrong is not None
    assert past is not None
    assert early is not None
    assert held is not None
    assert [one.verdict.value for one in (wrong, past, early, held)] == ["bad", "unknown", "unknown", "ok"]
    assert (past.expected, early.expected) == ("350112", "350182")
    assert check_division_date("350102", None) is None


def test_intervals_of_one_code_do_not_overlap() -> None:
    """Within the editions of GB/T 2260 a code never has two names on one day."""
    standard = {
        code: [one for one in division_names(code) if one.status == "standard"]
        for codes in place_names().values()
        for code in codes
    }
    overlapping = [
        code
        for code, intervals in standard.items()
        for left, right in pairwise(intervals)
        if left.valid_to is None or right.valid_from is None or left.valid_to >= right.valid_from
    ]

    assert overlapping == []


@pytest.mark.parametrize(
    ("text", "within", "code"),
    [
        ("东区", "442000", None),
        ("中山市东区", "442000", None),
        ("中山市东区", None, None),
        ("武侯区", "350100", None),
        ("武侯区", None, "510107"),
        ("四川省成都市武侯区", "350100", "510107"),
        ("上海市浦东新区", "350100", "310115"),
        ("福州市", "350102", "350100"),
    ],
)
def test_a_place_lies_where_its_text_or_its_list_says(text: str, within: str | None, code: str | None) -> None:
    """The only place of a name in China is not meant where it lies elsewhere; what a text says of itself wins."""
    assert code == division_called(text, within)
