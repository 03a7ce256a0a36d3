"""文件: guarded bytes in, and the one atomic writer out. Nothing else of the library opens a file of a user.

Here too is the one pool of processes for work on very many of them.
"""

from itemcatalog.files._decode import BadBytes, Decoded, decode
from itemcatalog.files._limits import Limits, limits
from itemcatalog.files._processes import processors, spread
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
    "processors",
    "read_bytes",
    "replacing",
    "sha256",
    "spread",
    "sweep",
    "write_bytes",
    "write_text",
]
