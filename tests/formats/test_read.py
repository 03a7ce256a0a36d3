"""Reading a source: the format by content, the path as people see it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from itemcatalog.errors import SourceError, UsageError
from itemcatalog.formats import FORMATS, ReadOptions, iter_source, read_source
from itemcatalog.formats._sniff import sniff
from itemcatalog.formats._write_xlsx import write_xlsx
from itemcatalog.model import Item, Source

ITEM = Item(name="甲登记")


def zipped(*names: str) -> bytes:
    """Return a zip file with empty members."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, b"")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (write_xlsx([ITEM]), "xlsx"),
        (zipped("xl/workbook.bin"), "xlsx"),
        (zipped("mimetype", "content.xml"), "xlsx"),
        (zipped("word/document.xml"), "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "xlsx"),
        (b"<html><table>", "html"),
        ("\ufeff\n <!DOCTYPE HTML>".encode(), "html"),
        (b"<table border=1><tr><td>", "html"),
        ("<?xml version='1.0' encoding='gbk'?><!-- 注 --><html>".encode("gbk"), "html"),
        (b"<?xml version='1.0'?><Case><Body/></Case>", "xml"),
        (b'[{"name": "a"}]', "json"),
        (b'{"name": "a"}', "json"),
        (b'{\n  "name": "a"\n}', "json"),
        (b'{"name": "a"}\n{"name": "b"}\n', "jsonl"),
        ("事项名称,实施主体".encode("gb18030"), "csv"),
        ("事项名称".encode("utf-16"), "csv"),
    ],
)
def test_a_file_is_what_it_holds(data: bytes, name: str) -> None:
    """The content tells the format, whatever the name says."""
    assert sniff(data, "a.bin") == name


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "空"),
        (b" \r\n\t", "空"),
        (b"%PDF-1.7", "PDF"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"Rar!\x1a", "RAR"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"From: <Saved by Windows Internet Explorer 8>", ".mht"),
        (b"GIF89a", "图片"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "docx"),
        (zipped("a.txt"), "压缩包"),
        (b"PK\x03\x04", "压缩格式"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", "xlsx"),
        (bytes(range(1, 20)) * 3 + b"\x00\x00", "无法识别"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: bytes, words: str) -> None:
    """A refusal names the kind of file, and the way out where there is one."""
    with pytest.raises(SourceError, match=words):
        sniff(data, "a.bin")


def test_an_extension_is_only_a_hint(tmp_path: Path) -> None:
    """A workbook called .csv is read as a workbook; its path is relative to the root."""
    (tmp_path / "市").mkdir()
    path = tmp_path / "市" / "事项.csv"
    path.write_bytes(write_xlsx([ITEM, Item(name="乙登记")]))
    reading = read_source(path, root=tmp_path, options=ReadOptions(channel="city"))

    assert [(one.name, one.channel, one.place.file) for one in reading.items] == [
        ("甲登记", "city", "市/事项.csv"),
        ("乙登记", "city", "市/事项.csv"),
    ]
    assert [(one.path, one.items) for one in reading.sources] == [("市/事项.csv", 2)]
    assert reading.faults == ()


def test_items_come_one_by_one(tmp_path: Path) -> None:
    """The stream gives items before the source that counts them."""
    path = tmp_path / "a.csv"
    path.write_text("事项名称\n甲登记\n乙登记\n", encoding="utf-8")
    found = list(iter_source(path))

    assert [type(one) for one in found] == [Item, Item, Source]
    assert [one.place.file for one in found if isinstance(one, Item)] == ["a.csv", "a.csv"]


def test_a_stated_format_is_taken_at_its_word(tmp_path: Path) -> None:
    """A workspace may name the format; a name that is none is a wrong call."""
    path = tmp_path / "a.txt"
    path.write_text("事项名称\n甲登记\n", encoding="utf-8")

    assert len(read_source(path, options=ReadOptions(format="csv")).items) == 1
    with pytest.raises(SourceError):
        read_source(path, options=ReadOptions(format="xlsx"))
    with pytest.raises(UsageError, match="xlsx"):
        read_source(path, options=ReadOptions(format="pdf"))


def test_a_path_outside_the_root_is_shown_from_there(tmp_path: Path) -> None:
    """Paths are relative, also upwards."""
    (tmp_path / "w").mkdir()
    (tmp_path / "a.csv").write_text("事项名称\n甲\n", encoding="utf-8")

    assert read_source(tmp_path / "a.csv", root=tmp_path / "w").sources[0].path == "../a.csv"


def test_an_absent_file_is_our_error(tmp_path: Path) -> None:
    """A file that is not there is an input that cannot be read."""
    with pytest.raises(SourceError, match="不存在"):
        read_source(tmp_path / "a.csv", root=tmp_path)


def test_the_table_of_formats_is_explicit() -> None:
    """Every format of a workspace is in the table."""
    assert {"json", "jsonl", "csv", "xlsx", "xls", "xml", "html", "docx"} <= set(FORMATS)
