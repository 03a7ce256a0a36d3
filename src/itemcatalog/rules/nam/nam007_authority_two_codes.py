"""同一实施主体名称用了两个统一社会信用代码。

依据：GB 32100-2015（一个主体一个代码）；福州市2017年“互联网+政务服务”绩效考核实施方案（列明实施机关等要素）。
示例：“福州市民政局”在两处的信用代码不同 → 核对登记信息后统一。
局限：只在同一区划内比较；代码写错的由 COD 各条规则判断。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM007",
    kind="authority-coded-twice",
    name="实施主体两个信用代码",
    severity=Severity.WARNING,
    summary=Text("同一实施主体名称用了两个统一社会信用代码。", "One body has two credit codes."),
    basis="GB 32100-2015（一个主体一个代码）；福州市2017年“互联网+政务服务”绩效考核实施方案（列明实施机关等要素）",
    recommendation=Text("核对登记信息后统一。", "Check the registration and use one code."),
    message=Message(
        "实施主体“{authority}”在本处的信用代码是 {code}，在渠道 {other_channel} 是 {other_code}",
        "“{authority}” has credit code {code} here and {other_code} on channel {other_channel}",
    ),
    inside=Message(
        "实施主体“{authority}”在本处的信用代码是 {code}，本渠道另一条是 {other_code}",
        "“{authority}” has credit code {code} here and {other_code} in another entry of this channel",
    ),
    clauses=("8a",),
    page=__doc__,
)
