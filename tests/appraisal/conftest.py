"""Small workspaces for the tests of the appraisal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from itemcatalog.appraisal import Appraisal, run_appraisal
from itemcatalog.workspace import read_workspace

HEAD = ("办件编号", "事项编码", "事项名称", "申报方式", "申请时间", "处理时间", "处理结果", "处理意见", "报送时间")
Build = Callable[..., Appraisal]


def table(folder: Path, name: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Write a CSV table of records."""
    lines = [",".join(head), *(",".join(row) for row in rows)]
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")


@pytest.fixture
def appraise(tmp_path: Path) -> Build:
    """Build a workspace of one city and one district, with records, and appraise it."""

    def build(
        items: Mapping[str, Sequence[Mapping[str, Any]]],
        tables: Mapping[str, tuple[Sequence[str], Sequence[Sequence[str]]]] | None = None,
        **options: Any,
    ) -> Appraisal:
        kinds = {"city": "city", "gulou": "district", "portal": "portal"}
        lines = ['[workspace]\npolicy = "fuzhou-2017"\nas_of = 2017-12-31\n']
        for channel, own in items.items():
            (tmp_path / f"{channel}.json").write_text(json.dumps(list(own)), encoding="utf-8")
            lines.append(f'[[channel]]\nid = "{channel}"\nkind = "{kinds[channel]}"\nsource = "{channel}.json"\n')
        for name, (head, rows) in (tables or {}).items():
            table(tmp_path, name, head, rows)
        if tables:
            lines.append(f"[cases]\nsource = {json.dumps(list(tables))}\n")
        lines.append(options.pop("extra", ""))
        (tmp_path / "itemcatalog.toml").write_text("\n".join(lines), encoding="utf-8")
        return run_appraisal(read_workspace(tmp_path, as_of=options.pop("as_of", None)), **options)

    return build


@pytest.fixture
def row() -> Callable[..., list[str]]:
    """Return a function that makes a row of 办件: by default an online application handled and reported in time."""

    def make(number: str, **values: str) -> list[str]:
        own = {
            "办件编号": number, "事项编码": "", "事项名称": "", "申报方式": "网上", "申请时间": "2017-11-06 09:00:00",
            "处理时间": "2017-11-06 10:00:00", "处理结果": "通过", "处理意见": "", "报送时间": "2017-11-06 11:00:00",
        }  # fmt: skip
        return list((own | values).values())

    return make
