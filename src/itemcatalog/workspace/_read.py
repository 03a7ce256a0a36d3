"""Reading ``itemcatalog.toml``, a folder that holds one, or bare files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from itemcatalog.errors import ConfigurationError, UsageError
from itemcatalog.findings import Severity
from itemcatalog.policy import Policy, load_policy
from itemcatalog.workspace._bare import bare_channels
from itemcatalog.workspace._channel import channel_sources, check_field, matched
from itemcatalog.workspace._labels import read_labels
from itemcatalog.workspace._model import ChannelSource, GuideOptions, RuleOptions, Workspace
from itemcatalog.workspace._table import Table, read_toml

__all__ = ["FILE_NAME", "read_workspace"]

FILE_NAME = "itemcatalog.toml"

_LISTS = ("standard", "certificates", "cases", "decisions", "waivers", "organisations", "crosswalk", "lexicon")


def read_workspace(
    path_or_files: str | Path | Sequence[str | Path], *, as_of: date | None = None, policy: str | Policy | None = None
) -> Workspace:
    """Read a workspace file, the folder that holds one, or bare data files (each a channel).

    ``as_of`` and ``policy`` override what the file says; without a file the policy is ``national`` and ``as_of``
    is the policy's own date, never today. Raises ``ConfigurationError`` naming file, key and line.
    """
    one_path = isinstance(path_or_files, str | Path)
    paths = [Path(path_or_files)] if one_path else [Path(one) for one in path_or_files]  # type: ignore[arg-type, union-attr]
    if not paths:
        raise UsageError("没有给出工作区或文件")
    configured = [path for path in paths if path.is_dir() or path.suffix in ("", ".toml")]
    if configured and len(paths) > 1:
        raise UsageError("一次只能给一个工作区，或若干个数据文件")
    if configured:
        return _from_file(_workspace_file(configured[0]), as_of, policy)
    return _from_bare(paths, as_of, policy)


def _workspace_file(path: Path) -> Path:
    file = path / FILE_NAME if path.is_dir() else path
    if not file.is_file():
        raise ConfigurationError(
            f"没有找到工作区文件 {FILE_NAME}；请给出含有该文件的文件夹，或者直接给出清单文件", path=path.as_posix()
        )
    return file


def _from_bare(paths: Sequence[Path], as_of: date | None, policy: str | Policy | None) -> Workspace:
    chosen = _policy(policy or "national")
    root = Path(paths[0]).parent if len({path.parent for path in paths}) == 1 else Path()
    return Workspace(
        root=root,
        name="、".join(path.stem for path in sorted(paths)),
        policy=chosen,
        as_of=as_of or chosen.as_of,
        channels=bare_channels(paths),
    )


def _from_file(file: Path, as_of: date | None, policy: str | Policy | None) -> Workspace:
    root = file.parent
    document = read_toml(file, file.name)
    head = document.table("workspace")
    if head is None:
        document.fail("缺少 [workspace]")
    named = head.text("policy")
    chosen = _policy(policy) if policy is not None else _named_policy(head, named, root)
    scheme = head.text("code_scheme")
    own_date = head.day("as_of")
    name = head.text("name") or root.resolve().name
    head.finish()
    lists = {key: _list(document, key, root) for key in _LISTS}
    labels = read_labels(document.table("labels"), _list(document, "labels", root))
    channels = channel_sources(document, root, scheme, labels)
    workspace = Workspace(
        root=root,
        name=name,
        policy=chosen,
        as_of=as_of or own_date or chosen.as_of,
        channels=channels,
        code_scheme=scheme,
        publish=_publish(document, channels),
        rules=_rules(document),
        labels=labels,
        guides=_guides(document, root),
        **lists,
    )
    document.finish()
    return workspace


def _policy(policy: str | Policy) -> Policy:
    return policy if isinstance(policy, Policy) else load_policy(policy)


def _named_policy(head: Table, named: str | None, root: Path) -> Policy:
    wanted: str | Path = named or "national"
    if named and named.endswith(".toml"):
        wanted = root / named
    try:
        return load_policy(wanted)
    except ConfigurationError as error:
        head.fail(error.message, "policy")


def _list(document: Table, key: str, root: Path) -> tuple[Path, ...]:
    table = document.table(key)
    if table is None:
        return ()
    files = matched(table, "source", root)
    if not files:
        table.fail("缺少 source（文件或通配符）")
    table.finish()
    return files


def _publish(document: Table, channels: Sequence[ChannelSource]) -> Mapping[str, tuple[str, ...]]:
    table = document.table("publish")
    if table is None:
        return {}
    known = [one.channel.id for one in channels]
    for key in table.data:
        if key not in known:
            table.fail(f"“{key}”不是渠道编号（{'、'.join(known)}）", key)
    return {key: table.texts(key, known) for key in table.data}


def _rules(document: Table) -> RuleOptions:
    table = document.table("rules")
    if table is None:
        return RuleOptions()
    severity = table.mapping("severity")
    inner = table.table("severity")
    if inner is not None:
        for code in severity:
            inner.text(code, [one.value for one in Severity])
    required = table.texts("required")
    for path in required:
        check_field(table, "required", path)
    off, on = table.texts("off"), table.texts("on")
    table.finish()
    return RuleOptions(
        severity={code: Severity(word) for code, word in severity.items()},
        off=off,
        on=on,
        required=required,
        file=document.file,
        lines=_rule_lines(table, severity, off, on),
    )


def _rule_lines(table: Table, severity: Mapping[str, str], off: Sequence[str], on: Sequence[str]) -> dict[str, int]:
    places = {code: table.line("severity", code) for code in severity}
    places |= {code: table.line("off") for code in off} | {code: table.line("on") for code in on}
    return {code: line for code, line in places.items() if line is not None}


def _guides(document: Table, root: Path) -> GuideOptions:
    table = document.table("guides")
    if table is None:
        return GuideOptions()
    profile = table.text("profile") or GuideOptions().profile
    folder = table.text("templates")
    templates = root / folder if folder else None
    if templates is not None and not templates.is_dir():
        table.fail(f"模板目录“{folder}”不存在", "templates")
    table.finish()
    return GuideOptions(profile=profile, templates=templates)
