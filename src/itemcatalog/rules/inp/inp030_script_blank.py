"""网页上的值由脚本填写，无法读取。

依据：itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）。
示例：“承诺时限”后面是空的占位元素 → 提供接口数据或者保存渲染后的网页。
局限：该要素按没有提供处理，不算缺失。
"""

from itemcatalog.findings import Message, Severity, Text
from itemcatalog.rules._faults import fault_rule

__all__ = ["RULE"]

RULE = fault_rule(
    code="INP030",
    kind="script-blank",
    name="值由脚本填写",
    severity=Severity.NOTICE,
    summary=Text(
        "网页上的值由脚本填写，无法读取。", "A value on the page is filled in by a script and cannot be read."
    ),
    basis="itemcatalog 数据规范 schemas/item.schema.json（按原文读取，读不懂的不猜测）",
    recommendation=Text(
        "提供接口数据，或者保存渲染后的网页。", "Hand in the data behind the page, or the page as rendered."
    ),
    message=Message(
        "“{label}”的值由脚本填写，无法读取", "The value of “{label}” is filled in by a script and cannot be read"
    ),
    page=__doc__,
)
