"""The facts of a rule in words: its grade, what it looks at, where its duty comes from, the lists that it asks for."""

from __future__ import annotations

from itemcatalog.findings import Severity, Text
from itemcatalog.rules._rule import Force, Rule, Scope

__all__ = ["FORCES", "FORCES_IN_SHORT", "LISTS", "SCOPES", "SEVERITIES", "STATUSES", "scope_words"]

SEVERITIES = {
    Severity.ERROR: Text("错误", "error"),
    Severity.WARNING: Text("警告", "warning"),
    Severity.NOTICE: Text("提示", "notice"),
}

SCOPES = {
    Scope.ITEM: Text("单个事项", "one item"),
    Scope.CASE: Text("单个办件", "one case"),
    Scope.GROUP: Text("同一事项的一组", "a group of the same item"),
    Scope.CATALOGUE: Text("整个目录", "the whole catalogue"),
}
_READING = Text("读取问题", "faults in reading")

FORCES = {
    Force.LAW: Text("法律、法规、国家规定或标准", "a law, a national rule or standard"),
    Force.PLAN: Text(
        "考核方案（所用方案含有所列条款时生效）", "a plan of appraisal (where the policy in use has the clauses)"
    ),
    Force.LOCAL: Text("地方规定（默认关闭）", "a local rule (off by default)"),
    Force.PRACTICE: Text("通行做法（默认关闭）", "common practice (off by default)"),
}

FORCES_IN_SHORT = {
    Force.LAW: Text("国家规定", "law"),
    Force.PLAN: Text("考核方案", "plan"),
    Force.LOCAL: Text("地方规定", "local"),
    Force.PRACTICE: Text("通行做法", "practice"),
}

LISTS = {
    "certificates": Text("证明清单", "the certificate list"),
    "standard_list": Text("纵向清单", "the standard list"),
    "crosswalk": Text("地方编码与国家编码对照表", "the crosswalk of local and national codes"),
    "organisations": Text("机构名录", "the list of organisations"),
    "case_items": Text("办件对应的事项目录", "the catalogue of the items of the cases"),
    "publish": Text("公布渠道的设定", "the channels of publication"),
}

STATUSES = {"active": Text("启用", "active"), "retired": Text("已停用", "retired")}


def scope_words(rule: Rule) -> Text:
    """Return what a rule looks at; one that words faults of a reader looks at those."""
    return _READING if rule.kinds else SCOPES[rule.scope]
