"""Writing one value back into cells, CSV texts, JSON and XML: the office's own way of writing, nothing else."""

from __future__ import annotations

import json
from collections.abc import Sequence

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.comparison import FieldValue, Member
from itemcatalog.errors import UsageError
from itemcatalog.formats import ReadOptions
from itemcatalog.formats._patch_csv import patch_csv
from itemcatalog.formats._patch_json import patch_json, patch_jsonl
from itemcatalog.formats._patch_xml import patch_xml
from itemcatalog.formats._sheet_cells import lexicon_of
from itemcatalog.formats.xml_ import write
from itemcatalog.model import Authority, Condition, Fee, Fees, Item, Limit, Material
from itemcatalog.standard._adopt import adopt
from itemcatalog.standard._cell_texts import cell_text_of
from itemcatalog.standard._list_cells import style_of
from itemcatalog.standard._objects import in_order_of
from itemcatalog.standard._spans import ListStyle

WORDS = lexicon_of(ReadOptions())


def test_a_csv_cell_is_changed_in_place() -> None:
    """One cell changes; quotes, line ends and the codec stay."""
    data = '事项名称;承诺办结时限\r\n"甲;一";20个工作日\r\n乙;5\r\n'.encode("gb18030")

    assert patch_csv(data, {(2, 1): "15个工作日"}, WORDS).decode("gb18030") == (
        '事项名称;承诺办结时限\r\n"甲;一";15个工作日\r\n乙;5\r\n'
    )


def test_a_short_csv_row_grows_to_its_cell() -> None:
    """A cell beyond the end of its row is added with the commas before it."""
    data = "事项名称,办理地点,咨询电话\n甲\n".encode()

    assert patch_csv(data, {(2, 2): "1,2"}, WORDS).decode() == '事项名称,办理地点,咨询电话\n甲,,"1,2"\n'


@pytest.mark.parametrize("data", ['事项名称,备注\n"甲,乙\n'.encode(), "事项名称,备注\n甲,".encode("gb18030") + b"\xff"])
def test_a_damaged_csv_is_left_alone(data: bytes) -> None:
    """A quote never closed, or bytes of no codec, leave the file to a person."""
    with pytest.raises(UsageError):
        patch_csv(data, {(2, 1): "改"}, WORDS)


@given(st.lists(st.lists(st.text(alphabet='ab,"\n;甲', max_size=4), min_size=2, max_size=3), min_size=1, max_size=4))
def test_any_csv_cell_can_be_changed(rows: list[list[str]]) -> None:
    """Whatever a cell holds, the others read as before and the changed one reads as the new text."""
    import csv
    import io

    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([["事项名称", "备注", "说明"], *([f"项{row[0]}", *row[1:]] for row in rows)])
    new = patch_csv(buffer.getvalue().encode(), {(len(rows) + 1, 1): '新"值'}, WORDS).decode()
    before, after = (list(csv.reader(io.StringIO(text, newline=""))) for text in (buffer.getvalue(), new))
    before[-1][1] = '新"值'

    assert after == before


def test_json_keeps_every_other_character() -> None:
    """A value is replaced, another is added with the blanks of its neighbours."""
    text = '{"items": [\n  {"name": "甲",\n   "a": 1.10},\n  {"name":"乙"}\n]}'
    new = patch_json(text.encode(), {"/items/0": {("a",): "改"}, "/items/1": {("b",): [1]}}).decode()

    assert new == '{"items": [\n  {"name": "甲",\n   "a": "改"},\n  {"name":"乙","b":[1]}\n]}'


def test_json_lines_change_line_by_line() -> None:
    """Only the line of the item changes."""
    data = '{"name": "甲", "x": {"y": 1}}\n{"name": "乙"}\n'.encode()

    assert patch_jsonl(data, {1: {("x", "y"): 2}}).decode() == '{"name": "甲", "x": {"y": 2}}\n{"name": "乙"}\n'


