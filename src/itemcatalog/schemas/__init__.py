"""数据规范: the JSON Schemas (2020-12) of the library as one immutable registry, with faults worded for people."""

from itemcatalog.schemas._faults import SchemaFault, faults
from itemcatalog.schemas._registry import DEEPEST, NAMES, is_valid, schema

__all__ = ["DEEPEST", "NAMES", "SchemaFault", "faults", "is_valid", "schema"]
