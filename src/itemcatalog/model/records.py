"""Records beside the items (办件、故障、报送、接入、证照、公布、证据): one noun per table of DESIGN §9."""

from __future__ import annotations

from datetime import date, datetime

from attrs import define

from itemcatalog.findings import Place

__all__ = [
    "RECORD_KINDS",
    "AppService",
    "Case",
    "Evidence",
    "LicenceRecord",
    "ProjectReport",
    "Publication",
    "RecordSource",
    "SystemFault",
]

#: The kinds of tables, in the order in which a table is tried.
RECORD_KINDS = ("case", "system_fault", "project", "app_service", "licence", "publication", "evidence")

_NOTHING: frozenset[str] = frozenset()


@define(frozen=True, slots=True, kw_only=True)
class RecordSource:
    """记录来源: one file (and sheet) of records of one ``kind`` and the fields that its columns carry.

    ``path`` is relative to the workspace. A field that is not in ``provides`` is not checked.
    """

    path: str
    kind: str
    sheet: str | None = None
    codec: str | None = None
    provides: frozenset[str] = frozenset()


@define(frozen=True, slots=True, kw_only=True)
class _Record:
    """记录: what every record carries: where it was read, and the fields that are written but not understood."""

    source: RecordSource
    row: int
    unclear: frozenset[str] = _NOTHING

    @property
    def place(self) -> Place:
        """Where the record stands, as Excel counts rows."""
        return Place(file=self.source.path, sheet=self.source.sheet, row=self.row)


@define(frozen=True, slots=True, kw_only=True)
class Case(_Record):
    """办件: one application with its times and outcome; only ``number`` is required.

    ``way`` 申报方式 is 网上 · 窗口 · 移动端 · 自助, ``outcome`` 处理结果 is 通过 · 不通过 · 补正, each the source's own
    word where it is none of these. A moment written as a plain day is a ``date``. ``accepted`` 受理, ``finished``
    办结, ``reported`` 报送, ``visits`` 到场次数.
    """

    number: str
    item_code: str | None = None
    item_name: str | None = None
    way: str | None = None
    applied: date | datetime | None = None
    handled: date | datetime | None = None
    accepted: date | datetime | None = None
    finished: date | datetime | None = None
    outcome: str | None = None
    opinion: str | None = None
    reported: date | datetime | None = None
    courier: bool | None = None
    visits: int | None = None
    electronic_licence: bool | None = None

    @property
    def online(self) -> bool:
        """True for 网上 and 移动端: both count as applied online."""
        return self.way in ("网上", "移动端")


@define(frozen=True, slots=True, kw_only=True)
class SystemFault(_Record):
    """系统故障: one failure of a connected system, from its detection to its repair (None = not yet)."""

    number: str
    system: str | None = None
    detected: date | datetime | None = None
    restored: date | datetime | None = None


@define(frozen=True, slots=True, kw_only=True)
class ProjectReport(_Record):
    """投资项目报送: one reported record of a project; ``information`` is 基本 · 办件基本 · 办件环节 · 法人."""

    code: str
    information: str | None = None
    right: bool | None = None


@define(frozen=True, slots=True, kw_only=True)
class AppService(_Record):
    """服务接入: one service on a ``platform`` (闽政通, e福州, 12345), how it is served and whether it is connected."""

    name: str
    platform: str | None = None
    access: str | None = None
    connected: bool | None = None
    item_code: str | None = None


@define(frozen=True, slots=True, kw_only=True)
class LicenceRecord(_Record):
    """证照入库: one licence of the register; ``origin`` is 新增 or 存量, ``sealed`` 签章."""

    name: str
    item_code: str | None = None
    origin: str | None = None
    issued: date | datetime | None = None
    stored: date | datetime | None = None
    sealed: bool | None = None


@define(frozen=True, slots=True, kw_only=True)
class Publication(_Record):
    """清单公布: when an item was published on the list of 一趟不用跑 and 最多跑一趟, and in which ``batch``."""

    item_code: str
    batch: str | None = None
    published: date | None = None


@define(frozen=True, slots=True, kw_only=True)
class Evidence(_Record):
    """佐证材料: what a ``unit`` shows for a clause; without a ``document`` it is never met."""

    clause: str
    unit: str | None = None
    conclusion: bool | None = None
    document: str | None = None
    day: date | None = None
