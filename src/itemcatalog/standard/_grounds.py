"""On what ground a value should stand, and why none does or a person looks first."""

from __future__ import annotations

import enum

from itemcatalog.findings import Text

__all__ = ["Doubt", "Ground"]


class Ground(enum.StrEnum):
    """依据: 纵向清单 (list) · 省级 (province) · 市级 (city) · 本级清单 (own) · 多数 (majority) · 待研判 (decide)."""

    LIST = "list"
    PROVINCE = "province"
    CITY = "city"
    OWN = "own"
    MAJORITY = "majority"
    DECIDE = "decide"


class Doubt(enum.Enum):
    """存疑: why nothing is proposed."""

    SUSPECT = Text(
        "上级所公布的内容自身有问题，见审核报告", "the upper level's own value has a finding, see the report"
    )
    OWN_SUSPECT = Text(
        "本单位清单的内容自身有问题，见审核报告", "the value of the unit's own list has a finding, see the report"
    )
    OF_EACH = Text(
        "各单位可以有自己的规定，须核对后再统一",
        "each authority may decide this for itself: check before changing it",
    )
    OUTVOTED = Text(
        "三分之二以上的区县公布了另一个一致的内容", "at least two thirds of the districts agree on another value"
    )
    LAW = Text(
        "法定时限由法律法规规定，上级公布的也可能有误，请核对依据后统一",
        "the law sets a statutory limit, and the upper level may be wrong: check the legal basis",
    )
    SPLIT = Text(
        "没有上级或本级清单可依，也没有一个内容占多数", "no list of its own stands for it and no value has a majority"
    )
