"""同一统一社会信用代码的实施主体用了两种名称。

依据：《中华人民共和国行政许可法》第三十条；福州市2017年“互联网+政务服务”绩效考核实施方案（列明实施机关等要素）。
示例：同一信用代码，一处写“福州市卫计委”，一处写“福州市卫生和计划生育委员会” → 用全称。
局限：只在两处都写明信用代码时判断；机构改革后的新旧名称也会提示，请以当时的全称为准。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules.nam._conflict import conflict_rule

__all__ = ["RULE"]


RULE = conflict_rule(
    code="NAM006",
    kind="authority-named-twice",
    name="实施主体两种名称",
    severity=Severity.WARNING,
    summary=Text("同一统一社会信用代码的实施主体用了两种名称。", "One body is named in two ways."),
    basis="《中华人民共和国行政许可法》第三十条；福州市2017年“互联网+政务服务”绩效考核实施方案（列明实施机关等要素）",
    recommendation=Text("统一用机构全称。", "Use the full name of the body."),
    message=Message(
        "信用代码 {code} 的实施主体在本处写作“{authority}”，在渠道 {other_channel} 写作“{other_authority}”",
        "The body with credit code {code} is “{authority}” here and “{other_authority}” on channel {other_channel}",
    ),
    inside=Message(
        "信用代码 {code} 的实施主体在本处写作“{authority}”，本渠道另一条写作“{other_authority}”",
        "The body with credit code {code} is “{authority}” here, “{other_authority}” in another entry of this channel",
    ),
    clauses=("8a",),
    page=__doc__,
)
