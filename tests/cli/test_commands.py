"""The command line as a user meets it: words, exit codes, streams."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from itemcatalog import __version__
from itemcatalog.cli import main
from itemcatalog.cli._app import COMMANDS

CLEAN = "事项名称,实施主体,法定办结时限（工作日）,承诺办结时限（工作日）\n食品经营许可,市场监督管理局,20,5\n"
FAULTY = CLEAN.replace(",20,5", ",20,30")


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-c", "import sys; from itemcatalog.cli import main; sys.exit(main())", *words]
    return subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False, timeout=60)


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """A file without errors."""
    (tmp_path / "市级.csv").write_text(CLEAN, encoding="utf-8")
    return tmp_path / "市级.csv"


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A file whose promised limit is longer than the statutory one (an error of the law)."""
    (tmp_path / "区级.csv").write_text(FAULTY, encoding="utf-8")
    return tmp_path / "区级.csv"


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    """Both answer with 0; the list of commands is complete and Chinese."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"itemcatalog {__version__}\n"
    assert main(["--help"]) == 0
    page = capsys.readouterr().out
    assert all(f"  {name} " in page for name in COMMANDS)
    assert "用法" in page


def test_the_package_runs_as_a_module() -> None:
    """``python -m itemcatalog`` is the command; its usage names the command, not the file."""
    command = [sys.executable, "-m", "itemcatalog", "code", "--help"]
    done = subprocess.run(command, capture_output=True, env={**os.environ, "PYTHONUTF8": "1"}, check=True, timeout=60)

    assert "用法: itemcatalog code " in done.stdout.decode()


def test_an_explained_rule_in_english(capsys: pytest.CaptureFixture[str]) -> None:
    """What is known in English comes first, the messages too; the page itself is named as Chinese."""
    assert main(["--lang", "en", "explain", "LIM002"]) == 0
    own, _, page = capsys.readouterr().out.partition("in Chinese:")

    assert "Messages:" in own
    assert "局限：" in page
    assert own.splitlines()[0] == "LIM002 · The promised limit is longer than the statutory limit."


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(("language", "word"), [("zh", "示例"), ("en", "Examples")])
def test_every_command_has_a_page_with_examples(
    name: str, language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each page names what the command does and shows examples, in both languages, without stray signs."""
    assert main(["--lang", language, name, "--help"]) == 0
    page = capsys.readouterr().out

    assert word in page
    assert f"itemcatalog {name}" in page
    assert "\x1f" not in page


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nix"], "没有命令 nix"),
        (["audit", "--fail_on", "error"], "没有选项 --fail_on，是否指 --fail-on"),
        (["audit", "-o"], "选项 -o 后面要有一个值"),
        (["audit", "--fail-on", "maybe"], "--fail-on 的值不对"),
        (["audit", "--as-of", "2017-13-01"], "--as-of 的值不对"),
        (["audit", "--as-of", "20171231"], "--as-of 的值不对"),
        (["audit", "--format", "pdf"], "没有输出格式 pdf"),
        (["audit", "--engine", "dask", "x.csv"], "没有运行引擎 dask"),
        (["audit", "--policy", "nowhere", "x.csv"], "没有名为 nowhere"),
        (["audit", "nowhere/"], "itemcatalog.toml"),
        (["explain"], "缺少 规则编号"),
        (["explain", "LIM999"], "没有规则 LIM999"),
        (["rules", "extra"], "多出的参数 extra"),
        (["--lang", "fr", "rules"], "--lang 的值不对"),
        ([], "请给出一个命令"),
    ],
)
def test_wrong_use_is_one_line_and_leaves_with_2(
    words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Usage errors are in Chinese, on the error stream, in one line."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x.csv").write_text(CLEAN, encoding="utf-8")
    code = main(words)
    captured = capsys.readouterr()

    assert (code, captured.out) == (2, "")
    assert said in captured.err
    assert captured.err.count("\n") == 1


