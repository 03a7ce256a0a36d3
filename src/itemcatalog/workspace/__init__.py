"""A workspace: which channels there are, by which policy they are judged, which lists belong to them."""

from itemcatalog.workspace._catalogue import UNREADABLE, read_catalogue, unreadable
from itemcatalog.workspace._lists import Lists, read_lists
from itemcatalog.workspace._model import ChannelSource, GuideOptions, RuleOptions, Workspace
from itemcatalog.workspace._read import FILE_NAME, read_workspace
from itemcatalog.workspace._terms import read_terms

__all__ = [
    "FILE_NAME",
    "UNREADABLE",
    "ChannelSource",
    "GuideOptions",
    "Lists",
    "RuleOptions",
    "Workspace",
    "read_catalogue",
    "read_lists",
    "read_terms",
    "read_workspace",
    "unreadable",
]
