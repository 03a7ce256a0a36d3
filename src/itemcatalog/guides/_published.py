"""An item in the form in which a page can state it, so that data and page are compared like with like."""

from __future__ import annotations

import attrs

from itemcatalog.model import Fee, Item, ServicePlace, Window
from itemcatalog.sections import fee_standard

__all__ = ["published"]

_NO_QUANTITY = ("无", "没有", "不限", "无限制", "无数量限制", "不限数量", "没有数量限制", "无限额")


def published(item: Item) -> Item:
    """Return an item with one standard a fee, windows with what they serve in one text, and one word for none."""
    quantity = (item.quantity_limit or "").strip("。 ")
    return attrs.evolve(
        item,
        quantity_limit="无" if quantity in _NO_QUANTITY else item.quantity_limit,
        fees=attrs.evolve(item.fees, items=tuple(_fee(one) for one in item.fees.items)),
        places=tuple(_place(one) for one in item.places),
    )


def _fee(fee: Fee) -> Fee:
    return attrs.evolve(fee, standard=fee_standard(fee) or None, tiers=())


def _place(place: ServicePlace) -> ServicePlace:
    windows = tuple(Window(name=f"{one.name}（{one.serves}）" if one.serves else one.name) for one in place.windows)
    return attrs.evolve(place, windows=windows)
