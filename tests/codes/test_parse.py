"""Codes of every scheme, each segment with its own verdict."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.codes import SCHEMES, UNRECOGNISED, ItemCode, Verdict, code_as_dict, parse_code, uscc
from itemcatalog.errors import UsageError
from itemcatalog.findings import Text

BAD, OK, UNKNOWN = Verdict.BAD, Verdict.OK, Verdict.UNKNOWN
#: No registering department has the number 0.
STRANGE = "01440000006939756"
NATIONAL = (
    "11440000006939756B2440101007000",
    "114400000069401674244050900100901",
    "11440000MB2D02159F2440912000003",
    "11440100007483172Q3440106043001",
    "114403006939513773344201505200802",
    "11420000777570977B200073900100001",
    "11420100MB0889006F342201722700001",
    "11450000007565194H200011501500504",
    "11650000010183859F2650116013001",
    "11370800MB285591843370117002011",
)


def verdicts(code: ItemCode) -> dict[str, Verdict]:
    """Return segment name → verdict of all that is not ok."""
    return {segment.name: segment.verdict for segment in code.segments if segment.verdict is not OK}


@pytest.mark.parametrize("text", NATIONAL)
def test_real_codes_of_seven_provinces_are_never_bad(text: str) -> None:
    """Real codes fit the national layout; what no table knows is unknown."""
    code = parse_code(text)

    assert code.form == ("handling" if len(text) == 33 else "implementation")
    assert code.verdict is not BAD
    assert set(verdicts(code)) <= {"department", "type"}
    assert (text[:18], text[19:31], text[:31]) == (code.credit_code, code.basic, code.implementation)


def test_the_segments_of_a_code_in_words() -> None:
    """Every segment has a value and Chinese words."""
    code = parse_code("11440100007482620J344010201300202", "guangdong")
    words = {segment.name: (segment.value, segment.meaning) for segment in code.segments}

    assert words == {
        "credit_code": ("11440100007482620J", "统一社会信用代码（机构编制·机关）"),
        "level": ("3", "行使层级 市级"),
        "province": ("44", "广东省增补事项"),
        "type": ("01", "事项类型 行政许可"),
        "department": ("02", "业务指导部门 教育"),
        "main": ("013", "主项编号 013"),
        "sub": ("002", "第 2 个子项"),
        "business": ("02", "第 2 个业务办理项"),
    }


def test_type_20_belongs_to_the_scheme() -> None:
    """20 is 公共服务 nationally and 其他行政权力 in Guangdong; without a scheme both are offered."""
    text = "442099001000"
    national, local = parse_code(text, "national"), parse_code(text, "guangdong")
    both = parse_code(text)
    type_words = [code.segment("type") for code in (national, local)]

    assert [one.meaning for one in type_words if one] == ["事项类型 公共服务", "事项类型 其他行政权力"]
    assert {"national", "guangdong"} == {both.scheme, *(one.scheme for one in both.alternatives)}
    assert national.alternatives == ()


@pytest.mark.parametrize(
    ("text", "scheme", "form", "basic"),
    [
        ("350128XK00102", "fujian-2015", "implementation", "350128XK001"),
        ("577012559GF14001", "fujian-2015", "implementation", "577012559GF140"),
        ("577012559GF140", "fujian-2015", "directory", "577012559GF140"),
        ("310777368XK17502_01", "fujian-2015", "material", "310777368XK175"),
        ("003591109XK00101L", "fujian-2015", "implementation", "003591109XK001"),
        ("511A0138600000-511602000000-000-115113010833722043-1-00", "sichuan", "implementation", "511A0138600000"),
        ("511Z07001006", "sichuan", "basic", "511Z07001006"),
        ("Z-000147-001", "sichuan", "basic", "Z-000147-001"),
        ("1J-5100-00019", "sichuan", "basic", "1J-5100-00019"),
        ("许可-00757-001", "zhejiang", "basic", "许可-00757-001"),
        ("许可-00193-001-02", "zhejiang", "handling", "许可-00193-001"),
        ("XK0010100Y", "national-2016", "basic", "XK0010100Y"),
        ("XK0010100Y35010000000123", "national-2016", "implementation", "XK0010100Y"),
        ("420000-001-01-001-00", "hubei", "basic", "4200000010100100"),
        ("440101007000", "guangdong", "basic", "440101007000"),
        ("11440000006939756B", "gb32100", "credit_code", None),
        ("57701255-9", "gb11714", "organisation_code", None),
        ("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.9", "licence", "electronic_licence", None),
    ],
)
def test_each_scheme_reads_its_own(text: str, scheme: str, form: str, basic: str | None) -> None:
    """The grammar that fits is found without naming it, and no sound example is called bad."""
    code = parse_code(text)

    assert (scheme, form, basic) == (code.scheme, code.form, code.basic)
    assert code.verdict is not BAD
    assert code == evolve(code, alternatives=code.alternatives)


def test_a_scheme_names_its_types() -> None:
    """A type code is named by the scheme that it belongs to; a scheme without a table names none."""
    named = [SCHEMES.get(scheme).type_name("20") for scheme in ("national", "guangdong", "fujian-2015", "hubei")]

    assert named == ["公共服务", "其他行政权力", None, None]
    assert SCHEMES.get("fujian-2015").type_name("xk") == "行政许可"


def test_ten_characters_fit_two_schemes() -> None:
    """The 2016 generation and Guizhou share one grammar: both are offered."""
    code = parse_code("XK0010100Y")

    assert [one.scheme for one in code.alternatives] == ["guizhou"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11440300007542785T4440709003000", {"credit_code": BAD}),
        ("TE440000GD030003VV2442199374000", {"credit_code": UNKNOWN}),
        ("11440000006939756B9440101007000", {"level": BAD}),
        ("11440000006939756B2990101007000", {"province": BAD, "department": UNKNOWN}),
        ("11440000006939756B2660101007000", {"province": UNKNOWN, "department": UNKNOWN}),
        ("11440000006939756b2440101007000", {"writing": BAD}),
        ("１１４４００００００６９３９７５６B2440101007000", {"writing": BAD}),
        ("11440000OO6939756B24401O1007000", {"writing": BAD}),
        ("1144 0000 0069 39756B-2-440101007000", {"writing": BAD}),
        ("'11440000006939756B2440101007000", {"writing": BAD}),
        ("“11440000006939756B2440101007000”；", {"writing": BAD}),
        ("609140001XK00101", {"organisation_code": BAD}),
        ("1.2.156.3005.2.11100000MB03271699022.340100.000000016.001.8", {"check": BAD}),
        ("350128001XK00101", {"division": UNKNOWN}),
        ("350199XK00101", {"division": BAD}),
        ("000000000000000000", {"credit_code": BAD, "registrar": UNKNOWN, "body_kind": UNKNOWN}),
        ("11440000006939756S", {"credit_code": BAD}),
        (STRANGE + uscc.calc_check_digit(STRANGE), {"registrar": UNKNOWN, "body_kind": UNKNOWN}),
        ("11440000006939756B204010100712Y", {"province": BAD, "department": UNKNOWN, "sub": UNKNOWN}),
        ("199999456XX00101", {"organisation_code": BAD, "type": UNKNOWN}),
        ("51X-511602000000-001-115113010833722043-1-00", {"base": UNKNOWN, "fixed": UNKNOWN}),
        ("3501GF00312345XK00123456L", {"number": UNKNOWN}),
    ],
)
def test_each_fault_stands_at_its_segment(text: str, expected: dict[str, Verdict]) -> None:
    """One wrong part leaves the other parts sound."""
    assert expected == verdicts(parse_code(text))


def test_writing_faults_are_correctable() -> None:
    """A code that is only written badly carries the right text; a wrong check digit is not correctable."""
    written = parse_code("１１４４００００００６９３９７５６ｂ2440101007000")
    note = next(segment.note for segment in written.segments if segment.name == "writing")

    assert (written.correctable, written.text) == (True, "11440000006939756B2440101007000")
    assert note is not None
    assert note.zh == "含全角字符、含小写字母，可自动更正为 11440000006939756B2440101007000"
    assert not parse_code("11440300007542785T4440709003000").correctable


@pytest.mark.parametrize(
    ("text", "segment", "word"),
    [
        ("3.50102197001011E+17", "whole", "失真"),
        ("350102197001011000.0", "whole", "失真"),
        ("", "whole", "为空"),
        ("　", "whole", "为空"),
        ("你好", "whole", "不符合"),
        ("2222222222222", "whole", "13 位"),
        ("1151130000877869M", "credit_code", "17 位"),
        ("1151130000877869M3440101007000", "credit_code", "17 位"),
        ("0069397563440101007000", "credit_code", "组织机构代码"),
        ("22222222222223440101007000", "credit_code", "占位"),
        ("11440000006939756B244010100700", "rest", "12 位"),
        ("11440000006939756B244A101007000", "type", "A1 应为数字"),
        ("44A101007000", "type", "A1 应为数字"),
        ("11440000006939756BX440101007000", "level", "X 应为数字"),
        ("11440000006939756B24401010070X001", "sub", "0X0 应为数字"),
        ("310777368XK1750", "rest", "4 位"),
        ("3107773688XK17502", "organisation_code", "10 位"),
    ],
)
def test_a_damaged_text_says_what_is_wrong(text: str, segment: str, word: str) -> None:
    """A text that fits no grammar is bad, with its segments as far as they can be told apart."""
    code = parse_code(text)
    found = code.segment(segment)

    assert (code.form, code.verdict) == (UNRECOGNISED, BAD)
    assert found is not None
    assert found.note is not None
    assert word in found.note.zh


def test_an_e_in_a_code_is_no_exponent() -> None:
    """A credit code may end in E; only a point or a plus sign betrays a rounded number."""
    code = parse_code("11440000006940386E2440161004001", "guangdong")

    assert code.verdict is not BAD


def test_a_named_scheme_is_the_only_one_tried() -> None:
    """A code of another scheme is bad under a named one, and the note says what that scheme expects."""
    foreign = parse_code("350128XK00102", "national")
    short = parse_code("11440000006939756B", "national")

    assert (foreign.scheme, foreign.form, foreign.verdict) == ("national", UNRECOGNISED, BAD)
    assert "31 位" in str(foreign.segments[0].note)
    assert [segment.name for segment in short.segments] == ["credit_code", "rest"]
    with pytest.raises(UsageError, match="没有编码方案 mars"):
        parse_code("1", "mars")


def test_the_parts_of_a_code_by_name() -> None:
    """Every part has an accessor; a part that the code does not have is None."""
    code = parse_code("11440100007482620J344010201300202", "guangdong")
    parts = (code.level, code.province, code.type_code, code.department, code.main, code.sub, code.business)

    assert parts == ("3", "44", "01", "02", "013", "002", "02")
    assert (code.organisation_code, code.division) == ("007482620", None)
    assert (parse_code("你好").credit_code, parse_code("你好").organisation_code) == (None, None)
    assert parse_code("TE440000GD030003VV2442199374000").organisation_code is None


def test_a_scheme_is_added_by_value() -> None:
    """A new set holds the added scheme; the shipped set stays as it was."""
    mine = evolve(SCHEMES.get("zhejiang"), id="mine", title=Text("我的", "Mine"))
    more = SCHEMES.with_scheme(mine)

    assert parse_code("许可-00757-001", "mine", schemes=more).recognised
    assert "mine" not in SCHEMES.ids
    assert more.ids == (*SCHEMES.ids, "mine")


def test_a_code_as_other_programs_read_it() -> None:
    """The answer has exactly the fixed fields, all of them text."""
    answer = code_as_dict(parse_code("11440300007542785T4440709003000"))
    segments = answer["segments"]

    assert list(answer) == ["code", "scheme", "form", "verdict", "segments"]
    assert isinstance(segments, list)
    assert {("name", "value", "meaning", "verdict", "note")} == {tuple(segment) for segment in segments}
    assert segments[0]["note"] == "统一社会信用代码校验位应为 U，实为 T"
    assert json.loads(json.dumps(answer)) == answer


@given(st.text(max_size=60))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text breaks the reader; every segment of a code has a verdict, and reading twice gives the same."""
    code = parse_code(text)

    assert code.raw == text
    assert code == parse_code(text)
    assert code.segments