def test_a_key_that_leads_nowhere_is_refused() -> None:
    """A pointer into nothing raises, and nothing is written."""
    with pytest.raises(UsageError):
        patch_json(b'{"items": []}', {"/items/3": {("a",): 1}})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(), lambda v: st.lists(v) | st.dictionaries(st.text(), v)
)


@given(st.dictionaries(st.text(min_size=1), JSON, min_size=1), JSON, st.sampled_from([None, 1, 2]))
def test_any_json_value_can_be_set(document: dict[str, object], value: object, indent: int | None) -> None:
    """After patching the document reads as if the value had been set."""
    key = next(iter(document))
    data = json.dumps(document, ensure_ascii=True, indent=indent).encode()
    told = json.loads(patch_json(data, {"": {(key,): value, ("新",): 1}}))

    assert told == {**document, key: value, "新": 1}


def test_our_own_json_keeps_the_order_of_its_keys() -> None:
    """An entry that stays is as it was; one that changes keeps its keys where they stood."""
    before = [{"name": "甲", "order": 1, "issuer": "局"}, {"order": 2, "name": "乙"}]
    after = [{"issuer": "局", "name": "甲", "order": 1}, {"name": "丙", "order": 2, "copies": 1}, {"name": "丁"}]
    told = in_order_of(before, after)

    assert told == after
    assert [list(one) for one in told] == [["name", "order", "issuer"], ["order", "name", "copies"], ["name"]]


def test_xml_changes_one_element() -> None:
    """Of our own XML one field of one item changes."""
    items = [Item(name="甲", promised_limit=Limit.of(5)), Item(name="乙")]
    new = patch_xml(
        write(items), {"item[1]": (attrs.evolve(items[0], promised_limit=Limit.of(3)), ["promised_limit"])}, "x.xml"
    )

    assert new == write([attrs.evolve(items[0], promised_limit=Limit.of(3)), items[1]])


def test_another_xml_is_refused() -> None:
    """XML that is not ours is left to a person."""
    with pytest.raises(UsageError):
        patch_xml(b"<list/>", {"/list/x": (Item(name="x"), ["name"])}, "x.xml")


@pytest.mark.parametrize(
    ("texts", "entries", "told"),
    [
        (["1.甲材料\n2.乙材料"], ["丙", "丁"], "1.丙\n2.丁"),
        (["一、甲材料；二、乙材料"], ["丙", "丁"], "一、丙；二、丁"),
        (["（1）甲材料\n（2）乙材料"], ["丙", "丁"], "（1）丙\n（2）丁"),
        (["甲材料；乙材料"], ["丙", "丁"], "丙；丁"),
        (["甲材料"], ["丙", "丁"], "1.丙\n2.丁"),
        (["1.甲材料\n2.乙材料"], ["丙"], "丙"),
    ],
)
def test_a_list_is_written_as_its_column_writes(texts: Sequence[str], entries: list[str], told: str) -> None:
    """Numbers and separators are those of the column; a single entry stands alone."""
    assert told == style_of(texts, "materials").join(entries)


@pytest.mark.parametrize(
    ("before", "unit", "told"),
    [
        ("20个工作日", None, "15个工作日"),
        ("20", "工作日", "15"),
        (20.0, "工作日", "15"),
        ("20", "自然日", "15个工作日"),
    ],
)
def test_a_limit_is_written_in_the_unit_of_its_header(before: object, unit: str | None, told: str) -> None:
    """A bare number where the header names the unit; else number and unit."""
    was, item = (Item(name="甲", statutory_limit=Limit.of(days)) for days in (20, 15))

    assert told == cell_text_of(was, item, "statutory_limit", before, unit, ListStyle())


