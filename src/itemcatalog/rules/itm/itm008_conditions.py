"""没有写明办理（受理）条件。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素；统一办理条件）；《中华人民共和国行
政许可法》第三十条（公示条件）；《国务院关于在线政务服务的若干规定》第六条（公布受理条件）。
示例：受理条件为空 → 逐条列出条件；确实没有的写“无条件受理”。
局限：写“无”“无条件受理”“直接申请”等的视为已经写明；公共服务事项由 ITM017 检查；
处罚、强制、征收、检查没有申请人，不检查。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM008",
    name="办理条件缺失",
    severity=Severity.WARNING,
    path="conditions",
    public=False,
    summary=Text("没有写明办理（受理）条件。", "No conditions are stated."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素；"
        "统一办理条件）；"
        "《中华人民共和国行政许可法》第三十条（公示条件）；"
        "《国务院关于在线政务服务的若干规定》第六条（公布受理条件）"
    ),
    recommendation=Text(
        "逐条列出办理条件；没有条件的明确写“无条件受理”。", "List the conditions; if there are none, say so."
    ),
    message=Message("办理条件为空", "The conditions are empty"),
    clauses=(
        "9a",
        "9b",
        "xkf-30",
        "zxzwfw-6",
    ),
    page=__doc__,
)
