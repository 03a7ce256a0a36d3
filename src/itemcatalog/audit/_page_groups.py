"""The part of report.html on the same item across channels: which fields differ, who says what, what should stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from itemcatalog.audit._page_first import short
from itemcatalog.audit._report import Report
from itemcatalog.audit._words import field_words
from itemcatalog.comparison import AGREEMENTS, GROUNDS
from itemcatalog.findings import Severity, Text

__all__ = ["group_rows"]

_RELATIONS = {
    "replica": Text("同一事项多处公布", "one item, several channels"),
    "peer": Text("各级同一事项", "one item, several authorities"),
    "mixed": Text("多级并多处公布", "several authorities and channels"),
}
_CORRECT = Text("须更正", "to correct")
_CHECK = Text("请核对", "to check")
_LONGEST = 120

# Members of findings of one group and field, each with whether the finding is more than a notice.
_Charges = Mapping[tuple[str, str], Mapping[tuple[str, str], bool]]


def group_rows(report: Report) -> list[dict[str, Any]]:
    """Return the groups whose members differ where they may not, with the fields and values in words."""
    rows = []
    charges = _charges(report)
    for group in report.groups:
        fields = [
            _field(report, one, charges.get((group["id"], one["field"]), {}))
            for one in group["fields"]
            if not one["allowed"]
        ]
        if fields:
            rows.append(
                {
                    "name": group["name"],
                    "relation": _word(_RELATIONS, group["relation"], report.language),
                    "members": str(len(group["members"])),
                    "fields": fields,
                }
            )
    return rows


def _charges(report: Report) -> _Charges:
    """Return whom the findings of each group and field charge; a notice asks, an error or a warning demands."""
    charges: dict[tuple[str, str], dict[tuple[str, str], bool]] = {}
    for finding in report.findings:
        if finding.group is None or finding.field is None or finding.status == "waived":
            continue
        of_field = charges.setdefault((finding.group, finding.field), {})
        for member in finding.members:
            key = (member.channel, member.item_id)
            of_field[key] = of_field.get(key, False) or finding.severity is not Severity.NOTICE
    return charges


def _mark(value: Mapping[str, Any], charged: Mapping[tuple[str, str], bool], language: str) -> dict[str, str] | None:
    """Return what those who show a value must do: correct it, look at it, or nothing."""
    found = [charged[key] for one in value["members"] if (key := (one["channel"], one["item_id"])) in charged]
    if not found:
        return None
    word, tone = (_CORRECT, "error") if any(found) else (_CHECK, "notice")
    return {"text": word.in_language(language), "tone": tone}


def _word(words: Mapping[str, Text], key: str, language: str) -> str:
    return words[key].in_language(language) if key in words else key


def _field(report: Report, field: Mapping[str, Any], charged: Mapping[tuple[str, str], bool]) -> dict[str, Any]:
    agreement = _word(AGREEMENTS, field["agreement"], report.language)
    return {
        "title": f"{field_words(field['field'], report.language)} · {agreement}",
        "proposed": _proposed(field, report.language),
        "values": [
            {
                "value": short(str(one["value"]), _LONGEST) if one["value"] is not None else "—",
                "who": "、".join(dict.fromkeys(report.channel_name(member["channel"]) for member in one["members"])),
                "mark": _mark(one, charged, report.language),
            }
            for one in field["values"]
        ],
    }


def _proposed(field: Mapping[str, Any], language: str) -> str:
    grounds = "＋".join(_word(GROUNDS, one, language) for one in (field["ground"] or "").split("+") if one)
    if field["proposed"] is None:
        return grounds
    label = "→ " if language == "en" else "建议 → "
    return f"{label}{short(str(field['proposed']), _LONGEST)}{f'（{grounds}）' if grounds else ''}"
