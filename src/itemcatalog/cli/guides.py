"""``itemcatalog guides``: write the standard guides of a catalogue, or verify published ones."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from itemcatalog.cli import _console
from itemcatalog.cli._options import Out
from itemcatalog.cli._words import About, both, pick
from itemcatalog.findings import Text

if TYPE_CHECKING:
    from itemcatalog.guides import Changes, GuideRun, VerifyRun
    from itemcatalog.model import Catalogue
    from itemcatalog.sections import Profile
    from itemcatalog.workspace import Workspace

__all__ = ["ABOUT", "command"]

VERIFY = "verify"
_SHOWN = 20

ABOUT = About(
    summary=Text(
        "生成标准办事指南（网页、Word、PDF），或核对已发布的指南",
        "Write the standard guides (page, Word, PDF), or verify published ones",
    ),
    group=Text("办事指南", "Guides"),
    examples=(
        (
            "itemcatalog guides fixtures/fuzhou -o 指南",
            Text("每个事项一份网页和一份 Word，另有索引和清单", "a page and a Word file per item, index and manifest"),
        ),
        (
            "itemcatalog guides . -o 指南 --format html,docx,pdf --profile short --final",
            Text("简版，必备内容不全的不发布", "short version; incomplete guides are held back"),
        ),
        (
            "itemcatalog guides . -o 指南 --changed-since 上次/manifest.json",
            Text("列出需要重新上传的文件", "list what must be uploaded again"),
        ),
        (
            "itemcatalog guides . -o 标准指南 --standard",
            Text("按建议的统一标准，每组一份", "one guide per group, of the proposed standard"),
        ),
        (
            "itemcatalog guides verify fixtures/fuzhou/guides --against fixtures/fuzhou",
            Text("核对已发布的指南与数据是否一致", "check published guides against the data"),
        ),
    ),
)


Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar=both("工作区 | verify 文件…", "WORKSPACE | verify FILES…"),
        show_default=False,
        help=both("工作区或数据文件；verify 后为已发布的指南", "workspace or files; after verify: guides"),
    ),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        metavar="html,docx,pdf,json,xml,md",
        help=both("指南的格式（默认 html,docx）", "formats of the guides (default html,docx)"),
    ),
]
ProfileName = Annotated[
    str | None,
    typer.Option(
        "--profile",
        metavar=both("体例", "PROFILE"),
        help=both("standard-2016、short、fujian-2017 或 .toml 文件", "a profile id or a .toml file"),
    ),
]
Final = Annotated[bool, typer.Option("--final", help=both("必备栏目不全者不写出", "hold back incomplete guides"))]
OfStandard = Annotated[
    bool,
    typer.Option(
        "--standard", help=both("每组一份，按应当统一的内容", "one guide per group, of the proposed standard")
    ),
]
Since = Annotated[
    Path | None,
    typer.Option(
        "--changed-since",
        metavar="manifest.json",
        help=both("与此清单相比，列出需上传和撤下的文件", "list files to upload and to take down since then"),
    ),
]
Against = Annotated[
    list[str] | None,
    typer.Option(
        "--against",
        metavar=both("工作区", "WORKSPACE"),
        help=both("verify：与哪个工作区核对", "verify: the data"),
    ),
]


def command(
    context: typer.Context,
    sources: Words = None,
    out: Out = None,
    formats: Formats = None,
    profile: ProfileName = None,
    final: Final = False,
    standard: OfStandard = False,
    changed_since: Since = None,
    against: Against = None,
) -> None:
    """Build or verify, write, summarise."""
    words = list(sources or ["."])
    if words[0] == VERIFY:
        _verify(context.obj, [Path(word) for word in words[1:]], against, profile)
    if out is None:
        raise typer.BadParameter(pick(both("缺少输出文件夹", "no output folder"), context.obj), param_hint="-o")
    kinds = tuple(dict.fromkeys(word for text in formats or ["html,docx"] for word in text.split(",") if word))
    workspace, catalogue = _read_standard(words) if standard else _read(words)
    from itemcatalog.guides import build_workspace_guides

    with _console.progress() as step:
        run, changes = build_workspace_guides(
            workspace,
            catalogue,
            out,
            formats=kinds,
            profile=profile,
            final=final,
            since=changed_since,
            progress=_counted(step),
        )
    _show_run(run, changes, out, context.obj)
    raise typer.Exit(3 if _unread(catalogue) else int(not run.passed))


def _read(words: list[str]) -> tuple[Workspace, Catalogue]:
    from itemcatalog.workspace import read_catalogue, read_workspace

    workspace = read_workspace(words)
    with _console.progress() as step:
        return workspace, read_catalogue(workspace, progress=step)


def _read_standard(words: list[str]) -> tuple[Workspace, Catalogue]:
    from itemcatalog.audit import standard_catalogue
    from itemcatalog.workspace import read_workspace

    workspace = read_workspace(words)
    with _console.progress() as step:
        return workspace, standard_catalogue(workspace, progress=step)


def _unread(catalogue: Catalogue) -> bool:
    from itemcatalog.workspace import UNREADABLE

    lost = [fault for fault in catalogue.faults if fault.kind == UNREADABLE]
    for fault in lost:
        sys.stderr.write(f"itemcatalog: {fault.place.file}：{fault.values.get('reason', '')}\n")
    return bool(lost)


def _counted(step: Callable[[str], None] | None) -> Callable[[int, int], None] | None:
    return None if step is None else lambda done, total: step(f"{done}/{total}")


def _show_run(run: GuideRun, changes: Changes | None, out: Path, language: str) -> None:
    english = language == "en"
    rows = [
        ["written" if english else "新生成", str(run.written)],
        ["unchanged" if english else "未变化", str(run.kept)],
        ["mandatory section missing" if english else "必备栏目不全", str(len(run.incomplete))],
        ["held back" if english else "暂缓发布", str(len(run.held))],
        ["failed" if english else "失败", str(len(run.failures))],
    ]
    _console.show_table(["guides" if english else "办事指南", "number" if english else "数量"], rows, right=(1,))
    for held in run.held[:_SHOWN]:
        _console.say(f"{held.channel} · {held.name}：{'、'.join(held.missing)}")
    for failure in run.failures[:_SHOWN]:
        sys.stderr.write(f"itemcatalog: {failure.channel} · {failure.name}：{failure.reason}\n")
    for word, paths in (("+", changes.upload), ("-", changes.remove)) if changes else ():
        for path in paths:
            _console.say(f"{word} {path}")
    _console.say(str(out / "index.html"))


def _verify(language: str, files: list[Path], against: list[str] | None, profile: str | None) -> None:
    from itemcatalog.guides import verify_guides

    if not files or not against:
        hint = "guides verify FILES… --against WORKSPACE"
        raise typer.BadParameter(hint, param_hint="verify")
    workspace, catalogue = _read(against)
    with _console.progress() as step:
        counted = _counted(step)
        chosen = _profile(workspace, profile)
        run = verify_guides(files, catalogue, profile=chosen, **({"progress": counted} if counted else {}))
    _show_verified(run, language)
    lost = _unread(catalogue)
    raise typer.Exit(3 if run.unread or lost else int(not run.passed))


def _profile(workspace: Workspace, named: str | None) -> Profile:
    from itemcatalog.sections import load_profile

    return load_profile(named or workspace.guides.profile, None if named else workspace.root)


def _show_verified(run: VerifyRun, language: str) -> None:
    for guide in run.guides:
        if guide.error:
            sys.stderr.write(f"itemcatalog: {guide.path}：{guide.error}\n")
        elif guide.findings:
            _console.say(guide.path)
        for one in (*guide.deviations, *guide.notices):
            mark = both("提示", "notice") if one.notice else both("偏差", "deviation")
            _console.say(f"  [{pick(mark, language)}] {one.in_words(language)}")
    total = sum(1 for guide in run.guides if guide.deviations)
    _console.say(f"{total}/{len(run.guides)} {'guides deviate' if language == 'en' else '份指南有偏差'}")
