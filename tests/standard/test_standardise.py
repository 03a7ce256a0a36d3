"""standardise on the example city: corrected files, read again and audited again; a fixed point."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from pathlib import Path

import attrs
import openpyxl
import pytest

from itemcatalog.audit import Standardised, run_audit, run_standardise, standard_catalogue, write_standard
from itemcatalog.files import decode
from itemcatalog.findings import NOWHERE, Severity
from itemcatalog.workspace import read_catalogue, read_workspace

_PAGES = {"pages/*.html": "pages/*.jsonl", "guides/*.docx": "guides/*.jsonl", '"html"': '"jsonl"', '"docx"': '"jsonl"'}


@pytest.fixture(scope="module")
def city(repository: Path) -> Path:
    """The example city."""
    return repository / "fixtures" / "fuzhou"


@pytest.fixture(scope="module")
def result(city: Path) -> Standardised:
    """The proposed standard of the example city, made once."""
    return run_standardise(read_workspace(city))


@pytest.fixture(scope="module")
def corrected(city: Path, result: Standardised, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the city with the corrected files in place; pages and guides as the items that they show."""
    folder = tmp_path_factory.mktemp("city") / "fuzhou"
    shutil.copytree(city, folder)
    for one in result.files:
        (folder / one.path).write_bytes(one.data)
    text = (folder / "itemcatalog.toml").read_text(encoding="utf-8")
    for old, new in _PAGES.items():
        text = text.replace(old, new)
    (folder / "itemcatalog.toml").write_text(text, encoding="utf-8")
    return folder


def test_corrections_are_written_or_listed(result: Standardised) -> None:
    """Every correction stands in the corrected file, or says why a person must make it."""
    written = [one for one in result.corrections if one.by_hand is None]

    assert len(written) >= 30
    assert all(one.by_hand.zh and one.by_hand.en for one in result.by_hand if one.by_hand)
    assert {one.key for one in result.by_hand} == {("portal", "11350100991000027G3000111004000")}


def test_the_corrected_files_leave_no_difference(result: Standardised, corrected: Path) -> None:
    """Auditing again gives no CHN warning or error but on fields that a person must settle."""
    left_to_people = {(one.key[0], one.key[1], one.field) for one in result.by_hand}
    open_fields = {(one.group, one.field) for one in result.questions}
    presence = {"CHN021", "CHN022", "CHN023"}
    report = run_audit(read_workspace(corrected))
    found = [
        (one.rule, one.channel, one.field)
        for one in report.findings
        if one.rule.startswith("CHN") and one.rule not in presence and one.severity is not Severity.NOTICE
        if (one.group, one.field) not in open_fields
        if (one.channel, one.item.id if one.item else None, one.field) not in left_to_people
    ]

    assert found == []


def test_a_second_run_changes_nothing(result: Standardised, corrected: Path) -> None:
    """standardise → write → read → standardise is a fixed point."""
    again = run_standardise(read_workspace(corrected))

    assert [one.path for one in again.files if one.changed] == []
    assert {(one.key, one.field) for one in again.corrections} == {(one.key, one.field) for one in result.by_hand}


def test_a_workbook_changes_in_its_cells_alone(city: Path, result: Standardised) -> None:
    """Of an office's workbook only the sheets with corrected cells differ; styles, dates and the rest stay."""
    new = next(one for one in result.files if one.path == "gulou/items.xlsx")
    with zipfile.ZipFile(city / new.path) as before, zipfile.ZipFile(io.BytesIO(new.data)) as after:
        differing = [name for name in before.namelist() if before.read(name) != after.read(name)]

    assert before.namelist() == after.namelist()
    assert differing == ["xl/worksheets/sheet1.xml"]


@pytest.mark.parametrize("path", ["minhou/items.csv", "gaoxin/items.csv"])
def test_a_csv_keeps_its_codec_and_its_cells(city: Path, result: Standardised, path: str) -> None:
    """Only the corrected cells of a CSV text differ, in the codec of the office."""
    old, new = ((city / path).read_bytes(), next(one.data for one in result.files if one.path == path))
    before, after = (list(csv.reader(io.StringIO(decode(data).text, newline=""))) for data in (old, new))
    changed = [
        (row, column)
        for row, (left, right) in enumerate(zip(before, after, strict=True))
        for column, (one, other) in enumerate(zip(left, right, strict=True))
        if one != other
    ]

    assert decode(old).codec == decode(new).codec
    assert len(changed) == sum(one.place.file == path and one.by_hand is None for one in result.corrections)


def test_unaffected_items_stay_as_they_are(city: Path, result: Standardised, corrected: Path) -> None:
    """No item changes but those with a correction."""
    before, after = (read_catalogue(read_workspace(folder)) for folder in (city, corrected))
    told = {one.key for one in result.corrections}
    plain = [item for item in before if item.channel not in ("pages", "guides") and (item.channel, item.id) not in told]
    found = {(item.channel, item.id): attrs.evolve(item, place=NOWHERE) for item in after}

    assert len(plain) > 300
    assert [item.id for item in plain if found[item.channel, item.id] != attrs.evolve(item, place=NOWHERE)] == []


