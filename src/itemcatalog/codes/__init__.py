"""What numbers mean: item codes, credit codes, divisions, working days, code lists, laws."""

from __future__ import annotations

from itemcatalog.codes._clean import hyphenless as code_key
from itemcatalog.codes._model import UNRECOGNISED, ItemCode, Segment, Verdict, code_as_dict
from itemcatalog.codes._parse import parse_code
from itemcatalog.codes._repair import suggest_credit_code
from itemcatalog.codes._tables import Entry
from itemcatalog.codes.calendar import (
    Calendar,
    add_working_days,
    is_working_day,
    official_calendar,
    working_days_between,
)
from itemcatalog.codes.crosschecks import CrossCheck, check_against, check_division_date, types_in
from itemcatalog.codes.divisions import Division, area_codes, division, division_called, divisions_named, place_names
from itemcatalog.codes.laws import LawEntry, find_law, law_titles_like
from itemcatalog.codes.lists import list_names, list_values, lookup
from itemcatalog.codes.schemes import SCHEMES, Scheme, SchemeSet

__all__ = [
    "SCHEMES",
    "UNRECOGNISED",
    "Calendar",
    "CrossCheck",
    "Division",
    "Entry",
    "ItemCode",
    "LawEntry",
    "Scheme",
    "SchemeSet",
    "Segment",
    "Verdict",
    "add_working_days",
    "area_codes",
    "check_against",
    "check_division_date",
    "code_as_dict",
    "code_key",
    "division",
    "division_called",
    "divisions_named",
    "find_law",
    "is_working_day",
    "law_titles_like",
    "list_names",
    "list_values",
    "lookup",
    "official_calendar",
    "parse_code",
    "place_names",
    "suggest_credit_code",
    "types_in",
    "working_days_between",
]
