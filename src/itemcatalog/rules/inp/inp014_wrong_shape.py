"""要素的类型或格式不符合数据规范。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：到现场次数写作 "一次" → 1。
局限：没有采用该值，事项照样审核；该要素按写了但读不懂处理。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP014",
    kind="wrong-shape",
    name="格式不符",
    severity=Severity.WARNING,
    summary=Text("要素的类型或格式不符合数据规范。", "A field is not of the shape that the schema asks for."),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text("按数据规范改正。", "Put it into the shape of the schema."),
    message=Message(
        "“{label}”的值“{found}”格式不符，应为{expected}", "“{label}”: the value “{found}” should be {expected}"
    ),
    page=__doc__,
)
