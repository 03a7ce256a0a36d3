"""Guide profiles as data: which sections, in which order, which are mandatory, and the words for them."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

from itemcatalog import _shipped
from itemcatalog.errors import CodeTableError, ConfigurationError

__all__ = ["DEFAULT_PROFILE", "DocumentLook", "Profile", "SectionSpec", "load_profile"]

DEFAULT_PROFILE = "standard-2016"


@define(frozen=True, slots=True, kw_only=True)
class SectionSpec:
    """栏目定义: one section of a profile; ``none`` are the words when the data says that there is none."""

    id: str
    title: str
    mandatory: bool = False
    none: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class DocumentLook:
    """版式: fonts (first wish first, fallbacks after it), sizes in points, page and margins in millimetres."""

    title_font: tuple[str, ...] = ("SimSun",)
    heading_font: tuple[str, ...] = ("SimHei",)
    body_font: tuple[str, ...] = ("FangSong",)
    title_size: float = 22
    heading_size: float = 16
    body_size: float = 14
    table_size: float = 10.5
    page: str = "A4"
    margins_mm: tuple[float, ...] = (25, 22, 22, 25)


@define(frozen=True, slots=True, kw_only=True)
class Profile:
    """指南模板: the ordered sections of a guide and its phrases; ``source`` and ``status`` say how sure it is."""

    id: str
    name: str
    title: str
    source: str
    status: str
    sections: tuple[SectionSpec, ...]
    phrases: Mapping[str, str] = field(hash=False)
    document: DocumentLook = DocumentLook()

    def say(self, phrase: str, **values: object) -> str:
        """Return a phrase of the profile with its placeholders filled; the values are taken as they are."""
        return self.phrases[phrase].format_map(values) if values else self.phrases[phrase]

    def say_title(self, name: str) -> str:
        """Return the title of the guide of an item."""
        return self.title.replace("{name}", name)


# The placeholders that each phrase must carry; a profile may not invent others.
_PHRASES: Mapping[str, frozenset[str]] = {
    "missing": frozenset(),
    "unstated": frozenset(),
    "none": frozenset(),
    "instant": frozenset(),
    "no_statutory_limit": frozenset(),
    "statutory_limit": frozenset({"limit"}),
    "promised_limit": frozenset({"limit"}),
    "scope": frozenset({"name"}),
    "fee": frozenset(),
    "no_fee": frozenset(),
    "step": frozenset({"step", "limit"}),
    "choice": frozenset({"number"}),
    "every_case": frozenset(),
    "situation": frozenset({"names"}),
    "applicant": frozenset({"names"}),
    "visits": frozenset({"count"}),
    "uncommitted": frozenset(),
    "yes": frozenset(),
    "no": frozenset(),
}
_KEYS = frozenset({"id", "name", "title", "source", "status", "extends", "document", "phrases", "section"})
_PAGES = ("A4", "A3", "Letter")


def load_profile(name: str, folder: Path | None = None) -> Profile:
    """Return a profile by its id, or by the path of a ``.toml`` file (relative to ``folder``).

    Raises ``ConfigurationError`` naming file and key when the profile is unknown or wrong.
    """
    if name.endswith(".toml"):
        return _from_file((folder or Path()) / name)
    return _shipped_profile(name)


@functools.cache
def _shipped_profile(name: str) -> Profile:
    try:
        text = _shipped.text("codes", "profiles", f"{name}.toml")
    except (CodeTableError, OSError, ValueError) as error:
        raise ConfigurationError(f"没有名为 {name} 的指南模板", key="guides.profile") from error
    return _from_text(text, f"codes/profiles/{name}.toml", ())


def _from_file(path: Path) -> Profile:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigurationError("指南模板文件读不出", path=path.name) from error
    return _from_text(text, path.name, ())


def _from_text(text: str, path: str, above: tuple[str, ...]) -> Profile:
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigurationError(f"不是有效的 TOML：{error}", path=path) from error
    _refuse_unknown(raw, _KEYS, path, "")
    base = _shipped_profile(str(raw["extends"])) if "extends" in raw else None
    return Profile(
        id=_text(raw, "id", path),
        name=_text(raw, "name", path),
        title=_template(raw, "title", frozenset({"name"}), path),
        source=_text(raw, "source", path),
        status=_text(raw, "status", path),
        sections=_sections(raw, path) or (base.sections if base else ()),
        phrases=_phrases(raw, path, base),
        document=_look(raw, path, base),
    )


def _sections(raw: Mapping[str, Any], path: str) -> tuple[SectionSpec, ...]:
    from itemcatalog.sections._registry import BUILDERS

    specs = []
    for number, one in enumerate(raw.get("section", ()), start=1):
        key = f"section[{number}]"
        _refuse_unknown(one, frozenset({"id", "title", "mandatory", "none"}), path, f"{key}.")
        section_id = _text(one, "id", path)
        if section_id not in BUILDERS:
            raise ConfigurationError(f"没有名为 {section_id} 的栏目；可用：{'、'.join(BUILDERS)}", path=path, key=key)
        none = _text(one, "none", path) if "none" in one else None
        mandatory = one.get("mandatory", False) is True
        specs.append(SectionSpec(id=section_id, title=_text(one, "title", path), mandatory=mandatory, none=none))
    if len({spec.id for spec in specs}) < len(specs):
        raise ConfigurationError("同一栏目出现两次", path=path, key="section")
    return tuple(specs)


def _phrases(raw: Mapping[str, Any], path: str, base: Profile | None) -> Mapping[str, str]:
    given = raw.get("phrases", {})
    _refuse_unknown(given, frozenset(_PHRASES), path, "phrases.")
    phrases = dict(base.phrases) if base else {}
    for key in given:
        phrases[key] = _template(given, key, _PHRASES[key], path)
    if absent := [key for key in _PHRASES if key not in phrases]:
        raise ConfigurationError(f"缺少用语 {absent[0]}", path=path, key="phrases")
    return phrases


def _look(raw: Mapping[str, Any], path: str, base: Profile | None) -> DocumentLook:
    given = raw.get("document", {})
    names = frozenset(DocumentLook.__annotations__)
    _refuse_unknown(given, names, path, "document.")
    values = {name: getattr(base.document, name) for name in names} if base else {}
    values |= {key: tuple(value) if isinstance(value, list) else value for key, value in given.items()}
    look = DocumentLook(**values)
    if look.page not in _PAGES or len(look.margins_mm) != 4:
        raise ConfigurationError(f"纸张须为 {'、'.join(_PAGES)}，页边距须为四个数", path=path, key="document")
    return look


def _refuse_unknown(raw: Any, known: frozenset[str], path: str, prefix: str) -> None:
    if not isinstance(raw, Mapping):
        raise ConfigurationError("应为表", path=path, key=prefix.rstrip("."))
    for key in raw:
        if key not in known:
            raise ConfigurationError("未知的键", path=path, key=f"{prefix}{key}")


def _text(raw: Mapping[str, Any], key: str, path: str) -> str:
    value = raw.get(key)
    if not isinstance(value, str) or not value:
        raise ConfigurationError("须为非空文本", path=path, key=key)
    return value


def _template(raw: Mapping[str, Any], key: str, wanted: frozenset[str], path: str) -> str:
    template = _text(raw, key, path)
    rest = template
    for name in wanted:
        rest = rest.replace(f"{{{name}}}", "")
    if "{" in rest or "}" in rest:
        raise ConfigurationError(f"只能使用占位符 {'、'.join(sorted(wanted)) or '（无）'}", path=path, key=key)
    return template
