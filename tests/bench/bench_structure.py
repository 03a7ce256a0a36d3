"""Documents of 40 fields: schema check (goal 2 s for 100,000), structuring (goal 5 s), and records built into items."""

from __future__ import annotations

import resource
import time
from collections.abc import Callable, Mapping
from typing import Any

from itemcatalog import schemas
from itemcatalog.findings import Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._structure import item_from_dict, item_to_dict

COUNT = 100_000
SAMPLE = 20_000

DOCUMENT: dict[str, Any] = {
    "name": "设立许可",
    "parent_name": "设立、变更许可",
    "codes": {"basic": "000131010000", "implementation": "11350100003591109X3000131010000"},
    "power_type": "行政许可",
    "case_type": "承诺件",
    "levels": ["市级"],
    "division": "350100",
    "authority": {"name": "某局", "credit_code": "11350100003591109X"},
    "status": "在用",
    "version": "1",
    "effective": "2017-05-01",
    "legal_bases": [{"title": "中华人民共和国行政许可法", "article": "第十二条"}],
    "target_groups": ["自然人", "企业法人"],
    "statutory_limit": {"value": 20, "unit": "工作日", "raw": "20个工作日"},
    "promised_limit": {"value": 5, "unit": "工作日", "raw": "5个工作日"},
    "conditions": [{"text": "有固定的经营场所"}],
    "materials": [
        {"name": "申请书", "kind": "申请表", "originals": 1, "necessity": "必要"},
        {"name": "身份证", "kind": "证件", "copies": 1},
    ],
    "fees": {"charged": False},
    "results": [{"name": "许可证"}],
    "places": [{"address": "某路1号", "hours": "工作日"}],
    "consultation": {"phones": [{"number": "0591-87654321"}]},
    "complaint": {"phones": [{"number": "12345"}]},
    "visits": {"total": 1},
    "online": {"available": True},
    "courier": "yes",
}

CELLS: dict[str, object] = {
    "name": "设立许可", "codes.implementation": "11350100003591109X3000131010000", "power_type": "行政许可",
    "authority.name": "某局", "statutory_limit": "20个工作日", "promised_limit": "5个工作日", "case_type": "承诺件",
    "legal_bases": "《中华人民共和国行政许可法》第十二条", "materials": "1.申请书（原件1份）；2.身份证（复印件1份）",
    "conditions": "有固定的经营场所", "consultation": "0591-87654321", "complaint": "12345", "visits": "1次",
    "fees": "不收费", "places": "某路1号", "target_groups": "自然人、企业法人", "levels": "市级",
}  # fmt: skip


def leaves(value: object) -> int:
    """Count the values that are no object and no list."""
    if isinstance(value, Mapping):
        return sum(map(leaves, value.values()))
    return sum(map(leaves, value)) if isinstance(value, list) else 1


def seconds_per_100k(run: Callable[[], object]) -> float:
    """Run a step often enough and scale to 100,000; once before, so that nothing is compiled on the way."""
    run()
    start = time.perf_counter()
    for _ in range(SAMPLE):
        run()
    return (time.perf_counter() - start) * COUNT / SAMPLE


def main() -> None:
    """Print the figures."""
    options = ReadOptions(channel="city")
    item, _ = item_from_dict(DOCUMENT)
    place = Place(file="a.xlsx", sheet="事项", row=3)
    record = Record(
        cells={path: Cell(value=value, label=path, place=place) for path, value in CELLS.items()}, place=place
    )
    print(f"a document of {leaves(DOCUMENT)} values, a record of {len(CELLS)} cells; seconds for {COUNT:,}")
    print(f"schema check     {seconds_per_100k(lambda: schemas.is_valid('item', DOCUMENT)):6.2f} s")
    print(f"structuring      {seconds_per_100k(lambda: item_from_dict(DOCUMENT, options, place)):6.2f} s")
    print(f"to plain data    {seconds_per_100k(lambda: item_to_dict(item)):6.2f} s")
    print(f"record → item    {seconds_per_100k(lambda: build_item(record, options)):6.2f} s")
    print(f"peak memory      {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:6.0f} MB")


if __name__ == "__main__":
    main()
