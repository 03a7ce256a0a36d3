"""Code lists: every row has a source, names and codes lead to one entry."""

from __future__ import annotations

from datetime import date

import pytest

from itemcatalog.codes import list_names, list_values, lookup
from itemcatalog.codes._tables import Entry, parse_rows
from itemcatalog.codes.lists import lookup_all
from itemcatalog.errors import CodeTableError, UsageError


@pytest.mark.parametrize("name", list_names())
def test_every_entry_is_found_by_code_and_name(name: str) -> None:
    """Codes and names of a list are distinct, sourced, and lead back to their entry."""
    values = list_values(name)

    assert len(values) == len({one.code for one in values}) == len({one.name for one in values})
    assert all(lookup(name, one.name) == one == lookup(name, one.code) for one in values)
    assert {one.status for one in values} <= {"standard", "observed", "local", "unverified"}
    assert all(one.source for one in values)


@pytest.mark.parametrize("name", list_names())
def test_other_spellings_are_not_ambiguous(name: str) -> None:
    """No other spelling stands at two entries of one list, nor is it another entry's name."""
    values = list_values(name)
    aliases = [alias for one in values for alias in one.aliases]

    assert sorted(set(aliases)) == sorted(aliases)
    assert not set(aliases) & {one.name for one in values}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("levels", "县(市、区)级", "4"),
        ("levels", " 市 级 ", "3"),
        ("levels", "省级/直属", "2"),
        ("item_types", "公共服务事项", "20"),
        ("item_types", "其他类别", "10"),
        ("target_groups", "非法人企业", "5"),
        ("target_groups_gbt39046", "行政机关", "5"),
        ("case_types", "即办", "1"),
        ("special_procedures", "专家评审", "8"),
        ("time_units", "GZR", "workday"),
        ("power_sources", "上级下放", "2"),
        ("power_sources_fujian", "上级下放", "06"),
        ("item_status", "挂起", "2"),
        ("levels", "火星级", None),
        ("levels", "", None),
    ],
)
def test_lookup(name: str, text: str, code: str | None) -> None:
    """A value is found whatever the source's spelling; what is unknown gives None."""
    found = lookup(name, text)

    assert code == (found.code if found else None)


def test_several_values_in_a_text() -> None:
    """Values in one text come apart at the exchange tables' ^ and at usual marks; a known whole stays whole."""
    groups = [entry.code if entry else None for _, entry in lookup_all("target_groups", "自然人、企业法人；外星人")]
    forms = [entry.code if entry else None for _, entry in lookup_all("material_forms", "纸质/电子化")]

    assert [groups, forms] == [["1", "2", None], ["3"]]


def test_an_unknown_list_is_a_wrong_call() -> None:
    """Asking for a list that is not there names those that are."""
    with pytest.raises(UsageError, match="没有代码表 planets"):
        list_values("planets")


def test_a_row_without_a_source_is_refused() -> None:
    """A table whose row names no source does not load."""
    with pytest.raises(CodeTableError, match="第 3 行没有来源"):
        parse_rows("code,name,source\n1,a,x\n2,b,\n", "t.csv")


def test_an_entry_holds_in_its_time() -> None:
    """An entry is valid from its first to its last day; without a day it always counts."""
    entry = Entry(
        code="1",
        name="甲",
        valid_from=date(2017, 1, 1),
        valid_to=date(2017, 12, 31),
        source="x",
        status="standard",
    )

    assert [entry.holds_on(on) for on in (None, date(2017, 12, 31), date(2018, 1, 1), date(2016, 12, 31))] == [
        True,
        True,
        False,
        False,
    ]
