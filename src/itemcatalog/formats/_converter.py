"""The strict converter: exactly the type that stands in the schema, in both directions; every misfit with its path."""

from __future__ import annotations

import functools
import re
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any

import attrs
import cattrs
from attrs import define
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from itemcatalog import model
from itemcatalog.model import RUNTIME_FIELDS, UNCOMMITTED, UNITS, Item, Limit, LimitState

__all__ = ["Misfit", "checked", "misfits", "number_of", "plain_number", "plain_of"]

Path = tuple[str | int, ...]
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_RATIO = re.compile(r"[0-9]{1,18}/[1-9][0-9]{0,17}")
_EXPECTED: Mapping[type, str] = {
    str: "文本",
    int: "非负整数",
    bool: "true 或 false",
    date: "日期 YYYY-MM-DD",
    Fraction: "非负数",
    LimitState: "none、instant 或 unclear",
}
_OBJECT = "对象"


@define(frozen=True, slots=True, kw_only=True)
class Misfit:
    """不符处: one value of a document that has not the shape of its field; ``extra`` names unknown keys there."""

    path: Path
    expected: str
    extra: tuple[str, ...] = ()


class _WrongError(TypeError):
    """Raised inside the converter for a value of the wrong shape; says what was expected."""


def checked(data: Mapping[str, Any]) -> Item:
    """Return the item of a document that fits in every part; raise otherwise, without saying where.

    ``channel``, ``id`` and ``place`` are taken as they are given: the caller sets them, no document may.
    """
    return _converter(False).structure(data, Item)


def misfits(data: Mapping[str, Any]) -> tuple[Misfit, ...]:
    """Return everything that does not fit, in the order of the fields; empty when the document fits."""
    try:
        _converter(True).structure(data, Item)
    except cattrs.BaseValidationError as error:
        return tuple(_told(error, ()))
    return ()


def plain_of(noun: Any) -> dict[str, Any]:
    """Return a noun as plain data without its absent values."""
    return typing.cast(dict[str, Any], _converter(False).unstructure(noun))


def number_of(value: object) -> Fraction:
    """Return the exact number that a document writes: 20, 1.5 (as written) or ``"1/3"``; raise for anything else."""
    if type(value) is int and value >= 0:
        return Fraction(value)
    if type(value) is float and 0 <= value < 1e15:
        return Fraction(repr(value))
    if type(value) is str and _RATIO.fullmatch(value):
        return Fraction(value)
    raise _WrongError(_EXPECTED[Fraction])


def plain_number(number: Fraction) -> int | float | str:
    """Return an exact number as a document writes it; a decimal only where it says exactly the number."""
    if number.denominator == 1:
        return number.numerator
    decimal = float(number)
    return decimal if Fraction(repr(decimal)) == number else f"{number.numerator}/{number.denominator}"


def _told(error: BaseException, path: Path) -> Iterator[Misfit]:
    """Walk a group of errors down to its leaves."""
    if isinstance(error, cattrs.ClassValidationError | cattrs.IterableValidationError):
        with_notes, without = error.group_exceptions()
        for inner, note in with_notes:
            step = note.index if isinstance(note, cattrs.IterableValidationNote) else note.name
            yield from _told(inner, (*path, step))
        for inner in without:
            yield from _told(inner, path)
    elif isinstance(error, cattrs.ForbiddenExtraKeysError):
        yield Misfit(path=path, expected="", extra=tuple(sorted(map(str, error.extra_fields))))
    elif isinstance(error, KeyError):
        yield Misfit(path=path[:-1] if path and path[-1] == error.args[0] else path, expected=f"必填的 {error.args[0]}")
    else:
        yield Misfit(path=path, expected=str(error) if isinstance(error, _WrongError) else _OBJECT)


@functools.cache
def _converter(detailed: bool) -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=True, prefer_attrib_converters=False)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(int, _count)
    converter.register_structure_hook(bool, _flag)
    converter.register_structure_hook(date, _date)
    converter.register_structure_hook(Fraction, lambda value, _: number_of(value))
    converter.register_structure_hook(LimitState, _state)
    converter.register_structure_hook_func(lambda kind: kind == int | str, lambda value, _: _visits(value))
    converter.register_structure_hook_factory(_is_optional, lambda kind: _optional(converter, kind))
    converter.register_structure_hook_factory(_is_tuple, lambda kind: _tuple(converter, kind, detailed))
    converter.register_structure_hook_func(_is_mapping, lambda value, _: _mapping(value))
    converter.register_unstructure_hook(date, lambda value: value.isoformat())
    converter.register_unstructure_hook(Fraction, plain_number)
    converter.register_unstructure_hook(LimitState, lambda value: value.value)
    converter.register_unstructure_hook_func(_is_mapping, dict)
    for cls in (*_NOUNS, Item):
        _register(converter, cls, detailed)
    return converter


_NOUNS = (
    model.Codes, model.Joint, model.Authority, model.LegalBasis, model.Theme, model.Situation, Limit,
    model.SpecialProcedure, model.Condition, model.Material, model.Step, model.Question, model.FeeTier, model.Fee,
    model.Fees, model.ServiceResult, model.Window, model.ServicePlace, model.Phone, model.Contact, model.Visits,
    model.Online, model.Document,
)  # fmt: skip


