"""The draft of the 通报: what was counted, what was missed and by whom, what is still to be handed in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from itemcatalog.appraisal._evidence import EvidenceItem
from itemcatalog.appraisal._figures import ALL
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._run import Appraisal
from itemcatalog.appraisal._words import figure_words, target_words, value_words
from itemcatalog.render.appraisal_notice import NoticeHeading, NoticeParagraph, NoticeTable, notice_docx

__all__ = ["notice"]

_Part = NoticeHeading | NoticeParagraph | NoticeTable
_UNITS_NAMED = 8
_SHORT_CLAUSE = 4


def notice(appraisal: Appraisal) -> bytes:
    """Return the draft as a Word document."""
    year = appraisal.as_of.year
    title = f"关于{year}年度“互联网+政务服务”绩效考核指标测算情况的通报（草稿）"
    return notice_docx(title, list(_parts(appraisal)), appraisal.as_of)


def _day(appraisal: Appraisal) -> str:
    day = appraisal.as_of
    return f"{day.year}年{day.month}月{day.day}日"


def _parts(appraisal: Appraisal) -> Iterator[_Part]:
    judged = [one for one in appraisal.results if one.met() is not None]
    met = sum(1 for one in judged if one.met())
    yield NoticeParagraph(
        f"按照《{appraisal.policy.name}》，对{appraisal.name}截至{_day(appraisal)}的数据进行了测算。"
        f"有目标值且数据可以判定的指标 {len(judged)} 项，达标 {met} 项，未达标 {len(judged) - met} 项。"
        "现将情况通报如下（本稿由数据自动生成，须经核对后使用）。"
    )
    yield from _missed(appraisal)
    yield from _levels(appraisal)
    yield from _untold(appraisal)
    yield from _duties(appraisal)
    yield NoticeParagraph(_day(appraisal))


def _missed(appraisal: Appraisal) -> Iterator[_Part]:
    yield NoticeHeading("一、未达标的指标")
    if not appraisal.missed:
        yield NoticeParagraph("可以判定的指标全部达标。")
        return
    rows = [
        (
            one.indicator.clause.words,
            one.indicator.name,
            value_words(one, ALL, 'zh'),
            figure_words(one.figure()),
            target_words(one.indicator.target, "zh"),
            _behind(appraisal, one),
        )
        for one in appraisal.missed
    ]  # fmt: skip
    yield NoticeTable(
        ("条款", "指标", "数值", "分子/分母", "目标", "未达标的县（市）区、渠道"),
        rows,
        _widths(rows, 46, 20, 26, 20, 32),
    )


def _widths(rows: Sequence[tuple[str, ...]], *others: int) -> tuple[int, ...]:
    """Return the widths of a table: an article of a law takes more room than a number, from the widest column."""
    first = 28 if any(len(row[0]) > _SHORT_CLAUSE for row in rows) else 12
    widest = max(others)
    return (first, *(width - (first - 12 if width == widest else 0) for width in others))


def _behind(appraisal: Appraisal, result: Result) -> str:
    names = [appraisal.names[unit] for unit in appraisal.units if unit[0] == "channel" and result.met(unit) is False]
    more = f"等 {len(names)} 个" if len(names) > _UNITS_NAMED else ""
    return "、".join(names[:_UNITS_NAMED]) + more


def _levels(appraisal: Appraisal) -> Iterator[_Part]:
    yield NoticeHeading("二、达标的指标")
    lines = [
        f"{one.indicator.name} {value_words(one, ALL, 'zh')}"
        f"（{figure_words(one.figure(ALL))}，目标{target_words(one.indicator.target, 'zh').replace(' ', '')}）"
        for one in appraisal.results
        if one.met()
    ]  # fmt: skip
    yield NoticeParagraph("；".join(lines) + "。" if lines else "没有。")


def _untold(appraisal: Appraisal) -> Iterator[_Part]:
    yield NoticeHeading("三、数据不能判定、须提交佐证的事项")
    needed = [one for one in appraisal.evidence if one.state != "shown"]
    if not needed:
        yield NoticeParagraph("没有。")
        return
    rows = [(one.clause.words, one.clause.title, one.needed, _handed_in(one)) for one in needed]
    yield NoticeTable(("条款", "任务", "原因", "已提交情况"), rows, _widths(rows, 48, 52, 44))


def _handed_in(one: EvidenceItem) -> str:
    return "；".join(f"{entry.unit}：{entry.why or entry.document}" for entry in one.entries)


def _duties(appraisal: Appraisal) -> Iterator[_Part]:
    yield NoticeHeading("四、整改要求")
    proposals = {one.indicator: one for one in appraisal.proposals if one.unit == ALL}
    number = 0
    for result in appraisal.missed:
        number += 1
        proposal = proposals.get(result.indicator.id)
        asked = f"，至少还需整改 {proposal.needed} 项" if proposal is not None and proposal.reached else ""
        who = "、".join(result.indicator.responsible) or "各责任单位"
        yield NoticeParagraph(f"{number}. {result.indicator.name}{asked}。责任单位：{who}。清单见所附工作簿。")
    yield NoticeParagraph(f"{number + 1}. 须提交佐证的事项，由责任单位补交材料；没有材料的不予认定。")
