"""Segments that several schemes share: credit code, organisation code, division, table look-ups, writing."""

from __future__ import annotations

import functools
from datetime import date

from itemcatalog.codes import orgcode, uscc
from itemcatalog.codes._clean import LOOKALIKES, blankless, canonical, halfwidth
from itemcatalog.codes._model import Segment, Verdict
from itemcatalog.codes._tables import entry
from itemcatalog.codes.divisions import division_names
from itemcatalog.errors import InvalidNumberError
from itemcatalog.findings import Text

__all__ = [
    "credit_meaning",
    "credit_segment",
    "division_segment",
    "level_segment",
    "number_segment",
    "organisation_segment",
    "table_segment",
    "unmistaken_credit",
    "writing",
]

_LEVEL_NOTE = Text("编码中的行使层级只用 1–6", "A code uses the levels 1 to 6 only")
_DUMMY_NOTE = Text("占位数字，不是真实的统一社会信用代码", "A dummy, no real credit code")
_VIRTUAL_NOTE = Text(
    "虚拟主体编码（TE 开头），不是统一社会信用代码，无校验位可核",
    "A virtual body (TE…), no unified social credit code: there is no check character to verify",
)


def writing(raw: str, text: str) -> tuple[Segment, ...]:
    """Return the segment on the way the code is written, when it is not written as ``text``; else nothing."""
    given = raw.strip()
    if given == text:
        return ()
    zh, en = _writing_faults(given, text)
    note = Text(f"{zh}，可自动更正为 {text}", f"{en}; can be corrected to {text}")
    return (Segment(name="writing", value=given, meaning="书写形式", verdict=Verdict.BAD, note=note),)


def _writing_faults(given: str, text: str) -> tuple[str, str]:
    plain = halfwidth(given)
    bare = blankless(plain)
    clean = canonical(given)
    faults = (
        (plain != given, "含全角字符", "full-width characters"),
        (plain.upper() != plain, "含小写字母", "lower-case letters"),
        (bare != plain, "含空白或不可见字符", "blanks inside"),
        (clean != bare.upper(), "前后有多余符号", "marks around it"),
        ("-" in clean and "-" not in text, "含连字符", "hyphens"),
        (clean.replace("-", "") != text.replace("-", ""), "字母 O/I 写作数字 0/1", "letters O/I for the digits 0/1"),
    )
    met = [(zh, en) for is_met, zh, en in faults if is_met]
    return "、".join(zh for zh, _ in met), ", ".join(en for _, en in met)


def credit_meaning(number: str) -> str:
    """Return registering department and kind of body of a credit code in words."""
    registrar = entry(number[:1], "lists", "uscc_registrars.csv")
    kind = entry(number[:2], "lists", "uscc_kinds.csv")
    words = "·".join(found.name for found in (registrar, kind) if found)
    return f"统一社会信用代码（{words}）" if words else "统一社会信用代码"


def unmistaken_credit(number: str) -> str:
    """Return the credit code with O and I as 0 and 1 when that makes it sound, else as it is."""
    fixed = number.translate(LOOKALIKES)
    return fixed if fixed != number and uscc.is_valid(fixed) else number


@functools.lru_cache(maxsize=4096)
def credit_segment(number: str) -> Segment:
    """Return the segment of a credit code (GB 32100), a virtual body, or a damaged one."""
    if uscc.is_virtual_body(number):
        return Segment(
            name="credit_code", value=number, meaning="虚拟主体", verdict=Verdict.UNKNOWN, note=_VIRTUAL_NOTE
        )
    if len(number) == 18 and len(set(number)) == 1:
        return Segment(
            name="credit_code", value=number, meaning="统一社会信用代码", verdict=Verdict.BAD, note=_DUMMY_NOTE
        )
    try:
        uscc.validate(number)
    except InvalidNumberError as error:
        note = _credit_note(number, error)
        return Segment(name="credit_code", value=number, meaning="统一社会信用代码", verdict=Verdict.BAD, note=note)
    return Segment(name="credit_code", value=number, meaning=credit_meaning(number))


