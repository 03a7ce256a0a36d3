"""From files to a catalogue: nothing is lost, a broken file never takes the others down, half a list is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from itemcatalog.errors import ConfigurationError
from itemcatalog.workspace import UNREADABLE, read_catalogue, read_lists, read_workspace

HEADER = "事项名称,实施编码,承诺办结时限（工作日）\n"


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write files into one folder and return the folder."""

    def writer(**files: str | bytes) -> Path:
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name.replace("__", ".")).write_bytes(data)
        return tmp_path

    return writer


def test_two_files_of_one_channel_have_ids_of_their_own(write: Callable[..., Path]) -> None:
    """Ids are settled over the whole channel; the order of files is that of their names."""
    folder = write(
        b__csv=HEADER + "食品经营许可,,5\n",
        a__csv=HEADER + "食品经营许可,,6\n",
        itemcatalog__toml='[workspace]\n[[channel]]\nid = "c"\nsource = "*.csv"\n',
    )
    steps: list[str] = []
    catalogue = read_catalogue(read_workspace(folder), progress=steps.append)

    assert steps == ["a.csv", "b.csv"]
    assert len({item.id for item in catalogue}) == 2
    assert [source.path for source in catalogue.sources] == ["a.csv", "b.csv"]


@pytest.mark.parametrize("content", [b"PK\x03\x04broken", b"\xd0\xcf\x11\xe0broken", b""])
def test_a_broken_file_is_a_fault_and_the_others_go_on(write: Callable[..., Path], content: bytes) -> None:
    """Damaged workbooks are named with their reason."""
    folder = write(a__csv=HEADER + "食品经营许可,,5\n", b__xlsx=content)
    catalogue = read_catalogue(read_workspace([folder / "a.csv", folder / "b.xlsx"]))

    assert [item.name for item in catalogue] == ["食品经营许可"]
    assert [fault.place.file for fault in catalogue.faults if fault.kind == UNREADABLE] in (["b.xlsx"], [])


def test_a_reader_that_crashes_is_an_unreadable_file(
    write: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever a reader raises on hostile bytes, the audit goes on."""

    def crash(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr("itemcatalog.workspace._catalogue.read_source", crash)
    folder = write(a__csv=HEADER)
    fault = read_catalogue(read_workspace(folder / "a.csv")).faults[0]

    assert (fault.kind, fault.values["reason"]) == (UNREADABLE, "读取时出错（RecursionError）")


def test_labels_of_an_office_are_read(write: Callable[..., Path]) -> None:
    """A header that only this office uses becomes a field."""
    folder = write(
        a__csv="办事名目,承诺几天\n食品经营许可,5个工作日\n",
        labels__csv="label,path\n办事名目,name\n承诺几天,promised_limit\n",
        itemcatalog__toml='[workspace]\n[[channel]]\nid = "c"\nsource = "a.csv"\n[labels]\nsource = "labels.csv"\n',
    )
    item = next(iter(read_catalogue(read_workspace(folder))))

    assert (item.name, str(item.promised_limit)) == ("食品经营许可", "5个工作日")


@pytest.mark.parametrize(("labels", "words"), [("a,b\n", "表头应为"), ("label,path\n名目,nmae\n", "是否指“name”")])
def test_wrong_labels_are_configuration_errors(write: Callable[..., Path], labels: str, words: str) -> None:
    """A wrong header or an unknown field is named."""
    folder = write(
        a__csv=HEADER,
        labels__csv=labels,
        itemcatalog__toml='[workspace]\n[[channel]]\nid = "c"\nsource = "a.csv"\n[labels]\nsource = "labels.csv"\n',
    )
    with pytest.raises(ConfigurationError, match=words):
        read_workspace(folder)


def test_lists_are_read_and_half_a_list_counts_as_none(write: Callable[..., Path]) -> None:
    """A certificate list that cannot be read accuses nobody; a list that was not given is None."""
    head = '[workspace]\n[[channel]]\nid = "c"\nsource = "a.csv"\n'
    folder = write(
        a__csv=HEADER,
        waivers__csv="fingerprint,reason,who,until\nabc,已知,审改办,2017-12-31\n",
        decisions__csv="left,right,verdict\n甲,乙,same\n",
        certificates__csv="证明名称,状态\n无犯罪记录证明,取消\n",
        bad__xlsx=b"PK\x03\x04broken",
        itemcatalog__toml=head
        + '[waivers]\nsource = "waivers.csv"\n[decisions]\nsource = "decisions.csv"\n'
        + '[certificates]\nsource = ["certificates.csv"]\n',
    )
    lists = read_lists(read_workspace(folder))

    assert (lists.waivers[0].fingerprint, lists.decisions[0].verdict) == ("abc", "same")
    assert lists.certificates is not None
    assert not lists.certificates[0].kept
    assert lists.standard is None

    (folder / "itemcatalog.toml").write_text(
        head + '[certificates]\nsource = ["certificates.csv", "bad.xlsx"]\n', encoding="utf-8"
    )
    lists = read_lists(read_workspace(folder))
    assert lists.certificates is None
    assert [fault.kind for fault in lists.faults] == [UNREADABLE]


def test_a_division_in_words_becomes_its_code(write: Callable[..., Path]) -> None:
    """A place within the channel's own is told by its name; a name that fits none, or several, stays as written."""
    rows = ("锦江区", "成都市", "青羊区人民政府", "四川省成都市武侯区", "某片区", "510104")
    folder = write(
        a__csv="事项名称,行政区划\n" + "".join(f"第{number}项登记,{row}\n" for number, row in enumerate(rows)),
        itemcatalog__toml='[workspace]\n[[channel]]\nid = "c"\nsource = "a.csv"\ndivision = "510100"\n',
    )
    catalogue = read_catalogue(read_workspace(folder))

    assert [item.division for item in catalogue] == ["510104", "510100", "510105", "510107", "某片区", "510104"]
