"""What a Word document needs for those who listen to it, and python-docx has no name for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from wres.charts import theme

if TYPE_CHECKING:
    from docx.document import Document
    from docx.shared import RGBColor
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run

LANGUAGE = "en-GB"
MINUS = re.compile(r"(?<![\w.])-(?=\d)")
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def as_header(row: _Row) -> None:
    """Return nothing; mark a row as the header of its table, which is read out with each cell."""
    _mark(row, "w:tblHeader")


def unbroken(row: _Row) -> None:
    """Return nothing; keep a row on one page."""
    _mark(row, "w:cantSplit")


def _mark(row: _Row, name: str) -> None:
    from docx.oxml.parser import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement(name))


def speak_english(document: Document) -> None:
    """Return nothing; say which language every word of a document is in."""
    for run in document.styles.element.xpath("./w:docDefaults//w:rPr"):
        for language in run.xpath("./w:lang"):
            run.remove(language)
        run.append(_element("w:lang", {"w:val": LANGUAGE, "w:eastAsia": LANGUAGE}))
    document.core_properties.language = LANGUAGE


def set_font(style: Any, name: str) -> None:
    """Return nothing; write a style in a font, whatever the theme of the template says."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for which in list(fonts.attrib):
        del fonts.attrib[which]
    style.font.name = name
    fonts.set(_name("w:cs"), name)


def describe_picture(paragraph: Paragraph, alt: str) -> None:
    """Return nothing; give the picture of a paragraph its text alternative."""
    for properties in paragraph._p.xpath(".//wp:docPr"):
        properties.set("descr", alt)


def describe_table(table: Table, caption: str) -> None:
    """Return nothing; name a table, and say that its first row and column are its headings."""
    properties = table._tbl.tblPr
    for look in properties.xpath("./w:tblLook"):
        properties.remove(look)
    said = {"w:firstRow": "1", "w:firstColumn": "1", "w:noVBand": "1", "w:noHBand": "1"}
    properties.append(_element("w:tblLook", said))
    properties.append(_element("w:tblCaption", {"w:val": caption}))


def shade(cell: _Cell, colour: str) -> None:
    """Return nothing; fill a cell with a colour of the theme."""
    filled = {"w:val": "clear", "w:color": "auto", "w:fill": colour.removeprefix("#")}
    cell._tc.get_or_add_tcPr().append(_element("w:shd", filled))


def add_words(paragraph: Paragraph, text: str) -> Run:
    """Return the run of some words in a paragraph, no minus sign of which ends a line."""
    run = paragraph.add_run()
    for place, piece in enumerate(MINUS.split(text)):
        if place:
            run._r.append(_element("w:noBreakHyphen", {}))
        run.add_text(piece)
    return run


def field(paragraph: Paragraph, code: str) -> None:
    """Return nothing; add what Word works out itself, such as the number of a page."""
    holder = _element("w:fldSimple", {"w:instr": code})
    run, text = _element("w:r", {}), _element("w:t", {})
    text.text = "1"
    run.append(text)
    holder.append(run)
    paragraph._p.append(holder)


def add_link(paragraph: Paragraph, text: str, url: str) -> None:
    """Return nothing; add a link; ``url`` has been through ``safe_url``."""
    known = paragraph.part.relate_to(url, HYPERLINK, is_external=True)
    run = paragraph.add_run(text)
    run.font.color.rgb, run.font.underline = colour_of(theme.BME), True
    holder = _element("w:hyperlink", {"r:id": known})
    holder.append(run._r)
    paragraph._p.append(holder)


def colour_of(colour: str) -> RGBColor:
    """Return a colour of the theme as Word has it."""
    from docx.shared import RGBColor

    return RGBColor.from_string(colour.removeprefix("#"))


def _element(name: str, attributes: dict[str, str]) -> Any:
    from docx.oxml.parser import OxmlElement

    made = OxmlElement(name)
    for key, value in attributes.items():
        made.set(_name(key), value)
    return made


def _name(short: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(short))