def _credit_note(number: str, error: InvalidNumberError) -> Text:
    if error.kind == "length":
        return _length_note(number, error)
    if error.kind == "format":
        return Text(error.message, "A unified social credit code has no letters I, O, S, V, Z nor other characters")
    expected = uscc.calc_check_digit(number)
    return Text(error.message, f"The check character should be {expected}, it is {number[17]}")


def _length_note(number: str, error: InvalidNumberError) -> Text:
    en = f"A unified social credit code has 18 characters, this has {len(number)}"
    inner = orgcode.compact(number)
    if len(number) in (9, 10) and len(inner) == 9 and orgcode.is_valid(inner):
        return Text(f"{error.message}（这是组织机构代码）", f"{en} (it is an organisation code)")
    if number and len(set(number)) == 1:
        return Text(f"{error.message}（占位数字）", f"{en} (a dummy)")
    return Text(error.message, en)


def organisation_segment(number: str) -> Segment:
    """Return the segment of an organisation code (GB 11714)."""
    try:
        orgcode.validate(number)
    except InvalidNumberError as error:
        note = Text(error.message, _organisation_words(number, error))
        return Segment(name="organisation_code", value=number, meaning="组织机构代码", verdict=Verdict.BAD, note=note)
    return Segment(name="organisation_code", value=number, meaning="组织机构代码")


def _organisation_words(number: str, error: InvalidNumberError) -> str:
    if error.kind == "checksum":
        return f"The check character should be {orgcode.calc_check_digit(number)}, it is {number[8]}"
    return "An organisation code has 9 characters 0-9 A-Z"


def division_segment(code: str, name: str = "division") -> Segment:
    """Return the segment of a division that stands in a code itself; 12 digits are read by their first six."""
    found = division_names(code[:6])
    if not found:
        note = Text(f"区划代码 {code[:6]} 不在 GB/T 2260 历次版本中", f"No edition of GB/T 2260 holds {code[:6]}")
        return Segment(name=name, value=code, meaning="行政区划", verdict=Verdict.BAD, note=note)
    newest = found[-1]
    note_past = None
    if newest.valid_to is not None:
        note_past = Text(
            f"{newest.name} 的代码用至 {newest.valid_to}",
            f"This code of {newest.name} was used until {newest.valid_to}",
        )
    return Segment(name=name, value=code, meaning=newest.name, note=note_past)


@functools.lru_cache(maxsize=4096)
def table_segment(name: str, value: str, label: str, *table: str) -> Segment:
    """Return a segment looked up in a table of ``codes/``; a value that is not there is ``unknown``."""
    found = entry(value, *table)
    if found and found.holds_on(None if found.valid_to is None else date.max):
        return Segment(name=name, value=value, meaning=f"{label} {found.name}")
    note = Text(f"{label} {value} 不在已知表中", f"{value} is not in the table that is known")
    return Segment(name=name, value=value, meaning=label, verdict=Verdict.UNKNOWN, note=note)


@functools.lru_cache(maxsize=16)
def level_segment(value: str) -> Segment:
    """Return the segment of the level of exercise (GB/T 39046 A.2): 1-6 in a code."""
    found = entry(value, "lists", "levels.csv")
    if found is None:
        return Segment(name="level", value=value, meaning="行使层级", verdict=Verdict.BAD, note=_LEVEL_NOTE)
    verdict, note = (Verdict.UNKNOWN, _LEVEL_NOTE) if value == "7" else (Verdict.OK, None)
    return Segment(name="level", value=value, meaning=f"行使层级 {found.name}", verdict=verdict, note=note)


def number_segment(name: str, value: str, meaning: str) -> Segment:
    """Return a segment that is a running number and needs no table."""
    return Segment(name=name, value=value, meaning=meaning)
