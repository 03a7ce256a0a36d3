"""``guides verify``: what counts as a deviation, and what is only a notice."""

from __future__ import annotations

import re
from pathlib import Path

import attrs
import pytest

from guide_samples import full_item, plain_item
from itemcatalog.guides import GuideOptions, Kind, VerifiedGuide, VerifyRun, build_guides, verify_guides
from itemcatalog.model import Authority, Codes, Condition, Item, Limit
from itemcatalog.render.guide import render_docx, render_html
from itemcatalog.sections import build_sections, load_profile

STANDARD = load_profile("standard-2016")


def written(item: Item, folder: Path, profile: str = "standard-2016") -> str:
    """Return the page of an item, written into a folder."""
    text = render_html(build_sections(item, load_profile(profile))).decode("utf-8")
    (folder / "guide.html").write_text(text, encoding="utf-8")
    return text


def verified(folder: Path, *items: Item) -> VerifiedGuide:
    """Verify the page of a folder."""
    return verify_guides([folder / "guide.html"], items).guides[0]


@pytest.mark.parametrize("profile", ["standard-2016", "short", "fujian-2017"])
def test_our_own_guides_pass(tmp_path: Path, profile: str) -> None:
    """What was just built deviates in nothing, in every format that is read, and lists what the data lacks."""
    items = [full_item(), plain_item()]
    options = GuideOptions(profile=load_profile(profile), formats=("html", "docx", "json", "xml"))
    build_guides([(item, item.channel) for item in items], tmp_path, options)
    run = verify_guides([tmp_path], items)

    assert (len(run.guides), run.passed, [one for guide in run.guides for one in guide.deviations]) == (8, True, [])
    assert {Kind.NOT_STATED, Kind.VAGUE} >= {one.kind for guide in run.guides for one in guide.notices}


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ("20个工作日", "30个工作日", "办结时限"),
        ("0591-12345678转803", "0591-87654321", "咨询途径"),
        ("https://example.org/files/form.doc", "https://elsewhere.example/form.doc", "申请材料"),
        ("居民身份证", "户口簿", "申请材料"),
        ("市市场监督管理局", "市商务局", "实施主体"),
        ("12.5元/本", "125元/本", "收费依据及标准"),
        ("无数量限制", "每年 5 家", "审批数量"),
        ("【待补充】", "不收费", "收费"),
    ],
)
def test_a_changed_value_is_a_deviation(tmp_path: Path, old: str, new: str, where: str) -> None:
    """Whatever a guide says other than the data is found, in the section where it stands."""
    item = full_item(online=attrs.evolve(full_item().online, url=None)) if old != "【待补充】" else plain_item()
    text = written(item, tmp_path)
    (tmp_path / "guide.html").write_text(text.replace(old, new), encoding="utf-8")

    found = [one.where for one in verified(tmp_path, item).deviations]
    assert any(one.startswith(where) for one in found)


def test_changed_data_makes_an_old_guide_deviate(tmp_path: Path) -> None:
    """A guide that was right yesterday deviates in just what was changed since."""
    written(full_item(), tmp_path)
    found = verified(tmp_path, full_item(promised_limit=Limit.of(3)))

    assert [(one.where, one.kind) for one in found.deviations] == [("办结时限", Kind.VALUE)]


def test_a_lost_section_is_named(tmp_path: Path) -> None:
    """A section that was taken out is lost, a mandatory one or not."""
    text = written(full_item(), tmp_path)
    cut = re.sub(r'<section id="s-rights".*?</section>', "", text, flags=re.DOTALL)
    (tmp_path / "guide.html").write_text(cut, encoding="utf-8")

    assert [(one.where, one.kind) for one in verified(tmp_path, full_item()).deviations] == [
        ("申请人权利和义务", Kind.SECTION_LOST)
    ]


