"""Profiles: the three that are shipped, and what a user's own may say."""

from __future__ import annotations

from pathlib import Path

import pytest

from itemcatalog.errors import ConfigurationError
from itemcatalog.sections import load_profile

STANDARD = (
    "适用范围 项目信息 事项审查类型 审批依据 受理机构 决定机构 审批数量 申请条件 申请材料 申请材料提交 "
    "办理基本流程 办理方式 办结时限 收费依据及标准 审批结果 结果送达 申请人权利和义务 咨询途径 监督投诉渠道 "
    "办公地址和时间 公开查询 申请材料示范文本 办理流程图"
)
MANDATORY = "审批依据 申请条件 申请材料 办结时限 收费依据及标准 审批结果 咨询途径 监督投诉渠道 办公地址和时间"
PROFILES = ("standard-2016", "short", "fujian-2017")


def test_the_standard_profile_has_the_23_sections_in_order() -> None:
    """The default profile holds the sections of DOMAIN §3, in that order."""
    assert STANDARD.split() == [spec.title for spec in load_profile("standard-2016").sections]


def test_the_mandatory_sections_are_those_of_the_design() -> None:
    """DESIGN §10 names the mandatory sections of the default profile."""
    assert MANDATORY.split() == [s.title for s in load_profile("standard-2016").sections if s.mandatory]


@pytest.mark.parametrize("name", PROFILES)
@pytest.mark.parametrize("word", ["依据", "条件", "材料", "时限", "收费", "结果", "咨询", "监督投诉"])
def test_the_headings_name_what_a_guide_must_state(name: str, word: str) -> None:
    """The headings of every profile name 依据 条件 材料 时限 收费 结果 咨询 监督投诉 (DESIGN §9)."""
    assert any(word in spec.title for spec in load_profile(name).sections)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_names_its_source(name: str) -> None:
    """Source and status of each profile are stated."""
    profile = load_profile(name)

    assert (len(profile.source) > 10, profile.status) == (True, "secondary")


def test_a_users_profile_extends_another(tmp_path: Path) -> None:
    """A profile of the workspace changes phrases and sections and inherits the rest."""
    (tmp_path / "own.toml").write_text(
        'extends = "short"\nid = "own"\nname = "自用"\ntitle = "{name}须知"\nsource = "本单位"\nstatus = "local"\n'
        '[phrases]\nno_fee = "免费"\n[[section]]\nid = "fees"\ntitle = "费用"\n',
        encoding="utf-8",
    )

    profile = load_profile("own.toml", tmp_path)

    assert ([s.title for s in profile.sections], profile.say("no_fee"), profile.say("yes")) == (["费用"], "免费", "是")


BASE = 'extends = "short"\nid = "o"\nname = "o"\ntitle = "{name}"\nsource = "s"\nstatus = "local"\n'


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (f"{BASE}colour = 1\n", "colour"),
        (f'{BASE}[phrases]\nshout = "!"\n', "phrases.shout"),
        (f'{BASE}[phrases]\nno_fee = "{{item.codes}}"\n', "no_fee"),
        (f'{BASE}[[section]]\nid = "nonsense"\ntitle = "x"\n', "section[1]"),
        (f'{BASE}[[section]]\nid = "fees"\ntitle = "x"\n[[section]]\nid = "fees"\ntitle = "y"\n', "section"),
        (f'{BASE}[document]\npage = "A9"\n', "document"),
        (BASE.replace('source = "s"\n', ""), "source"),
    ],
)
def test_a_wrong_profile_names_its_key(tmp_path: Path, text: str, key: str) -> None:
    """An unknown key, placeholder or section is an error that names the key."""
    (tmp_path / "own.toml").write_text(text, encoding="utf-8")

    with pytest.raises(ConfigurationError) as caught:
        load_profile("own.toml", tmp_path)

    assert ("own.toml", key) == (caught.value.path, caught.value.key)


@pytest.mark.parametrize("name", ["absent", "../standard-2016", "absent.toml", ""])
def test_an_unknown_profile_is_a_configuration_error(name: str, tmp_path: Path) -> None:
    """A profile that is not there is said, whatever its name."""
    with pytest.raises(ConfigurationError):
        load_profile(name, tmp_path)


def test_broken_toml_is_a_configuration_error(tmp_path: Path) -> None:
    """A file that is no TOML, or no text, is said."""
    for data in (b"a = [", b"\xff\xfe\x00"):
        (tmp_path / "own.toml").write_bytes(data)
        with pytest.raises(ConfigurationError):
            load_profile("own.toml", tmp_path)
