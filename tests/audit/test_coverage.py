"""How much of what must be published is: measures of the report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from itemcatalog.audit import run_audit
from itemcatalog.schemas import is_valid
from itemcatalog.workspace import read_workspace

_CHANNEL = '[[channel]]\nid = "{0}"\nkind = "{1}"\ndivision = "510700"\nsource = "{0}.csv"\n'
_CITY = "事项名称,实施主体\n取水许可,水利局\n排污许可,环保局\n采砂许可,水利局\n"


def _measures(folder: Path, portal: str | None, publish: bool = True) -> list[dict[str, Any]]:
    (folder / "city.csv").write_text(_CITY, encoding="utf-8")
    if portal is not None:
        (folder / "portal.csv").write_text(portal, encoding="utf-8")
    demand = '[publish]\ncity = ["portal"]\n' if publish else ""
    text = f"[workspace]\n{_CHANNEL.format('city', 'city')}{_CHANNEL.format('portal', 'portal')}{demand}"
    (folder / "itemcatalog.toml").write_text(text, encoding="utf-8")
    report = run_audit(read_workspace(folder)).to_dict()
    assert is_valid("report", report)
    return [one for one in report["measures"] if one["id"] != "promised-time-compression"]


def _told(measures: list[dict[str, Any]]) -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (one["id"], next(iter(one["scope"].values()))): (
            one["ratio_of_totals"]["numerator"],
            one["ratio_of_totals"]["denominator"],
        )
        for one in measures
    }


def test_publication_is_measured_by_channel_and_authority(tmp_path: Path) -> None:
    """Two of three items stand on the portal, one of these with a guide to download."""
    portal = "事项名称,实施主体,办事指南下载\n取水许可,水利局,https://example.org/a.docx\n排污许可,环保局,\n"
    measures = _measures(tmp_path, portal)

    assert _told(measures) == {
        ("publication-coverage", "portal"): (2, 3),
        ("publication-coverage", "水利局"): (1, 2),
        ("publication-coverage", "环保局"): (1, 1),
        ("guide-document-coverage", "portal"): (1, 2),
        ("guide-document-coverage", "水利局"): (1, 1),
        ("guide-document-coverage", "环保局"): (0, 1),
    }
    assert [one["median_of_ratios"]["value"] for one in measures if one["scope"] == {"authority": "水利局"}] == [
        0.5,
        1.0,
    ]


def test_a_channel_that_was_not_read_lacks_nothing(tmp_path: Path) -> None:
    """What stands on a portal whose file is damaged cannot be told: it is left out, never absent."""
    told = _told(_measures(tmp_path, "PK\x03\x04"))

    assert told == {("publication-coverage", one): (0, 0) for one in ("portal", "水利局", "环保局")}


def test_one_guide_among_the_copies_is_enough(tmp_path: Path) -> None:
    """A portal that shows an item twice, once without a body, offers its guide when one of the two does."""
    portal = "事项名称,实施主体,办事指南下载\n取水许可,水利局,\n取水许可,,https://example.org/a.docx\n"

    assert _told(_measures(tmp_path, portal))["guide-document-coverage", "portal"] == (1, 1)


def test_nothing_is_measured_where_nothing_is_demanded(tmp_path: Path) -> None:
    """Without ``[publish]`` there is no coverage."""
    assert _measures(tmp_path, "事项名称,实施主体\n取水许可,水利局\n", publish=False) == []
