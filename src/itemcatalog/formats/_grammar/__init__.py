"""The grammars of what offices write into cells: text → a part of the model, or "not understood". One each."""

from itemcatalog.formats._grammar._citation import parse_citation, parse_citations, split_citations
from itemcatalog.formats._grammar._code import CodeCell, parse_code_cell
from itemcatalog.formats._grammar._date import parse_date
from itemcatalog.formats._grammar._limit import parse_limit
from itemcatalog.formats._grammar._limit_words import EXCLUDES
from itemcatalog.formats._grammar._list import remark_below, split_list, split_words
from itemcatalog.formats._grammar._money import parse_amount, parse_count, parse_money
from itemcatalog.formats._grammar._phone import parse_contact, parse_phones
from itemcatalog.formats._grammar._plain import BLANKS, plain
from itemcatalog.formats._grammar._step import parse_procedure, parse_special_procedure, split_steps
from itemcatalog.formats._grammar._unit import unit_of_header, unit_of_text
from itemcatalog.formats._grammar._visit import parse_visits, visits_by_way
from itemcatalog.formats._grammar._yes_no import parse_charged, parse_courier, parse_yes_no

__all__ = [
    "BLANKS",
    "EXCLUDES",
    "CodeCell",
    "parse_amount",
    "parse_charged",
    "parse_citation",
    "parse_citations",
    "parse_code_cell",
    "parse_contact",
    "parse_count",
    "parse_courier",
    "parse_date",
    "parse_limit",
    "parse_money",
    "parse_phones",
    "parse_procedure",
    "parse_special_procedure",
    "parse_visits",
    "parse_yes_no",
    "plain",
    "remark_below",
    "split_citations",
    "split_list",
    "split_steps",
    "split_words",
    "unit_of_header",
    "unit_of_text",
    "visits_by_way",
]
