"""The guides of a workspace, and the command that writes and verifies them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import typer

from guide_samples import full_item, plain_item
from itemcatalog.cli import guides as module
from itemcatalog.formats import json_
from itemcatalog.guides import CHANGED, INDEX, build_workspace_guides
from itemcatalog.model import Item
from itemcatalog.workspace import read_catalogue, read_workspace


class Context:
    """What the command reads of its context: the language."""

    obj = "zh"


def workspace(folder: Path, *items: Item, guides: str = "") -> Path:
    """Write a workspace of one channel."""
    (folder / "items.json").write_bytes(json_.write(items))
    (folder / "itemcatalog.toml").write_text(
        '[workspace]\nname = "示例市 2017 年事项"\npolicy = "fuzhou-2017"\nas_of = 2017-12-31\n\n'
        f'[[channel]]\nid = "city"\nname = "市级"\nkind = "city"\nsource = "items.json"\n{guides}',
        encoding="utf-8",
    )
    return folder


def run(**options: object) -> int:
    """Run the command and return its exit code."""
    with pytest.raises(typer.Exit) as left:
        module.command(Context(), **options)  # type: ignore[arg-type]
    return int(left.value.exit_code)


def test_the_command_writes_and_verifies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A complete item leaves with 0; the guides that were written pass; a tampered one leaves with 1."""
    root, out = workspace(tmp_path, full_item()), tmp_path / "out"
    codes = [run(sources=[str(root)], out=out), run(sources=["verify", str(out)], against=[str(root)])]
    page = next(out.glob("city/*.html"))
    page.write_text(page.read_text(encoding="utf-8").replace("20个工作日", "30个工作日"), encoding="utf-8")
    codes.append(run(sources=["verify", str(page)], against=[str(root)]))

    assert codes == [0, 0, 1]
    assert "[偏差] 办结时限：与数据不一致，应为“法定办结时限：20个工作日”" in capsys.readouterr().out


def test_a_missing_mandatory_section_leaves_with_one(tmp_path: Path) -> None:
    """A draft with gaps is written and leaves with 1; a final run holds it back."""
    root = workspace(tmp_path, plain_item())
    codes = [run(sources=[str(root)], out=tmp_path / name, final=final) for name, final in (("a", False), ("b", True))]

    assert (codes, len(list(tmp_path.glob("a/city/*"))), len(list(tmp_path.glob("b/city/*")))) == ([1, 1], 2, 0)


def test_an_unreadable_file_outranks_a_deviation(tmp_path: Path) -> None:
    """A guide that cannot be read leaves with 3."""
    root = workspace(tmp_path, full_item())
    (tmp_path / "x.docx").write_bytes(b"PK\x03\x04")

    assert run(sources=["verify", str(tmp_path / "x.docx")], against=[str(root)]) == 3


def test_usage_errors(tmp_path: Path) -> None:
    """No output folder, and verify without files or data, are errors of use."""
    for options in ({"sources": [str(tmp_path)]}, {"sources": ["verify"]}, {"sources": ["verify", "x"]}):
        with pytest.raises(typer.BadParameter):
            module.command(Context(), **options)  # type: ignore[arg-type]


def test_what_changed_is_listed(tmp_path: Path) -> None:
    """With an earlier manifest the files to upload and to take down are listed, and written as JSON."""
    first = workspace(tmp_path, full_item(), plain_item())
    build_workspace_guides(read_workspace([str(first)]), read_catalogue(read_workspace([str(first)])), tmp_path / "out")
    manifest = tmp_path / "before.json"
    manifest.write_bytes((tmp_path / "out" / "manifest.json").read_bytes())
    second = workspace(tmp_path, full_item(handling_area="全省"))
    opened = read_workspace([str(second)])
    _, changes = build_workspace_guides(opened, read_catalogue(opened), tmp_path / "out", since=manifest)

    assert changes is not None
    assert ({".docx", ".html"}, 3, 2) == (
        {Path(path).suffix for path in changes.upload},
        len(changes.upload),
        len(changes.remove),
    )
    assert list(changes.upload) == json.loads((tmp_path / "out" / CHANGED).read_text(encoding="utf-8"))["upload"]


def test_the_workspace_names_profile_and_templates(tmp_path: Path) -> None:
    """``[guides]`` chooses the profile and the folder of templates."""
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "guide.html").write_text("<p>{{ guide.profile }}</p>", encoding="utf-8")
    root = workspace(tmp_path, full_item(), guides='\n[guides]\nprofile = "short"\ntemplates = "templates/"\n')
    opened = read_workspace([str(root)])
    build_workspace_guides(opened, read_catalogue(opened), tmp_path / "out")

    assert next(tmp_path.glob("out/city/*.html")).read_text(encoding="utf-8") == "<p>short</p>"
    assert "<title>示例市 2017 年事项办事指南</title>" in (tmp_path / "out" / INDEX).read_text(encoding="utf-8")
