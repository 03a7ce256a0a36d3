"""Tables of a page that are no lists and no pairs: menus, what a site says of the page, office hours by half day."""

from __future__ import annotations

from collections.abc import Sequence

from itemcatalog.formats._page import PageCell, PageTable, PageText
from itemcatalog.formats._page_materials import asides_of
from itemcatalog.formats._page_tables import unique

__all__ = ["bare_entries", "leads_elsewhere", "rows_as_lines"]

_LONGEST_WORD = 8
_OF_PAGE = frozenset(
    {
        "索引号",
        "信息索引号",
        "发布机构",
        "发文机关",
        "成文日期",
        "生成日期",
        "发布日期",
        "发文日期",
        "公开方式",
        "公开形式",
    }
    | {
        "公开时限",
        "公开范围",
        "主题分类",
        "主题词",
        "文号",
        "发文字号",
        "有效性",
        "信息类别",
        "体裁分类",
        "服务对象分类",
        "标题",
    }
)
_FEWEST_OF_PAGE = 3
_HEAD = 6


def leads_elsewhere(table: PageTable) -> bool:
    """Whether a table is a menu (a column of short words), or says of the page what a site keeps (索引号, 发布机构)."""
    rows = [unique(row) for row in table.rows]
    short = [cell.text for row in rows[:_HEAD] for cell in row if len(cell.text) <= _LONGEST_WORD]
    if len(_OF_PAGE.intersection(text.strip("：: ").replace(" ", "") for text in short)) >= _FEWEST_OF_PAGE:
        return True
    return len(rows) > 2 and all(len(row) == 1 and len(row[0].text) <= _LONGEST_WORD for row in rows)


def rows_as_lines(table: PageTable) -> list[PageText]:
    """Return a table whose cells make sense only together (office hours by day and half day) as a line for each row."""
    heads = [cell.text for cell in table.rows[0]]
    plain = [row for row in table.rows if any(character.isdigit() for cell in row for character in cell.text)]
    with_heads = len(plain) < len(table.rows) and table.rows[0] is not plain[0] if plain else False
    lines: list[PageText] = []
    for row in plain:
        parts = [
            f"{head}{cell.text}" if with_heads and at else cell.text
            for at, (head, cell) in enumerate(zip(heads, row, strict=True))
        ]
        lines.append(PageText(" ".join(filter(None, parts)), row[0].origin))
    return lines


def bare_entries(rows: Sequence[Sequence[PageCell]]) -> list[PageText]:
    """Return the rows of a list that has no header as its entries; nothing where the rows do not show that they are.

    Rows are entries where their first cells count from one, or their last ones say of the first what is said of
    materials (原件1份). What else stands in a row goes behind its first text in brackets.
    """
    kept = [[cell for cell in unique(row) if cell.text] for row in rows]
    firsts = [row[0].text.strip("（()）.．、 ") if row else "" for row in kept]
    counted = len(kept) > 0 and firsts == [str(number) for number in range(1, len(kept) + 1)]
    entries = [row[1:] if counted else row for row in kept]
    if not all(entries) or not (counted or all(len(row) == 2 and asides_of(row[1].text) for row in entries)):
        return []
    return [_entry(row, rows) for row in entries]


def _entry(cells: Sequence[PageCell], group: object) -> PageText:
    name, *behind = cells
    said = [cell.text for cell in behind if asides_of(cell.text)]
    rest = "；".join(cell.text for cell in behind if not asides_of(cell.text))
    text = f"{name.text}（{rest}）" if rest else name.text
    return PageText("\n".join((text, *said)), name.origin, url=name.url, parts=(text, *said), group=group)
