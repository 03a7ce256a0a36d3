"""Pages made to harm: bounded in depth, size, spans and time, and never a traceback."""

from __future__ import annotations

import io
import random
import zipfile

import pytest

from guide_samples import full_item
from itemcatalog.errors import SourceError
from itemcatalog.findings import Fault
from itemcatalog.formats import ReadOptions, docx_, html_
from itemcatalog.formats._page_html import PAGE_BYTES
from itemcatalog.model import Item, Source
from itemcatalog.render.guide import render_docx, render_html
from itemcatalog.sections import build_sections, load_profile

STANDARD = load_profile("standard-2016")
GUIDE = build_sections(full_item(), STANDARD)
PAIR = "<table><tr><td>事项名称</td><td>取水许可</td></tr></table>"


def html(data: bytes) -> list[Item | Fault | Source]:
    """Read a page."""
    return list(html_.read(data, "page", ReadOptions()))


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "ul><li", "dl><dd", "span", "b", "a", "blockquote"])
def test_deep_nesting_is_bounded(tag: str) -> None:
    """A hundred thousand open elements are read to the depth that is allowed, without a recursion error."""
    assert isinstance(html((f"<{tag}>" * 100_000).encode() + PAIR.encode())[-1], Source)


def test_a_huge_page_is_refused_by_its_size() -> None:
    """A page above the limit is our read error, which names the limit."""
    with pytest.raises(SourceError, match=str(PAGE_BYTES)):
        html(b"<p>" + b"x" * PAGE_BYTES)


def test_spans_do_not_multiply() -> None:
    """A cell that claims a million rows and columns does not fill memory."""
    page = (
        "<table>"
        + "<tr><td rowspan=65000 colspan=1000>x</td><td rowspan=0 colspan=99999>y</td></tr>" * 300
        + "</table>"
    )

    assert isinstance(html(page.encode())[-1], Source)


@pytest.mark.parametrize(
    "page",
    [
        b'<!DOCTYPE html [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><p>&b;</p>',
        b'<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/passwd"><html><p>&x;</p></html>',
        b"<html><script>while(1);</script><img src=x onerror=alert(1)><p>x</p></html>",
        b"<html>\x00\x00\x0b<p>\xff\xfe\xed\xa0\x80</p></html>",
        b"<",
        b"<html",
        b"<!-- " * 1000,
        b"\xef\xbb\xbf<html></html>",
    ],
)
def test_odd_pages_are_read_or_refused(page: bytes) -> None:
    """Entities, scripts, broken bytes and fragments: read as text or refused, nothing else."""
    try:
        found = html(page)
    except SourceError:
        return
    assert isinstance(found[-1], Source)


def test_entities_are_not_fetched() -> None:
    """An outside entity never reaches an item."""
    page = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>' + PAIR.replace("取水许可", "&e;").encode()

    assert "取水" not in str(html(page)[0])


def test_a_damaged_page_is_never_a_traceback() -> None:
    """Seeded damage of a page of ours: cut anywhere, bytes turned."""
    data, dice = render_html(GUIDE), random.Random(7)
    for _ in range(60):
        broken = bytearray(data[: dice.randrange(len(data))])
        for _ in range(dice.randrange(20)):
            if broken:
                broken[dice.randrange(len(broken))] = dice.randrange(256)
        try:
            assert isinstance(html(bytes(broken))[-1], Source)
        except SourceError:
            continue


def test_a_damaged_document_is_never_a_traceback() -> None:
    """Seeded damage of a Word guide: our read error or a reading."""
    data, dice = render_docx(GUIDE, STANDARD.document), random.Random(7)
    for _ in range(80):
        broken = bytearray(data)
        for _ in range(dice.randrange(1, 12)):
            broken[dice.randrange(len(broken))] = dice.randrange(256)
        try:
            list(
                docx_.read(
                    bytes(broken[: dice.randrange(len(broken))] if dice.random() < 0.3 else broken), "d", ReadOptions()
                )
            )
        except SourceError:
            continue


def word(document: bytes) -> bytes:
    """Return a Word file with this main part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return out.getvalue()


W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


@pytest.mark.parametrize(
    "document",
    [
        b'<!DOCTYPE x [<!ENTITY a "b">]><w:document ' + W + b"/>",
        b"<w:document",
        b"<w:document " + W + b">" + b"<w:p>" * 5000,
        b"",
    ],
)
def test_a_hostile_document_is_refused(document: bytes) -> None:
    """A DOCTYPE, no XML, and depth without end are our read error."""
    with pytest.raises(SourceError):
        list(docx_.read(word(document), "d", ReadOptions()))


def test_a_document_without_body_is_no_guide() -> None:
    """A document that holds nothing says that it is none."""
    found = list(docx_.read(word(b"<w:document " + W + b"/>"), "d", ReadOptions()))

    assert [one.kind for one in found if isinstance(one, Fault)] == ["document-not-guide"]
