"""中文文本: one place that says when two texts are the same characters (LIBRARIES findings 11 and 12, S17, S25)."""

from itemcatalog.text._anomalies import Anomaly, AnomalyKind, anomalies, is_plain
from itemcatalog.text._clean import clean
from itemcatalog.text._cut import seems_cut
from itemcatalog.text._normal import NormalText, normalise
from itemcatalog.text._numbers import chinese_number, digits
from itemcatalog.text._slug import slug

__all__ = [
    "Anomaly",
    "AnomalyKind",
    "NormalText",
    "anomalies",
    "chinese_number",
    "clean",
    "digits",
    "is_plain",
    "normalise",
    "seems_cut",
    "slug",
]