def test_the_outputs_are_the_same_every_time(result: Standardised, tmp_path: Path) -> None:
    """The same workspace gives the same bytes."""
    for name in ("one", "two"):
        write_standard(result, tmp_path / name)
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*") if path.is_file())

    assert {path.parts[0] for path in files} == {"changes", "corrected", "standard.json", "standard.xlsx"}
    assert all((tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes() for path in files)


def test_standard_json_tells_what_each_must_change(result: Standardised, tmp_path: Path) -> None:
    """standard.json lists groups with proposals, changes with their cells, questions and presence."""
    write_standard(result, tmp_path)
    told = json.loads((tmp_path / "standard.json").read_text(encoding="utf-8"))
    change = next(one for one in told["changes"] if one["channel"] == "gulou" and one["field"] == "statutory_limit")

    assert change["found"] == "20个工作日"
    assert change["expected"] == "15个工作日"
    assert change["place"]["cell"] == "Q33"
    assert change["written"] is True
    assert told["coverage"][0]["scope"] == {"channel": "portal"}
    assert told["coverage"][0]["published"]["denominator"] - told["coverage"][0]["published"]["numerator"] == 1
    assert told["summary"]["changes"] == len(told["changes"]) == len(result.corrections)
    assert {row["channels"]["portal"] for row in told["presence"]} == {
        "published",
        "absent",
        "without-document",
        "none",
    }


def test_the_standard_is_one_item_a_group(city: Path, result: Standardised) -> None:
    """The catalogue of the proposed standard has one item for each group, under one channel."""
    catalogue = standard_catalogue(read_workspace(city))

    assert len(catalogue) == len(result.groups)
    assert {item.channel for item in catalogue} == {"standard"}
    assert len({item.id for item in catalogue}) == len(catalogue)


def _workbook(path: Path, rows: list[list[object]], merged: tuple[str, ...] = ()) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)


_HEAD: list[object] = ["事项名称", "实施机关", "法定时限（工作日）", "申请材料", "是否收费"]
_ROWS_HEAD: list[object] = ["事项名称", "实施机关", "法定时限", "材料名称", "复印件份数", "是否收费"]
_CHANNEL = '[[channel]]\nid = "{0}"\nkind = "{1}"\ndivision = "{2}"\nsource = "{0}.xlsx"\n'


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A city and two districts as offices write them: a formula, a unit in the header, materials in merged rows."""
    city = ["甲许可", "福州市卫生局", 20, "1.申请表；2.照片；3.身份证", "不收费"]
    _workbook(tmp_path / "city.xlsx", [_HEAD, city, ["乙备案登记", "福州市卫生局", 30, "申请书", "收费"]])
    own = ["甲许可", "鼓楼区卫生局", 15, "1.申请表；2.照片", "收费"]
    _workbook(tmp_path / "gulou.xlsx", [_HEAD, own, ["乙备案登记", "鼓楼区卫生局", "=20+5", "申请书", "收费"]])
    rows: list[list[object]] = [_ROWS_HEAD, ["甲许可", "台江区卫生局", "20个工作日", "申请表", 2, "不收费"]]
    rows += [[None, None, None, "照片", 1, None], ["乙备案登记", "台江区卫生局", "30个工作日", "申请书", 1, "收费"]]
    _workbook(tmp_path / "taijiang.xlsx", rows, ("A2:A3", "B2:B3", "C2:C3", "F2:F3"))
    channels = (("city", "city", "350100"), ("gulou", "district", "350102"), ("taijiang", "district", "350103"))
    text = "".join(_CHANNEL.format(*one) for one in channels)
    (tmp_path / "itemcatalog.toml").write_text(f'[workspace]\npolicy = "fuzhou-2017"\n{text}', encoding="utf-8")
    return tmp_path


def test_what_cannot_be_written_is_listed(office: Path) -> None:
    """Materials in merged rows stay for a person, a formula without a result is not judged; the rest is corrected."""
    result = run_standardise(read_workspace(office))
    told = {(one.key[0], one.member.item.name, one.field): one.by_hand for one in result.corrections}
    data = next(one.data for one in result.files if one.path == "gulou.xlsx")
    cells = [[cell.value for cell in row] for row in openpyxl.load_workbook(io.BytesIO(data)).worksheets[0].rows]

    assert ("gulou", "乙备案登记", "statutory_limit") not in told
    assert "合并单元格" in str(told["taijiang", "甲许可", "materials"])
    assert told["gulou", "甲许可", "statutory_limit"] is None
    assert cells[1] == ["甲许可", "鼓楼区卫生局", 20, "1.申请表；2.照片；3.身份证", "不收费"]
    assert cells[2] == ["乙备案登记", "鼓楼区卫生局", "=20+5", "申请书", "收费"]


def test_an_unreadable_file_is_said_and_the_others_go_on(office: Path) -> None:
    """A damaged workbook is named; the others are still compared."""
    (office / "taijiang.xlsx").write_bytes(b"PK\x03\x04 broken")
    result = run_standardise(read_workspace(office))

    assert len(result.unread) == 1
    assert [one.key[0] for one in result.corrections if one.by_hand is None] == ["gulou"] * 3
