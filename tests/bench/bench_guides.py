"""What guides cost: the Guangdong catalogue as pages and Word files, 500 Word files, 2,000 pages read back.

``python tests/bench/bench_guides.py`` prints seconds and the peak of memory beside the limits of the plan, and
python-docx making the same Word files; it leaves with 1 when a limit is missed.
"""

from __future__ import annotations

import io
import resource
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import docx

from itemcatalog.formats import ReadOptions, html_
from itemcatalog.guides import GuideOptions, build_guides
from itemcatalog.model import Item
from itemcatalog.render.guide import render_docx, render_html
from itemcatalog.sections import Block, Grid, GuideSections, Listing, Pairs, Paragraphs, build_sections, load_profile
from itemcatalog.workspace import read_catalogue, read_workspace

REPOSITORY = Path(__file__).resolve().parents[2]
PROFILE = load_profile("standard-2016")
MEGABYTE = 1024
PAGE_BYTES = 20 * 1024
PAGES = 2000
WORKSPACE = '[workspace]\nname = "网页"\n[[channel]]\nid = "portal"\nsource = "*.html"\n'


def main() -> int:
    """Measure and compare with the limits."""
    if not (REPOSITORY.parent / "shared").is_dir():
        print("left out: the reference data ../shared is not beside this repository")
        return 0
    items = list(read_catalogue(read_workspace([str(REPOSITORY / "fixtures" / "guangdong")])))
    guides = [build_sections(item, PROFILE) for item in items[:500]]
    met = [_batch(items), _words(guides), _pages(guides)]
    _beside(guides[:50])
    return int(not all(met))


def _line(name: str, measured: float, limit: float, unit: str) -> bool:
    print(f"{name:<50} {measured:8.2f} {unit} (limit {limit:g})")
    return measured <= limit


def _batch(items: list[Item]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        run = build_guides(((item, item.channel) for item in items), Path(folder), GuideOptions(profile=PROFILE))
        seconds = time.perf_counter() - start
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    name = f"{run.written} guides, html + docx"
    return _line(name, seconds, 12, "s") & _line("peak memory", memory, 400, "MB")


def _words(guides: list[GuideSections]) -> bool:
    start = time.perf_counter()
    for guide in guides:
        render_docx(guide, PROFILE.document)
    return _line(f"{len(guides)} Word guides", time.perf_counter() - start, 1.5, "s")


def _pages(guides: list[GuideSections]) -> bool:
    """Read 2,000 pages back: their bytes in one process, and as the files of a channel on all processors."""
    pages = [render_html(guide) for guide in guides]
    options = ReadOptions(channel="portal")
    start = time.perf_counter()
    for page in pages:
        list(html_.read(page, "page.html", options))
    seconds = time.perf_counter() - start
    share = PAGES * PAGE_BYTES / sum(map(len, pages))
    return _line("2,000 pages of 20 KB read, one process", seconds * share, 2.5, "s") & _channel(pages)


def _channel(pages: list[bytes]) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(PAGES):
            (Path(folder) / f"{number:04}.html").write_bytes(pages[number % len(pages)])
        (Path(folder) / "itemcatalog.toml").write_text(WORKSPACE, encoding="utf-8")
        workspace = read_workspace(folder)
        start = time.perf_counter()
        read_catalogue(workspace)
        seconds = time.perf_counter() - start
    share = len(pages) * PAGE_BYTES / sum(map(len, pages))
    return _line("2,000 pages of 20 KB as a channel, all processors", seconds * share, 2.5, "s")


def _beside(guides: list[GuideSections]) -> None:
    """Make the same Word files with python-docx, to compare."""
    start = time.perf_counter()
    for guide in guides:
        document = docx.Document()
        document.add_heading(guide.title, 0)
        for section in guide.sections:
            document.add_heading(section.title, 1)
            for block in section.blocks:
                _write(document, block)
        document.save(io.BytesIO())
    seconds = (time.perf_counter() - start) * 500 / len(guides)
    print(f"{'500 Word guides by python-docx':<50} {seconds:8.2f} s (for comparison)")


def _write(document: Any, block: Block) -> None:
    if isinstance(block, Paragraphs | Listing):
        for cell in block.cells:
            document.add_paragraph(cell.text)
        return
    texts: list[tuple[str, ...]] = []
    if isinstance(block, Pairs):
        texts = [(label, cell.text) for label, cell in block.rows]
    elif isinstance(block, Grid):
        texts = [tuple(cell.text for cell in row) for row in block.rows]
    if texts:
        table = document.add_table(rows=len(texts), cols=len(texts[0]))
        for line, row in zip(texts, table.rows, strict=True):
            for text, cell in zip(line, row.cells, strict=True):
                cell.text = text


if __name__ == "__main__":
    sys.exit(main())
