"""How a difference between channels reads: what stands in for what, in the direction of a correction."""

from __future__ import annotations

from itemcatalog.comparison import Agreement, Change, EntryDifference
from itemcatalog.rules.chn._told import told


def _difference(change: Change, left: str | None, right: str | None, agreement: Agreement) -> EntryDifference:
    return EntryDifference(change=change, left=left, right=right, agreement=agreement)


def test_what_is_published_comes_before_what_should_stand() -> None:
    """The office corrects the published entry to the other one; the sentence says which is which."""
    found = [
        _difference(Change.RENAMED, "许可证", "备案凭证", Agreement.SUBSTANCE),
        _difference(Change.ADDED, None, "产权证明", Agreement.SUBSTANCE),
    ]

    assert told(found, "zh") == "“备案凭证”应为“许可证”；多出 产权证明"
    assert told(found, "en") == "“备案凭证” should be “许可证”; added 产权证明"


def test_another_wording_is_not_told_as_other_content() -> None:
    """Of two wordings with one meaning nothing is said to be different."""
    found = [_difference(Change.CHANGED, "周一至周五", "星期一至星期五", Agreement.WORDING)]

    assert told(found, "zh") == "“星期一至星期五”可写作“周一至周五”"
