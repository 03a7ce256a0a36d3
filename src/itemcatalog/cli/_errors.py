"""What a user reads when a command cannot go on: one line, in the language asked for."""

from __future__ import annotations

import difflib
import re

from typer import TyperException

from itemcatalog.findings import Text

__all__ = ["usage_words"]

_PATTERNS: tuple[tuple[str, Text], ...] = (
    (r"No such command '?(.+?)'?\.?(?: Did you mean (.+?)\?)?$", Text("没有命令 {0}", "no command {0}")),
    (r"Missing command", Text("请给出一个命令", "a command is missing")),
    (r"No such option: (\S+)", Text("没有选项 {0}", "no option {0}")),
    (r"Missing (?:argument|option|parameter) '?([^'.]+)'?", Text("缺少 {0}", "{0} is missing")),
    (r"Option '?(\S+?)'? requires an argument", Text("选项 {0} 后面要有一个值", "option {0} needs a value")),
    (r"Option '?(\S+?)'? does not take a value", Text("选项 {0} 后面不能有值", "option {0} takes no value")),
    (r"Got unexpected extra argument\S* \((.+)\)", Text("多出的参数 {0}", "unexpected argument {0}")),
    (
        r"Invalid value for '?(.+?)'?: (.+)",
        Text("{0} 的值不对：{1}", "wrong value of {0}: {1}"),
    ),
)
_HINT = Text("（可用 --help 查看用法）", " (see --help)")


def usage_words(error: TyperException, language: str) -> str:
    """Return a usage error in one line."""
    half = r"\2" if language == "en" else r"\1"
    text = " ".join(re.sub(r"([^\s'\x1f]+)\x1f([^\s'\x1f]+)", half, error.format_message()).split())
    for pattern, words in _PATTERNS:
        found = re.match(pattern, text)
        if found:
            return words.in_language(language).format(*(part or "" for part in found.groups())) + _near(error, language)
    return text


def _near(error: TyperException, language: str) -> str:
    possible = difflib.get_close_matches(
        str(getattr(error, "option_name", "")), getattr(error, "possibilities", None) or ()
    )
    if not possible:
        return _HINT.in_language(language)
    return Text(f"，是否指 {'、'.join(possible)}", f", did you mean {', '.join(possible)}").in_language(language)
