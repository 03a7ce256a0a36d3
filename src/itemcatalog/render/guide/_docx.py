"""A guide as a Word document: real styles and headings, repeated header rows, page numbers, properties."""

from __future__ import annotations

from itemcatalog.render.guide._docx_body import Body, body_xml
from itemcatalog.render.guide._docx_parts import HEAD, constant_parts, page_properties, text_width
from itemcatalog.render.guide._docx_xml import Links
from itemcatalog.render.guide._qr import qr_png
from itemcatalog.render.guide._text import escape, linkable
from itemcatalog.render.guide._zip import Part, archive, packed
from itemcatalog.sections import DocumentLook, GuideSections

__all__ = ["render_docx"]

_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DOCUMENT = (
    f'{HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    f'xmlns:r="{_RELATIONS}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><w:body>'
)
_CODE_SIZE = 864_000  # English Metric Units: 24 mm
# A level-6 search costs twice the time for a few per cent of size.
_LEVEL = 4


def render_docx(guide: GuideSections, look: DocumentLook) -> bytes:
    """Return the document; same guide and look, same bytes. Only what depends on the guide is compressed anew."""
    body = Body(width=text_width(look))
    code = qr_png(guide.url) if guide.url and linkable(guide.url) else None
    content = body_xml(guide, body, _picture() if code else "")
    document = f"{_DOCUMENT}{content}{page_properties(look)}</w:body></w:document>"
    first, last = constant_parts(look)
    own: list[Part] = [
        packed("word/document.xml", document, _LEVEL),
        packed("word/_rels/document.xml.rels", _relations(body.links, code is not None), _LEVEL),
        packed("docProps/core.xml", _core(guide), _LEVEL),
        packed("docProps/custom.xml", _custom(guide), _LEVEL),
    ]
    if code:
        own.append(packed("word/media/qr.png", code, 1))
    return archive((*first, *own, *last))


def _relations(links: Links, picture: bool) -> str:
    names = ("styles", "fontTable", "numbering", "settings")
    parts = [f'<Relationship Id="r{name}" Type="{_RELATIONS}/{name}" Target="{name}.xml"/>' for name in names]
    parts.append(f'<Relationship Id="rFooter" Type="{_RELATIONS}/footer" Target="footer1.xml"/>')
    if picture:
        parts.append(f'<Relationship Id="rCode" Type="{_RELATIONS}/image" Target="media/qr.png"/>')
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{space}">{"".join(parts)}{links.xml()}</Relationships>'


def _core(guide: GuideSections) -> str:
    """Write the core properties; the dates are the item's own, so that no clock changes the bytes."""
    stamp = f"{guide.date.isoformat()}T00:00:00Z" if guide.date else None
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{stamp}</dcterms:{name}>'
        for name in ("created", "modified")
        if stamp
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(guide.title)}</dc:title><dc:subject>{escape(guide.name)}</dc:subject>"
        f"<dc:creator>{escape(guide.authority or '')}</dc:creator><cp:keywords>{escape(guide.code or '')}</cp:keywords>"
        f"<dc:identifier>{escape(guide.code or guide.item_id)}</dc:identifier><dc:language>zh-CN</dc:language>"
        f"<cp:category>办事指南</cp:category>{dates}</cp:coreProperties>"
    )


def _custom(guide: GuideSections) -> str:
    values = {
        "itemcatalog.profile": guide.profile,
        "itemcatalog.item": guide.item_id,
        "itemcatalog.code": guide.code or "",
        "itemcatalog.hash": guide.item_hash,
    }
    stated = {"url": guide.url, "date": guide.date.isoformat() if guide.date else None}
    values |= {f"itemcatalog.{name}": value for name, value in stated.items() if value}
    body = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for number, (name, value) in enumerate(values.items(), start=2)
    )
    space = "http://schemas.openxmlformats.org/officeDocument/2006"
    return f'{HEAD}<Properties xmlns="{space}/custom-properties" xmlns:vt="{space}/docPropsVTypes">{body}</Properties>'


def _picture() -> str:
    """Place the QR code at the upper right of the first page, with the title beside it."""
    size = f'cx="{_CODE_SIZE}" cy="{_CODE_SIZE}"'
    return (
        '<w:r><w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="margin"><wp:align>right</wp:align></wp:positionH>'
        '<wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>'
        f'<wp:extent {size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapSquare wrapText="left"/>'
        '<wp:docPr id="1" name="二维码" descr="网上办理地址二维码"/><wp:cNvGraphicFramePr/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
        '<pic:nvPicPr><pic:cNvPr id="1" name="qr.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        '<pic:blipFill><a:blip r:embed="rCode"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    )
