"""指南栏目: a guide profile and an item make the ordered sections of a guide, before it has any form."""

from itemcatalog.sections._blocks import Block, Cell, Flow, FlowStep, Grid, Listing, Pairs, Paragraphs
from itemcatalog.sections._build import build_sections
from itemcatalog.sections._fees import fee_standard
from itemcatalog.sections._hash import item_hash
from itemcatalog.sections._identity import best_code
from itemcatalog.sections._model import GuideSections, Section, State
from itemcatalog.sections._profile import DEFAULT_PROFILE, DocumentLook, Profile, SectionSpec, load_profile
from itemcatalog.sections._titles import guide_name

__all__ = [
    "DEFAULT_PROFILE",
    "Block",
    "Cell",
    "DocumentLook",
    "Flow",
    "FlowStep",
    "Grid",
    "GuideSections",
    "Listing",
    "Pairs",
    "Paragraphs",
    "Profile",
    "Section",
    "SectionSpec",
    "State",
    "best_code",
    "build_sections",
    "fee_standard",
    "guide_name",
    "item_hash",
    "load_profile",
]
