"""办事指南: builds the standard guides of a catalogue, and proves that published ones say what the data says."""

from itemcatalog.guides._batch import INDEX, build_guides
from itemcatalog.guides._deviation import Deviation, Kind, VerifiedGuide, VerifyRun
from itemcatalog.guides._manifest import MANIFEST, Changes, Entry, GuideFile, Manifest, changed_since, read_manifest
from itemcatalog.guides._run import FORMATS, Failure, GuideOptions, GuideRun, Held
from itemcatalog.guides._verify import guide_files, verify_guides
from itemcatalog.guides._workspace import CHANGED, build_workspace_guides

__all__ = [
    "CHANGED",
    "FORMATS",
    "INDEX",
    "MANIFEST",
    "Changes",
    "Deviation",
    "Entry",
    "Failure",
    "GuideFile",
    "GuideOptions",
    "GuideRun",
    "Held",
    "Kind",
    "Manifest",
    "VerifiedGuide",
    "VerifyRun",
    "build_guides",
    "build_workspace_guides",
    "changed_since",
    "guide_files",
    "read_manifest",
    "verify_guides",
]
