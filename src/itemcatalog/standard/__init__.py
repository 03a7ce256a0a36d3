"""Which value should stand, why, and what each channel must change."""

from itemcatalog.standard._corrections import (
    Correction,
    Question,
    corrected_items,
    corrections_of,
    questions_of,
    standard_items,
)
from itemcatalog.standard._grounds import Ground
from itemcatalog.standard._presence import WORDS as PRESENCE_WORDS
from itemcatalog.standard._presence import Coverage, Presence, PresenceRow, presence_of
from itemcatalog.standard._propose import propose
from itemcatalog.standard._write_back import CorrectedFile, write_back

__all__ = [
    "PRESENCE_WORDS",
    "CorrectedFile",
    "Correction",
    "Coverage",
    "Ground",
    "Presence",
    "PresenceRow",
    "Question",
    "corrected_items",
    "corrections_of",
    "presence_of",
    "propose",
    "questions_of",
    "standard_items",
    "write_back",
]
