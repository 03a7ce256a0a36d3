"""Numbers that stand alone: a credit code, an organisation code, an electronic licence identifier."""

from __future__ import annotations

import re

from itemcatalog.codes import licence_id, orgcode, uscc
from itemcatalog.codes._clean import canonical
from itemcatalog.codes._model import UNRECOGNISED, ItemCode, Segment, Verdict
from itemcatalog.codes._tables import entry
from itemcatalog.codes.divisions import division
from itemcatalog.codes.schemes._base import Scheme
from itemcatalog.codes.schemes._parts import credit_segment, organisation_segment, unmistaken_credit, writing
from itemcatalog.errors import InvalidNumberError
from itemcatalog.findings import Text

__all__ = ["CREDIT", "LICENCE", "ORGANISATION"]

_ALNUM = r"[0-9A-Z]+"
_OFFICE_NOTE = Text(
    "登记时登记机关所在地，机构沿用，不据此判断行政区划",
    "Where the registering office was when the body was registered; never judged as a division",
)


def _read_credit(raw: str) -> tuple[ItemCode, ...]:
    text = uscc.compact(raw)
    if len(text) != 18 or not re.fullmatch(_ALNUM, text):
        return ()
    text = unmistaken_credit(text)
    virtual = uscc.is_virtual_body(text)
    segments = (*writing(raw, text), credit_segment(text), *(() if virtual else _credit_parts(text)))
    return (
        ItemCode(raw=raw, text=text, scheme="gb32100", form="credit_code", segments=segments, virtual_body=virtual),
    )


def _credit_parts(text: str) -> tuple[Segment, ...]:
    registrar = entry(text[:1], "lists", "uscc_registrars.csv")
    kind = entry(text[:2], "lists", "uscc_kinds.csv")
    office = division(text[2:8])
    where = f"登记机关所在地 {office.name}" if office else "登记机关所在地"
    return (
        _listed("registrar", text[0], "登记管理部门", registrar.name if registrar else None),
        _listed("body_kind", text[1], "机构类别", kind.name if kind else None),
        Segment(name="registration_office", value=text[2:8], meaning=where, note=_OFFICE_NOTE),
        Segment(name="organisation_part", value=text[8:17], meaning="主体标识码（组织机构代码）"),
        Segment(name="check", value=text[17], meaning="校验码"),
    )


def _listed(name: str, value: str, label: str, meaning: str | None) -> Segment:
    if meaning:
        return Segment(name=name, value=value, meaning=f"{label} {meaning}")
    note = Text(f"{label} {value} 不在已知表中", f"{value} is not in the table that is known")
    return Segment(name=name, value=value, meaning=label, verdict=Verdict.UNKNOWN, note=note)


def _explain_credit(raw: str) -> ItemCode | None:
    text = uscc.compact(raw)
    if not (15 <= len(text) <= 21) or not re.fullmatch(_ALNUM, text) or sum(one.isdigit() for one in text) < 8:
        return None
    segments = (*writing(raw, text), credit_segment(text))
    return ItemCode(raw=raw, text=text, scheme="gb32100", form=UNRECOGNISED, segments=segments)


def _read_organisation(raw: str) -> tuple[ItemCode, ...]:
    text = canonical(raw)
    plain = orgcode.compact(raw)
    if len(plain) != 9 or not re.fullmatch(_ALNUM, plain) or ("-" in text and text[-2] != "-"):
        return ()
    written = () if text == raw.strip() else writing(raw, plain)
    segments = (*written, organisation_segment(plain))
    return (ItemCode(raw=raw, text=plain, scheme="gb11714", form="organisation_code", segments=segments),)


def _read_licence(raw: str) -> tuple[ItemCode, ...]:
    text = licence_id.compact(raw)
    parts = licence_id.split(text)
    if parts is None:
        return ()
    segments = (
        *writing(raw, text),
        Segment(name="kind", value=parts["kind"], meaning="证照类型（信用代码 18 位 + 3 位）"),
        Segment(name="issuer", value=parts["issuer"], meaning="颁发机构"),
        Segment(name="serial", value=parts["serial"], meaning="流水号"),
        Segment(name="version", value=parts["version"], meaning="版本号"),
        _licence_check(text, parts["check"]),
    )
    return (ItemCode(raw=raw, text=text, scheme="licence", form="electronic_licence", segments=segments),)


def _licence_check(text: str, check: str) -> Segment:
    try:
        licence_id.validate(text)
    except InvalidNumberError as error:
        note = Text(error.message, "The check character (ISO 7064 MOD 37,36) does not fit")
        return Segment(name="check", value=check, meaning="校验位", verdict=Verdict.BAD, note=note)
    return Segment(name="check", value=check, meaning="校验位")


def _no_explanation(raw: str) -> ItemCode | None:
    return None


CREDIT = Scheme(
    id="gb32100",
    title=Text("统一社会信用代码（GB 32100-2015）", "Unified social credit code"),
    shapes=Text("18 位", "18 characters"),
    read=_read_credit,
    explain=_explain_credit,
)
ORGANISATION = Scheme(
    id="gb11714",
    title=Text("组织机构代码（GB 11714-1997）", "Organisation code"),
    shapes=Text("9 位，末位前可有连字符", "9 characters"),
    read=_read_organisation,
    explain=_no_explanation,
)
LICENCE = Scheme(
    id="licence",
    title=Text("电子证照标识", "Electronic licence identifier"),
    shapes=Text("证照类型.颁发机构.流水号.版本.校验位", "kind.issuer.serial.version.check"),
    read=_read_licence,
    explain=_no_explanation,
)
