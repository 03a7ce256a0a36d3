"""By what name a guide is told from those of its sister items."""

from __future__ import annotations

from itemcatalog.model import Item
from itemcatalog.text import normalise

__all__ = ["guide_name"]

# A name of so few characters (新办, 变更登记) says nothing without its main item.
_BARE = 4


def guide_name(item: Item) -> str:
    """Return the name of an item with what sets it apart: sub-item, business item, its only situation.

    护士执业注册（首次注册） · 食品经营许可新办 where the sub-item says the main item already · 车辆检验（新车·免检）.
    It rests on the item alone, so that no other item ever renames a guide.
    """
    name, apart = item.name, []
    if item.parent_name and len(normalise(name)) <= _BARE and not _says(item.parent_name, name):
        name, apart = item.parent_name, [item.name]
    situation = item.situations[0].name if len(item.situations) == 1 else None
    for part in (item.sub_item, item.handling_item, situation):
        if not part or any(_says(known, part) for known in (name, *apart)):
            continue
        if not apart and _says(part, name):
            name = part
        else:
            apart.append(part)
    return f"{name}（{'·'.join(apart)}）" if apart else name


def _says(text: str, words: str) -> bool:
    return normalise(words) in normalise(text)
