"""Where work runs: a task is applied to partitions, and its results come back in the order of the partitions."""

from itemcatalog.engines._choose import ENGINES, Engine, engine
from itemcatalog.engines._side_by_side import side_by_side
from itemcatalog.engines.local import run

__all__ = ["ENGINES", "Engine", "engine", "run", "side_by_side"]