@given(st.sampled_from(NATIONAL), st.integers(0, 32), st.text("0123456789ABX", max_size=2))
def test_damaged_codes_are_not_mistaken_for_sound_ones(text: str, at: int, insert: str) -> None:
    """A code with characters put in keeps its raw form and gets its own answer."""
    damaged = text[:at] + insert + text[at:]
    code = parse_code(damaged, "national")

    assert code.raw == damaged
    assert code.recognised == (len(damaged) in (31, 33) and code.basic is not None)


def test_the_catalogue_of_guangdong(shared: Path) -> None:
    """Of 2,262 real codes exactly three have a wrong check digit and three are virtual bodies."""
    lines = (shared / "data/guangdong/items.jsonl").read_text(encoding="utf-8").splitlines()
    codes = [parse_code(json.loads(line)["task_code"], "guangdong") for line in lines]

    assert len(codes) == 2262
    assert {"13440000515356094L"} == {code.credit_code for code in codes if code.verdict is BAD}
    assert sum(code.verdict is BAD for code in codes) == 3
    assert [code.credit_code for code in codes if code.virtual_body] == ["TE440000GD030003VV"] * 3
    assert all(code.recognised for code in codes)


def test_the_national_codes_of_guangdong(shared: Path) -> None:
    """All 363 national codes of the crosswalk are sound or unknown."""
    text = (shared / "data/codes/crosswalk_gd_local_national.csv").read_text(encoding="utf-8-sig")
    codes = [parse_code(row["national_task_code"], "national") for row in csv.DictReader(text.splitlines())]

    assert len(codes) == 363
    assert not [code.raw for code in codes if code.verdict is BAD or not code.recognised]
