"""文件: guarded bytes in, and the one atomic writer out. Nothing else of the library opens a file of a user."""

from itemcatalog.files._decode import BadBytes, Decoded, decode
from itemcatalog.files._limits import Limits, limits
from itemcatalog.files._read import read_bytes, sha256
from itemcatalog.files._write import replacing, sweep, write_bytes, write_text
from itemcatalog.files._zip import Archive, open_archive

__all__ = [
    "Archive",
    "BadBytes",
    "Decoded",
    "Limits",
    "decode",
    "limits",
    "open_archive",
    "read_bytes",
    "replacing",
    "sha256",
    "sweep",
    "write_bytes",
    "write_text",
]
