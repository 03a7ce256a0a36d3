"""Items → Fujian's provincial exchange (``Case/Body/ServiceInfo``)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from itemcatalog.formats._exchange_fujian import SCHEME, STATES
from itemcatalog.formats._exchange_text import coded, contact_text, day_cells, text_at
from itemcatalog.formats._headers import table
from itemcatalog.formats._lists_of_codes import list_of
from itemcatalog.formats._xml_text import element, legal
from itemcatalog.model import Item, Limit, Material, SpecialProcedure, value_at

__all__ = ["fujian_xml"]

_DAYS = {"LawLimit": "statutory_limit", "PromiseDay": "promised_limit"}
_NESTED = {"ToWinMaxNum": "ServiceAccept", "BaseCode": "ServiceCataRelations"}
_STATES = {ours: theirs for theirs, ours in STATES.items()}
_NECESSITY = {"必要": "1", "非必要": "0"}


def fujian_xml(items: Iterable[Item]) -> bytes:
    """Return items as one ``Case`` with a ``ServiceInfo`` each; elements that state nothing are left out."""
    services = "".join(f"<ServiceInfo>\n{''.join(_lines(item))}</ServiceInfo>\n" for item in items)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<Case>\n<Body>\n{services}</Body>\n</Case>\n'.encode()


def _lines(item: Item) -> Iterator[str]:
    written: set[str] = set()
    for name, path in table("fujian_service").items():
        text = _text(item, name, path)
        if text is None:
            continue
        written.add(name)
        line = element(name, text)
        yield f"<{_NESTED[name]}>{line}</{_NESTED[name]}>\n" if name in _NESTED else f"{line}\n"
    for special in item.special_procedures:
        yield f"<ServiceSpecial>{''.join(_special(special))}</ServiceSpecial>\n"
    for material in item.materials:
        yield f"<Attr>{''.join(_material(material))}</Attr>\n"
    yield from (
        f"{_nested(name, value)}\n" for name, value in item.extra.items() if name not in written and _is_name(name)
    )


def _text(item: Item, name: str, path: str) -> str | None:
    for prefix, field in _DAYS.items():
        if path == field or path == f"{field}.note":
            return _days(getattr(item, field), note=name != prefix)
    if path in ("-", "extra"):
        return None
    if path in ("consultation", "complaint"):
        return contact_text(getattr(item, path))
    if path == "status":
        return _STATES.get(item.status or "", item.status)
    if list_of(path, SCHEME) is not None and path != "power_source":
        return _words(value_at(item, path))
    return text_at(item, path, SCHEME)


def _words(value: Any) -> str | None:
    """Return code-list names as words: only 权力来源 and yes and no are codes in this exchange."""
    return value if isinstance(value, str) else "、".join(value or ()) or None


def _days(limit: Limit | None, note: bool) -> str | None:
    """Return the days, or their explanation; a limit in another unit is written with its unit, never as bare days."""
    number, unit, explained = day_cells(limit)
    if note:
        return explained
    return number if unit in (None, "工作日") else str(limit)


def _special(one: SpecialProcedure) -> Iterator[str]:
    days = one.limit
    bare = days is not None and days.stated and days.unit == "工作日"
    values = {
        "Sname": one.kind,
        "Sday": day_cells(days)[0] if bare else str(days) if days else None,
        "Sconent": one.text,
    }
    yield from (element(name, text) for name, text in values.items() if text)


def _material(material: Material) -> Iterator[str]:
    done: set[str] = set()
    for name, path in table("fujian_material").items():
        value = None if path in ("-", "extra") or path in done else getattr(material, path, None)
        if value is None or value == "":
            continue
        done.add(path)
        text = _NECESSITY.get(str(value), str(value)) if path == "necessity" else coded_word(path, str(value))
        yield element(name, text)
    yield from (_nested(name, value) for name, value in material.extra.items() if _is_name(name))


def coded_word(path: str, word: str) -> str:
    """Return a word of a material: its kind and source stay words in this exchange."""
    return word if path in ("kind", "source", "form") else coded(f"materials.{path}", [word], SCHEME)[0]


def _nested(name: str, value: Any) -> str:
    """Write what ``extra`` keeps as it nests."""
    if isinstance(value, Mapping):
        inner = "".join(_nested(str(key), entry) for key, entry in value.items() if _is_name(str(key)))
        return f"<{name}>{inner}</{name}>"
    if isinstance(value, list | tuple):
        return "".join(_nested(name, entry) for entry in value)
    return element(name, "" if value is None else str(value))


def _is_name(name: str) -> bool:
    """Say whether a name can be the name of an element."""
    return name == legal(name) and name.isidentifier()
