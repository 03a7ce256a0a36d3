"""The explicit list of families; a rule that no list names does not exist."""

from __future__ import annotations

from itemcatalog.rules import cas, chn, cod, crt, gde, inp, itm, law, lim, nam
from itemcatalog.rules._rule import Rule

__all__ = ["FAMILIES", "shipped"]

#: Family → what it is about, in Chinese and English.
FAMILIES = {
    "INP": ("读取输入", "input"),
    "ITM": ("事项要素", "item elements"),
    "COD": ("统一编码", "unified code"),
    "LAW": ("设定依据", "legal basis"),
    "LIM": ("办理时限", "time limits"),
    "CRT": ("申请材料和证明清单", "materials and certificate list"),
    "GDE": ("办事指南", "guides"),
    "NAM": ("事项名称", "names across channels"),
    "CHN": ("渠道一致", "fields across channels"),
    "CAS": ("办件", "cases"),
}


def shipped() -> tuple[Rule, ...]:
    """Return the rules of all families."""
    return (
        *inp.RULES,
        *itm.RULES,
        *cod.RULES,
        *law.RULES,
        *lim.RULES,
        *crt.RULES,
        *gde.RULES,
        *nam.RULES,
        *chn.RULES,
        *cas.RULES,
    )
