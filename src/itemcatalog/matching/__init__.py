"""名称匹配: the same item under another name: slots, verdicts with reasons, candidates, groups."""

from itemcatalog.matching._compare import compare_names
from itemcatalog.matching._decisions import Decision, decision_of
from itemcatalog.matching._entries import CatalogueItem, Entry, entry_of, full_name, main_name, unit_of
from itemcatalog.matching._find import Candidate, Finder, find
from itemcatalog.matching._groups import Group, Grouping, GroupMember, GroupRelation, group_entries
from itemcatalog.matching._learn import LearntSynonym, learn_qualifiers, learn_synonyms
from itemcatalog.matching._lexicon import Lexicon, default_lexicon
from itemcatalog.matching._nearest import Nearest, nearest
from itemcatalog.matching._pairs import PairVerdict, match_entries
from itemcatalog.matching._reasons import NameComparison, Reason, Verdict
from itemcatalog.matching._slots import NormalName, Slots, normal_name, read
from itemcatalog.matching._standard import ListedName
from itemcatalog.matching._terms import Term, read_terms

__all__ = [
    "Candidate",
    "CatalogueItem",
    "Decision",
    "Entry",
    "Finder",
    "Group",
    "GroupMember",
    "GroupRelation",
    "Grouping",
    "LearntSynonym",
    "Lexicon",
    "ListedName",
    "NameComparison",
    "Nearest",
    "NormalName",
    "PairVerdict",
    "Reason",
    "Slots",
    "Term",
    "Verdict",
    "compare_names",
    "decision_of",
    "default_lexicon",
    "entry_of",
    "find",
    "full_name",
    "group_entries",
    "learn_qualifiers",
    "learn_synonyms",
    "main_name",
    "match_entries",
    "nearest",
    "normal_name",
    "read",
    "read_terms",
    "unit_of",
]