def test_sections_in_another_order_are_named(tmp_path: Path) -> None:
    """Two sections that changed places are misordered."""
    text = written(full_item(), tmp_path)
    parts = re.findall(r"<section.*?</section>", text, flags=re.DOTALL)
    moved = text.replace(parts[3], "@").replace(parts[7], parts[3]).replace("@", parts[7])
    (tmp_path / "guide.html").write_text(moved, encoding="utf-8")

    assert [one.kind for one in verified(tmp_path, full_item()).deviations] == [Kind.SECTION_ORDER]


def test_a_tampered_file_differs_from_its_manifest(tmp_path: Path) -> None:
    """A blank more changes no value, but the bytes are not those of the manifest; a lost file is named too."""
    build_guides([(full_item(), "city"), (plain_item(), "city")], tmp_path, GuideOptions(profile=STANDARD))
    page = next((tmp_path / "city").glob("1*.html"))
    page.write_bytes(page.read_bytes() + b" ")
    next((tmp_path / "city").glob("1*.docx")).unlink()
    run = verify_guides([tmp_path], [full_item(), plain_item()])

    assert [one.kind for guide in run.guides for one in guide.deviations] == [Kind.MANIFEST, Kind.MANIFEST]


def test_what_the_data_lacks_is_a_notice(tmp_path: Path) -> None:
    """Missing sections of the data are listed and accuse nobody."""
    written(plain_item(), tmp_path)
    found = verified(tmp_path, plain_item())

    assert (found.deviations, len(found.notices) > 5) == ((), True)


def test_a_final_guide_is_not_accused_for_its_words(tmp_path: Path) -> None:
    """Where the data says nothing, the words of a draft and of a final guide are both right."""
    data = render_html(build_sections(plain_item(), STANDARD, final=True))
    (tmp_path / "guide.html").write_bytes(data)

    assert verified(tmp_path, plain_item()).deviations == ()


def test_a_guide_of_no_item_is_said(tmp_path: Path) -> None:
    """A guide whose item is not in the data is a deviation, with the name it bears."""
    written(full_item(), tmp_path)
    found = verified(tmp_path, plain_item())

    assert [(Kind.NO_ITEM, full_item().name)] == [(one.kind, one.found) for one in found.deviations]


def test_what_cannot_be_read_is_an_error_and_the_rest_goes_on(tmp_path: Path) -> None:
    """A damaged file is unread, not a deviation; the others are verified all the same."""
    written(full_item(), tmp_path)
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04rubbish")
    run: VerifyRun = verify_guides([tmp_path], [full_item()])

    assert (len(run.unread), run.passed) == (1, True)


OTHERS = """<html><body><h1>取水许可</h1><table>
<tr><th>事项名称</th><td>取水许可</td><th>实施机关</th><td>示例市水利局</td></tr>
<tr><th>法定时限</th><td>{limit}</td><th>承诺时限</th><td>十五个工作日</td></tr>
<tr><th>收费情况</th><td>不收费</td><th>{label}</th><td>好办</td></tr></table></body></html>"""


def other(folder: Path, limit: str, label: str = "办理对象") -> VerifiedGuide:
    """Verify another office's page against an item of the same name and body."""
    item = plain_item(
        name="取水许可",
        authority=Authority(name="示例市水利局"),
        statutory_limit=Limit.of(45),
        promised_limit=Limit.of(15),
        conditions=full_item().conditions,
    )
    (folder / "guide.html").write_text(OTHERS.format(limit=limit, label=label), encoding="utf-8")
    return verified(folder, item)


def test_another_offices_page_is_compared_by_fields(tmp_path: Path) -> None:
    """Fifteen in words is fifteen; a different statutory limit is a deviation; so is an element that is not there."""
    assert [one.kind for one in other(tmp_path, "45个工作日").deviations] == [Kind.SECTION_LOST]
    found = other(tmp_path, "30个工作日").deviations
    assert [(one.where, one.expected, one.found) for one in found[:1]] == [("法定办结时限", "45个工作日", "30个工作日")]


def test_an_unread_label_leaves_doubt(tmp_path: Path) -> None:
    """While a label of the page is not understood, nothing is called lost."""
    found = other(tmp_path, "45个工作日", label="特色标识栏")

    assert ((), {Kind.UNREAD}) == (found.deviations, {one.kind for one in found.notices})


