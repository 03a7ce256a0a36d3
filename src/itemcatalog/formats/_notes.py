"""What a reader did with a sheet, in words (阅读说明): which rows it passed over, and why."""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.findings import Text

__all__ = ["Notes", "rows_in_words"]

_MOST = 12


def rows_in_words(numbers: list[int]) -> Text:
    """Return row numbers as people write them.

    >>> rows_in_words([1, 2, 57]).zh
    '第 1–2、57 行'
    """
    spans: list[list[int]] = []
    for number in sorted(set(numbers)):
        if spans and number == spans[-1][1] + 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    words = [str(first) if first == last else f"{first}–{last}" for first, last in spans[:_MOST]]
    count = len(set(numbers))
    zh, en = (f" 等共 {count}", f" and more, {count} in all") if len(spans) > _MOST else ("", "")
    return Text(f"第 {'、'.join(words)}{zh} 行", f"rows {', '.join(words)}{en}")


class Notes:
    """阅读说明: sentences, and the rows that were passed over by reason."""

    def __init__(self) -> None:
        self._sentences: dict[str, None] = {}
        self._skipped: dict[str, list[int]] = {}

    def say(self, sentence: str) -> None:
        """Add a sentence once."""
        self._sentences.setdefault(sentence)

    def skip(self, row: int, reason: str) -> None:
        """Note a row that holds no item (标题, 合计, 重复表头 …)."""
        self._skipped.setdefault(reason, []).append(row)

    def __iter__(self) -> Iterator[str]:
        yield from self._sentences
        if self._skipped:
            yield f"略过{'；'.join(f'{rows_in_words(rows).zh}（{reason}）' for reason, rows in self._skipped.items())}"
