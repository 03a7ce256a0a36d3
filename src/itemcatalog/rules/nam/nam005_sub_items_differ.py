"""同一主项在两个渠道划分的子项不一致。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：市级清单的主项有“新办”“变更”两个子项，某区只有“新办” → 按纵向清单补齐或者说明。
局限：下级只行使部分子项是常有的，所以只作提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM005",
    kind="sub-items-differ",
    name="子项划分不一致",
    severity=Severity.NOTICE,
    summary=Text("同一主项在两个渠道划分的子项不一致。", "Two channels part one main item into different sub-items."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text("按纵向清单统一子项划分；不行使的子项注明。", "Unify the sub-items by the standard list."),
    message=Message(
        "主项“{found}”的子项划分与渠道 {other_channel} 不一致：本处没有“{missing}”；本处另有“{extra}”",
        "The sub-items of “{found}” differ from channel {other_channel}: absent here “{missing}”, extra here “{extra}”",
    ),
    clauses=("8b",),
    page=__doc__,
)
