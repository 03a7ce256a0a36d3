"""Running the rules: from a workspace to a report, and from a report to files."""

from itemcatalog.audit._baseline import baseline_fingerprints
from itemcatalog.audit._outputs import FORMATS, check_formats, write_outputs
from itemcatalog.audit._plain import github as github_commands
from itemcatalog.audit._report import InputFile, NotChecked, Report, RuleTally, Tally
from itemcatalog.audit._rule_pages import rule_dict, rule_page
from itemcatalog.audit._run import run_audit
from itemcatalog.audit._standardise import Standardised, run_standardise, standard_catalogue, write_standard
from itemcatalog.audit._validate import Validation, validate_files

__all__ = [
    "FORMATS",
    "InputFile",
    "NotChecked",
    "Report",
    "RuleTally",
    "Standardised",
    "Tally",
    "Validation",
    "baseline_fingerprints",
    "check_formats",
    "github_commands",
    "rule_dict",
    "rule_page",
    "run_audit",
    "run_standardise",
    "standard_catalogue",
    "validate_files",
    "write_outputs",
    "write_standard",
]
