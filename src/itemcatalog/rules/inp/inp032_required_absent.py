"""工作区要求的要素，渠道的来源都没有。

依据：工作区 [rules] required。
示例：required = ["legal_bases"]，渠道没有设定依据一列 → 补上该列。
局限：每个渠道和要素只报一次，不归到单个事项。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP032",
    kind="required-absent",
    name="渠道缺少必备要素",
    severity=Severity.WARNING,
    summary=Text(
        "工作区要求的要素，渠道的来源都没有。", "No source of a channel carries a field that the workspace requires."
    ),
    basis="工作区 [rules] required",
    recommendation=Text("补上该要素，或者从 required 中去掉。", "Add the field, or take it out of required."),
    message=Message("渠道 {channel} 的来源都没有 {field} 这一项", "No source of channel {channel} carries {field}"),
    clauses=("8a",),
    page=__doc__,
)
