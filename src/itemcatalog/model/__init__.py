"""The nouns of the catalogue: frozen attrs classes without any input or output."""

# fmt: off
from itemcatalog.model.catalogue import CHANNEL_KINDS, Catalogue, Channel, Source
from itemcatalog.model.item import KINDS, RUNTIME_FIELDS, Item
from itemcatalog.model.limits import UNITS, Limit, LimitState, exact
from itemcatalog.model.parts import (
    Authority,
    Codes,
    Condition,
    Joint,
    LegalBasis,
    Material,
    Question,
    Situation,
    SpecialProcedure,
    Step,
    Theme,
)
from itemcatalog.model.paths import empty, field_paths, value_at
from itemcatalog.model.records import (
    RECORD_KINDS,
    AppService,
    Case,
    Evidence,
    LicenceRecord,
    ProjectReport,
    Publication,
    RecordSource,
    SystemFault,
)
from itemcatalog.model.service import (
    UNCOMMITTED,
    Contact,
    Document,
    Fee,
    Fees,
    FeeTier,
    Online,
    Phone,
    ServicePlace,
    ServiceResult,
    Visits,
    Window,
)
from itemcatalog.model.tables import Certificate, CodePair, Decision, Organisation, Waiver

__all__ = [
    "CHANNEL_KINDS", "KINDS", "RECORD_KINDS", "RUNTIME_FIELDS", "UNCOMMITTED", "UNITS", "AppService", "Authority",
    "Case", "Catalogue", "Certificate", "Channel", "CodePair", "Codes", "Condition", "Contact", "Decision", "Document",
    "Evidence", "Fee", "FeeTier", "Fees", "Item", "Joint", "LegalBasis", "LicenceRecord", "Limit", "LimitState",
    "Material", "Online", "Organisation", "Phone", "ProjectReport", "Publication", "Question", "RecordSource",
    "ServicePlace", "ServiceResult", "Situation", "Source", "SpecialProcedure", "Step", "SystemFault", "Theme",
    "Visits", "Waiver", "Window", "empty", "exact", "field_paths", "value_at",
]
