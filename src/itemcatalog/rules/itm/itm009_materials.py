"""没有列出申请材料。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素；统一办理材料）；《中华人民共和国行
政许可法》第三十条（公示需要提交的全部材料的目录）；《国务院关于在线政务服务的若干规定》第六条（公布办事材料）。
示例：申请材料为空 → 列出全部材料；不需要材料的写“无需提交材料”。
局限：写“无”的视为已经写明；公共服务事项（查询、咨询等）由 ITM017 检查；处罚、强制、征收、检查没有申请人，
不检查；奖励、给付和其他行政权力可能依职权进行，只作提示（名称是备案、认定、补贴、申领等的除外）。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._powers import on_application
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]

RULE = element_rule(
    code="ITM009",
    name="申请材料缺失",
    severity=Severity.WARNING,
    path="materials",
    public=False,
    sure=on_application,
    summary=Text("没有列出申请材料。", "No materials are listed."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素；"
        "统一办理材料）；"
        "《中华人民共和国行政许可法》第三十条（公示需要提交的全部材料的目录）；"
        "《国务院关于在线政务服务的若干规定》第六条（公布办事材料）"
    ),
    recommendation=Text(
        "列出全部申请材料；不需要的明确写“无需提交材料”。", "List all materials; if none are needed, say so."
    ),
    message=Message("申请材料为空", "The list of materials is empty"),
    clauses=(
        "9a",
        "9b",
        "xkf-30",
        "zxzwfw-6",
    ),
    page=__doc__,
)