@pytest.mark.parametrize(("before", "told"), [("收费", "不收费"), ("是", "否"), ("", "否"), ("1", "0")])
def test_yes_and_no_keep_the_words_of_the_column(before: str, told: str) -> None:
    """收费 becomes 不收费, 是 becomes 否."""
    was, item = (Item(name="甲", fees=Fees(charged=charged)) for charged in (True, False))

    assert told == cell_text_of(was, item, "fees.charged", before, None, ListStyle())


def _standing(item: Item, path: str, provides: frozenset[str]) -> FieldValue:
    member = Member(item=item, provides=provides, unit="0", own=True, tier=3)
    return FieldValue(value="x", raw=getattr(item, path), members=(member,))


def test_a_member_keeps_what_the_standing_source_does_not_carry() -> None:
    """A list of names alone does not take away the copies and the order that the portal shows."""
    own = Item(name="甲", materials=(Material(name="申请表", copies=2, order=1), Material(name="照片", order=2)))
    city = Item(name="甲", materials=(Material(name="执照"), Material(name="申请表")))
    told = adopt(own, "materials", _standing(city, "materials", frozenset({"materials", "materials.name"}))).materials

    assert {one.name: one.copies for one in told} == {"申请表": 2, "执照": None}
    assert [one.order for one in told] == [1, 2]


def test_a_part_without_a_place_is_not_taken_over() -> None:
    """A list of names alone takes over names alone."""
    own = Item(name="甲", materials=(Material(name="照片"),))
    city = Item(name="甲", materials=(Material(name="照片", copies=2), Material(name="执照", issuer="甲局")))
    standing = _standing(city, "materials", frozenset({"materials", "materials.name", "materials.copies"}))
    told = adopt(own, "materials", standing, frozenset({"materials", "materials.name"})).materials

    assert told == (Material(name="照片"), Material(name="执照"))


def test_a_member_keeps_that_it_charges() -> None:
    """Fees that do not say whether any are charged leave the member's own word."""
    own = Item(name="甲", fees=Fees(charged=True, items=(Fee(name="工本费", standard="10元"),)))
    city = Item(name="甲", fees=Fees(items=(Fee(name="工本费", standard="5元"),)))
    told = adopt(own, "fees", _standing(city, "fees", frozenset({"fees.items.name", "fees.items.standard"}))).fees

    assert (told.charged, [one.standard for one in told.items]) == (True, ["5元"])


@pytest.mark.parametrize(("own", "copies"), [(None, None), (1, 2)])
def test_counts_are_put_only_where_a_list_counts(own: int | None, copies: int | None) -> None:
    """A list of bare names in texts gets a bare name; one that counts its copies gets the copies."""
    item = Item(name="甲", materials=(Material(name="照片", copies=own),))
    city = Item(name="甲", materials=(Material(name="照片", copies=own), Material(name="合同", copies=2)))
    standing = _standing(city, "materials", frozenset({"materials", "materials.name", "materials.copies"}))
    told = adopt(item, "materials", standing, frozenset({"materials"})).materials

    assert told == (Material(name="照片", copies=own), Material(name="合同", copies=copies))


def test_entries_stay_in_the_order_of_the_member() -> None:
    """Order says nothing in conditions: those that stay are not moved."""
    own = Item(name="甲", conditions=tuple(Condition(text=text) for text in ("年满十八周岁", "本市户籍", "无违法记录")))
    city = Item(name="甲", conditions=tuple(Condition(text=text) for text in ("本市户籍", "年满十八周岁")))
    told = adopt(own, "conditions", _standing(city, "conditions", frozenset({"conditions"}))).conditions

    assert [one.text for one in told] == ["年满十八周岁", "本市户籍"]


def test_a_part_of_an_object_is_set_alone() -> None:
    """The name of the authority changes, its code stays."""
    own = Item(name="甲", authority=Authority(name="甲局", credit_code="1"))
    value = FieldValue(value="乙局", raw="乙局", members=())

    assert adopt(own, "authority.name", value).authority == Authority(name="乙局", credit_code="1")