def _register(converter: cattrs.Converter, cls: type, detailed: bool) -> None:
    attrs.resolve_types(cls)
    runtime = RUNTIME_FIELDS if cls is Item else ()
    given: dict[str, Any] = {name: override(struct_hook=lambda value, _: value) for name in runtime}
    left_out: dict[str, Any] = {name: override(omit=True) for name in runtime}
    structure: Callable[..., Any] = make_dict_structure_fn(
        cls, converter, _cattrs_forbid_extra_keys=detailed, _cattrs_detailed_validation=detailed, **given
    )
    known = frozenset(a.name for a in attrs.fields(cls))
    converter.register_structure_hook(
        cls, _checked_limit(structure, known) if cls is Limit else _object(structure, known)
    )
    converter.register_unstructure_hook(
        cls, make_dict_unstructure_fn(cls, converter, _cattrs_omit_if_default=True, **left_out)
    )


def _object(structure: Callable[..., Any], known: frozenset[str]) -> Callable[[Any, Any], Any]:
    """Make the hook of a noun: an object with known members only.

    The detailed converter names the unknown ones itself; there the test here never fails, since its error comes first.
    """

    def hook(value: Any, kind: Any) -> Any:
        if type(value) is not dict:
            raise _WrongError(_OBJECT)
        noun = structure(value, kind)
        if not known.issuperset(value):
            raise _WrongError(_OBJECT)
        return noun

    return hook


def _checked_limit(structure: Callable[..., Any], known: frozenset[str]) -> Callable[[Any, Any], Any]:
    read = _object(structure, known)

    def hook(value: Any, kind: Any) -> Any:
        limit = read(value, kind)
        _limit(limit)
        return limit

    return hook


def _limit(limit: Limit) -> None:
    """Refuse a limit that is neither one number of a known unit nor one state."""
    if limit.value is not None and limit.unit not in UNITS:
        raise _WrongError(f"单位（{'、'.join(UNITS)}）")
    if (limit.value is None) == (limit.state is None) or (limit.value is None and limit.unit is not None):
        raise _WrongError("value 与 unit，或者 state")


def _text(value: Any, _: Any) -> str:
    if type(value) is str:
        return value
    raise _WrongError(_EXPECTED[str])


def _flag(value: Any, _: Any) -> bool:
    if type(value) is bool:
        return value
    raise _WrongError(_EXPECTED[bool])


def _count(value: Any, _: Any) -> int:
    if type(value) is int and value >= 0:
        return value
    raise _WrongError(_EXPECTED[int])


def _texts(value: Any, _: Any) -> tuple[str, ...]:
    """Read an array of texts at once: the commonest list, and the only one whose entries need no looking into."""
    if type(value) is list and all(type(entry) is str for entry in value):
        return tuple(value)
    raise _WrongError("文本的数组")


def _date(value: Any, _: Any) -> date:
    if type(value) is not str or not _DATE.fullmatch(value):
        raise _WrongError(_EXPECTED[date])
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise _WrongError(_EXPECTED[date]) from None


def _state(value: Any, _: Any) -> LimitState:
    try:
        return LimitState(value) if type(value) is str else LimitState("")
    except ValueError:
        raise _WrongError(_EXPECTED[LimitState]) from None


def _visits(value: Any) -> int | str:
    if (type(value) is int and value >= 0) or value == UNCOMMITTED:
        return typing.cast(int | str, value)
    raise _WrongError(f'非负整数或 "{UNCOMMITTED}"')


def _mapping(value: Any) -> Mapping[str, Any]:
    if type(value) is not dict:
        raise _WrongError(_OBJECT)
    return value


def _is_optional(kind: Any) -> bool:
    return isinstance(kind, types.UnionType) and types.NoneType in typing.get_args(kind)


def _is_tuple(kind: Any) -> bool:
    return typing.get_origin(kind) is tuple


def _is_mapping(kind: Any) -> bool:
    return typing.get_origin(kind) is Mapping or kind is types.MappingProxyType


def _optional(converter: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """Return the hook of an optional field: the value's own hook, since null stands nowhere in our documents."""
    options = [option for option in typing.get_args(kind) if option is not types.NoneType]
    return converter.get_structure_hook(functools.reduce(lambda left, right: left | right, options))


def _tuple(converter: cattrs.Converter, kind: Any, detailed: bool) -> Callable[[Any, Any], Any]:
    inner = typing.get_args(kind)[0]
    if inner is str and not detailed:
        return _texts
    hook = converter.get_structure_hook(inner)

    def structure(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise _WrongError("数组")
        return tuple([hook(entry, inner) for entry in value]) if not detailed else _each(value, hook, inner, kind)

    return structure


def _each(value: list[Any], hook: Callable[[Any, Any], Any], inner: Any, kind: Any) -> tuple[Any, ...]:
    """Structure every entry and gather the errors of all."""
    found: list[Any] = []
    errors: list[Exception] = []
    for number, entry in enumerate(value):
        try:
            found.append(hook(entry, inner))
        except Exception as error:
            error.__notes__ = [*getattr(error, "__notes__", []), cattrs.IterableValidationNote("", number, inner)]
            errors.append(error)
    if errors:
        raise cattrs.IterableValidationError("", errors, kind)
    return tuple(found)
