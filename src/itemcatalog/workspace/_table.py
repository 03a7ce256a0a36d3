"""Reading one TOML table strictly: every key is asked for by type, and what nobody asked for is an error."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

from itemcatalog.errors import ConfigurationError
from itemcatalog.workspace import _lines

__all__ = ["Table", "near", "read_toml"]


def read_toml(path: Path, shown: str) -> Table:
    """Read a TOML file as its outermost table; raise ``ConfigurationError`` naming the file and the line."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise ConfigurationError("工作区文件无法读取", path=shown) from error
    except UnicodeDecodeError as error:
        raise ConfigurationError("工作区文件须为 UTF-8 编码", path=shown) from error
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = _lines.syntax_line(error)
        raise ConfigurationError(f"TOML 语法错误（{error}）", path=shown, line=line) from error
    return Table(data, shown, _lines.key_lines(text))


def near(word: str, known: Iterable[str]) -> str:
    """Return the hint ``，是否指“…”`` for a misspelt word, or nothing."""
    found = difflib.get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"，是否指“{found[0]}”" if found else ""


class Table:
    """配置表: one TOML table with the place where it stands; ``finish`` refuses the keys nobody asked for."""

    def __init__(self, data: Mapping[str, Any], file: str, lines: dict[_lines.KeyPath, int], path: _lines.KeyPath = ()):
        self.data = data
        self.file = file
        self.path = path
        self._lines = lines
        self._asked: set[str] = set()

    def fail(self, message: str, *keys: str | int) -> NoReturn:
        """Raise ``ConfigurationError`` at a key of this table."""
        path = (*self.path, *keys)
        shown = ".".join(f"[{part}]" if isinstance(part, int) else part for part in path).replace(".[", "[")
        raise ConfigurationError(message, path=self.file, key=shown or None, line=_lines.line_of(self._lines, path))

    def line(self, *keys: str | int) -> int | None:
        """Return the line of a key of this table."""
        return _lines.line_of(self._lines, (*self.path, *keys))

    def take(self, key: str) -> Any:
        """Return the raw value of a key (None when absent) and remember that it is known."""
        self._asked.add(key)
        return self.data.get(key)

    def text(self, key: str, choices: Iterable[str] = ()) -> str | None:
        """Return a text, one of ``choices`` when there are any; None when absent."""
        value = self.take(key)
        if value is None:
            return None
        if not isinstance(value, str) or not value.strip():
            self.fail("应为非空文本（加引号）", key)
        self._choose(key, value, choices)
        return value

    def texts(self, key: str, choices: Iterable[str] = ()) -> tuple[str, ...]:
        """Return a text or a list of texts as a tuple; empty when absent."""
        value = self.take(key)
        if value is None:
            return ()
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, list) or not all(isinstance(entry, str) and entry.strip() for entry in entries):
            self.fail("应为文本或文本列表", key)
        for entry in entries:
            self._choose(key, entry, choices)
        return tuple(entries)

    def day(self, key: str) -> date | None:
        """Return a date; None when absent."""
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, datetime) or not isinstance(value, date):
            self.fail("应为日期，写作 2017-12-31，不加引号", key)
        return value

    def mapping(self, key: str) -> dict[str, str]:
        """Return a table of text to text; empty when absent."""
        table = self.table(key)
        if table is None:
            return {}
        for name, value in table.data.items():
            if not isinstance(value, str):
                table.fail("应为文本（加引号）", name)
        return dict(table.data)

    def table(self, key: str) -> Table | None:
        """Return an inner table; None when absent."""
        value = self.take(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.fail(f"应为一个表，写作 [{key}]", key)
        return Table(value, self.file, self._lines, (*self.path, key))

    def tables(self, key: str) -> tuple[Table, ...]:
        """Return an array of tables; empty when absent."""
        value = self.take(key)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            self.fail(f"应为若干个表，每个写作 [[{key}]]", key)
        return tuple(
            Table(entry, self.file, self._lines, (*self.path, key, index)) for index, entry in enumerate(value)
        )

    def finish(self) -> None:
        """Refuse the first key that nobody asked for, with the key that was probably meant."""
        for key in self.data:
            if key not in self._asked:
                self.fail(f"不认识的键“{key}”{near(key, self._asked)}", key)

    def _choose(self, key: str, value: str, choices: Iterable[str]) -> None:
        known = tuple(choices)
        if known and value not in known:
            self.fail(f"“{value}”不在 {'、'.join(known)} 之中{near(value, known)}", key)
