"""名称匹配: the same item under another name: slots, verdicts with reasons, candidates, groups."""

from itemcatalog.matching._compare import compare_names
from itemcatalog.matching._entries import CatalogueItem, Entry, entry_of, full_name
from itemcatalog.matching._lexicon import Lexicon, Term, default_lexicon, read_terms
from itemcatalog.matching._pairs import PairVerdict, match_entries
from itemcatalog.matching._reasons import NameComparison, Reason, Verdict
from itemcatalog.matching._slots import NormalName, Slots, normal_name, read

__all__ = [
    "CatalogueItem",
    "Entry",
    "Lexicon",
    "NameComparison",
    "NormalName",
    "PairVerdict",
    "Reason",
    "Slots",
    "Term",
    "Verdict",
    "compare_names",
    "default_lexicon",
    "entry_of",
    "full_name",
    "match_entries",
    "normal_name",
    "read",
    "read_terms",
]
