"""同一编码在不同渠道对应不同的事项名称。

依据：福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；
《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”。
示例：编码相同，市级清单为“排污许可”，省网为“取水许可” → 核对编码或者名称。
局限：基本编码由多个业务办理项共用，只比较主项、子项名称；名称仅一方多出限定、或者词表不能判断的按 warning；
基本编码上只多出末尾括号（业务办理项、情形）的只作提示；
仅措辞不同的不算；一方名称没有填写（XXXX许可）的只作提示；
同一渠道两个不同名称的事项共用自己的编码，由 COD012 报告，不重复提示。
"""

from itemcatalog.findings import Fault, Message, Severity, Text
from itemcatalog.rules._same import unfilled
from itemcatalog.rules.nam._conflict import conflict_rule, within
from itemcatalog.text import normalise

__all__ = ["RULE"]


def _softer(fault: Fault) -> Severity | None:
    values = fault.values
    # A name that was never filled in (XXXX许可) is a fault of its own place (ITM001), none of the other's.
    if any(unfilled(str(values.get(one))) for one in ("name", "other_name")):
        return Severity.NOTICE
    if values.get("scheme") == "basic" and _only_bracketed(str(values.get("name")), str(values.get("other_name"))):
        return Severity.NOTICE
    certain = values.get("verdict") == "different" and values.get("scheme") != "basic"
    return None if certain else Severity.WARNING


def _told_by_code(fault: Fault) -> bool:
    """Return whether COD012 tells this pair: two items of one channel under the code that each has for itself."""
    values = fault.values
    return (
        within(fault)
        and bool(values.get("own"))
        and normalise(fault.found or "") != normalise(str(values.get("other_item") or ""))
    )


def _only_bracketed(name: str, other: str) -> bool:
    """Return whether one name is the other with a bracket behind it: a business item or a situation."""
    short, long = sorted(map(normalise, (name, other)), key=len)
    return long.startswith(f"{short}(") and long.endswith(")")


RULE = conflict_rule(
    code="NAM001",
    kind="code-names-differ",
    name="同一编码不同名称",
    severity=Severity.ERROR,
    softer=_softer,
    told=_told_by_code,
    summary=Text("同一编码在不同渠道对应不同的事项名称。", "One code stands for different names."),
    basis=(
        "福州市2017年“互联网+政务服务”绩效考核实施方案：按照纵向清单要求，统一办事事项名称、子项及职权类别；"
        "《国务院关于加快推进全国一体化在线政务服务平台建设的指导意见》（国发〔2018〕27号）：同一事项名称、编码、依据、类型等基本要素“四级四同”"
    ),
    recommendation=Text("核对编码和名称，按纵向清单统一。", "Check code and name; unify by the standard list."),
    message=Message(
        "编码 {code} 在本处的名称是“{name}”，在渠道 {other_channel} 是“{other_name}”：{reasons}",
        "Code {code} is “{name}” here and “{other_name}” on channel {other_channel}: {reasons}",
    ),
    inside=Message(
        "编码 {code} 在本处的名称是“{name}”，本渠道另一条是“{other_name}”：{reasons}",
        "Code {code} is “{name}” here and “{other_name}” in another entry of this channel: {reasons}",
    ),
    clauses=("8b",),
    page=__doc__,
)
