"""Materials that the certificate list itself calls a certificate: their name is the name of an entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from itemcatalog.comparison import format_key
from itemcatalog.model import Certificate, Item, Material
from itemcatalog.rules._context import Context, per_item
from itemcatalog.rules._items import is_service
from itemcatalog.rules._rule import Problem
from itemcatalog.rules.crt._proofs import has_proofs, issuer_unknown, listed, of_others, proofs, proofs_of_others
from itemcatalog.text import normalise

__all__ = ["Demanded", "demanded", "known_by_name"]

# What a person or an enterprise writes, is never a certificate, whatever a list calls it.
_SELF_MADE = re.compile(
    r"(?:申请|申报|登记|审批|备案|报名|审核|核准|自述|委托|授权)(?:表|书|函)$|(?:承诺|声明|说明|合同|协议)(?:表|书|函)?$"
)
# Words that any certificate may be called by name none.
_GENERAL = re.compile(
    r"(?:相关|有关|其他|其它|有效|合法|身份|主体|资格|资质|申请人|本人|单位|个人|法人|的)*"
    r"(?:证明|证件|证照|证书)?(?:材料|文件|资料|书)?"
)
_COPIES = re.compile(r"\([^()]*(?:原件|复印件|影印件|正本|副本|[0-9一二两三四]份|公章)[^()]*\)")
_FORM = re.compile(r"(?:原件|复印件|影印件)(?:(?:及|和|或|与|、)(?:原件|复印件|影印件))*$")


class Demanded(NamedTuple):
    """索要的证明: a certificate that is asked for, with its entries; ``issuer_told`` = somebody else issues it."""

    at: int
    material: Material
    entries: tuple[Certificate, ...]
    issuer_told: bool


@per_item
def demanded(item: Item, context: Context) -> tuple[Demanded, ...]:
    """Return the certificates that are asked for: of others, and of unknown issuers by the very name on the list."""
    certificates = context.certificates or ()
    told = (
        Demanded(index, material, tuple(listed(material.name, certificates)), issuer_told=True)
        for index, material in proofs_of_others(item, context)
    )
    by_name = (
        Demanded(index, material, entries, issuer_told=False)
        for index, material in enumerate(item.materials)
        if issuer_unknown(material) and (entries := _entries(material, context))
    )
    return (*told, *by_name)


def known_by_name(item: Item, context: Context, check: Callable[[Item, Context], Iterable[Problem]]) -> bool | None:
    """Return whether a rule applies for which an entry of the list alone decides what is a certificate.

    As ``has_proofs``; where no issuer is told, True when all certificates are on the list by name, or one is at fault.
    """
    answer = has_proofs(item, context)
    if answer or not context.certificates or not is_service(item):
        return answer
    known = {one.at for one in demanded(item, context)}
    if not known:
        return answer
    doubtful = any(of_others(material) is None and index not in known for index, material in proofs(item))
    return None if doubtful and not any(True for _ in check(item, context)) else True


def _entries(material: Material, context: Context) -> tuple[Certificate, ...]:
    """Return the entries of exactly this name; one that speaks of copies (户口簿复印件) speaks of copies only."""
    by_name = context.memo("certificates by name", lambda: _by_name(context.certificates or ()))
    plain = normalise(material.name)
    name = _FORM.sub("", _COPIES.sub("", plain))
    keys = dict.fromkeys((format_key(plain), format_key(name)))
    found = tuple(entry for key in keys for entry in by_name.get(key, ()))
    if not found or material.kind == "申请表" or _GENERAL.fullmatch(name) or _SELF_MADE.search(name):
        return ()
    return found


def _by_name(certificates: tuple[Certificate, ...]) -> dict[str, list[Certificate]]:
    found: dict[str, list[Certificate]] = {}
    for entry in certificates:
        found.setdefault(format_key(normalise(entry.name)), []).append(entry)
    return found
