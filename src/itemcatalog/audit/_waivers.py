"""Waivers (豁免) and the baseline: findings that an office accepted, and findings of an earlier report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

import attrs

from itemcatalog.findings import Fault, Finding
from itemcatalog.model import Waiver

__all__ = ["mark_known", "mark_waived", "waiver_faults"]


def mark_waived(findings: Iterable[Finding], waivers: Sequence[Waiver], as_of: date) -> list[Finding]:
    """Return the findings with the status ``waived`` where a waiver that has not expired names their fingerprint."""
    accepted = {one.fingerprint for one in waivers if not _expired(one, as_of)} - _disputed(waivers)
    return [attrs.evolve(one, status="waived") if one.fingerprint in accepted else one for one in findings]


def mark_known(findings: Iterable[Finding], fingerprints: Collection[str]) -> list[Finding]:
    """Return the findings with the status ``known`` where an earlier report had them; a waived one stays waived."""
    return [
        attrs.evolve(one, status="known") if one.fingerprint in fingerprints and one.status == "new" else one
        for one in findings
    ]


def waiver_faults(findings: Iterable[Finding], waivers: Sequence[Waiver], as_of: date) -> list[Fault]:
    """Return what is wrong with the waivers themselves: expired, without a finding, or given twice with two ends."""
    present = {one.fingerprint for one in findings}
    disputed = _disputed(waivers)
    faults = []
    for waiver in waivers:
        if waiver.fingerprint in disputed:
            faults.append(_fault("waiver-contradictory", waiver))
        elif waiver.fingerprint not in present:
            faults.append(_fault("waiver-unused", waiver))
        elif _expired(waiver, as_of):
            faults.append(_fault("waiver-expired", waiver))
    return faults


def _expired(waiver: Waiver, as_of: date) -> bool:
    return waiver.until is not None and waiver.until < as_of


def _disputed(waivers: Sequence[Waiver]) -> set[str]:
    """Return the fingerprints that several waivers name with different ends: nobody can tell which one holds."""
    ends: dict[str, set[date | None]] = {}
    for waiver in waivers:
        ends.setdefault(waiver.fingerprint, set()).add(waiver.until)
    return {fingerprint for fingerprint, dates in ends.items() if len(dates) > 1}


def _fault(kind: str, waiver: Waiver) -> Fault:
    values = {"fingerprint": waiver.fingerprint, "until": waiver.until.isoformat() if waiver.until else "—"}
    return Fault(kind=kind, place=waiver.place, field="waiver", found=waiver.fingerprint, values=values)
