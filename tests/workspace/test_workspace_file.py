"""Reading itemcatalog.toml: what it says, and errors that name file, key and line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from itemcatalog.errors import ConfigurationError, UsageError
from itemcatalog.findings import Severity
from itemcatalog.workspace import Workspace, read_lists, read_workspace

GOOD = """
[workspace]
name = "试验"
policy = "fuzhou-2017"
code_scheme = "national"
as_of = 2017-12-31

[[channel]]
id = "city"
name = "福州市"
kind = "city"
division = "350100"
source = ["city/*.csv"]

[[channel]]
id = "portal"
kind = "portal"
source = "portal.jsonl"
where = { area_code = "440000" }
provides = ["name", "promised_limit"]
captured = 2017-12-20
[channel.columns]
"legal_time.value" = "statutory_limit.value"
[channel.values.power_type]
"1" = "行政许可"

[waivers]
source = "waivers.csv"

[publish]
city = ["portal"]

[rules]
severity = { LIM003 = "notice" }
off = ["GDE009"]
on = ["GDE031"]
required = ["legal_bases"]

[guides]
profile = "short"
templates = "templates/"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the files that GOOD names."""
    (tmp_path / "city").mkdir()
    (tmp_path / "templates").mkdir()
    for name in ("city/b.csv", "city/a.csv", "city/~$a.csv", "portal.jsonl", "waivers.csv"):
        (tmp_path / name).write_text("", encoding="utf-8")
    return tmp_path


def _workspace(folder: Path, text: str) -> Workspace:
    (folder / "itemcatalog.toml").write_text(text, encoding="utf-8")
    return read_workspace(folder)


def _error(folder: Path, text: str) -> ConfigurationError:
    with pytest.raises(ConfigurationError) as caught:
        _workspace(folder, text)
    return caught.value


def test_a_full_workspace_is_read(folder: Path) -> None:
    """Every table of DESIGN §4 arrives, with sorted files and lock files left out."""
    workspace = _workspace(folder, GOOD)
    city, portal = workspace.channels

    assert [path.name for path in city.files] == ["a.csv", "b.csv"]
    assert workspace.shown(city.files[0]) == "city/a.csv"
    assert portal.options.columns == {"legal_time.value": "statutory_limit.value"}
    assert portal.options.values == {"power_type": {"1": "行政许可"}}
    assert portal.options.where == {"area_code": "440000"}
    assert portal.options.provides == frozenset({"name", "promised_limit"})
    assert city.options.provides is None
    assert portal.channel.captured == date(2017, 12, 20)
    assert workspace.publish == {"city": ("portal",)}
    assert workspace.rules.severity == {"LIM003": Severity.NOTICE}
    assert (workspace.rules.off, workspace.rules.on, workspace.rules.required) == (
        ("GDE009",),
        ("GDE031",),
        ("legal_bases",),
    )
    assert workspace.guides.profile == "short"
    assert workspace.as_of == date(2017, 12, 31)
    assert [workspace.shown(path) for path in workspace.waivers] == ["waivers.csv"]


def test_the_caller_overrides_date_and_policy(folder: Path) -> None:
    """``as_of`` and ``policy`` of the caller stand above the file."""
    (folder / "itemcatalog.toml").write_text(GOOD, encoding="utf-8")
    workspace = read_workspace(folder / "itemcatalog.toml", as_of=date(2018, 1, 2), policy="national")

    assert (workspace.as_of, workspace.policy.id) == (date(2018, 1, 2), "national")


@pytest.mark.parametrize(
    ("old", "new", "key", "words"),
    [
        ('kind = "city"', 'knid = "city"', "channel[0].knid", "是否指“kind”"),
        ('kind = "city"', 'kind = "citi"', "channel[0].kind", "是否指“city”"),
        ('source = "portal.jsonl"', 'source = "portl.jsonl"', "channel[1].source", "没有匹配到任何文件"),
        ('id = "portal"', 'id = "city"', "channel[1].id", "重复"),
        ('id = "portal"', 'id = "省网"', "channel[1].id", "小写字母"),
        ('division = "350100"', 'division = "35010"', "channel[0].division", "6 位"),
        ("as_of = 2017-12-31", 'as_of = "2017-12-31"', "workspace.as_of", "不加引号"),
        ('policy = "fuzhou-2017"', 'policy = "fuzhou"', "workspace.policy", "没有名为 fuzhou"),
        ('city = ["portal"]', 'city = ["hall"]', "publish.city", "hall"),
        ('city = ["portal"]', 'town = ["portal"]', "publish.town", "不是渠道编号"),
        ('LIM003 = "notice"', 'LIM003 = "quiet"', "rules.severity.LIM003", "quiet"),
        ('required = ["legal_bases"]', 'required = ["legal_basis"]', "rules.required", "是否指“legal_bases”"),
        ('provides = ["name"', 'provides = ["nmae"', "channel[1].provides", "是否指“name”"),
        (
            '"legal_time.value" = "statutory',
            '"legal_time.value" = "statutary',
            "channel[1].columns.legal_time.value",
            "是否指",
        ),
        ("[guides]", "[guide]", "guide", "是否指“guides”"),
        ('templates = "templates/"', 'templates = "nowhere/"', "guides.templates", "不存在"),
        ('name = "试验"', "name = 3", "workspace.name", "加引号"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(folder: Path, old: str, new: str, key: str, words: str) -> None:
    """An error names the file, the key and the line, and the key that was probably meant."""
    text = GOOD.replace(old, new)
    error = _error(folder, text)
    line = [number for number, one in enumerate(text.splitlines(), 1) if new in one][-1]

    assert (error.path, error.key, error.line) == ("itemcatalog.toml", key, line)
    assert words in error.message


def test_a_syntax_error_is_named_with_its_line(folder: Path) -> None:
    """What is no TOML at all is said in one line with its place."""
    error = _error(folder, '[workspace]\nname = "a\n')

    assert error.line == 2


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "[workspace]"),
        ('[workspace]\nname = "a"', "[[channel]]"),
        ('[workspace]\nname = "a"\n[channel]\nid = "a"', "[[channel]]"),
        ('[workspace]\n[[channel]]\nid = "a"', "source"),
        ('[workspace]\n[[channel]]\nsource = "waivers.csv"', "id"),
        ('[workspace]\n[[channel]]\nid="a"\nsource = ["waivers.csv", 3]', "文本列表"),
        ('[workspace]\n[decisions]\n[[channel]]\nid="a"\nsource = "waivers.csv"', "source"),
        ('workspace = 3\n[[channel]]\nid="a"\nsource = "waivers.csv"', "[workspace]"),
    ],
)
def test_what_is_missing_is_said(folder: Path, text: str, words: str) -> None:
    """A missing table or key is named."""
    assert words in _error(folder, text).message


def test_lines_are_found_behind_values_over_several_lines(folder: Path) -> None:
    """Brackets and quotes that run over lines do not hide the keys behind them."""
    text = (
        '[workspace]\nname = """\nkind = 3\n"""\n[[channel]]\nid = "a"\nsource = [\n "waivers.csv", # ]\n]\nknd = "x"\n'
    )
    error = _error(folder, text)

    assert (error.key, error.line) == ("channel[0].knd", 10)


def test_bare_files_are_channels(tmp_path: Path) -> None:
    """Each file is a channel; the policy is national and its date the clock."""
    for name in ("市级 清单.csv", "b.csv", "sub/b.csv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("", encoding="utf-8")
    workspace = read_workspace([tmp_path / "市级 清单.csv", tmp_path / "sub" / "b.csv", str(tmp_path / "b.csv")])

    assert [one.channel.id for one in workspace.channels] == ["b", "b-2", "市级-清单"]
    assert workspace.policy.id == "national"
    assert workspace.as_of == workspace.policy.as_of


def test_one_file_alone_may_be_given_by_its_path(tmp_path: Path) -> None:
    """A path that is no workspace file is a bare file."""
    (tmp_path / "a.csv").write_text("", encoding="utf-8")

    assert read_workspace(tmp_path / "a.csv", as_of=date(2020, 1, 1)).as_of == date(2020, 1, 1)


@pytest.mark.parametrize("paths", [[], ["a", "."]])
def test_wrong_calls_are_usage_errors(paths: list[str]) -> None:
    """Nothing at all, or a workspace among files, is a wrong call."""
    with pytest.raises(UsageError):
        read_workspace(paths)


def test_a_folder_without_a_workspace_is_a_configuration_error(tmp_path: Path) -> None:
    """The file that was looked for is named."""
    with pytest.raises(ConfigurationError, match=r"itemcatalog\.toml"):
        read_workspace(tmp_path)


def test_bodies_and_codes_are_lists_of_the_workspace(folder: Path) -> None:
    """Lists of codes as they are compared; two bodies of one name are two; what was not given stays None."""
    bodies = "机构名称,统一社会信用代码\n某局,11350100991000019M\n某局,1135010100360000-1q\n"
    (folder / "bodies.csv").write_text(bodies, encoding="utf-8")
    (folder / "pairs.csv").write_text("地方编码,国家编码\nl-1,N1\n", encoding="utf-8")
    added = '[organisations]\nsource = "bodies.csv"\n[crosswalk]\nsource = "pairs.csv"\n'
    given, without = read_lists(_workspace(folder, GOOD + added)), read_lists(_workspace(folder, GOOD))

    assert given.organisations == frozenset({"11350100991000019M", "11350101003600001Q"})
    assert given.crosswalk == frozenset({"L1"})
    assert (without.organisations, without.crosswalk) == (None, None)


@pytest.mark.parametrize("content", ["证明名称,出具单位\n", "甲,乙\n1,2\n"])
def test_a_list_without_a_row_is_not_given(folder: Path, content: str) -> None:
    """A certificate list of which no row was understood must not make every certificate unlisted."""
    (folder / "list.csv").write_text(content, encoding="utf-8")
    lists = read_lists(_workspace(folder, GOOD + '[certificates]\nsource = "list.csv"\n'))

    assert lists.certificates is None
