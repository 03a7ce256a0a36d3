"""Comma separated lists (CSV): any of four delimiters, any codec of ``files.decode``, the structure of sheets."""

from __future__ import annotations

from collections.abc import Iterator

from itemcatalog.files import Decoded, decode, sha256
from itemcatalog.findings import Fault, Place
from itemcatalog.formats._csv_text import delimiter_of, rows_of_text
from itemcatalog.formats._exchange_grid import dump_header, read_dump
from itemcatalog.formats._grid import Grid
from itemcatalog.formats._headers import item_lexicon
from itemcatalog.formats._items import read_sheet
from itemcatalog.formats._record import ReadOptions
from itemcatalog.formats._sheet import Keys, SheetReader
from itemcatalog.model import Item, Source

__all__ = ["codec_faults", "read"]


def read(data: bytes, place_file: str, options: ReadOptions) -> Iterator[Item | Fault | Source]:
    """Yield the items of a CSV text, the faults met and, last, its source with the codec used."""
    decoded = decode(data)
    lexicon = item_lexicon(options.labels, options.columns)
    delimiter = delimiter_of(decoded.text, lexicon, Keys().header)
    rows = rows_of_text(decoded.text, delimiter)
    grid = Grid(name=None, rows=rows, remarks=_remarks(decoded, delimiter), ragged=True)
    dump, grid = dump_header(grid)
    source = Source(path=place_file, channel=options.channel, sha256=sha256(data), codec=decoded.codec)
    if dump and not options.columns:
        yield from codec_faults(decoded, place_file)
        yield from read_dump([grid], options, source)
        return
    reader = SheetReader(grid, place_file, lexicon, where=options.where)
    yield from read_sheet(reader, options, source, codec_faults(decoded, place_file))


def _remarks(decoded: Decoded, delimiter: str) -> tuple[str, ...]:
    words = {"\t": "制表符", ";": "分号", "|": "竖线"}
    remarks = [f"以{words.get(delimiter, delimiter)}分隔"] if delimiter != "," else []
    if decoded.text.count('"') % 2:
        remarks.append("双引号不成对，未闭合处起逐行读取")
    return tuple(remarks)


def codec_faults(decoded: Decoded, file: str) -> tuple[Fault, ...]:
    """Return what there is to say of a text whose codec is uncertain, and each place that could not be decoded."""
    if decoded.certain:
        return ()
    uncertain = Fault(
        kind="codec-uncertain", place=Place(file=file), found=decoded.codec, values={"codec": decoded.codec}
    )
    return (
        uncertain,
        *(
            Fault(
                kind="undecodable",
                place=Place(file=file, row=bad.line),
                found=bad.hexadecimal,
                values={"codec": decoded.codec, "offset": bad.offset, "count": len(bad.hexadecimal.split())},
            )
            for bad in decoded.bad
        ),
    )
