"""Help pages in the language asked for: usage, what it does, arguments, options, examples."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from typer.core import TyperCommand, TyperGroup

from itemcatalog.cli._words import About, pick
from itemcatalog.findings import Text

__all__ = ["Command", "Group"]

_USAGE = Text("用法", "Usage")
_ARGUMENTS = Text("参数", "Arguments")
_OPTIONS = Text("选项", "Options")
_EXAMPLES = Text("示例", "Examples")
_DEFAULT = Text("默认", "default")
_REQUIRED = Text("必填", "required")
_SHIPPED = {
    "--help": Text("显示本说明", "Show this message"),
    "--install-completion": Text("为当前命令行安装自动补全", "Install completion for the current shell"),
    "--show-completion": Text("显示自动补全脚本", "Show the completion script"),
}
_WIDTH = 34


class Command(TyperCommand):
    """命令: a command whose help page is ours; ``about`` is set by the table of commands."""

    about: About
    language: str

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help page."""
        lines = [f"{_USAGE.in_language(self.language)}: {ctx.command_path} {_pieces(self, ctx, self.language)}", ""]
        lines += [f"  {self.about.summary.in_language(self.language)}", ""]
        lines += _sections(self, ctx, self.language)
        lines += _examples(self.about, self.language)
        formatter.write("\n".join(lines).rstrip() + "\n")


class Group(TyperGroup):
    """命令组: the list of commands, by what they are for."""

    abouts: dict[str, About]
    language: str
    summary: Text

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the list of commands."""
        usage = _USAGE.in_language(self.language)
        command, options = Text("命令", "COMMAND"), _OPTIONS.in_language(self.language).upper()
        lines = [f"{usage}: {ctx.command_path} [{options}] {command.in_language(self.language)} …", ""]
        lines += [f"  {self.summary.in_language(self.language)}", ""]
        for heading in dict.fromkeys(about.group for about in self.abouts.values()):
            entries = [(name, about.summary) for name, about in self.abouts.items() if about.group == heading]
            lines.append(heading.in_language(self.language))
            lines += [_line(name, text.in_language(self.language)) for name, text in entries]
            lines.append("")
        lines += _sections(self, ctx, self.language)
        formatter.write("\n".join(lines).rstrip() + "\n")


def _pieces(command: Any, ctx: Any, language: str) -> str:
    names = [_argument(param, language) for param in command.get_params(ctx) if param.param_type_name == "argument"]
    return " ".join([f"[{_OPTIONS.in_language(language)}]", *names])


def _argument(param: Any, language: str) -> str:
    name = pick(param.metavar, language) or param.name.upper()
    shown = name if param.required else f"[{name}]"
    return f"{shown}…" if param.nargs == -1 else shown


def _sections(command: Any, ctx: Any, language: str) -> Iterator[str]:
    params = command.get_params(ctx)
    arguments = [
        (_argument(one, language), pick(one.help, language)) for one in params if one.param_type_name == "argument"
    ]
    options = [(_names(one, language), _explained(one, language)) for one in params if one.param_type_name == "option"]
    for heading, entries in ((_ARGUMENTS, arguments), (_OPTIONS, options)):
        if entries:
            yield heading.in_language(language)
            yield from (_line(name, text) for name, text in entries)
            yield ""


def _names(param: Any, language: str) -> str:
    names = ", ".join((*param.opts, *param.secondary_opts))
    metavar = pick(param.metavar, language)
    return f"{names} {metavar}" if metavar and not param.is_flag else names


def _explained(param: Any, language: str) -> str:
    shipped = next((_SHIPPED[name] for name in param.opts if name in _SHIPPED), None)
    text = shipped.in_language(language) if shipped else pick(param.help, language)
    if param.required:
        return f"{text} [{_REQUIRED.in_language(language)}]"
    if isinstance(param.default, str) and param.default and not shipped:
        return f"{text} [{_DEFAULT.in_language(language)}: {param.default}]"
    return text


def _examples(about: About, language: str) -> Iterable[str]:
    yield _EXAMPLES.in_language(language)
    for command, meaning in about.examples:
        yield f"  {command}"
        yield f"      {meaning.in_language(language)}"


def _line(name: str, text: str) -> str:
    gap = _WIDTH - 2 - _columns(name)
    return f"  {name}{' ' * gap}{text}" if gap > 1 else f"  {name}\n{' ' * _WIDTH}{text}"


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in text)
