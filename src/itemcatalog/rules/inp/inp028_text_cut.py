"""文字似乎没有写完。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）。
示例：“申请人应当具备下列条件：” → 补上各项条件。
局限：以“：”“……”或连接词结尾的提示；这样的文字不参加渠道之间的比较。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP028",
    kind="text-cut",
    name="文字似乎不完整",
    severity=Severity.NOTICE,
    summary=Text("文字似乎没有写完。", "A text seems cut off."),
    basis=("福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《优化营商环境条例》第三十五条"),
    recommendation=Text("对照原件补全。", "Complete it from its source."),
    message=Message("“{label}”以“{ending}”结尾，似乎没有写完", "“{label}” ends in “{ending}” and seems cut off"),
    clauses=("9a",),
    page=__doc__,
)
