"""办事指南: builds the standard guides of a catalogue, and proves that published ones say what the data says."""

from itemcatalog.guides._batch import INDEX, build_guides
from itemcatalog.guides._manifest import MANIFEST, Changes, Entry, GuideFile, Manifest, changed_since, read_manifest
from itemcatalog.guides._run import FORMATS, Failure, GuideOptions, GuideRun, Held

__all__ = [
    "FORMATS",
    "INDEX",
    "MANIFEST",
    "Changes",
    "Entry",
    "Failure",
    "GuideFile",
    "GuideOptions",
    "GuideRun",
    "Held",
    "Manifest",
    "build_guides",
    "changed_since",
    "read_manifest",
]
