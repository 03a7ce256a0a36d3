"""Materials that the certificate list itself calls a certificate: their name is the name of an entry."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from itemcatalog.comparison import format_key
from itemcatalog.model import Certificate, Item, Material
from itemcatalog.rules._context import Context
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


def demanded(item: Item, context: Context) -> Iterator[Demanded]:
    """Yield the certificates that are on the list: of others by their name, of unknown issuers by its exact name."""
    certificates = context.certificates or ()
    for index, material in proofs_of_others(item, context):
        yield Demanded(index, material, tuple(listed(material.name, certificates)), issuer_told=True)
    for index, material in enumerate(item.materials):
        entries = _entries(material, certificates) if issuer_unknown(material) else ()
        if entries:
            yield Demanded(index, material, entries, issuer_told=False)


def known_by_name(item: Item, context: Context, check: Callable[[Item, Context], Iterable[Problem]]) -> bool | None:
    """Return whether a rule applies for which an entry of the list alone decides what is a certificate.

    As ``has_proofs``; where no issuer is told, True when all certificates are on the list by name, or one is at fault.
    """
    answer = has_proofs(item, context)
    if answer or not is_service(item):
        return answer
    by_name = {one.at for one in demanded(item, context)}
    if not by_name:
        return answer
    doubtful = {index for index, material in proofs(item) if of_others(material) is None} - by_name
    return None if doubtful and not any(True for _ in check(item, context)) else True


def _entries(material: Material, certificates: tuple[Certificate, ...]) -> tuple[Certificate, ...]:
    plain = normalise(material.name)
    name = _FORM.sub("", _COPIES.sub("", plain))
    if material.kind == "申请表" or _GENERAL.fullmatch(name) or _SELF_MADE.search(name):
        return ()
    # An entry that itself speaks of copies (户口簿复印件) speaks of copies only.
    keys = {format_key(plain), format_key(name)}
    return tuple(one for one in certificates if _key(one.name) in keys)


@functools.lru_cache(16_384)
def _key(name: str) -> str:
    return format_key(normalise(name))
