"""From bytes to text in a fixed order, nothing dropped (S24)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from itemcatalog.files import decode

NAMES = "内资企业设立登记\n建设工程规划许可证核发\n机动车驾驶证核发\n"


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (NAMES.encode("utf-8-sig"), "utf-8-sig"),
        (NAMES.encode(), "utf-8"),
        (NAMES.encode("gb18030"), "gb18030"),
        (NAMES.encode("gbk"), "gb18030"),
        (b"\xff\xfe" + NAMES.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + NAMES.encode("utf-16-be"), "utf-16-be"),
        (b"\xff\xfe\0\0" + NAMES.encode("utf-32-le"), "utf-32-le"),
        (("a," + NAMES).encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_the_codec_is_told(data: bytes, codec: str) -> None:
    """BOM, then UTF-8, then GB 18030; the codec is named and the text is whole."""
    found = decode(data)

    assert codec == found.codec
    assert found.text.endswith(NAMES)
    assert found.certain
    assert found.bad == ()


def test_four_byte_characters_of_gb18030() -> None:
    """Rare characters that only GB 18030 has in four bytes are read."""
    found = decode("㛃𠮷䶮注销登记".encode("gb18030"))

    assert (found.text, found.codec) == ("㛃𠮷䶮注销登记", "gb18030")


def test_two_words_of_gbk_are_not_taken_for_another_codec() -> None:
    """A short GBK text is read as GB 18030, not guessed."""
    assert decode("事项名称".encode("gbk")).text == "事项名称"


def test_a_file_of_two_codecs_is_read_line_by_line() -> None:
    """Two exports pasted together: every line by its own codec, and the report says that it is uncertain."""
    data = NAMES.encode() + NAMES.encode("gb18030")

    found = decode(data)

    assert found.text == NAMES * 2
    assert found.codec == "编码不确定（gb18030+utf-8）"
    assert not found.certain


def test_bytes_that_no_codec_reads_are_listed() -> None:
    """A broken byte is shown as U+FFFD and listed with its offset, line and value."""
    good = NAMES.encode()
    data = good + "登记".encode() + b"\xff" + "办理\n".encode() + good

    found = decode(data)

    assert found.text == NAMES + "登记\ufffd办理\n" + NAMES
    assert [(len(good) + 6, 4, "ff")] == [(one.offset, one.line, one.hexadecimal) for one in found.bad]


@pytest.mark.parametrize("data", [b"\xff\xfea", b"\xfe\xff\xd8\x00\x00a"])
def test_broken_utf16_is_listed(data: bytes) -> None:
    """An odd byte or a lone surrogate after a UTF-16 mark is reported, not raised."""
    found = decode(data)

    assert not found.certain
    assert found.bad[0].offset == 2


@given(st.text())
def test_utf8_comes_back(text: str) -> None:
    """What was written in UTF-8 is read as it was."""
    assert text == decode(text.encode(errors="replace")).text or text.startswith("\ufeff") or max(text) >= "\ud800"


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded(data: bytes) -> None:
    """No byte sequence raises, and what could not be read is listed."""
    found = decode(data)

    assert found.certain or found.text or not data
    assert all(0 <= one.offset < len(data) for one in found.bad)


def test_a_character_at_a_chunk_border_is_whole() -> None:
    """A long GB 18030 text has no place where a character is cut in half."""
    text = "政" * 70_001 + "x" + "务" * 70_001

    assert text == decode(text.encode("gb18030")).text