def test_clean_is_0_and_errors_are_1(clean: Path, faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The threshold decides; ``never`` never fails."""
    assert main(["audit", str(clean), "--fail-on", "error"]) == 0
    assert main(["audit", str(faulty)]) == 1
    assert main(["audit", str(faulty), "--fail-on", "never"]) == 0
    assert "错误 1" in capsys.readouterr().out


def test_one_unreadable_file_gives_3_and_the_others_are_audited(
    faulty: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """3 outranks 1, and the good file's findings are there."""
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 damaged")
    code = main(
        ["audit", str(faulty), str(tmp_path / "坏.xlsx"), str(tmp_path / "无.csv"), "-o", str(tmp_path / "out")]
    )
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    captured = capsys.readouterr()

    assert code == 3
    assert "LIM002" in [one["rule"] for one in report["findings"]]
    assert "坏.xlsx" in captured.err
    assert "无.csv" in captured.err


def test_a_baseline_silences_what_was_known(faulty: Path, tmp_path: Path) -> None:
    """The second run against the first report is clean."""
    out = tmp_path / "out"

    assert main(["audit", str(faulty), "-o", str(out)]) == 1
    assert main(["audit", str(faulty), "--baseline", str(out / "report.json"), "--fail-on", "notice"]) == 0


def test_a_full_disk_is_one_line_and_3(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder that cannot be written is said in one line."""
    code = main(["audit", str(faulty), "-o", str(faulty)])
    captured = capsys.readouterr()

    assert code == 3
    assert captured.err.count("\n") == 1


def test_standard_output_full_is_3(tmp_path: Path) -> None:
    """/dev/full answers every write with "no space"."""
    if not Path("/dev/full").exists():
        pytest.skip("left out: this system has no /dev/full")
    command = [sys.executable, "-c", "import sys; from itemcatalog.cli import main; sys.exit(main())", "rules"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)

    assert done.returncode == 3
    assert done.stderr.decode().count("\n") == 1


def test_a_closed_pipe_is_quiet() -> None:
    """``itemcatalog rules | head`` says nothing of it."""
    command = [sys.executable, "-c", "import sys; from itemcatalog.cli import main; sys.exit(main())", "rules"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (0, b"")


@pytest.mark.parametrize("encoding", ["gbk", "ascii"])
def test_output_never_dies_on_a_rare_character(encoding: str) -> None:
    """JSON keeps every character as an escape; tables show a question mark."""
    done = run("code", "--json", "𠮷㛃1", PYTHONIOENCODING=encoding)
    shown = run("compare", "𠮷㛃登记", "𠮷㛃备案", PYTHONIOENCODING=encoding)

    assert (done.returncode, shown.returncode) == (0, 0)
    assert "𠮷" in json.dumps(json.loads(done.stdout.decode(encoding)), ensure_ascii=False)


def test_code_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """A list in the order given; each segment has its verdict."""
    assert main(["code", "--json", "11440000006939756B2440101007000", "--", "-1"]) == 0
    first, second = json.loads(capsys.readouterr().out)

    assert set(first) == {"code", "scheme", "form", "verdict", "segments"}
    assert set(first["segments"][0]) == {"name", "value", "meaning", "verdict", "note"}
    assert (first["verdict"], second["code"], second["verdict"]) == ("ok", "-1", "bad")


def test_code_as_table(capsys: pytest.CaptureFixture[str]) -> None:
    """A person reads the segments in words."""
    assert main(["code", "440101007000"]) == 0
    shown = capsys.readouterr().out
    assert "基本编码 · 正确" in shown
    assert "行政许可" in shown
    assert "province" not in shown


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    """The fields of DESIGN §9, in both languages."""
    assert main(["rules", "--format", "json"]) == 0
    chinese = json.loads(capsys.readouterr().out)
    assert main(["--lang", "en", "rules", "--format", "json"]) == 0
    english = json.loads(capsys.readouterr().out)

    assert set(chinese[0]) == {
        "code", "name", "family", "severity", "scope", "force", "summary", "basis", "recommendation", "valid_from",
        "valid_to", "since", "status",
    }  # fmt: skip
    assert [one["code"] for one in chinese] == [one["code"] for one in english]
    assert chinese[0]["summary"] != english[0]["summary"]


def test_rules_as_table_and_one_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Every rule is listed; a page names basis and advice."""
    assert main(["rules"]) == 0
    assert "LIM002" in capsys.readouterr().out
    assert main(["explain", "lim002"]) == 0
    page = capsys.readouterr().out
    assert "依据" in page
    assert "整改建议" in page


def test_a_rule_is_explained_in_the_words_of_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    """Grade, scope, force, needs, lists and status are Chinese words in Chinese, in the list of rules too."""
    assert main(["explain", "CRT001"]) == 0
    page = capsys.readouterr().out
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out

    for line in ("等级：错误", "范围：单个事项", "所需清单：证明清单", "状态：启用"):
        assert f"{line}\n" in page
    assert "效力：考核方案" in page
    assert not re.search(
        r"\b(?:error|warning|notice|item|group|plan|law|active|certificates)\b", page.partition("状态：")[0]
    )
    assert not re.search(r"\b(?:error|warning|notice|plan|law|local|practice)\b", listed)


def test_timing_lists_the_rules(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--timing`` shows seconds and shares."""
    main(["audit", str(faulty), "--timing"])

    assert "占比" in capsys.readouterr().out


def test_github_prints_annotations(faulty: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """``--format github`` prints commands instead of the table."""
    main(["audit", str(faulty), "--format", "github"])
    lines = capsys.readouterr().out.splitlines()

    assert all(line.startswith("::") for line in lines)
    assert any("title=LIM002" in line for line in lines)


def test_an_error_of_ours_is_3_with_a_trace(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken program is never taken for findings."""
    monkeypatch.setattr("itemcatalog.rules.RuleSet.default", lambda: 1 / 0)

    assert main(["rules"]) == 3
    assert "ZeroDivisionError" in capsys.readouterr().err
