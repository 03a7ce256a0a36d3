"""``diff.json``, ``diff.xlsx`` and a changelog that people read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from itemcatalog import files
from itemcatalog.changes._model import CatalogueChange, ChangeKind, Changes
from itemcatalog.findings import Text
from itemcatalog.render import Column, Sheet, workbook

__all__ = ["changelog", "diff_workbook", "write_changes"]

_CONFIRM = Text("（待确认）", " (to be confirmed)")
_TITLE = Text("事项目录动态管理：变动清单", "Changes of the catalogue")
_MOVED = Text("实施主体变动", "items that went to another authority")
_ITEMS = Text("（{count} 项）", " ({count} items)")
_ALL = Text("全部变动", "all changes")
_COLUMNS = {
    "kind": Text("变动类型", "change"),
    "channel": Text("渠道", "channel"),
    "authority": Text("实施主体", "authority"),
    "old": Text("原事项", "before"),
    "old_code": Text("原编码", "code before"),
    "new": Text("现事项", "after"),
    "new_code": Text("现编码", "code after"),
    "field": Text("要素", "element"),
    "was": Text("原内容", "was"),
    "now": Text("现内容", "is"),
    "evidence": Text("依据", "evidence"),
    "certain": Text("是否待确认", "to be confirmed"),
}
_WIDTHS = {
    "kind": 10,
    "channel": 12,
    "authority": 18,
    "old": 24,
    "old_code": 20,
    "new": 24,
    "new_code": 20,
    "field": 12,
    "certain": 10,
}
_YES = Text("待确认", "yes")


def write_changes(changes: Changes, folder: Path, language: str = "zh") -> None:
    """Write the three files into a folder, the json last. Raises ``OutputError``."""
    files.write_text(folder / "diff.md", changelog(changes, language))
    files.write_bytes(folder / "diff.xlsx", diff_workbook(changes, language))
    text = json.dumps(changes.to_dict(language), ensure_ascii=False, indent=2)
    files.write_text(folder / "diff.json", f"{text}\n")


def changelog(changes: Changes, language: str = "zh") -> str:
    """Return the changelog as Markdown: a summary line, then each kind with its changes."""
    words = Text("原 {old} 项，现 {new} 项，未变动 {same} 项", "{old} items before, {new} after, {same} unchanged")
    summary = words.in_language(language).format(old=changes.old_items, new=changes.new_items, same=changes.unchanged)
    lines = [f"# {_TITLE.in_language(language)}", "", summary, "", *_successions(changes, language)]
    for kind in ChangeKind:
        found = list(changes.of(kind))
        if found:
            lines += [f"## {kind.words.in_language(language)}（{len(found)}）", ""]
            lines += [line for change in found for line in _entry(changes, change, language)] + [""]
    return "\n".join(lines)


def _successions(changes: Changes, language: str) -> Iterator[str]:
    if changes.successions:
        yield f"## {_MOVED.in_language(language)}"
        yield ""
        for old, new, count in changes.successions:
            yield f"- {_plain(old)} → {_plain(new)}{_ITEMS.in_language(language).format(count=count)}"
        yield ""


def _entry(changes: Changes, change: CatalogueChange, language: str) -> Iterator[str]:
    old, new = (" + ".join(_plain(ref.name) or "—" for ref in side) for side in (change.old, change.new))
    doubt = "" if change.certain else _CONFIRM.in_language(language)
    one = change.kind is ChangeKind.CHANGED or not (old and new)
    where = " · ".join(_plain(part) for part in (changes.channel_name(change.channel), change.authority) if part)
    yield f"- {where}：{new or old}{doubt}" if one else f"- {where}：{old} → {new}{doubt}"
    for field in change.fields:
        label, nothing = field.label.in_language(language), "—"
        yield f"  - {label}：{_plain(field.old or nothing)} → {_plain(field.new or nothing)}"


def _plain(text: str) -> str:
    """Keep a value on its line and out of the markup."""
    flat = " ".join(text.split())
    return flat.translate({ord(mark): f"\\{mark}" for mark in "\\`*_[]<>#|"})


def diff_workbook(changes: Changes, language: str = "zh") -> bytes:
    """Return the workbook: all changes, then one sheet per kind; one row per changed element."""
    columns = tuple(
        Column(title=text.in_language(language), width=_WIDTHS.get(name, 30)) for name, text in _COLUMNS.items()
    )
    sheets = [
        Sheet(
            name=_ALL.in_language(language),
            columns=columns,
            rows=[row for change in changes.changes for row in _rows(changes, change, language)],
        )
    ]
    for kind in ChangeKind:
        rows = [row for change in changes.of(kind) for row in _rows(changes, change, language)]
        if rows:
            sheets.append(Sheet(name=kind.words.in_language(language), columns=columns, rows=rows))
    return workbook(sheets, title=_TITLE.in_language(language))


def _rows(changes: Changes, change: CatalogueChange, language: str) -> Iterator[list[str]]:
    head = [
        change.kind.words.in_language(language),
        changes.channel_name(change.channel),
        change.authority or "",
        "\n".join(ref.name for ref in change.old),
        "\n".join(_code(ref.codes) for ref in change.old),
        "\n".join(ref.name for ref in change.new),
        "\n".join(_code(ref.codes) for ref in change.new),
    ]
    tail = [
        "\n".join(text.in_language(language) for text in change.evidence),
        "" if change.certain else _YES.in_language(language),
    ]
    if not change.fields:
        yield [*head, "", "", "", *tail]
    for field in change.fields:
        yield [*head, field.label.in_language(language), field.old or "", field.new or "", *tail]


def _code(codes: object) -> str:
    found = dict(codes) if isinstance(codes, dict) else {}
    return str(found.get("handling") or found.get("implementation") or found.get("basic") or "")
