"""What a file is, told by its content (格式识别); its name is only a hint."""

from __future__ import annotations

import re

from itemcatalog.errors import SourceError
from itemcatalog.files import decode, open_archive

__all__ = ["sniff"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 4096
_WORD = "WordDocument".encode("utf-16-le")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|table|meta|div|title|script|style|tr|form|frameset)\b", re.IGNORECASE
)
_LEADING = re.compile(r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*", re.DOTALL)
_LINES = re.compile(r"\s*\{[^\n]*\}[ \t\r]*\n\s*\{")
_REFUSED = (
    (b"%PDF", "PDF 文件不能直接读取，请提交原表或网页"),
    (b"\x1f\x8b", "gzip 压缩文件，请先解压"),
    (b"Rar!", "RAR 压缩文件，请先解压"),
    (b"7z\xbc\xaf", "7z 压缩文件，请先解压"),
    (b"\x89PNG", "图片不能读取"),
    (b"\xff\xd8\xff", "图片不能读取"),
    (b"GIF8", "图片不能读取"),
    (b"II*\x00", "图片不能读取"),
    (b"MM\x00*", "图片不能读取"),
    (b"{\\rtf", "这是 RTF 文档，请另存为 .docx"),
    (b"From: <Saved by", "这是单个文件网页（.mht），请另存为网页（.html）"),
    (b"MIME-Version:", "这是单个文件网页（.mht），请另存为网页（.html）"),
)
_IN_ARCHIVE = (
    ("xl/workbook.xml", "xlsx"),
    ("xl/workbook.bin", "xlsx"),
    ("word/document.xml", "docx"),
    ("content.xml", "xlsx"),
)


def sniff(data: bytes, path: str) -> str:
    """Return ``xlsx`` (any workbook), ``docx``, ``html``, ``xml``, ``json``, ``jsonl`` or ``csv``.

    Raises ``SourceError`` for an empty file and for what cannot be read (PDF, .doc, archives, pictures).
    """
    if not data.strip(b"\x00\r\n\t \xef\xbb\xbf"):
        raise SourceError("文件是空的", path=path)
    for mark, words in _REFUSED:
        if data.startswith(mark):
            raise SourceError(words, path=path)
    if data.startswith(b"PK"):
        return _archive(data, path)
    if data.startswith(_OLE):
        return _compound(data, path)
    return _text(data, path)


def _archive(data: bytes, path: str) -> str:
    names = open_archive(data, path).names
    for member, found in _IN_ARCHIVE:
        if member in names:
            return found
    raise SourceError("压缩包不是工作簿也不是文档，请先解压", path=path)


def _compound(data: bytes, path: str) -> str:
    if _ENCRYPTED in data:
        raise SourceError("文件已加密，请先去掉密码再提交", path=path)
    if _WORD in data:
        raise SourceError("这是旧版 Word 文档（.doc/.wps），请另存为 .docx", path=path)
    return "xlsx"


def _text(data: bytes, path: str) -> str:
    head = decode(data[:_HEAD]).text.lstrip("\ufeff \t\r\n")
    if head.startswith("<"):
        return _markup(head, path)
    if head.startswith("["):
        return "json"
    if head.startswith("{"):
        return "jsonl" if _LINES.match(decode(data[: _HEAD * 256]).text.lstrip("\ufeff")) else "json"
    if b"\x00" in data[:_HEAD] and not head.isprintable() and "\x00" in head:
        raise SourceError("无法识别的文件格式", path=path)
    return "csv"


def _markup(head: str, path: str) -> str:
    start = _LEADING.match(head)
    root = head[start.end() :] if start is not None else head
    if _HTML.match(root):
        return "html"
    if "urn:schemas-microsoft-com:office:spreadsheet" in head:
        raise SourceError("这是 Excel 2003 的 XML 表格，请另存为 .xlsx", path=path)
    return "xml" if head.startswith(("<?xml", "<")) and not head.startswith("<<") else "csv"
