"""到现场次数为零，却不能网上办理，也不支持快递。

依据：通行的办事指南检查口径（非规范性文件）。
示例：到现场次数 0、网上办理 否、快递 否 → 核对三项。
局限：三项都写明的才检查。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.codes import lookup
from itemcatalog.findings import Message, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.gde._practice import practice_rule
from itemcatalog.rules.gde._window import visits_needed

__all__ = ["RULE"]


def _by_mail(item: Item) -> bool:
    forms = (lookup("handling_forms", form) for form in item.handling_forms)
    return item.courier == "yes" or any(form is not None and form.name == "快递申请" for form in forms)


def _check(item: Item, context: Context) -> Iterator[Problem]:
    if visits_needed(item) == 0 and item.online.available is False and not _by_mail(item):
        yield Problem(field="visits.total", found="0")


RULE = practice_rule(
    code="GDE033",
    name="没有办理途径",
    summary=Text(
        "到现场次数为零，却不能网上办理，也不支持快递。",
        "No visit is needed, yet the item is served neither online nor by courier.",
    ),
    recommendation=Text("核对到现场次数、网上办理和快递。", "Check visits, online service and courier."),
    message=Message("到现场次数 0，不能网上办理，也不支持快递", "No visits, not online, no courier"),
    needs=("visits.total|visits.window", "online.available", "courier"),
    check=_check,
    clauses=("3b",),
    page=__doc__,
)