def test_a_page_of_few_headings_has_no_order(tmp_path: Path) -> None:
    """A page with two of a profile's headings is drawn in its own way: another order accuses nobody."""
    page = OTHERS.format(limit="45个工作日", label="办理对象")
    few = "<h3>监督投诉渠道</h3><p>12345</p><h3>申请条件</h3><p>年满十八周岁</p>"
    (tmp_path / "guide.html").write_text(page.replace("</body>", f"{few}</body>"), encoding="utf-8")
    found = verified(tmp_path, plain_item(name="取水许可", authority=Authority(name="示例市水利局")))

    assert Kind.SECTION_ORDER not in {one.kind for one in found.findings}


def test_the_item_is_found_by_its_number(tmp_path: Path) -> None:
    """Of two items of one name the number on the page tells which one is meant."""
    one = full_item(codes=Codes(implementation="11350100003600000A3000131001001"), id="1")
    two = full_item(codes=Codes(implementation="11350100003600000A3000131001002"), id="2", promised_limit=Limit.of(9))
    text = written(two, tmp_path).replace("itemcatalog.", "other.")
    (tmp_path / "guide.html").write_text(text, encoding="utf-8")

    assert (lambda found: (found.item_id, found.deviations))(verified(tmp_path, one, two)) == ("2", ())


def test_word_guides_are_verified_alike(tmp_path: Path) -> None:
    """A Word guide of older data deviates in the changed value."""
    data = render_docx(build_sections(full_item(), STANDARD), STANDARD.document)
    (tmp_path / "guide.docx").write_bytes(data)
    found = verify_guides([tmp_path], [full_item(handling_area="全省")]).guides[0]

    assert [one.in_words() for one in found.deviations] == [
        "项目信息：与数据不一致，应为“通办范围：全省”，现为“通办范围：全市”"
    ]
    assert "expected" in found.deviations[0].in_words("en")


def test_vague_wording_is_a_notice(tmp_path: Path) -> None:
    """A vague condition is listed with what should be written; it is no deviation."""
    item = full_item(conditions=(Condition(text="具有一定的经济能力"),), procedure=())
    written(item, tmp_path)
    found = verified(tmp_path, item)

    vague = [one.found for one in found.notices if one.kind is Kind.VAGUE]
    assert (found.deviations, vague) == ((), ["一定的经济"])


def test_what_is_not_read_back_is_known_by_the_manifest(tmp_path: Path) -> None:
    """A Markdown guide is the one that was built or it deviates; without its manifest nothing is said of it."""
    items = [plain_item(), plain_item(name="护士执业注册", sub_item="首次注册", id="2")]
    options = GuideOptions(profile=STANDARD, formats=("html", "md"))
    run = build_guides([(item, item.channel) for item in items], tmp_path, options)
    path = tmp_path / next(file.path for file in run.manifest.guides[1].files if file.format == "md")

    assert verify_guides([tmp_path], items).passed
    path.write_bytes(path.read_bytes() + b"x")
    assert [one.where for guide in verify_guides([tmp_path], items).guides for one in guide.deviations] == [
        path.relative_to(tmp_path).as_posix()
    ]
    (tmp_path / "manifest.json").unlink()
    assert verify_guides([path], items).guides[0].error is not None


def test_sister_items_are_told_apart(tmp_path: Path) -> None:
    """Guides of two sub-items without codes are each compared with their own item."""
    items = [plain_item(name="护士执业注册", sub_item=sub, id=sub, codes=Codes()) for sub in ("首次注册", "变更注册")]
    options = GuideOptions(profile=STANDARD, formats=("html", "docx"))
    build_guides([(item, item.channel) for item in items], tmp_path, options)
    (tmp_path / "manifest.json").unlink()
    run = verify_guides([tmp_path], [attrs.evolve(item, id=f"new-{item.id}") for item in reversed(items)])

    assert run.passed
    assert {guide.item_id for guide in run.guides} == {"new-首次注册", "new-变更注册"}
