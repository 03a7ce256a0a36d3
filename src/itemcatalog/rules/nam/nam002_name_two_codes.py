"""同一实施主体的同一事项在不同处使用了不同编码。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照统一编码规则赋码；GB/T 39554.1-2020（同一事项同一编码）。
示例：同一局的“取水许可”，市级清单和省网的实施编码不同 → 核对后统一。
局限：只比较同一实施主体、同一区划、名称相同的事项；业务办理项各有编码的不算。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM002",
    kind="name-codes-differ",
    name="同一名称不同编码",
    severity=Severity.WARNING,
    summary=Text("同一实施主体的同一事项在不同处使用了不同编码。", "One item of one body has different codes."),
    basis="福州市2017年“互联网+政务服务”绩效考核实施方案：按照统一编码规则赋码；GB/T 39554.1-2020（同一事项同一编码）",
    recommendation=Text("核对后统一编码。", "Check and use one code."),
    message=Message(
        "“{name}”在本处的编码是 {code}，在渠道 {other_channel} 是 {other_code}",
        "“{name}” has code {code} here and {other_code} on channel {other_channel}",
    ),
    inside=Message(
        "“{name}”在本处的编码是 {code}，本渠道另一条是 {other_code}",
        "“{name}” has code {code} here and {other_code} in another entry of this channel",
    ),
    clauses=("8c",),
    page=__doc__,
)
