"""纵向清单中没有这个事项。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：清单外的事项 → 核对是否本级新增，或者名称写法差异过大。
局限：没有提供纵向清单的不检查；清单可能不完整，所以只作提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM009",
    kind="list-name-missing",
    name="纵向清单没有该事项",
    severity=Severity.NOTICE,
    summary=Text("纵向清单中没有这个事项。", "An item is not on the standard list."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text("核对该事项是否应当列入纵向清单。", "Check whether the item belongs on the list."),
    message=Message(
        "纵向清单中没有“{found}”",
        "“{found}” is not on the standard list",
    ),
    clauses=("8b",),
    page=__doc__,
)
