"""One module per data format; turns bytes into items and back."""

from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats.read import FORMATS, Reading, iter_source, read_source

__all__ = ["FORMATS", "Cell", "ReadOptions", "Reading", "Record", "iter_source", "read_source"]
