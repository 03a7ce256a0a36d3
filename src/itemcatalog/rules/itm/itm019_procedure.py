"""没有写明办理流程。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案（清晰列明相关办理要素）；《中华人民共和国行政许可法》第三十条（公示程序）；
《国务院关于在线政务服务的若干规定》（国务院令第716号）第六条（明确办理流程）。
示例：办理流程为空 → 申请、受理、审查、决定、送达。
局限：来源没有办理流程这一列的不检查；公共服务事项、处罚检查等依职权的不检查；许可以外的只作提示；
环节的多少不看（GDE035），环节的时限由 LIM008 检查。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.model import Item
from itemcatalog.rules._context import Context
from itemcatalog.rules._items import is_licence
from itemcatalog.rules._sources import LICENSING, ONLINE, PLAN
from itemcatalog.rules.itm._element import element_rule

__all__ = ["RULE"]


def _is_licence(item: Item, context: Context) -> bool:
    return bool(is_licence(item))


RULE = element_rule(
    code="ITM019",
    name="办理流程缺失",
    severity=Severity.WARNING,
    path="procedure",
    public=False,
    sure=_is_licence,
    summary=Text("没有写明办理流程。", "The procedure is not stated."),
    basis=f"{PLAN}（清晰列明相关办理要素）；{LICENSING}第三十条（公示程序）；{ONLINE}第六条（明确办理流程）",
    recommendation=Text("按顺序写明申请、受理、审查、决定、送达等环节。", "List the steps in order."),
    message=Message("办理流程为空", "The procedure is empty"),
    clauses=("9a", "xkf-30", "zxzwfw-6"),
    page=__doc__,
)
