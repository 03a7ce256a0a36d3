"""Two languages on the command line: help texts carry both, and one of them is shown."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define

from itemcatalog.findings import Text

__all__ = ["LANGUAGES", "About", "both", "chosen_language", "pick"]

LANGUAGES = ("zh", "en")

_BETWEEN = "\x1f"


@define(frozen=True, slots=True, kw_only=True)
class About:
    """命令说明: what a command does, with examples that can be typed as they stand."""

    summary: Text
    examples: tuple[tuple[str, Text], ...]
    group: Text


def both(zh: str, en: str) -> str:
    """Return a help text that holds both languages."""
    return f"{zh}{_BETWEEN}{en}"


def pick(text: str | None, language: str) -> str:
    """Return the wanted half of a help text."""
    zh, _, en = (text or "").partition(_BETWEEN)
    return (en or zh) if language == "en" else zh


def chosen_language(words: Sequence[str]) -> str:
    """Return the language that the arguments ask for by ``--lang``; Chinese unless English is named."""
    for index, word in enumerate(words):
        if word == "--":
            break
        value = word.partition("=")[2] if word.startswith("--lang=") else ""
        if word == "--lang" and index + 1 < len(words):
            value = words[index + 1]
        if value in LANGUAGES:
            return value
    return "zh"
