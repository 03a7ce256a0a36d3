"""What the words behind a label mean: limits and stages, hours, validity, who decides, windows, telephones."""

from __future__ import annotations

import pytest

import page_parts
from itemcatalog.formats._grammar import parse_limit
from itemcatalog.model import Item, Source


def parts(**sections: str) -> tuple[Item, list[str], Source]:
    """Return the item of a page with a heading over each text, the kinds of its faults, and the source."""
    body = "".join(f"<h3>{label}</h3><p>{text}</p>" for label, text in sections.items())
    return page_parts.parts(f"<h1>取水许可</h1><h3>事项名称</h3><p>取水许可</p>{body}")


@pytest.mark.parametrize(
    "text",
    [
        "受理：1个工作日；审查：3个工作日；决定：1个工作日",
        "审查：15个工作日；公示：30日",
        "材料审查：2个工作日；专家评审环节：10个工作日",
    ],
)
def test_stages_are_no_situations(text: str) -> None:
    """The days of the stages of one procedure are no limits of situations; the limit stays as it is written."""
    item, faults, _ = parts(承诺办结时限=text)

    assert (item.limits, item.situations, faults) == ((), (), ["limit-unclear"])


def test_limits_by_situation() -> None:
    """Limits behind names of situations are the limits of these."""
    item, faults, _ = parts(承诺办结时限="结婚登记：即办；离婚登记：30日")

    assert [(one.situations, one.raw) for one in item.limits] == [(("结婚登记",), "即办"), (("离婚登记",), "30日")]
    assert faults == []


def test_a_limit_that_speaks_of_holidays_is_no_office_hours() -> None:
    """节假日除外 behind a number of days, and the hours by which days count, leave it a limit."""
    for text in ("自受理之日起5个工作日内办结（节假日除外）", "5个工作日（工作日9:00前收件的当日起算）"):
        item, _, _ = parts(办理时限=text)

        assert (item.promised_limit is not None, item.places) == (True, ())


def test_how_long_a_licence_holds_is_no_limit() -> None:
    """许可期限 counted from the licence on is its validity; counted from acceptance on it is the limit."""
    lasting, _, _ = parts(许可期限="自发证之日起4年", 承诺办结时限="5个工作日")
    limited, _, _ = parts(许可期限="自受理之日起7个工作日")

    assert ([one.validity for one in lasting.results], lasting.promised_limit) == (
        ["自发证之日起4年"],
        parse_limit("5个工作日"),
    )
    assert (limited.results, limited.promised_limit) == ((), parse_limit("自受理之日起7个工作日"))


@pytest.mark.parametrize("applicant", ["律师事务所", "医院", "村民委员会", "企业法人"])
def test_those_who_apply_are_no_authority(applicant: str) -> None:
    """办理主体 is the authority only where it names one."""
    item, _, _ = parts(办理主体=applicant)
    by_body, _, _ = parts(办理主体="某县水利局")

    assert (item.authority.name, item.target_groups) == (None, (applicant,))
    assert (by_body.authority.name, by_body.target_groups) == ("某县水利局", ())


def test_a_number_in_a_longer_number_is_not_the_same() -> None:
    """5个工作日 and 15个工作日 contradict each other; 5个工作日 and 5（工作日） do not."""
    _, apart, _ = parts(承诺办结时限="5个工作日", 承诺时限="15个工作日")
    _, same, _ = parts(承诺办结时限="5个工作日", 承诺时限="5（工作日）")

    assert (apart, same) == (["value-conflict"], [])


def test_a_county_whose_name_begins_as_a_week_is_no_hours() -> None:
    """周至县政务服务中心 is a place."""
    item, _, _ = parts(办理地点="西安市政务服务中心；周至县政务服务中心二楼")

    assert [(one.address, one.hours) for one in item.places] == [("西安市政务服务中心；周至县政务服务中心二楼", None)]


def test_numbers_of_windows() -> None:
    """B08、B09 are windows, which the page carries."""
    item, _, source = parts(办理窗口="B08、B09", 办理地点="市政务中心")

    assert [[one.name for one in place.windows] for place in item.places] == [["B08", "B09"]]
    assert "places.windows" in source.provides


def test_each_telephone_with_its_address() -> None:
    """A telephone behind each of several addresses makes them places; one behind the last alone stays with them."""
    item, _, _ = parts(办理地点="政务中心二楼 0591-88887777<br>中山路1号 咨询：0591-11112222")
    last, _, _ = parts(办理地点="政务中心二楼<br>中山路1号 咨询：0591-11112222")

    assert [(one.address, one.phones) for one in item.places] == [
        ("政务中心二楼", ("0591-88887777",)),
        ("中山路1号", ("0591-11112222",)),
    ]
    assert [(one.address, one.phones) for one in last.places] == [("政务中心二楼\n中山路1号 咨询：0591-11112222", ())]


@pytest.mark.parametrize(
    "label", ["受理地点和受理时间", "办公时间、地点", "办事地址及联系电话", "现场办理地点及时间", "接待地点、电话"]
)
def test_a_place_named_with_hours_or_telephone(label: str) -> None:
    """Where and when in one label is the place; hours twice are not."""
    item, _, source = parts(**{label: "市政务中心二楼"})

    assert ([one.address for one in item.places], source.unread) == (["市政务中心二楼"], ())
