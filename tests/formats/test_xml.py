"""XML: our own items, foreign documents, and hostile ones."""

from __future__ import annotations

import builtins
import gzip
import socket
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.errors import SourceError
from itemcatalog.findings import NOWHERE, Fault
from itemcatalog.formats import xml_
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._safe_xml import DEEPEST, parse_xml
from itemcatalog.model import Item, Source
from strategies import items


def _read(data: bytes | str, **options: Any) -> tuple[list[Item], list[Fault], Source]:
    raw = data.encode() if isinstance(data, str) else data
    out = list(xml_.read(raw, "portal.xml", ReadOptions(channel="portal", **options)))
    (source,) = (one for one in out if isinstance(one, Source))
    return [one for one in out if isinstance(one, Item)], [one for one in out if isinstance(one, Fault)], source


@given(st.lists(items(), max_size=3))
def test_what_is_written_reads_back(written: list[Item]) -> None:
    """read(write(x)) = x; the same items give the same bytes."""
    data = xml_.write(written)
    read, faults, source = _read(data)

    assert [attrs.evolve(one, channel="", id="", place=NOWHERE) for one in read] == written
    assert {fault.kind for fault in faults} <= {"limit-unclear", "text-cut"}
    assert (data, len(written)) == (xml_.write(read), source.items)


def test_characters_that_xml_cannot_hold_are_shown() -> None:
    """A control character becomes U+FFFD; a carriage return survives."""
    (item,), _, _ = _read(xml_.write([Item(name="甲\x00乙", scope="丙\r\n丁", extra={"\x01": "\x02"})]))

    assert (item.name, item.scope, item.extra) == ("甲\ufffd乙", "丙\r\n丁", {"\ufffd": "\ufffd"})


def test_a_value_of_the_wrong_form_is_reported_with_its_element() -> None:
    """A count that is no number is taken out; an unknown element is kept."""
    entry = "<entry><name>乙</name><copies>若干</copies></entry>"
    text = f"<items><item><name>甲</name><materials>{entry}</materials><新>丙</新></item></items>"
    (item,), faults, source = _read(text)

    assert (item.materials[0].copies, item.extra) == (None, {"materials[0].copies": "若干", "新": "丙"})
    assert [(fault.kind, fault.place.cell) for fault in faults] == [
        ("unknown-field", "item[1]/新"),
        ("wrong-shape", "item[1]/materials/0/copies"),
    ]
    assert frozenset({"name", "materials", "materials.name", "materials.copies"}) == source.provides


@pytest.mark.parametrize("codec", ["utf-8", "gb2312", "gbk", "gb18030", "utf-16", "utf-8-sig"])
def test_every_declared_encoding_is_read(codec: str) -> None:
    """The declared encoding, GB by its superset, and byte order marks."""
    declared = "utf-8" if codec.startswith("utf-8") else codec
    text = (
        f'<?xml version="1.0" encoding="{declared}"?>\n<!-- 注 -->\n<items><item><name>设立许可</name></item></items>'
    )

    assert _read(text.encode(codec))[0][0].name == "设立许可"


def test_foreign_elements_are_read_by_their_names() -> None:
    """Chinese element names and attributes, lists in wrappers, and what no field takes."""
    text = """<数据><事项列表>
      <事项 编号="1"><事项名称>甲</事项名称><承诺办结时限>5个工作日</承诺办结时限>
        <申请材料>1.乙证；2.丙表</申请材料><怪>丁</怪></事项>
      <事项><事项名称>戊</事项名称></事项>
    </事项列表></数据>"""
    read, faults, source = _read(text)

    assert ([item.name for item in read], faults, source.items) == (["甲", "戊"], [], 2)
    assert (
        str(read[0].promised_limit), [one.name for one in read[0].materials], read[0].extra["怪"],
    ) == ("5个工作日", ["乙证", "丙表"], "丁")  # fmt: skip
    assert "/数据" in (read[0].place.cell or "")


