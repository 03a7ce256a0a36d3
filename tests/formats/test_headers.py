"""The lexicon of headers: what a column is called, in all provinces and in the exchange tables."""

from __future__ import annotations

import csv
import io

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog import _shipped
from itemcatalog.formats._headers import EXTRA, IGNORED, item_lexicon, lexicon, table
from itemcatalog.model import Certificate, CodePair, Decision, Item, Material, Organisation, Waiver, field_paths
from itemcatalog.text import normalise

ITEM_PATHS = {*field_paths(Item), IGNORED, EXTRA, "codes.?", "promised_limit?", "name?"}
ITEMS = item_lexicon({}, {})
TABLES = [
    "items", "parts", "portal_keys", "national_task", "national_material", "national_fee", "national_question",
    "fujian_service", "fujian_material", "fujian_special", "certificates", "decisions", "waivers",
    "organisations", "crosswalk",
]  # fmt: skip


@pytest.mark.parametrize(
    ("label", "path", "unit"),
    [
        ("事项名称", "name", None),
        ("*事项名称（必填）", "name", None),
        ("事 项\n名 称：", "name", None),
        ("1.设定依据", "legal_bases", None),
        ("（三）受理条件", "conditions", None),
        ("承诺办结时限（工作日）", "promised_limit", "工作日"),
        ("承诺办结时限(单位：个工作日)", "promised_limit", "工作日"),
        ("承诺时限/工作日", "promised_limit", "工作日"),
        ("法定期限（天）", "statutory_limit", "天"),
        ("法定时限（不含公示时间）", "statutory_limit", None),
        ("是否收费（是/否）", "fees.charged", None),
        ("實施主體", "authority.name", None),
        ("task_name", "name", None),
        ("TASK_CODE", "codes.implementation", None),
        ("anticipate_day", "statutory_limit", None),
        ("promise_type", "promised_limit.unit", None),
        ("server_type", "target_groups", None),
        ("ServiceName", "name", None),
        ("LawLimit", "statutory_limit", None),
        ("基本编码", "codes.basic", None),
        ("业务办理项编码", "codes.handling", None),
        ("到办事现场次数", "visits.total", None),
        ("通办范围", "handling_area", None),
        ("结果样本", "results.sample", None),
        ("办理时限（法定）", "statutory_limit", None),
        ("时限（承诺）", "promised_limit", None),
        ("电话（监督）", "complaint", None),
        ("是否“最多跑一次”", "visits.total", None),
    ],
)
def test_a_header_is_understood(label: str, path: str, unit: str | None) -> None:
    """Width, marks, numbers, blanks and what stands in brackets do not hide a header; a unit is a fact."""
    hit = ITEMS.find(label)

    assert hit is not None
    assert (hit.path, hit.unit) == (path, unit)


@pytest.mark.parametrize("label", ["时限", "福州市公安局", "", "是否网红", "20", "内资企业设立登记"])
def test_what_is_no_header_or_ambiguous_is_not_guessed(label: str) -> None:
    """A value, or a word that could be several fields, is no hit."""
    assert ITEMS.find(label) is None


@pytest.mark.parametrize(
    ("levels", "path", "unit"),
    [
        (["时限", "法定"], "statutory_limit", None),
        (["时限（工作日）", "承诺"], "promised_limit", "工作日"),
        (["法定办结时限", "单位"], "statutory_limit.unit", None),
        (["法定办结时限", "时限"], "statutory_limit", None),
        (["申请材料", "原件份数"], "materials.originals", None),
        (["申请材料", "名称"], "materials", None),
        (["编码", "基本编码"], "codes.basic", None),
        (["联系电话", "监督"], "complaint", None),
        (["咨询方式", "地址"], "consultation.address", None),
        (["事项名称", "子项"], "sub_item", None),
        (["基本信息", "事项名称"], "name", None),
        (["基本信息", "办理", "申请条件"], "conditions", None),
        (["跑动次数", "网上办理"], "visits.online", None),
        (["实施主体", "统一社会信用代码"], "authority.credit_code", None),
        (["实施机构", "机构信用代码"], "authority.credit_code", None),
    ],
)
def test_a_header_of_several_lines(levels: list[str], path: str, unit: str | None) -> None:
    """The lower line is read under the upper one; units of both count."""
    hit = ITEMS.resolve(levels)

    assert hit is not None
    assert (hit.path, hit.unit) == (path, unit)


def test_a_workspace_has_the_last_word() -> None:
    """Columns of the workspace outrank its labels, and these outrank the tables."""
    own = item_lexicon({"事项名称": "aliases", "甲": "name"}, {"事项名称": "sub_item"})

    assert [getattr(own.find(one), "path", None) for one in ("事项名称", "甲", "子项名称")] == [
        "sub_item",
        "name",
        "sub_item",
    ]


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sound(name: str) -> None:
    """Every row has a source, and no label stands twice."""
    rows = list(csv.DictReader(io.StringIO(_shipped.text("codes", "labels", f"{name}.csv"))))
    labels = [normalise(row["label"]) for row in rows]

    assert [label for label in labels if labels.count(label) > 1] == []
    assert [row for row in rows if not row["source"] or not row["path"]] == []


@pytest.mark.parametrize("name", ["items", "parts", "national_task", "fujian_service"])
def test_every_label_leads_to_a_field(name: str) -> None:
    """A path of the lexicon is a path of the model."""
    wrong = {path for path in table(name).values() if path not in ITEM_PATHS and not path.startswith("@")}

    assert wrong == set()


@pytest.mark.parametrize("name", ["national_material", "fujian_material"])
def test_every_material_label_leads_to_a_field(name: str) -> None:
    """A path of a material table is a path of the material."""
    assert {*table(name).values()} <= {*field_paths(Material), EXTRA}


@pytest.mark.parametrize(
    ("name", "noun"),
    [
        ("certificates", Certificate),
        ("decisions", Decision),
        ("waivers", Waiver),
        ("organisations", Organisation),
        ("crosswalk", CodePair),
    ],
)
def test_every_label_of_a_table_leads_to_a_field(name: str, noun: type[attrs.AttrsInstance]) -> None:
    """A path of a fixed table is a field of its noun."""
    assert {*table(name).values()} <= {one.name for one in attrs.fields(noun)} | {IGNORED}


@pytest.mark.parametrize("name", ["items", "national_task", "fujian_service"])
def test_every_label_is_found_as_it_is_written(name: str) -> None:
    """Each label of the tables fires."""
    found = lexicon(name)
    silent = [label for label, path in table(name).items() if getattr(found.find(label), "path", None) != path]

    assert silent == []


@given(st.text(max_size=80))
def test_any_text_may_be_asked(label: str) -> None:
    """No text breaks the lexicon, and the answer does not depend on blanks."""
    hit = ITEMS.find(label)

    assert hit == ITEMS.find(f" {label}\n")
