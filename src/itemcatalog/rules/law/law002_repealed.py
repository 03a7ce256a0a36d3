"""设定依据在审核基准日已经废止。

依据：《中华人民共和国立法法》（法律、法规自废止之日起失效）；《中华人民共和国行政许可法》第四条（许可应当依照法定的权限和条件设定）。
示例：2017 年仍引《城市房屋拆迁管理条例》（2011年1月21日废止） → 《国有土地上房屋征收与补偿条例》。
局限：只判断废止日期已知的法律法规（codes/law_endings.csv）；查不到废止日期的不检查；
上位法已废止的实施细则、实施条例、实施办法只作提示。
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from itemcatalog.codes.laws import LawEnding, law_ending, law_key
from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules.law._titles import cites, known, titled

__all__ = ["RULE"]


_IMPLEMENTS = re.compile(r"(?:实施细则|实施条例|实施办法)$")


def _parent(title: str) -> LawEnding | None:
    """Return the end of the law that a text implements; the text may have outlived it, so it is only a doubt."""
    key = law_key(title)
    return law_ending(_IMPLEMENTS.sub("", key)) if _IMPLEMENTS.search(key) else None


def _applies(item: Item, context: Context) -> bool | None:
    if not cites(item):
        return False
    return True if any(known(title) or _parent(title) for _, _, title in titled(item)) else None


def _check(item: Item, context: Context) -> Iterator[Problem]:
    for index, _, title in titled(item):
        ending = law_ending(title)
        if ending is not None and ending.ended_on <= context.as_of:
            yield Problem(
                field=f"legal_bases[{index}].title",
                message="default" if ending.successor else "ended",
                values={"found": title, "ended": ending.ended_on.isoformat(), "expected": ending.successor or ""},
                found=title,
                expected=ending.successor,
            )
        elif ending is None and (parent := _parent(title)) and parent.ended_on <= context.as_of:
            yield Problem(
                field=f"legal_bases[{index}].title",
                message="parent",
                values={"found": title, "ended": parent.ended_on.isoformat(), "expected": parent.title},
                found=title,
                severity=Severity.NOTICE,
            )


RULE = Rule(
    code="LAW002",
    name="设定依据已废止",
    scope=Scope.ITEM,
    severity=Severity.ERROR,
    force=Force.LAW,
    summary=Text("设定依据在审核基准日已经废止。", "A legal basis was repealed before the day of the audit."),
    basis="《中华人民共和国立法法》；《中华人民共和国行政许可法》第四条",
    recommendation=Text(
        "改引现行有效的法律法规；没有替代依据的，报审改办研究取消该事项。",
        "Cite the text in force; where there is none, let the review office decide whether the item may stand.",
    ),
    messages={
        "default": Message(
            "设定依据《{found}》已于 {ended} 废止，现行依据为《{expected}》",
            "The legal basis “{found}” was repealed on {ended}; “{expected}” took its place",
        ),
        "parent": Message(
            "设定依据《{found}》所实施的《{expected}》已于 {ended} 废止，请核对该依据是否仍然有效",
            "“{expected}”, which the basis “{found}” implements, was repealed on {ended}; check whether it still holds",
        ),
        "ended": Message(
            "设定依据《{found}》已于 {ended} 废止，没有替代的法律法规",
            "The legal basis “{found}” was repealed on {ended}, and nothing took its place",
        ),
    },
    needs=("legal_bases",),
    check=_check,
    applies=_applies,
    page=__doc__,
)
