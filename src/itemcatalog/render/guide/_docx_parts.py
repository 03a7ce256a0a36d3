"""The parts of a Word guide that depend on the profile only: styles, fonts, numbering, footer, settings."""

from __future__ import annotations

import functools

from itemcatalog.render.guide._html import template_text
from itemcatalog.render.guide._text import escape
from itemcatalog.render.guide._zip import Part, packed
from itemcatalog.sections import DocumentLook

__all__ = ["HEAD", "constant_parts", "page_properties", "text_width"]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PAGES = {"A4": (11906, 16838), "A3": (16838, 23811), "Letter": (12240, 15840)}
_TWIPS = 1440 / 25.4
_LISTS = 200


@functools.lru_cache(maxsize=32)
def constant_parts(look: DocumentLook) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return the parts before and behind those of the single guide, compressed."""
    first = (packed("[Content_Types].xml", _content_types(), 9), packed("_rels/.rels", _package_relations(), 9))
    last = (
        packed("word/styles.xml", _styles(look), 9),
        packed("word/fontTable.xml", _fonts(look), 9),
        packed("word/numbering.xml", _numbering(look), 9),
        packed("word/footer1.xml", _footer(), 9),
        packed("word/settings.xml", _settings(), 9),
        packed("docProps/app.xml", _application(), 9),
    )
    return first, last


def text_width(look: DocumentLook) -> int:
    """Return the width between the margins in twips."""
    _, right, _, left = look.margins_mm
    return int(_PAGES[look.page][0] - (left + right) * _TWIPS)


def page_properties(look: DocumentLook) -> str:
    """Return page size, margins and footer of the document."""
    width, height = _PAGES[look.page]
    top, right, bottom, left = (round(side * _TWIPS) for side in look.margins_mm)
    return (
        f'<w:sectPr><w:footerReference w:type="default" r:id="rFooter"/><w:pgSz w:w="{width}" w:h="{height}"/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="700" w:footer="800" '
        'w:gutter="0"/></w:sectPr>'
    )


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_MAIN}.document.main+xml",
        "/word/styles.xml": f"{_MAIN}.styles+xml",
        "/word/fontTable.xml": f"{_MAIN}.fontTable+xml",
        "/word/numbering.xml": f"{_MAIN}.numbering+xml",
        "/word/footer1.xml": f"{_MAIN}.footer+xml",
        "/word/settings.xml": f"{_MAIN}.settings+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
        "/docProps/custom.xml": "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f"{overrides}</Types>"
    )


def _package_relations() -> str:
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    parts = (
        ("rDocument", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
        ("rCore", core, "docProps/core.xml"),
        ("rApp", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ("rCustom", f"{_OFFICE}/relationships/custom-properties", "docProps/custom.xml"),
    )
    body = "".join(f'<Relationship Id="{key}" Type="{kind}" Target="{target}"/>' for key, kind, target in parts)
    return f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{body}</Relationships>'


def _application() -> str:
    space = f"{_OFFICE}/extended-properties"
    return f'{HEAD}<Properties xmlns="{space}"><Application>itemcatalog</Application></Properties>'


def _styles(look: DocumentLook) -> str:
    return template_text("styles.xml").format(
        title=escape(look.title_font[0]),
        heading=escape(look.heading_font[0]),
        body=escape(look.body_font[0]),
        title_size=round(look.title_size * 2),
        heading_size=round(look.heading_size * 2),
        body_size=round(look.body_size * 2),
        table_size=round(look.table_size * 2),
        title_line=round(look.title_size * 30),
        body_line=round(look.body_size * 36),
        indent=round(look.body_size * 40),
    )


def _fonts(look: DocumentLook) -> str:
    """Name each first wish with its fallbacks, so that a machine without the font takes the next one."""
    fonts = {wishes[0]: wishes[1:] for wishes in (look.title_font, look.heading_font, look.body_font)}
    body = "".join(
        f'<w:font w:name="{escape(name)}">'
        + (f'<w:altName w:val="{escape(",".join(others))}"/>' if others else "")
        + '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, others in fonts.items()
    )
    return f"{HEAD}<w:fonts {_W}>{body}</w:fonts>"


def _numbering(look: DocumentLook) -> str:
    """Give every list of a guide its own number, so that each starts at one."""
    indent = round(look.body_size * 40)
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:suff w:val="space"/>'
        '<w:lvlText w:val="%1."/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{indent}"/></w:pPr></w:lvl>'
    )
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers = "".join(
        f'<w:num w:numId="{one}"><w:abstractNumId w:val="0"/>{restart}</w:num>' for one in range(1, _LISTS + 1)
    )
    only = f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
    return f"{HEAD}<w:numbering {_W}>{only}{numbers}</w:numbering>"


def _footer() -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    def text(words: str) -> str:
        return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'

    line = f"{text('第 ')}{field('PAGE')}{text(' 页  共 ')}{field('NUMPAGES')}{text(' 页')}"
    return f'{HEAD}<w:ftr {_W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{line}</w:p></w:ftr>'


def _settings() -> str:
    return (
        f'{HEAD}<w:settings {_W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )
