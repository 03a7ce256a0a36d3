"""Items written as workbook or CSV and read again are the same items."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from typing import Any

import attrs
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from itemcatalog.formats import ReadOptions, csv_, xlsx
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._template import template_xlsx
from itemcatalog.formats._write_csv import write_csv
from itemcatalog.formats._write_xlsx import CUT, cell_text, safe_sheet_name, write_xlsx
from itemcatalog.formats._written import COLUMNS
from itemcatalog.model import (
    Authority,
    Codes,
    Condition,
    Contact,
    Fee,
    Fees,
    Item,
    Joint,
    LegalBasis,
    Limit,
    LimitState,
    Material,
    Online,
    Phone,
    Question,
    ServicePlace,
    ServiceResult,
    Situation,
    Step,
    Theme,
    Visits,
)

FULL = Item(
    name="社会团体成立登记",
    parent_name="社会团体登记",
    sub_item="成立登记",
    aliases=("社团登记", "社团成立"),
    codes=Codes(basic="000111001001", implementation="11350100003591109X2000111001001", internal="0012"),
    power_type="行政许可",
    power_source=("法定本级行使",),
    case_type="承诺件",
    levels=("市级", "县级"),
    division="350100",
    authority=Authority(name="福州市民政局", office="社会组织管理处", joint=(Joint(name="市公安局", roles=("会签",)),)),
    status="在用",
    version="2",
    effective=date(2017, 12, 1),
    legal_bases=(
        LegalBasis(title="社会团体登记管理条例", article="第三条", text="=成立社会团体；应当登记"),
        LegalBasis(title="某办法", document_number="闽政〔2016〕66号"),
    ),
    target_groups=("自然人", "社会组织法人"),
    themes=(Theme(name="社团", audience="法人"), Theme(name="登记", scheme="法人")),
    situations=(Situation(id="1", name="新办"), Situation(id="2", name="变更", note="名称变更")),
    statutory_limit=Limit.of(60, raw="60个工作日"),
    promised_limit=Limit(state=LimitState.INSTANT, raw="即办"),
    conditions=(Condition(text="有场所；有资金"),),
    materials=(
        Material(name="申请表", kind="申请表格文书", originals=1, deferrable=True, order=1),
        Material(name="章程（含修正案）", issuer="市民政局", copies=2, order=2, choice="1", situations=("1", "2")),
    ),
    procedure=(Step(step="受理", limit=Limit.of(1, raw="1个工作日")), Step(step="决定")),
    fees=Fees(charged=True, collector="市民政局", items=(Fee(name="工本费", basis="闽价费〔2010〕1号"),)),
    results=(ServiceResult(name="登记证书", validity="5年"),),
    places=(ServicePlace(name="市行政服务中心", address="古田路121号", hours="工作日9:00-17:00"),),
    consultation=Contact(phones=(Phone(number="0591-87654321", extension="8001"),), url="https://a.gov.cn/"),
    complaint=Contact(phones=(Phone(number="12345"),)),
    visits=Visits(total=0, online="uncommitted", reason="领取证书"),
    online=Online(available=True, depth="四级", url="https://b.gov.cn/x?y=1"),
    courier="not_applicable",
    electronic_licence=False,
    quantity_limit="无",
    faq=(Question(question="多久？", answer="60个工作日。"), Question(question="收费吗？", answer="收。")),
    entered_hall=True,
    extra={"备注": "+1", "旧表列": "0012"},
)
BARE = Item(
    name="=甲备案", authority=Authority(name="福州市民政局"), conditions=(Condition(text="一"), Condition(text="二"))
)


def read_xlsx(data: bytes) -> list[Item]:
    """Return the items of a workbook."""
    return [one for one in xlsx.read(data, "a", ReadOptions()) if isinstance(one, Item)]


def read_csv(data: bytes) -> list[Item]:
    """Return the items of a CSV text."""
    return [one for one in csv_.read(data, "a", ReadOptions()) if isinstance(one, Item)]


WAYS: list[Any] = [(write_xlsx, read_xlsx), (write_csv, read_csv)]


def bare(item: Item) -> dict[str, Any]:
    """Return the fields of an item that a document carries."""
    fields = attrs.asdict(item, recurse=False)
    return {name: value for name, value in fields.items() if name not in ("id", "place", "channel")}


@pytest.mark.parametrize(("write", "read"), WAYS)
def test_a_full_item_comes_back(write: Callable[..., bytes], read: Callable[[bytes], list[Item]]) -> None:
    """Every field that fits into a table is the same after writing and reading."""
    found = read(write([FULL, BARE, FULL]))

    assert [bare(one) for one in found] == [bare(FULL), bare(BARE), bare(FULL)]


@pytest.mark.parametrize(("write", "read"), WAYS)
def test_the_same_items_are_the_same_bytes(write: Callable[..., bytes], read: Callable[[bytes], list[Item]]) -> None:
    """Nothing but the items is in the file; writing what was read gives the same bytes again."""
    data = write([FULL, BARE])

    assert data == write([FULL, BARE])
    assert data == write(read(data))


@pytest.mark.parametrize(("path", "header"), COLUMNS.items())
def test_every_header_that_we_write_is_read(path: str, header: str) -> None:
    """A written column comes back to its own field, or to the list whose entries it names."""
    hit = item_lexicon({}, {}).find(header)

    assert hit is not None
    assert hit.path in (path, path.rpartition(".")[0])


WORDS = st.text(alphabet="政务服务事项登记许可备案核准设立变更注销企业个人", min_size=2, max_size=8)
CODES = st.text(alphabet="0123456789ABCDEFGHJKLMNPQRTUWXY", min_size=1, max_size=40).map(lambda code: f"0{code}X")
ITEMS = st.builds(
    Item,
    name=WORDS,
    sub_item=st.none() | WORDS,
    codes=st.builds(Codes, basic=st.none() | CODES, implementation=st.none() | CODES, internal=st.none() | CODES),
    levels=st.sampled_from([(), ("市级",), ("市级", "县级")]),
    authority=st.builds(Authority, name=st.none() | WORDS.map(lambda word: f"{word}局")),
    statutory_limit=st.none() | st.integers(0, 400).map(lambda days: Limit.of(days, raw=f"{days}个工作日")),
    conditions=st.lists(WORDS.map(lambda text: Condition(text=text)), max_size=3).map(tuple),
    materials=st.lists(
        st.builds(Material, name=WORDS, issuer=st.none() | WORDS, originals=st.none() | st.integers(0, 9)), max_size=3
    ).map(tuple),
    fees=st.builds(Fees, charged=st.none() | st.booleans()),
    visits=st.builds(Visits, total=st.none() | st.integers(0, 9) | st.just("uncommitted")),
    courier=st.sampled_from([None, "yes", "no", "not_applicable"]),
    version=st.none() | CODES,
)


@pytest.mark.parametrize(("write", "read"), WAYS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(items=st.lists(ITEMS, min_size=1, max_size=4, unique_by=lambda item: item.name))
def test_items_come_back(write: Callable[..., bytes], read: Callable[[bytes], list[Item]], items: list[Item]) -> None:
    """read(write(x)) = x: codes with leading zeros, lists of any length, empty fields."""
    assert [bare(one) for one in read(write(items))] == [bare(one) for one in items]


@given(st.text(max_size=60))
def test_any_text_survives_a_cell(text: str) -> None:
    """Whatever stands in a text field is the same after a workbook, but for what no cell can hold."""
    shown = cell_text(text)
    (item,) = read_xlsx(write_xlsx([Item(name="甲", extra={"原文": text, "末": "x"})]))

    assert item.extra.get("原文", "").strip() == shown.strip()


def test_a_long_text_is_cut_visibly() -> None:
    """A cell holds 32,767 characters; what is cut says so, and no character is halved."""
    text = cell_text("𠮷" * 20_000)

    assert text.endswith(CUT)
    assert len(text.encode("utf-16-le")) // 2 <= 32_767
    assert cell_text("长" * 32_767) == "长" * 32_767


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\ud800"])
def test_a_character_that_no_cell_holds_is_shown_as_replaced(character: str) -> None:
    """Control characters become U+FFFD, and the workbook opens."""
    (item,) = read_xlsx(write_xlsx([Item(name=f"甲{character}乙")]))

    assert item.name == "甲\ufffd乙"


def test_sheet_names_are_safe_and_unique() -> None:
    """Forbidden characters, length and case do not make a workbook that Excel refuses."""
    names: list[str] = []
    for name in ("a/b:c", "A_B_C", "长" * 40, "长" * 40, "", "'x'", "History"):
        names.append(safe_sheet_name(name, names))

    assert names == ["a_b_c", "A_B_C(2)", "长" * 31, f"{'长' * 28}(2)", "表", "x", "History(2)"]


def test_every_cell_is_text() -> None:
    """No cell is a formula or a number, however it looks."""
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx([FULL, BARE])))

    assert {cell.data_type for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None} == {"s"}


def test_columns_that_a_source_carried_are_written_empty() -> None:
    """An empty column says that the source has it: absent and empty differ."""
    data = write_csv([BARE], provides=["promised_limit"])

    assert "承诺办结时限" in data.decode("utf-8-sig").splitlines()[0]


def test_the_template_offers_lists_and_reads_back() -> None:
    """The template has drop-downs and an example; filled in, it reads without a fault, and the example is no item."""
    book = openpyxl.load_workbook(io.BytesIO(template_xlsx()))
    sheet = book["事项"]
    (example,) = sheet.iter_rows(min_row=2, max_row=2, values_only=True)
    sheet.append(["社会团体成立登记", *example[1:]])
    buffer = io.BytesIO()
    book.save(buffer)
    found = list(xlsx.read(buffer.getvalue(), "a", ReadOptions()))

    assert template_xlsx() == template_xlsx()
    assert len(sheet.data_validations.dataValidation) >= 15
    assert [one.name for one in found if isinstance(one, Item)] == ["社会团体成立登记"]
    assert [one for one in found if type(one).__name__ == "Fault"] == []
