"""Fujian's provincial exchange (``Case/Body/ServiceInfo``), as the public 平潭 system reads it; both directions.

−1 is 无法定时限; days are 工作日 unless a unit element says ``zrr`` or ``y``; ``Attr`` are materials,
``ServiceSpecial`` special procedures, ``ServiceAccept/ToWinMaxNum`` the visits to a window. Elements that no field
takes are kept in ``extra`` as they nest, and written again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import attrs
from lxml import etree

from itemcatalog.findings import Fault, Place
from itemcatalog.formats._build import build_item
from itemcatalog.formats._exchange import paths_of
from itemcatalog.formats._exchange_cells import instant_days, squeezed
from itemcatalog.formats._faults import ColumnFaults
from itemcatalog.formats._grammar import plain, unit_of_text
from itemcatalog.formats._headers import table
from itemcatalog.formats._record import Cell, ReadOptions, Record
from itemcatalog.formats._shapes import provided_by
from itemcatalog.formats._values import blank, shown
from itemcatalog.formats._xml_plain import line_of
from itemcatalog.model import Item, Source

__all__ = ["SCHEME", "STATES", "read_services", "services_in"]

SCHEME = "fujian-2015"

# The nested elements that are entries of a list field, with the label table of their members.
_ROWS = {"attr": ("materials", "fujian_material"), "servicespecial": ("special_procedures", "fujian_special")}
# Elements whose members belong to the service itself.
_OPENED = frozenset({"serviceaccept", "servicecatarelations"})
_UNITS = {
    "statutory_limit": ("lawlimitunit", "lawlimittype", "lawlimitmethod"),
    "promised_limit": ("promisedayunit", "promisedaytype", "promisedaymethod"),
}
# 事项状态 in the words of this exchange; its others (下放, 涉密事项, 变更) stay as they are.
STATES = {"正常": "在用", "挂起": "暂停"}
_NECESSITY = {"1": "必要", "0": "非必要"}


def services_in(root: etree._Element) -> Iterator[etree._Element]:
    """Yield the ``ServiceInfo`` elements of a document."""
    for node in root.iter():
        if isinstance(node.tag, str) and _tag(node) == "serviceinfo" and len(node):
            yield node


def read_services(
    services: Sequence[etree._Element], file: str, options: ReadOptions, source: Source
) -> Iterator[Item | Fault | Source]:
    """Yield an item for each service, its faults, and last the source with the elements that it carries."""
    columns = ColumnFaults()
    dialect = attrs.evolve(options, scheme=SCHEME)
    provides: set[str] = set()
    unread: dict[str, None] = {}
    for number, service in enumerate(services, 1):
        record = _record(service, Place(file=file, row=line_of(service), cell=f"ServiceInfo[{number}]"))
        provides.update(field for path in paths_of(record) if (field := provided_by(path)) is not None)
        unread |= dict.fromkeys(record.extra)
        item, faults = build_item(record, dialect, file)
        yield item
        yield from columns.take(faults)
    yield from columns.rest()
    carried = options.provides if options.provides is not None else frozenset(provides)
    yield attrs.evolve(source, channel=options.channel, items=len(services), provides=carried, unread=tuple(unread))


def _tag(node: etree._Element) -> str:
    return squeezed(etree.QName(node).localname)


def _name(node: etree._Element) -> str:
    return etree.QName(node).localname


def _record(service: etree._Element, place: Place) -> Record:
    known = {squeezed(label): path for label, path in table("fujian_service").items()}
    cells: dict[str, Cell] = {}
    extra: dict[str, object] = {}
    rows: dict[str, list[Mapping[str, Cell]]] = {}
    for node in _members(service):
        found = _ROWS.get(_tag(node))
        if found is not None and len(node):
            rows.setdefault(found[0], []).append(_row(node, found[1], place))
        else:
            _take(node, known, cells, extra, place)
    for path, names in _UNITS.items():
        _unit(path, names, cells, extra)
        instant_days(cells, path)
    return Record(cells=cells, extra=extra, place=place, rows={field: tuple(found) for field, found in rows.items()})


def _members(service: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements of a service; those that only hold others of the service are opened."""
    for node in service:
        inner = {_tag(child) for child in node}
        if inner and (inner <= set(_ROWS) or inner <= _OPENED or _tag(node) in _OPENED):
            yield from _members(node)
        else:
            yield node


def _take(
    node: etree._Element, known: Mapping[str, str], cells: dict[str, Cell], extra: dict[str, object], place: Place
) -> None:
    path = known.get(_tag(node), "extra")
    value = _kept(node)
    if blank(value):
        return
    if path == "extra" or path in cells or not isinstance(value, str):
        before = extra.get(_name(node))
        extra[_name(node)] = value if before is None else [*(before if isinstance(before, list) else [before]), value]
    elif path != "-":
        cells[path] = _cell(node, STATES.get(value, value) if path == "status" else value, place)


def _cell(node: etree._Element, value: str, place: Place) -> Cell:
    address = f"{place.cell}/{_name(node)}"
    return Cell(value=value, label=_name(node), place=attrs.evolve(place, row=line_of(node), cell=address))


def _kept(node: etree._Element) -> Any:
    """Return an element as it nests: a leaf is its text, any other an object of lists by the names of its members."""
    if not len(node):
        return (node.text or "").strip()
    members: dict[str, list[Any]] = {}
    for child in node:
        members.setdefault(_name(child), []).append(_kept(child))
    return members


def _row(node: etree._Element, labels: str, place: Place) -> dict[str, Cell]:
    known = {squeezed(label): path for label, path in table(labels).items()}
    found: dict[str, Cell] = {}
    for child in node:
        value = _kept(child)
        path = known.get(_tag(child), "extra")
        if blank(value):
            continue
        if not isinstance(value, str) or path == "extra":
            found[_name(child)] = Cell(value=value, label=_name(child), place=place)
        else:
            found[path] = _cell(child, _meant(path, value), place)
    return found


def _meant(path: str, value: str) -> str:
    """Return what a member of a row means: bare days are 工作日, 1 and 0 are 必要 and 非必要."""
    if path == "limit" and plain(value).replace(".", "", 1).isdecimal():
        return f"{value}个工作日"
    return _NECESSITY.get(value, value) if path == "necessity" else value


def _unit(path: str, names: Sequence[str], cells: dict[str, Cell], extra: dict[str, object]) -> None:
    """Add the unit of a limit: what an element of its own names, else 工作日, the default of this exchange."""
    if path not in cells:
        return
    stated = next(
        (value for key, value in extra.items() if squeezed(key) in names and unit_of_text(shown(value))), None
    )
    cells[f"{path}.unit"] = attrs.evolve(cells[path], value="工作日" if stated is None else stated)
