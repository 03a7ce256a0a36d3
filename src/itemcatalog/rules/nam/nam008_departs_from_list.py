"""事项名称与纵向清单不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：纵向清单为“公共场所卫生许可”，本处写“公共场所卫生许可证核发” → 改为清单名称。
局限：没有提供纵向清单的不检查；仅凭名称相近推断的按 notice。
"""

from itemcatalog.findings import Fault, Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


def _softer(fault: Fault) -> Severity | None:
    return Severity.NOTICE if fault.values.get("ground") == "near" else None


RULE = conflict_rule(
    code="NAM008",
    kind="list-name-differs",
    name="名称与纵向清单不一致",
    severity=Severity.WARNING,
    softer=_softer,
    summary=Text("事项名称与纵向清单不一致。", "A name departs from the standard list."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text("改为纵向清单的名称。", "Use the name of the standard list."),
    message=Message(
        "名称“{found}”与纵向清单不一致，应为“{expected}”",
        "“{found}” departs from the standard list, which has “{expected}”",
    ),
    clauses=("8b",),
    page=__doc__,
)
