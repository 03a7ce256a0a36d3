"""A workspace: which channels there are, by which policy they are judged, which lists belong to them."""

from itemcatalog.workspace._catalogue import UNREADABLE, read_catalogue, unreadable
from itemcatalog.workspace._convert import FORMATS_OUT, Conversion, convert
from itemcatalog.workspace._entries import read_entries
from itemcatalog.workspace._lists import Lists, read_lists
from itemcatalog.workspace._model import ChannelSource, GuideOptions, RuleOptions, Workspace
from itemcatalog.workspace._read import FILE_NAME, read_workspace
from itemcatalog.workspace._terms import read_terms

__all__ = [
    "FILE_NAME",
    "FORMATS_OUT",
    "UNREADABLE",
    "ChannelSource",
    "Conversion",
    "GuideOptions",
    "Lists",
    "RuleOptions",
    "Workspace",
    "convert",
    "read_catalogue",
    "read_entries",
    "read_lists",
    "read_terms",
    "read_workspace",
    "unreadable",
]
