"""The audit of 2,262 real items: the figures of ../shared/data/README.md, the shape of the report, the same bytes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from itemcatalog.audit import Report, run_audit, write_outputs
from itemcatalog.schemas import faults
from itemcatalog.workspace import read_workspace

NO_CREDIT_CODE = {
    "TE440000GD030003VV2442199374000",
    "TE440000GD030003VV2442199678000",
    "TE440000GD030003VV2442199730000",
}
WRONG_CHECK_DIGIT = {
    "13440000515356094L2442199643000",
    "13440000515356094L2442199644000",
    "13440000515356094L2442199645000",
}


@pytest.fixture(scope="module")
def report(repository: Path, shared: Path) -> Report:
    """The report on both channels, made once."""
    assert shared.is_dir()
    return run_audit(read_workspace(repository / "fixtures" / "guangdong"))


def _measure(report: Report, scope: object) -> dict[str, Any]:
    return dict(next(one for one in report.measures if one["scope"] == scope))


def _numbers(measure: dict[str, Any]) -> tuple[int, ...]:
    parts = (measure["ratio_of_totals"], measure["mean_of_ratios"], measure["median_of_ratios"])
    within = measure["share_within"]
    return (
        measure["counted"],
        *(number for part in parts for number in (part["numerator"], part["denominator"])),
        within["numerator"],
    )


def test_no_item_is_lost(report: Report) -> None:
    """2,024 items of the province and 238 of the city, nothing unread."""
    assert (report.items, report.unread) == (2262, ())
    assert {key: tally.items for key, tally in report.by_channel.items()} == {"province": 2024, "guangzhou": 238}


def test_compression_equals_the_counts_by_hand(report: Report) -> None:
    """Totals, mean, median, share and every exclusion: all, province, Guangzhou, licences."""
    everything = _measure(report, "all")

    assert _numbers(everything) == (1513, 18827, 54774, 38534190808819, 84838218418800, 3, 10, 774)
    assert everything["excluded"] == {
        "neither_stated": 512,
        "statutory_not_stated": 201,
        "promised_not_stated": 27,
        "no_statutory_limit": 0,
        "instant_without_statutory": 0,
        "unclear": 0,
        "unit_mismatch": 9,
    }
    assert _numbers(_measure(report, {"channel": "guangzhou"})) == (238, 835, 7970, 2843, 21420, 1, 20, 204)
    province = _measure(report, {"channel": "province"})
    assert (_numbers(province)[:3], _numbers(province)[5:]) == ((1275, 17992, 46804), (13, 30, 570))
    licences = _measure(report, {"power_type": "行政许可"})
    assert (_numbers(licences)[:3], _numbers(licences)[5:]) == ((501, 2400, 15225), (1, 15, 387))


def test_exactly_six_codes_are_wrong(report: Report) -> None:
    """Three check digits are errors, three virtual bodies are warnings; no other code is accused."""
    found = {
        (one.severity.value, one.item.codes["implementation"])
        for one in report.findings
        if one.rule.startswith("COD") and one.severity != "notice" and one.item is not None
    }

    assert found == {("error", code) for code in WRONG_CHECK_DIGIT} | {("warning", code) for code in NO_CREDIT_CODE}


def test_what_the_source_does_not_carry_accuses_nobody(report: Report) -> None:
    """设定依据, fees, 办件类型, procedure and results are not in the data."""
    absent = ("legal_bases", "fees", "case_type", "procedure", "results", "special_procedures")

    assert [one for one in report.findings if (one.field or "").startswith(absent)] == []


def test_the_report_fits_its_schema(report: Report) -> None:
    """report.json is what schemas/report.schema.json says."""
    assert faults("report", report.to_dict()) == ()


def test_two_runs_write_the_same_bytes(report: Report, repository: Path, tmp_path: Path) -> None:
    """Same input, same bytes in every output."""
    again = run_audit(read_workspace(repository / "fixtures" / "guangdong"))
    for number, one in enumerate((report, again)):
        write_outputs(one, tmp_path / str(number), formats=("sarif", "junit", "md", "jsonl"))
    files = [
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (tmp_path / "0", tmp_path / "1")
    ]

    assert files[0] == files[1]
