"""The faults of JSON Schema in Chinese, with the English twin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from itemcatalog.findings import Text

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = ["worded"]

_TYPES = {
    "string": ("文本", "text"),
    "integer": ("整数", "a whole number"),
    "number": ("数", "a number"),
    "boolean": ("true 或 false", "true or false"),
    "array": ("数组", "an array"),
    "object": ("对象", "an object"),
    "null": ("null", "null"),
}

# The patterns of our schemas in words.
_FORMS = {
    "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$": ("日期 YYYY-MM-DD", "a date YYYY-MM-DD"),
    "^[0-9]{1,18}/[1-9][0-9]{0,17}$": ("数，或文本形式的分数（如 1/3）", "a number, or a fraction as text (1/3)"),
    "^uncommitted$": ("整数或 uncommitted", "a whole number or uncommitted"),
    "^[a-z0-9-]+$": ("小写字母、数字和连字符", "small letters, digits and hyphens"),
    "^[A-Z]{3}[0-9]{3}$": ("规则编号（如 COD001）", "a rule code (COD001)"),
    "^[0-9a-f]{64}$": ("SHA-256（64 位十六进制）", "a SHA-256 in hexadecimal"),
    "^[0-9]+([.][0-9]+)?$": ("整数，或文本形式的小数（如 0.30）", "a whole number, or a decimal as text (0.30)"),
}


def worded(error: ValidationError) -> Text:
    """Say what is wrong and what was expected."""
    words = _WORDS.get(str(error.validator))
    return words(error) if words else Text(f"不符合规范（{error.validator}）", f"does not fit ({error.validator})")


def _value(error: ValidationError) -> Any:
    return error.validator_value


def _instance(error: ValidationError) -> Any:
    return error.instance


def _schema(error: ValidationError) -> Mapping[str, Any]:
    return error.schema if isinstance(error.schema, Mapping) else {}


def _titled(error: ValidationError) -> str:
    """Return the Chinese name of the field, where the schema gives one."""
    title = _schema(error).get("title")
    return f"“{title}”" if isinstance(title, str) else "此处"


def _type(error: ValidationError) -> Text:
    expected = [_value(error)] if isinstance(_value(error), str) else list(_value(error))
    zh = "或".join(_TYPES[word][0] for word in expected)
    en = " or ".join(_TYPES[word][1] for word in expected)
    found = _kind(_instance(error))
    return Text(f"{_titled(error)}应为{zh}，实为{found[0]}", f"expected {en}, found {found[1]}")


def _kind(value: Any) -> tuple[str, str]:
    names = (
        (type(None), "null"), (bool, "boolean"), (int, "integer"), (float, "number"), (str, "string"), (list, "array"),
    )  # fmt: skip
    return _TYPES[next((name for kind, name in names if isinstance(value, kind)), "object")]


def _required(error: ValidationError) -> Text:
    missing = [name for name in _value(error) if name not in _instance(error)]
    return Text(f"缺少必填字段 {'、'.join(missing)}", f"required: {', '.join(missing)}")


def _unknown(error: ValidationError) -> Text:
    known = _schema(error).get("properties", {})
    extra = sorted(str(name) for name in _instance(error) if name not in known)
    return Text(f"不认识的字段 {'、'.join(extra)}", f"unknown: {', '.join(extra)}")


def _enum(error: ValidationError) -> Text:
    allowed = [str(value) for value in _value(error)]
    return Text(f"{_titled(error)}只能是 {'、'.join(allowed)}", f"must be one of {', '.join(allowed)}")


def _pattern(error: ValidationError) -> Text:
    zh, en = _FORMS.get(str(_value(error)), (f"符合 {_value(error)}", f"text that matches {_value(error)}"))
    return Text(f"{_titled(error)}应为{zh}", f"expected {en}")


def _bound(zh: str, en: str) -> Callable[[ValidationError], Text]:
    def words(error: ValidationError) -> Text:
        value = _value(error)
        return Text(f"{_titled(error)}{zh.format(value)}", en.format(value))

    return words


def _any_of(error: ValidationError) -> Text:
    choices = [" 和 ".join(branch.get("required", ())) for branch in _value(error) if isinstance(branch, dict)]
    return Text(f"{'、'.join(choices)} 中至少要有一项", f"needs at least one of {', '.join(choices)}")


def _not(error: ValidationError) -> Text:
    names = _value(error).get("required", ())
    return Text(f"{' 与 '.join(names)} 不能同时出现", f"{' and '.join(names)} exclude each other")


def _dependent(error: ValidationError) -> Text:
    missing = [
        (key, name)
        for key, names in _value(error).items()
        if key in _instance(error)
        for name in names
        if name not in _instance(error)
    ]
    key, name = missing[0] if missing else ("", "")
    return Text(f"有 {key} 就要有 {name}", f"{key} needs {name}")


_WORDS: Mapping[str, Callable[[ValidationError], Text]] = {
    "type": _type,
    "required": _required,
    "additionalProperties": _unknown,
    "enum": _enum,
    "const": _bound("只能是 {}", "must be {}"),
    "pattern": _pattern,
    "minimum": _bound("不能小于 {}", "must not be below {}"),
    "exclusiveMaximum": _bound("须小于 {}", "must be below {}"),
    "minLength": _bound("至少 {} 个字", "needs {} characters or more"),
    "maxLength": _bound("至多 {} 个字", "has more than {} characters"),
    "minItems": _bound("至少 {} 项", "needs {} entries or more"),
    "minProperties": _bound("至少 {} 项", "needs {} members or more"),
    "maxProperties": _bound("至多 {} 项", "has more than {} members"),
    "anyOf": _any_of,
    "not": _not,
    "dependentRequired": _dependent,
}