def test_foreign_elements_are_mapped_by_dotted_paths() -> None:
    """``[channel.columns]`` reaches into nested elements."""
    text = "<r><s><t><n>甲</n></t><d><x>乙</x><x>丙</x></d></s><s><t><n>丁</n></t></s></r>"
    read, _, _ = _read(text, columns={"t.n": "name", "d": "materials"})

    assert [(item.name, [one.name for one in item.materials]) for item in read] == [("甲", ["乙", "丙"]), ("丁", [])]


HOSTILE = [
    '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/hostname">]><r>&x;</r>',
    '<!DOCTYPE r SYSTEM "http://127.0.0.1:9/evil.dtd"><r/>',
    '<!DOCTYPE r PUBLIC "-//x" "http://127.0.0.1:9/evil.dtd"><r/>',
    '<!DOCTYPE r [<!ENTITY % p SYSTEM "file:///etc/hostname"> %p;]><r/>',
    '<?xml version="1.0"?><!-- x --><!DOCTYPE r [<!ENTITY a "aaaa">]><r>&a;</r>',
    "<!DOCTYPE r ["
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x" * 10}">' for n in range(10))
    + "]><r>&e9;</r>",
    "<!DOCTYPE html><html/>",
    "\ufeff  \n<!DOCTYPE r><r/>",
    '<?xml-stylesheet href="file:///etc/hostname"?><!DOCTYPE r><r/>',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_doctype_is_refused_and_nothing_is_opened(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """External entities, parameter entities, entity bombs: one error, no file and no socket (S1, S2)."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(builtins, "open", refuse)
    monkeypatch.setattr(socket, "socket", refuse)
    with pytest.raises(SourceError, match="DOCTYPE"):
        parse_xml(text.encode(), "portal.xml")


@pytest.mark.parametrize(
    "data",
    [
        b"<r>&undefined;</r>",
        b"<r><a></r>",
        b"<r/><r/>",
        b"<r>\x00</r>",
        b"<r a='1' a='2'/>",
        b"",
        b"<",
        gzip.compress(b"<r/>"),
        b'<?xml version="1.0" encoding="no-such"?><r/>',
        b'<?xml version="1.0" encoding="utf-8"?><r>\xff</r>',
        b"<a>" * (DEEPEST + 1) + b"</a>" * (DEEPEST + 1),
        b"<a>" * 100_000,
        b"<r>" + b"x" * 11_000_000 + b"</r>",
    ],
    ids=range(13),
)
def test_damaged_and_excessive_texts_are_our_error(data: bytes) -> None:
    """Never another exception, never inflated, never huge (S2, S3)."""
    with pytest.raises(SourceError) as caught:
        list(xml_.read(data, "portal.xml", ReadOptions()))

    assert "portal.xml" in str(caught.value)


def test_an_include_is_only_an_element() -> None:
    """XInclude is not followed (S4)."""
    include = '<xi:include href="file:///etc/hostname"/>'
    text = f'<r xmlns:xi="http://www.w3.org/2001/XInclude"><s><事项名称>甲</事项名称>{include}</s></r>'
    read, _, _ = _read(text)

    assert [item.extra for item in read] == [{"include": {"href": "file:///etc/hostname"}}]


def test_every_truncation_is_our_error() -> None:
    """A file cut anywhere is told."""
    data = xml_.write([Item(name="设立许可")])
    for end in range(len(data) - 2):
        with pytest.raises(SourceError):
            list(xml_.read(data[:end], "a.xml", ReadOptions()))


@given(st.binary(max_size=80), st.integers(0, 150))
def test_damaged_bytes_give_items_or_our_error(noise: bytes, at: int) -> None:
    """Noise anywhere: no other exception."""
    data = xml_.write([Item(name="设立许可")])
    try:
        read, _, _ = _read(data[:at] + noise + data[at:])
    except SourceError:
        return
    assert all(isinstance(item, Item) for item in read)
