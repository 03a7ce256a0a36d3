"""Two states of a catalogue told apart: 新增 取消 改名 拆分 合并 变更."""

from itemcatalog.changes._compare import compare_states
from itemcatalog.changes._model import CatalogueChange, ChangeKind, Changes, FieldChange
from itemcatalog.changes._outputs import changelog, diff_workbook, write_changes

__all__ = [
    "CatalogueChange",
    "ChangeKind",
    "Changes",
    "FieldChange",
    "changelog",
    "compare_states",
    "diff_workbook",
    "write_changes",
]
