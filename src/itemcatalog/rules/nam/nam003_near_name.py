"""两个渠道的事项名称相近，不能确定是否同一事项。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：“护士执业注册”与“护士延续注册” → 由人判定，写入 decisions.csv。
局限：只列各自在对方渠道没有确定对应的事项；判定为不同的，写入 decisions.csv 后不再提示。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM003",
    kind="name-near",
    name="名称相近待核",
    severity=Severity.NOTICE,
    summary=Text("两个渠道的事项名称相近，不能确定是否同一事项。", "Two names are near and may be one item."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text(
        "人工判定是否同一事项，写入 decisions.csv。", "Let a person decide and write it into decisions.csv."
    ),
    message=Message(
        "“{name}”与渠道 {other_channel} 的“{other_name}”名称相近，是否同一事项请判定：{reasons}",
        "“{name}” is near “{other_name}” of channel {other_channel}; are they one item? {reasons}",
    ),
    clauses=("8b",),
    page=__doc__,
)
