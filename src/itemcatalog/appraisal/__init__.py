"""The yearly appraisal: every number of a plan with its numerator, its denominator and its list."""

from itemcatalog.appraisal._evidence import Entry, EvidenceItem
from itemcatalog.appraisal._figures import ALL, Figure, Measured, Row, State, UnitKey
from itemcatalog.appraisal._formulas import FORMULAS
from itemcatalog.appraisal._indicator import Indicator, Target, read_indicators
from itemcatalog.appraisal._outputs import write_outputs
from itemcatalog.appraisal._plain import appraisal_dict
from itemcatalog.appraisal._result import Result
from itemcatalog.appraisal._run import Appraisal, Beside, run_appraisal
from itemcatalog.appraisal._scores import Part, Scheme, UnitScore
from itemcatalog.appraisal._whatif import Proposal
from itemcatalog.appraisal._words import summary_rows

__all__ = [
    "ALL",
    "FORMULAS",
    "Appraisal",
    "Beside",
    "Entry",
    "EvidenceItem",
    "Figure",
    "Indicator",
    "Measured",
    "Part",
    "Proposal",
    "Result",
    "Row",
    "Scheme",
    "State",
    "Target",
    "UnitKey",
    "UnitScore",
    "appraisal_dict",
    "read_indicators",
    "run_appraisal",
    "summary_rows",
    "write_outputs",
]
