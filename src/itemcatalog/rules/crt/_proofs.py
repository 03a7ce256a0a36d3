"""What is a certificate (证明), who issues it, and what the certificate list says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from itemcatalog.comparison import format_key, similarity
from itemcatalog.matching import Verdict, compare_names
from itemcatalog.model import Certificate, Item, Material
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._items import blank, is_service

__all__ = [
    "PROOF",
    "has_proofs",
    "issuer_unknown",
    "listed",
    "listed_under",
    "nearest",
    "of_others",
    "proofs",
    "proofs_of_others",
    "same_body",
    "same_issuer",
    "valid",
]

PROOF = re.compile(r"证明(?:书|材料|文件|信|函)?")
# 申请人自己写的、自己持有的材料不是要求第三方出具的证明.
_OWN = re.compile(r"申请人|本人|自备|自行|申请单位|申请企业|企业自|单位自|建设单位|行政相对人")
# 来源渠道“申请人自备”只说由谁带来，没有说由谁出具.
_BROUGHT = re.compile(r"自备|自带|自行(?:准备|提供|提交)")
_COMMITTEE = re.compile(r"([居村])委会?(?!员)")
_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_FORM = re.compile(r"原件|复印件|影印件|正本|副本|一式.份|各?[一二两三四1-9]份")
_GENERAL = re.compile(r"部门|机关|机构|主管|所在地|有关|相关|户籍|局|委员会|委|厅|省|市|县|区")
# Words that all certificates share say nothing about which one it is.
_SHARED = re.compile(r"证明|状况|情况|材料|文件|书$")
_ALIKE, _PART, _DOUBTFUL = 0.62, 4, 0.6


def of_others(material: Material) -> bool | None:
    """Return whether somebody else issues a material; None when its issuer is not stated."""
    if blank(material.issuer):
        return None
    return not _OWN.search(material.issuer or "")


def issuer_unknown(material: Material) -> bool:
    """Return whether nothing says who issues a material: no issuer, or only that the applicant brings it."""
    return blank(material.issuer) or _BROUGHT.search(material.issuer or "") is not None


def proofs(item: Item) -> Iterator[tuple[int, Material]]:
    """Yield the materials that call themselves a certificate, with their index."""
    for index, material in enumerate(item.materials):
        if material.kind == "证明" or (material.kind is None and PROOF.search(material.name)):
            yield index, material


@per_item
def has_proofs(item: Item, context: Context) -> bool | None:
    """Return whether a service asks for a certificate of somebody else; usable as the ``applies`` of a rule.

    None when only certificates without a stated issuer are asked for: they may be the applicant's own.
    """
    if not is_service(item):
        return False
    answers = {of_others(material) for _, material in proofs(item)}
    return True if True in answers else None if None in answers else False


def _key(name: str) -> str:
    return format_key(_FORM.sub("", _BRACKET.sub("", name)))


def listed(name: str, certificates: tuple[Certificate, ...]) -> list[Certificate]:
    """Return the entries of the list that name this certificate, whatever its brackets and copies say."""
    key = _key(name)
    return [one for one in certificates if _same(key, _key(one.name))]


def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    return len(short) >= _PART and short in long and len(short) * 2 >= len(long)


def nearest(name: str, certificates: tuple[Certificate, ...]) -> str | None:
    """Return the name on the list that is most like this one, None when none is near."""
    core = _SHARED.sub("", _key(name))
    scored = [(similarity(core, _SHARED.sub("", _key(one.name))), one.name) for one in certificates]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] >= _ALIKE else None


def valid(entry: Certificate, on: date) -> bool:
    """Return whether an entry keeps its certificate on a day."""
    started = entry.effective is None or entry.effective <= on
    ended = entry.expires is not None and entry.expires < on
    return entry.kept and started and not ended


def listed_under(item: Item, entry: Certificate) -> bool:
    """Return False only when an entry names its items and this is beyond doubt none of them."""
    names = {item.name, item.sub_item, item.handling_item, item.parent_name} - {None, ""}
    if not entry.items or not names:
        return True
    return any(_maybe_same(name or "", other) for name in names for other in entry.items)


def _maybe_same(name: str, other: str) -> bool:
    answer = compare_names(name, other)
    return answer.verdict is Verdict.SAME or (answer.verdict is Verdict.REVIEW and answer.score > _DOUBTFUL)


def same_issuer(stated: str, entry: Certificate) -> bool:
    """Return False only when both issuers are named and have no body in common."""
    return same_body(stated, entry.issuer)


def same_body(stated: str, listed_body: str | None) -> bool:
    """Return False only when both name bodies and have none in common."""
    if blank(listed_body):
        return True
    return any(_overlap(one, other) for one in _bodies(listed_body or "") for other in _bodies(stated))


def _bodies(text: str) -> list[str]:
    """Return the bodies that a cell names, committees by their full name (居委会 → 居民委员会)."""
    parts = re.split(r"[、，,；;/或和及]", _COMMITTEE.sub(r"\1民委员会", text))
    return [format_key(part) for part in parts if part.strip()]


def _overlap(one: str, other: str) -> bool:
    core = [
        re.sub(r"(?:部门|机关|机构|主管|所在地|有关|相关|户籍|局|委员会|委|厅|省|市|县|区)", "", k)
        for k in (one, other)
    ]
    if not core[0] or not core[1]:
        return True
    return core[0] in core[1] or core[1] in core[0] or len(set(core[0]) & set(core[1])) * 2 > len(set(core[0]))


def proofs_of_others(item: Item, context: Context) -> Iterator[tuple[int, Material]]:
    """Yield the certificates that somebody else issues."""
    for index, material in proofs(item):
        if of_others(material):
            yield index, material
