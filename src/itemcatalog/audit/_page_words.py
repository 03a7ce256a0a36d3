"""The fixed words of report.html."""

from __future__ import annotations

from itemcatalog.findings import Text

__all__ = ["WORDS", "headers", "in_language"]

WORDS = {
    "title": Text("政务服务事项审核报告", "Audit of government service items"),
    "skip": Text("跳到各单位问题", "Skip to the findings"),
    "as_of": Text("审核基准日", "As of"),
    "policy": Text("考核方案", "Policy"),
    "rule_set": Text("规则集", "Rule set"),
    "unread": Text("下列输入无法读取，其余已审核：", "These inputs could not be read; the others were audited:"),
    "compression": Text("承诺时限压缩", "Promised against statutory time"),
    "no_measure": Text("没有可计算的时限。", "No limits that can be compared."),
    "causes": Text("五个最大原因", "The five largest causes"),
    "no_causes": Text("没有发现问题。", "Nothing was found."),
    "channels": Text("各渠道", "Channels"),
    "more_channels": Text("其余 {} 个渠道见后页。", "{} more channels follow."),
    "rate_note": Text(
        "每百项原因：同一规则、同一要素、同一取值的问题算一个原因；已检查不足 80% 的不比较。",
        "Causes per 100 items: findings of one rule, field and value are one cause; below 80 % checked: not compared.",
    ),
    "not_checked": Text("未检查的内容", "What was not checked"),
    "all_checked": Text("全部规则均已检查。", "Every rule was checked."),
    "measures": Text("时限压缩：分渠道、区划、类型", "Time limits by channel, division and type"),
    "measures_by_authority": Text("分单位", "By authority"),
    "ranking": Text("单位比较", "Units compared"),
    "ranking_note": Text(
        "按每百项原因由少到多排列，相同的并列；只比较已检查 80% 以上的单位。",
        "Fewest causes per 100 items first; only units with at least 80 % of the checks made.",
    ),
    "blameless": Text("没有发现问题的单位，并列第一", "Units without findings, all first"),
    "lacking": Text("数据不足，不参加比较", "Too little data, not compared"),
    "units": Text("各单位的问题", "Findings by unit"),
    "search": Text("查找", "Search"),
    "workbook": Text(
        "下载本单位的问题清单（Excel，含期限和回复栏）", "Workbook of this unit (with due date and reply)"
    ),
    "no_findings": Text("没有问题。", "No findings."),
    "groups": Text("同一事项在各渠道", "The same item on several channels"),
    "groups_note": Text(
        "只列不应有差异而不一致的；允许不同的要素（地点、电话等）不列。全部见 groups.csv 和 report.json。",
        "Only differences that should not be; fields that may differ are left out. All: groups.csv and report.json.",
    ),
    "inputs": Text("审核的文件", "Inputs"),
    "footer": Text(
        "提示和警告须经人工核对；未检查的内容不等于合格。",
        "Notices and warnings need a person's eye; what was not checked is not thereby sound.",
    ),
}

_HEADERS = {
    "channel_header": (
        Text("渠道", "Channel"),
        Text("事项", "Items"),
        Text("错误", "Errors"),
        Text("警告", "Warnings"),
        Text("提示", "Notices"),
        Text("已检查", "Checked"),
        Text("每百项原因", "Causes/100"),
    ),
    "measure_header": (
        Text("范围", "Scope"),
        Text("计入", "Counted"),
        Text("合计比", "Ratio of totals"),
        Text("承诺合计／法定合计", "Totals"),
        Text("平均比", "Mean"),
        Text("中位数", "Median"),
        Text("达标占比", "Share within"),
        Text("未计入", "Excluded"),
    ),
    "ranking_header": (
        Text("名次", "Rank"),
        Text("单位", "Unit"),
        Text("事项", "Items"),
        Text("错误", "Errors"),
        Text("警告", "Warnings"),
        Text("提示", "Notices"),
        Text("已检查", "Checked"),
        Text("每百项原因", "Causes/100"),
    ),
    "finding_header": (
        Text("事项", "Item"),
        Text("问题", "Finding"),
        Text("要素：现值 → 应为", "Field: found → expected"),
        Text("位置", "Place"),
    ),
    "group_header": (
        Text("事项", "Item"),
        Text("关系", "Relation"),
        Text("成员", "Members"),
        Text("不一致的要素", "Fields that differ"),
    ),
    "unchecked_header": (
        Text("规则", "Rule"),
        Text("名称", "Name"),
        Text("渠道", "Channel"),
        Text("原因", "Reason"),
        Text("次数", "Count"),
    ),
    "input_header": (
        Text("文件", "File"),
        Text("渠道", "Channel"),
        Text("事项", "Items"),
        Text("编码方式", "Encoding"),
        Text("SHA-256", "SHA-256"),
    ),
}


def in_language(language: str) -> dict[str, str]:
    """Return the words in one language."""
    return {key: text.in_language(language) for key, text in WORDS.items()}


def headers(language: str) -> dict[str, list[str]]:
    """Return the headers of the tables in one language."""
    return {key: [text.in_language(language) for text in texts] for key, texts in _HEADERS.items()}
