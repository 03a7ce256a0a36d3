"""Agreement of two fields, aligned sets, character differences; groups of replicas and peers."""

from itemcatalog.comparison._agreement import Agreement, Change, EntryDifference, worst
from itemcatalog.comparison._fields import FIELDS, OF_THE_PLAN, SPECS, FieldSpec, PeerDuty, may_differ
from itemcatalog.comparison._groups import (
    ComparedField,
    ComparedGroup,
    FieldValue,
    Proposal,
    Relation,
    between,
    compare_members,
    in_words_of,
    names_another,
)
from itemcatalog.comparison._lacking import with_lacking
from itemcatalog.comparison._limits import compare_limits
from itemcatalog.comparison._members import Member, members_of
from itemcatalog.comparison._show import show_value
from itemcatalog.comparison._texts import compare_texts, diff, format_key, meaning_key, similarity
from itemcatalog.comparison._words import AGREEMENTS, GROUNDS

__all__ = [
    "AGREEMENTS",
    "FIELDS",
    "GROUNDS",
    "OF_THE_PLAN",
    "SPECS",
    "Agreement",
    "Change",
    "ComparedField",
    "ComparedGroup",
    "EntryDifference",
    "FieldSpec",
    "FieldValue",
    "Member",
    "PeerDuty",
    "Proposal",
    "Relation",
    "between",
    "compare_limits",
    "compare_members",
    "compare_texts",
    "diff",
    "format_key",
    "in_words_of",
    "may_differ",
    "meaning_key",
    "members_of",
    "names_another",
    "show_value",
    "similarity",
    "with_lacking",
    "worst",
]
