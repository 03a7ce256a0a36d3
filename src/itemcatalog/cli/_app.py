"""The table of commands, and the one place where errors become exit codes."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
import traceback
from collections.abc import Sequence
from typing import Annotated, Any

import typer

from itemcatalog._shipped import __version__
from itemcatalog.cli._errors import usage_words
from itemcatalog.cli._help import Command, Group
from itemcatalog.cli._words import LANGUAGES, both, chosen_language
from itemcatalog.errors import ConfigurationError, ItemCatalogError, UsageError
from itemcatalog.findings import Text

__all__ = ["COMMANDS", "run"]

#: Command → the module that holds its ``command`` and ``ABOUT``.
COMMANDS = (
    "audit", "appraise", "match", "compare", "standardise", "diff", "guides", "code", "rules", "explain",
    "validate", "convert", "template",
)  # fmt: skip

_SUMMARY = Text(
    "政务服务事项目录审核：同一事项、同一名称、同一编码、同一标准。",
    "Audits catalogues of service items: one name, one code, one standard.",
)
USAGE, FAILED = 2, 3


def run(words: Sequence[str]) -> int:
    """Run the command that the words name; return the exit code. Nothing raised here reaches the user as it is."""
    language = chosen_language(words)
    _steady_streams()
    try:
        code = _called(list(words), language)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _complain(usage_words(error, language), USAGE)
    except (ConfigurationError, UsageError) as error:
        return _complain(str(error), USAGE)
    except ItemCatalogError as error:
        return _complain(str(error), FAILED)
    except BrokenPipeError:
        return _quiet()
    except OSError as error:
        return _complain(_disk_words(error, language), FAILED)
    except (KeyboardInterrupt, typer.Abort):
        return 130
    except SystemExit as left:
        return _left(left)
    except Exception:
        traceback.print_exc()
        return _complain("程序内部错误" if language == "zh" else "internal error", FAILED)
    return code


def _called(words: list[str], language: str) -> int:
    app = _app(language)
    answer = app(words, prog_name="itemcatalog", standalone_mode=False)
    return answer if isinstance(answer, int) else 0


def _app(language: str) -> Any:
    app = typer.Typer(cls=Group, rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=False)(_globals)
    abouts = {}
    for name in COMMANDS:
        module = importlib.import_module(f"itemcatalog.cli.{name}")
        abouts[name] = module.ABOUT
        app.command(name, cls=Command, help=module.ABOUT.summary.in_language(language))(module.command)
    group = typer.main.get_command(app)
    _tell(group, language, abouts)
    return group


def _tell(group: Any, language: str, abouts: dict[str, Any]) -> None:
    """Give the pages their language and their texts."""
    group.language, group.abouts, group.summary = language, abouts, _SUMMARY
    for name, about in abouts.items():
        group.commands[name].language, group.commands[name].about = language, about


def _show_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"itemcatalog {__version__}\n")
        raise typer.Exit(0)


def _globals(
    context: typer.Context,
    lang: Annotated[
        str, typer.Option("--lang", metavar="zh|en", help=both("输出语言", "language of the output"))
    ] = "zh",
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help=both("显示版本", "show the version")),
    ] = False,
) -> None:
    if lang not in LANGUAGES:
        raise typer.BadParameter(f"{lang}（zh、en）", param_hint="--lang")
    context.obj = lang


def _steady_streams() -> None:
    """A character that the terminal's encoding lacks is shown as ``?``; it never ends the run (S31)."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _complain(text: str, code: int) -> int:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"itemcatalog: {text}\n")
    return code


def _left(left: SystemExit) -> int:
    """typer leaves on its own after writing a completion script, and when the reader of our output went away."""
    if isinstance(left.__context__, BrokenPipeError):
        return _quiet()
    return left.code if isinstance(left.code, int) else 0


def _quiet() -> int:
    """The reader of our output went away: what it took is enough."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _disk_words(error: OSError, language: str) -> str:
    if error.errno == errno.ENOSPC:
        return "磁盘空间不足" if language == "zh" else "no space left on the device"
    where = f"{error.filename}：" if error.filename else ""
    return f"{where}{error.strerror or error}"
