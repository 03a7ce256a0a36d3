"""标签或表头没有被识别。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：表头“办啥事” → 在 [labels] 里对应到 name。
局限：原样保留在 extra 中；与它对应的要素不算缺失。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP029",
    kind="label-unread",
    name="标签或表头不认识",
    severity=Severity.NOTICE,
    summary=Text("标签或表头没有被识别。", "A label or header is not recognised."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "用 [labels] 或 [channel.columns] 说明它对应哪个要素。",
        "Say in [labels] or [channel.columns] which field it means.",
    ),
    message=Message(
        "标签“{label}”没有被识别{why}，原样保留", "Label “{label}” is not recognised{why} and was kept as it is"
    ),
    page=__doc__,
)
