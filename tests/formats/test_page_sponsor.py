"""Who runs a web site is not who exercises the item of its page."""

from __future__ import annotations

from pathlib import Path

from itemcatalog import read_workspace
from itemcatalog.workspace import read_catalogue

PAGE = """<html><head><meta charset="utf-8"><title>办事指南</title></head><body><h1>居住证签发办事指南</h1>
<table><tr><td>事项名称</td><td>居住证签发</td></tr><tr><td>实施主体</td><td>闽侯县公安局</td></tr>
<tr><td>承诺时限</td><td>5个工作日</td></tr><tr><td>法定时限</td><td>15个工作日</td></tr></table>
<div>主办单位：闽侯县行政服务中心</div></body></html>"""
WORKSPACE = '[workspace]\nname = "一页"\n[[channel]]\nid = "pages"\nsource = "guide.html"\n'


def test_the_sponsor_in_the_foot_is_no_second_authority(tmp_path: Path) -> None:
    """The implementing body of the table stands, and the page is not said to contradict itself."""
    (tmp_path / "guide.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "itemcatalog.toml").write_text(WORKSPACE, encoding="utf-8")

    catalogue = read_catalogue(read_workspace(tmp_path))

    assert [item.authority.name for item in catalogue] == ["闽侯县公安局"]
    assert [fault.kind for fault in catalogue.faults if fault.kind == "value-conflict"] == []
