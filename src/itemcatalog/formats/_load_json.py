"""The one door for JSON texts (S20): strict UTF-8, no duplicate keys, no NaN, finite numbers, bounded depth."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from itemcatalog.errors import SourceError

__all__ = ["DEEPEST", "load_json"]

# The deepest nesting of arrays and objects that is read; checked before parsing (S22).
DEEPEST = 64

_STRINGS = re.compile(rb'"[^"]*"?')
_OTHERS = bytes(code for code in range(256) if code not in b'"[]{}')
_LONGEST_NUMBER = 400
_SURROGATE = re.compile("[\ud800-\udfff]")


class _RefusedError(ValueError):
    """Raised by the hooks of the parser; says in Chinese what is wrong."""


def load_json(data: bytes, file: str) -> Any:
    """Return the value of a JSON text (RFC 8259) in UTF-8, with or without BOM.

    Raises ``SourceError`` naming the line for: another codec, a syntax error, a key that stands twice, NaN and
    Infinity, a number beyond double precision, half a surrogate pair, nesting deeper than 64.
    """
    if depth_of(data) > DEEPEST:
        raise SourceError(f"JSON 嵌套超过 {DEEPEST} 层", path=file)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SourceError(
            f"JSON 须为 UTF-8 编码（第 {error.start} 字节处不是）", path=file, detail=str(error)
        ) from None
    try:
        value = _DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise SourceError(
            f"不是合法的 JSON：第 {error.lineno} 行第 {error.colno} 列", path=file, detail=error.msg
        ) from None
    except (_RefusedError, ValueError) as error:
        raise SourceError(f"不能接受的 JSON：{error}", path=file) from None
    except RecursionError:
        raise SourceError(f"JSON 嵌套超过 {DEEPEST} 层", path=file) from None
    if "\\u" in text and _has_surrogate(value):
        raise SourceError("不能接受的 JSON：有残缺的字符（单个代理码元 \\uD800–\\uDFFF）", path=file)
    return value


def depth_of(data: bytes) -> int:
    """Return how deep arrays and objects nest, without parsing; strings are passed over."""
    if data.count(b"[") + data.count(b"{") <= DEEPEST:
        return 0
    bare = data.replace(b"\\\\", b"").replace(b'\\"', b"").translate(None, _OTHERS)
    depth = deepest = 0
    for bracket in _STRINGS.sub(b"", bare):
        if bracket in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        else:
            depth -= 1
    return deepest


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        twice = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
        raise _RefusedError(f"键“{twice[:40]}”重复")
    return found


def _constant(word: str) -> NoReturn:
    raise _RefusedError(f"数值 {word}")


def _float(text: str) -> float:
    number = float(text)
    if number in (float("inf"), float("-inf")):
        raise _RefusedError(f"数值 {text[:40]} 超出范围")
    return number


def _int(text: str) -> int:
    if len(text) > _LONGEST_NUMBER:
        raise _RefusedError("整数过长")
    return int(text)


_DECODER = json.JSONDecoder(
    object_pairs_hook=_pairs, parse_constant=_constant, parse_float=_float, parse_int=_int, strict=True
)


def _has_surrogate(value: Any) -> bool:
    pending = [value]
    while pending:
        one = pending.pop()
        if isinstance(one, str):
            if _SURROGATE.search(one):
                return True
        elif isinstance(one, dict):
            pending += [*one.keys(), *one.values()]
        elif isinstance(one, list):
            pending += one
    return False
