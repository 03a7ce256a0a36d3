"""网上申请件作不通过或者补正处理，意见没有说明具体原因。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：应在意见中具体说明不通过的合理原因，不得以“材料不齐全”“材料有误”
等含糊原因做不通过处理；《中华人民共和国行政许可法》第三十二条第（四）项（一次告知需要补正的全部内容）、第三十八条。
示例：材料不齐全，请补正 → 未提交法定代表人身份证复印件。
局限：意见为空，或者只有“材料不齐全”一类套话（连同“请”“经审核”等常用词）的，按 error（补正不是不通过，只作提示）；
只有常用词、没有套话的（已由我局受理），或者写了别的话、但与该事项的材料、条件、结果和常见要素都对不上的，只作提示；
找不到对应事项时，写了别的话的不作提示。
"""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Case
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import shown
from itemcatalog.rules._rule import Force, Problem, Rule, Scope
from itemcatalog.rules._sources import LICENSING, PLAN
from itemcatalog.rules.cas._ask import of_the_year_online
from itemcatalog.rules.refusals import Reason, judge_reason, reason_terms

__all__ = ["RULE"]

_MESSAGES = {Reason.EMPTY: "empty", Reason.STOCK: "default", Reason.UNMATCHED: "unmatched"}
# How a refusal is called, and the gravest severity: sending back to complete is no refusal yet (行政许可法第三十二条).
_REFUSED = {"不通过": (Text("不通过", "refused"), None), "补正": (Text("补正", "sent back"), Severity.NOTICE)}


def _applies(case: Case, context: Context) -> bool | None:
    if case.outcome not in _REFUSED:
        return None if case.outcome is None and "outcome" in case.unclear else False
    return of_the_year_online(case, context)


def _terms(case: Case, context: Context) -> frozenset[str] | None:
    item = (context.case_items or {}).get(case.item_code or "")
    if item is None:
        return None
    found: frozenset[str] = context.memo(("reason-terms", case.item_code), lambda: reason_terms(item))
    return found


def _check(case: Case, context: Context) -> Iterator[Problem]:
    told = judge_reason(case.opinion, _terms(case, context))
    outcome, gravest = _REFUSED[case.outcome or ""]
    if told is not Reason.CONCRETE:
        yield Problem(
            field="opinion",
            message=_MESSAGES[told],
            values={"number": case.number, "outcome": outcome, "opinion": shown(case.opinion)},
            found=case.opinion or "",
            severity=Severity.NOTICE if told is Reason.UNMATCHED else gravest,
        )


RULE = Rule(
    code="CAS002",
    name="不通过原因含糊",
    scope=Scope.CASE,
    severity=Severity.ERROR,
    force=Force.PLAN,
    clauses=("3d", "xkf-32"),
    summary=Text(
        "网上申请件作不通过或者补正处理，意见没有说明具体原因。",
        "An online application was refused or sent back without a concrete reason.",
    ),
    basis=f"{PLAN}：应在意见中具体说明不通过的合理原因；{LICENSING}第三十二条、第三十八条",
    recommendation=Text(
        "写明缺哪一份材料、哪一项填写不符，或者依据哪一条不予受理。",
        "Say which material is missing, which entry is wrong, or which provision forbids it.",
    ),
    messages={
        "default": Message(
            "办件 {number} {outcome}，意见“{opinion}”没有具体原因",
            "Case {number} was {outcome}; the opinion “{opinion}” gives no concrete reason",
        ),
        "empty": Message("办件 {number} {outcome}，没有写意见", "Case {number} was {outcome} without any opinion"),
        "unmatched": Message(
            "办件 {number} {outcome}，意见“{opinion}”与该事项的材料和条件对不上，请核对是否具体",
            "Case {number} was {outcome}; the opinion “{opinion}” matches no material or condition of the item",
        ),
    },
    needs=("way", "outcome", "opinion"),
    applies=_applies,
    check=_check,
    page=__doc__,
)
