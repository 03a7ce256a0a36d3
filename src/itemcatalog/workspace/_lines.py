"""Where a key stands in a TOML file: ``tomllib`` forgets lines, and an error message needs them."""

from __future__ import annotations

import re
import tomllib

__all__ = ["KeyPath", "key_lines", "line_of", "syntax_line"]

KeyPath = tuple[str | int, ...]

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)""")
_TOKEN = re.compile(r'''"""|\'\'\'|"(?:\\.|[^"\\])*"|'[^']*'|#.*|[\[\]{}]''')


def key_lines(text: str) -> dict[KeyPath, int]:
    """Return the line of every table and key of a TOML text by its path (array tables by their index)."""
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    open_value = _OpenValue()
    for number, line in enumerate(text.splitlines(), start=1):
        if open_value.holds(line):
            continue
        header = _HEADER.match(line)
        if header:
            table = _enter(header, counts)
            lines.setdefault(table, number)
            continue
        key = _KEY.match(line)
        if key:
            lines.setdefault(table + _parts(key[1]), number)
            open_value.start(line[key.end() :])
    return lines


def line_of(lines: dict[KeyPath, int], path: KeyPath) -> int | None:
    """Return the line of a key, or of the nearest table around it."""
    while path:
        if path in lines:
            return lines[path]
        path = path[:-1]
    return None


def syntax_line(error: tomllib.TOMLDecodeError) -> int | None:
    """Return the line that a TOML syntax error names."""
    found = re.search(r"line (\d+)", str(error))
    return int(found[1]) if found else None


def _parts(key: str) -> KeyPath:
    return tuple(next(part for part in match.groups() if part is not None) for match in _PART.finditer(key))


def _enter(header: re.Match[str], counts: dict[KeyPath, int]) -> KeyPath:
    """Resolve the name of a table: parts that are array tables get their current index."""
    path: KeyPath = ()
    names = _parts(header[2])
    for depth, name in enumerate(names):
        path = (*path, name)
        if header[1] == "[[" and depth == len(names) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = (*path, counts[path])
    return path


class _OpenValue:
    """跨行的值: a string or array that runs over several lines hides what looks like keys."""

    def __init__(self) -> None:
        self.depth = 0
        self.quote = ""

    def holds(self, line: str) -> bool:
        """Return True (and read on) while a value of an earlier line is still open."""
        if not self.quote and self.depth <= 0:
            return False
        self.start(line)
        return True

    def start(self, rest: str) -> None:
        """Read the rest of a line for brackets and quotes that stay open."""
        position = 0
        while position < len(rest):
            if self.quote:
                end = rest.find(self.quote, position)
                if end < 0:
                    return
                self.quote, position = "", end + 3
                continue
            token = _TOKEN.search(rest, position)
            if token is None:
                return
            self._take(token[0])
            position = token.end()

    def _take(self, token: str) -> None:
        if token in ('"""', "'''"):
            self.quote = token
        elif token in ("[", "{"):
            self.depth += 1
        elif token in ("]", "}"):
            self.depth -= 1
