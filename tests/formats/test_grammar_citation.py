"""The grammar of legal citations."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.formats._grammar import parse_citations

CASES = [
    (
        "《中华人民共和国行政许可法》（2003年8月27日中华人民共和国主席令第7号）第十二条",
        [("中华人民共和国行政许可法", "中华人民共和国主席令第7号", "第十二条", None)],
    ),
    (
        "《甲法》第十二条第一款第（二）项、《乙条例》（国务院令第412号）第三条；《丙办法》",
        [
            ("甲法", None, "第十二条第一款第（二）项", None),
            ("乙条例", "国务院令第412号", "第三条", None),
            ("丙办法", None, None, None),
        ],
    ),
    (
        "《国务院关于印发〈甲规定〉的通知》（国发〔2016〕66号）",
        [("国务院关于印发〈甲规定〉的通知", "国发〔2016〕66号", None, None)],
    ),
    (
        "1.《甲法》第三条：公民应当……。\n2.《乙条例》第四条：依照《甲法》第二条办理。",
        [("甲法", None, "第三条", "公民应当……。"), ("乙条例", None, "第四条", "依照《甲法》第二条办理。")],
    ),
    (
        "《甲法》第三条：第一款内容。\n第二款内容。\n《乙法》第五条：内容",
        [("甲法", None, "第三条", "第一款内容。\n第二款内容。"), ("乙法", None, "第五条", "内容")],
    ),
    (
        "《甲法》第三条规定：甲。《乙条例》第六条规定：乙。",
        [("甲法", None, "第三条", "甲。"), ("乙条例", None, "第六条", "乙。")],
    ),
    (
        "【法律】《甲法》第一条 【行政法规】《乙条例》第二条",
        [("甲法", None, "第一条", None), ("乙条例", None, "第二条", None)],
    ),
    ("国务院令第412号《某决定》第1项", [("某决定", "国务院令第412号", "第1项", None)]),
    ("《甲法》 主席令第57号 第三条", [("甲法", "主席令第57号", "第三条", None)]),
    ("《甲法》第五条；第六条", [("甲法", None, "第五条\n第六条", None)]),
    ("《某通知》闽政办〔2017〕46号", [("某通知", "闽政办〔2017〕46号", None, None)]),
    ("《某决定》（国务院令第412号）附件第86项", [("某决定", "国务院令第412号", "附件第86项", None)]),
    ("《某条例》第八条第（一）、（二）项", [("某条例", None, "第八条第（一）、（二）项", None)]),
    ("《甲法》（2019年4月23日修正）第41条", [("甲法", None, "第41条", None)]),
    ("依据《甲法》和《乙法》的有关规定", [("甲法", None, None, None), ("乙法", None, None, None)]),
    ("中华人民共和国教育法第三条", [(None, None, None, "中华人民共和国教育法第三条")]),
    ("无", [(None, None, None, "无")]),
    ("《没有写完", [(None, None, None, "《没有写完")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_citations(text: str, expected: list[tuple[str | None, ...]]) -> None:
    """Title, document number, article and quoted text are told apart; several laws are several bases."""
    assert expected == [(one.title, one.document_number, one.article, one.text) for one in parse_citations(text)]


def test_the_issuer_and_the_remark_are_kept() -> None:
    """Who issued a document and what else its bracket says is not lost."""
    (issued,) = parse_citations("财政部、国家发展改革委《某通知》（财综〔2012〕97号）")
    (amended,) = parse_citations("《甲法》（2019年4月23日修正）")

    assert issued.issued_by == "财政部、国家发展改革委"
    assert amended.extra == {"备注": "2019年4月23日修正"}


def test_real_citations_keep_their_titles(shared: object) -> None:
    """Every citation drawn from real laws gives the title that stands in it."""
    import json
    from pathlib import Path

    rows = [json.loads(line) for line in Path(f"{shared}/data/laws/citations.jsonl").read_text("utf-8").splitlines()]
    read = [parse_citations(row["raw"])[0].title for row in rows if str(row["raw"]).startswith("《")]
    stated = [row["raw"].split("《", 1)[1].rsplit("》", 1)[0] for row in rows if str(row["raw"]).startswith("《")]

    assert [(title, raw) for title, raw in zip(read, stated, strict=True) if title is None or title not in raw] == []


@given(st.text("《》第一条（）〔〕2017号：。\n甲法", max_size=60))
def test_every_text_gives_at_least_one_basis_or_is_blank(text: str) -> None:
    """Nothing that is written is lost."""
    assert bool(text.strip()) == bool(parse_citations(text))


@pytest.mark.parametrize("unit", ["《", "《甲》", "第一条", "《甲》（", "（", "根据", "《甲法》第一条：。《乙"])
def test_long_cells_do_not_stall(unit: str) -> None:
    """A cell of 50,000 characters is read at once."""
    assert parse_citations(unit * (50_000 // len(unit)))
