"""The fixed words of the appraisal's outputs, in Chinese and English."""

from __future__ import annotations

from fractions import Fraction

from itemcatalog.appraisal._figures import ALL, Figure, State, UnitKey
from itemcatalog.appraisal._indicator import Target
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._run import Appraisal
from itemcatalog.findings import Text
from itemcatalog.rules.lim._scopes import percent

__all__ = [
    "MET",
    "STATES",
    "WORDS",
    "figure_words",
    "met_words",
    "share",
    "summary_rows",
    "target_words",
    "value_words",
]

STATES = {
    State.MET: Text("达到", "met"),
    State.UNMET: Text("未达到", "not met"),
    State.UNKNOWN: Text("填写不明", "unclear"),
    State.OUTSIDE: Text("不计入", "not counted"),
    State.UNCOVERED: Text("数据不足", "too little data"),
}
MET = {True: Text("达标", "met"), False: Text("未达标", "missed"), None: Text("不判定", "not judged")}
_LACKING = Text("数据不足", "too little data")
_OPEN = Text("待核实", "to be clarified")
_RELATIONS = {">": "超过", ">=": "不低于", "=": "等于", "<=": "不高于", "<": "低于"}

WORDS = {
    "title": Text("“互联网+政务服务”绩效考核测算", "Appraisal of online government services"),
    "as_of": Text("考核基准日", "As of"),
    "policy": Text("考核方案", "Policy"),
    "skip": Text("跳到各项指标", "Skip to the indicators"),
    "unread": Text("下列输入无法读取，其余已测算：", "These inputs could not be read; the others were counted:"),
    "met": Text("达标", "met"),
    "missed": Text("未达标", "missed"),
    "untold": Text("不判定", "not judged"),
    "lacking": Text("数据不足", "too little data"),
    "needed": Text("须提交佐证", "evidence needed"),
    "indicators": Text("各项指标", "Indicators"),
    "indicator": Text("指标", "Indicator"),
    "clause": Text("条款", "Clause"),
    "value": Text("数值", "Value"),
    "figure": Text("分子/分母", "Numerator/denominator"),
    "target": Text("目标", "Target"),
    "state": Text("结果", "Result"),
    "second": Text("另一种口径", "Second reading"),
    "ranking": Text("单位得分（参考）", "Scores of units (for reference)"),
    "rank": Text("名次", "Rank"),
    "unit": Text("单位", "Unit"),
    "score": Text("得分", "Score"),
    "coverage": Text("计分指标", "Scored"),
    "levels": Text("各级", "Levels"),
    "authorities": Text("各部门", "Authorities"),
    "unranked": Text("数据不足，不排名", "Too little data, not ranked"),
    "drill": Text("逐项明细", "Details"),
    "by_unit": Text("分单位", "By unit"),
    "lists": Text("未达到和填写不明的清单", "What is not met or unclear"),
    "trend": Text("按时间节点", "At the milestones"),
    "what_if": Text("达标测算：最少改动", "What would have to change, at the least"),
    "evidence": Text("数据不能判定，须提交佐证的事项", "What no data decides: evidence needed"),
    "beside": Text("并列方案", "Another policy beside"),
    "notes": Text("口径说明", "What counts"),
    "none": Text("没有。", "None."),
    "more": Text("另有 {} 条，见工作簿。", "{} more in the workbook."),
    "footer": Text(
        "没有数据的指标不等于达标；佐证没有材料的不作数。",
        "No data is not compliance; evidence without a document does not count.",
    ),
    "foreign": Text("外地办法，只供参考", "another city's scheme, for reference only"),
}  # fmt: skip


def share(value: Fraction | None, target: Target | None = None) -> str:
    """Return a share in percent, with the decimals that tell it apart from its target."""
    return "—" if value is None else percent(value, target.value if target is not None else None)


def figure_words(figure: Figure | None) -> str:
    """Return ``numerator/denominator``."""
    return "—" if figure is None else f"{figure.numerator}/{figure.denominator}"


def value_words(result: Result, unit: UnitKey, language: str) -> str:
    """Return the value of a unit, or that there is too little data."""
    figure = result.figure(unit)
    if figure is None or figure.value is None:
        return _LACKING.in_language(language)
    return share(figure.value, result.indicator.target)


def target_words(target: Target | None, language: str) -> str:
    """Return a target as people say it (超过 90%)."""
    if target is None:
        return "—"
    relation = _RELATIONS[target.relation] if language == "zh" else target.relation
    return f"{relation} {percent(target.value)}"


def met_words(result: Result, unit: UnitKey, language: str) -> str:
    """Return whether the target is met, or why that is not said."""
    if result.figure(unit) is None:
        return _LACKING.in_language(language)
    met = result.met(unit)
    if met is None and result.indicator.target is not None:
        return _OPEN.in_language(language)
    return MET[met].in_language(language)


def summary_rows(appraisal: Appraisal, language: str) -> list[tuple[str, ...]]:
    """Return a line for each indicator as a whole: clause, name, value, figure, target, result."""
    return [
        (
            one.indicator.clause.words,
            one.indicator.name,
            value_words(one, ALL, language),
            figure_words(one.figure()),
            target_words(one.indicator.target, language),
            met_words(one, ALL, language),
        )
        for one in appraisal.results
    ]
