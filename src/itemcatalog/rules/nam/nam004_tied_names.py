"""同一渠道的几个事项同样符合对方的一个名称，无法唯一对应。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：本渠道有两个“取水许可”，对方只有一个 → 补充子项名称或者编码。
局限：不猜测：并列的都列出，由人在 decisions.csv 中指定。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM004",
    kind="name-tie",
    name="名称并列对应",
    severity=Severity.NOTICE,
    summary=Text(
        "同一渠道的几个事项同样符合对方的一个名称，无法唯一对应。",
        "Several items of one channel answer equally well to one name.",
    ),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text(
        "补充子项、业务办理项名称或者编码，或者在 decisions.csv 中指定。",
        "Add the sub-item or the code, or decide in decisions.csv.",
    ),
    message=Message(
        "“{name}”与本渠道的“{other_name}”同样符合另一渠道的同一名称，无法唯一对应",
        "“{name}” and “{other_name}” of this channel answer equally well to one name elsewhere",
    ),
    clauses=("8b",),
    page=__doc__,
)
