"""Lists that offices hand in beside the items: certificates, decisions, waivers, bodies and pairs of codes."""

from __future__ import annotations

from datetime import date

from attrs import define

from itemcatalog.findings import NOWHERE, Place

__all__ = ["Certificate", "CodePair", "Decision", "Organisation", "Waiver"]


@define(frozen=True, slots=True, kw_only=True)
class Certificate:
    """证明事项: one line of the certificate list (证明清单); ``status`` 保留 or 取消 (absent = 保留)."""

    name: str
    use: str | None = None
    basis: str | None = None
    requester: str | None = None
    issuer: str | None = None
    guide: str | None = None
    status: str | None = None
    replacement: str | None = None
    items: tuple[str, ...] = ()
    effective: date | None = None
    expires: date | None = None
    place: Place = NOWHERE

    @property
    def kept(self) -> bool:
        """True unless the list says that the certificate was cancelled."""
        return self.status is None or "取消" not in self.status


@define(frozen=True, slots=True, kw_only=True)
class Decision:
    """人工判定: a reviewer's answer (``same`` or ``different``) on two items, by id or by name."""

    left: str
    right: str
    verdict: str
    who: str | None = None
    date: date | None = None
    note: str | None = None
    place: Place = NOWHERE


@define(frozen=True, slots=True, kw_only=True)
class Waiver:
    """豁免: a finding that an office accepted, by fingerprint, with a reason and an end."""

    fingerprint: str
    reason: str | None = None
    who: str | None = None
    until: date | None = None
    place: Place = NOWHERE


@define(frozen=True, slots=True, kw_only=True)
class Organisation:
    """机构: a body of the register (机构名录) with its unified social credit code (GB 32100)."""

    name: str
    credit_code: str
    place: Place = NOWHERE


@define(frozen=True, slots=True, kw_only=True)
class CodePair:
    """编码对照: the local and the national code of one item."""

    local: str
    national: str
    place: Place = NOWHERE
