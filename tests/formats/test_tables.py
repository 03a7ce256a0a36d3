"""Certificates, decisions, waivers and the 纵向清单 (DESIGN §9)."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from itemcatalog.errors import SourceError
from itemcatalog.findings import Place
from itemcatalog.formats.tables import (
    read_certificates,
    read_crosswalk,
    read_decisions,
    read_organisations,
    read_standard_list,
    read_waivers,
)
from itemcatalog.model import Certificate, Decision, Waiver


def test_a_certificate_list_in_gb18030(tmp_path: Path) -> None:
    """Every fixed column is read; an absent status means that the certificate is kept."""
    path = tmp_path / "证明清单.csv"
    text = (
        "福州市证明事项清单\n"
        "序号,证明名称,用途,设定依据,索要单位,开具单位,办理指南,状态,替代方式,适用事项,生效日期,失效日期\n"
        "1,无犯罪记录证明,任职,《教师法》,市教育局,公安派出所,窗口,保留,,教师资格认定；律师执业,2017-06-01,\n"
        "2,婚姻状况证明,购房,,市房管局,民政局,,取消,个人承诺,,,2017年12月31日\n"
        "3,学历证明,,,,,,,,,,长期\n"
    )
    path.write_bytes(text.encode("gb18030"))
    reading = read_certificates(path, root=tmp_path)

    assert reading.rows[0] == Certificate(
        name="无犯罪记录证明",
        use="任职",
        basis="《教师法》",
        requester="市教育局",
        issuer="公安派出所",
        guide="窗口",
        status="保留",
        items=("教师资格认定", "律师执业"),
        effective=date(2017, 6, 1),
        place=Place(file="证明清单.csv", row=3),
    )
    assert [(one.kept, one.expires) for one in reading.rows] == [
        (True, None),
        (False, date(2017, 12, 31)),
        (True, None),
    ]
    assert [(one.kind, one.place.cell) for one in reading.faults] == [("date-unclear", "L5")]
    assert (reading.sources[0].codec, reading.sources[0].items) == ("gb18030", 3)


def test_decisions_of_a_reviewer(tmp_path: Path) -> None:
    """The verdict may be said in Chinese; a row without a clear verdict is a fault, never a decision."""
    path = tmp_path / "decisions.csv"
    path.write_text(
        "left,right,verdict,who,date,note\n"
        "350100-1,350102-1,same,审改办,2017-11-02,已核\n"
        "甲,乙,不同,,,\n"
        "丙,丁,也许,,,\n"
        "戊,,same,,,\n"
        ",己,same,,,\n",
        encoding="utf-8",
    )
    reading = read_decisions(path, root=tmp_path)

    place = Place(file="decisions.csv", row=2)
    assert reading.rows[0] == Decision(
        left="350100-1",
        right="350102-1",
        verdict="same",
        who="审改办",
        date=date(2017, 11, 2),
        note="已核",
        place=place,
    )
    assert [(one.left, one.verdict) for one in reading.rows] == [("350100-1", "same"), ("甲", "different")]
    assert [(one.kind, one.place.row) for one in reading.faults] == [
        ("wrong-shape", 4),
        ("wrong-shape", 5),
        ("wrong-shape", 6),
    ]


def test_waivers_from_a_workbook(tmp_path: Path) -> None:
    """Waivers may stand in a workbook; a date is a date."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.append(["fingerprint", "reason", "who", "until"])
    sheet.append(["0a1b", "已另行公布", "审改办", date(2018, 6, 30)])
    path = tmp_path / "waivers.xlsx"
    buffer = io.BytesIO()
    book.save(buffer)
    path.write_bytes(buffer.getvalue())
    reading = read_waivers(path, root=tmp_path)

    place = Place(file="waivers.xlsx", sheet="Sheet", row=2)
    assert reading.rows == (
        Waiver(fingerprint="0a1b", reason="已另行公布", who="审改办", until=date(2018, 6, 30), place=place),
    )


def test_bodies_and_pairs_of_codes_need_both_columns(tmp_path: Path) -> None:
    """A register of bodies and a crosswalk are read; a row without its other half is reported and left out."""
    bodies, pairs = tmp_path / "bodies.csv", tmp_path / "pairs.csv"
    bodies.write_text("序号,单位名称,统一社会信用代码\n1,某局,11350100991000019M\n2,某委,\n", encoding="utf-8")
    pairs.write_text("地方实施编码,国家实施编码\nL1,N1\n,N2\n", encoding="utf-8")
    organisations, crosswalk = read_organisations(bodies, root=tmp_path), read_crosswalk(pairs, root=tmp_path)

    assert [(one.name, one.credit_code) for one in organisations.rows] == [("某局", "11350100991000019M")]
    assert [(one.local, one.national) for one in crosswalk.rows] == [("L1", "N1")]
    assert [(one.kind, one.place.row) for one in (*organisations.faults, *crosswalk.faults)] == [
        ("wrong-shape", 3),
        ("not-an-item", 3),
    ]


def test_a_standard_list_is_a_list_of_items(tmp_path: Path) -> None:
    """A 纵向清单 needs no mapping."""
    path = tmp_path / "纵向清单.csv"
    path.write_text(
        "事项名称,子项,基本编码,职权类别,设定依据,实施机关,行使层级\n"
        "社会团体登记,成立登记,000111001001,行政许可,《社会团体登记管理条例》第三条,民政部门,市级、县级\n",
        encoding="utf-8",
    )
    reading = read_standard_list(path, root=tmp_path)

    (item,) = reading.items
    assert (item.name, item.sub_item, item.codes.basic, item.levels) == (
        "社会团体登记",
        "成立登记",
        "000111001001",
        ("市级", "县级"),
    )
    assert reading.faults == ()


def test_a_table_of_other_columns_is_reported(tmp_path: Path) -> None:
    """A file without the required column gives a fault, no row."""
    path = tmp_path / "a.csv"
    path.write_text("甲,乙\n1,2\n", encoding="utf-8")
    reading = read_certificates(path, root=tmp_path)

    assert reading.rows == ()
    assert [one.kind for one in reading.faults] == ["sheet-without-header"]


@pytest.mark.parametrize("content", ["", '{"a": 1}', "<html></html>"])
def test_what_is_no_table_is_our_error(tmp_path: Path, content: str) -> None:
    """Only CSV and workbooks hold tables."""
    path = tmp_path / "a.csv"
    path.write_text(content, encoding="utf-8")

    with pytest.raises(SourceError):
        read_waivers(path, root=tmp_path)


def test_a_list_of_bodies_may_call_its_names_plainly(tmp_path: Path) -> None:
    """名称 beside a credit code heads the names of a table of bodies; a list of items asks for more."""
    bodies = tmp_path / "机构.csv"
    bodies.write_text("名称,统一社会信用代码\n某局,11350100991000019M\n", encoding="utf-8")
    reading = read_organisations(bodies, root=tmp_path)

    assert [(one.name, one.credit_code) for one in reading.rows] == [("某局", "11350100991000019M")]
    assert reading.faults == ()
    assert [one.kind for one in read_standard_list(bodies, root=tmp_path).faults] == ["sheet-without-header"]
