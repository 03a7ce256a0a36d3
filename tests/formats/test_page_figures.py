"""Figures drawn over their labels: 5个工作日 over 承诺办结时限."""

from __future__ import annotations

import pytest

import page_parts
from itemcatalog.formats._grammar import parse_limit
from itemcatalog.model import Item


def parts(body: str) -> tuple[Item, list[str]]:
    """Return the item of a page and the kinds of its faults."""
    item, faults, _ = page_parts.parts(f"<h1>取水许可</h1><p>实施主体：某县水利局</p>{body}")
    return item, faults


@pytest.mark.parametrize(
    "box",
    [
        "<div><b>{}</b><span>{}</span><p>{}</p></div>",
        "<div><p>{}{}</p><p>{}</p></div>",
        "<div><span>{}</span><span>{}</span><span>{}</span></div>",
    ],
)
def test_figures_over_labels(box: str) -> None:
    """Each figure belongs to the label below it, and none to the label above it."""
    figures = (("20", "个工作日", "法定办结时限"), ("5", "个工作日", "承诺办结时限"), ("1", "次", "到现场次数"))
    item, faults = parts(f"<div>{''.join(box.format(*one) for one in figures)}</div>")

    assert (item.statutory_limit, item.promised_limit) == (parse_limit("20个工作日"), parse_limit("5个工作日"))
    assert (item.visits.total, faults) == (1, [])


def test_a_word_over_its_label_beside_figures() -> None:
    """承诺件 over 办件类型 is drawn as the figures beside it are."""
    item, faults = parts(
        "<ul><li><p>20个工作日</p><p>法定办结时限</p></li><li><p>承诺件</p><p>办件类型</p></li>"
        "<li><p>县级</p><p>行使层级</p></li></ul>"
    )

    assert (item.case_type, item.levels, item.statutory_limit, faults) == (
        "承诺件",
        ("县级",),
        parse_limit("20个工作日"),
        [],
    )


def test_values_below_their_labels_are_not_turned_round() -> None:
    """Where the label stands first, a figure below it is its value and not that of the next label."""
    item, faults = parts(
        "<div><p>法定办结时限</p><p>20个工作日</p></div><div><p>承诺办结时限</p><p>5个工作日</p></div>"
        "<div><p>办件类型</p><p>承诺件</p></div>"
    )

    assert (item.statutory_limit, item.promised_limit) == (parse_limit("20个工作日"), parse_limit("5个工作日"))
    assert (item.case_type, faults) == ("承诺件", [])
