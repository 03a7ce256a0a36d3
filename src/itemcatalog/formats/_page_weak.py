"""Labels that stand back (弱标签): a hotline of the site, the telephone of a window, a body that only accepts."""

from __future__ import annotations

import re

from itemcatalog.formats._record import Cell

__all__ = ["HOTLINE", "SPONSOR", "WEAK_BODY", "WEAK_PHONE", "weaker"]

WEAK_PHONE = re.compile(r"(?:联系|窗口|办公|办事|服务|受理)?电话|联系方式|窗口咨询电话")
HOTLINE = re.compile(r"(?:服务|客服|政务|便民|政务服务|统一)?热线(?:电话)?|客服(?:电话)?")
# Who runs the web site stands in the foot of its pages: 主办单位：福州市行政服务中心.
SPONSOR = re.compile(r"(?:网站)?主办(?:单位)?")
# Labels of a body that need not be the implementing one; it stands back where another label names that.
WEAK_BODY = re.compile(r".*(?:受理|决定|联系|办理部门|经办|承办|窗口|责任|办理主体).*")


def weaker(form: re.Pattern[str], first: Cell, second: Cell) -> Cell | None:
    """Return the one of two values whose label alone has a form; None where neither or both have it."""
    found = [one for one in (first, second) if form.fullmatch(one.label or "")]
    return found[0] if len(found) == 1 else None
