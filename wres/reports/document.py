"""A report as a Word document: read by headings, table headers and the texts of pictures."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, time
from math import sqrt
from typing import TYPE_CHECKING

from wres.charts import bare_png, theme
from wres.reports import word_parts as parts
from wres.reports.archives import settled
from wres.reports.sections import ROWS_TOGETHER, Link, Report, Section
from wres.reports.tables import Table
from wres.text import one_line, safe_url
from wres.words import reports as words

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section as Pages

FONT = "Arial"
HEADINGS = ("Heading", "Title", "Subtitle")
# A4, in centimetres.
LONG, SHORT = 29.7, 21.0
# About how wide a letter of a table is, and what a cell has beside its text, in centimetres.
LETTER, BESIDE = 0.19, 0.45


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How large things are: text and tables in points, margins in centimetres.

    ``picture_pixels`` is how wide a chart is drawn: the fewer, the larger its letters on paper.
    """

    text: float
    table: float
    headings: tuple[float, float, float]
    margin: float
    picture_cm: float
    picture_pixels: int
    space_before: float
    space_after: float


REPORT = Look(
    text=10.5,
    table=8.5,
    headings=(18.0, 14.0, 11.5),
    margin=2.0,
    picture_cm=16.5,
    picture_pixels=720,
    space_before=12.0,
    space_after=5.0,
)
# What a board reads: the same, closer together, so that it fits two pages.
BOARD = Look(
    text=9.0,
    table=8.0,
    headings=(12.0, 11.0, 10.0),
    margin=1.3,
    picture_cm=12.5,
    picture_pixels=860,
    space_before=7.0,
    space_after=2.0,
)


def report_document(report: Report, look: Look = REPORT) -> bytes:
    """Return a report as a Word document that a screen reader can walk through by headings.

    The same report gives the same bytes.
    """
    # A third of a second to import, and only whoever makes a document needs it.
    import docx

    document = docx.Document()
    _properties(document, report)
    _styles(document, look)
    _first_pages(document.sections[0], report, look)
    _opening(document, report)
    is_wide = False
    for section in report.sections:
        if section.is_wide != is_wide:
            is_wide = section.is_wide
            _turn(document, look, is_wide=is_wide)
        _section(document, section, look)
    out = io.BytesIO()
    document.save(out)
    return settled(out.getvalue(), report.made_on)


def _properties(document: Document, report: Report) -> None:
    about = document.core_properties
    about.title = f"{report.title}: {one_line(report.organisation)}"
    about.author = "WRES Explorer"
    about.subject = f"{one_line(report.organisation)}, WRES {report.wres_year}"
    about.comments = report.label or report.made
    about.created = datetime.combine(report.made_on, time())
    parts.speak_english(document)


def _styles(document: Document, look: Look) -> None:
    from docx.shared import Pt

    styles = document.styles
    sizes = {"Normal": look.text, "Caption": look.table, "Title": look.headings[0] + 3}
    sizes |= {"Subtitle": look.headings[1], "List Bullet": look.text}
    sizes |= {"Header": look.table, "Footer": look.table}
    sizes |= {f"Heading {level}": size for level, size in enumerate(look.headings, start=1)}
    for name, size in sizes.items():
        style = styles[name]
        parts.set_font(style, FONT)
        style.font.size = Pt(size)
        style.font.italic = False
        style.paragraph_format.space_after = Pt(look.space_after)
        if name == "Caption" or name.startswith(HEADINGS):
            style.font.color.rgb = parts.colour_of(theme.TEXT if name == "Caption" else theme.BME)
            style.paragraph_format.keep_with_next = True
            style.paragraph_format.space_before = Pt(look.space_before)


def _first_pages(pages: Pages, report: Report, look: Look) -> None:
    """The size of the pages, and what stands at the top and the foot of every one of them."""
    _sized(pages, look, is_wide=False)
    top = pages.header.paragraphs[0]
    if report.label:
        top.add_run(f"{report.label} ").bold = True
    top.add_run(f"{one_line(report.organisation)}, WRES {report.wres_year}")
    foot = pages.footer.paragraphs[0]
    foot.add_run(f"{report.made} Page ")
    parts.field(foot, "PAGE")
    foot.add_run(" of ")
    parts.field(foot, "NUMPAGES")


def _sized(pages: Pages, look: Look, *, is_wide: bool) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    pages.orientation = WD_ORIENT.LANDSCAPE if is_wide else WD_ORIENT.PORTRAIT
    width, height = (LONG, SHORT) if is_wide else (SHORT, LONG)
    pages.page_width, pages.page_height = Cm(width), Cm(height)
    pages.left_margin = pages.right_margin = Cm(look.margin)
    pages.top_margin = pages.bottom_margin = Cm(look.margin + 0.3)
    pages.header_distance = pages.footer_distance = Cm(look.margin / 2)


def _turn(document: Document, look: Look, *, is_wide: bool) -> None:
    _sized(document.add_section(), look, is_wide=is_wide)


def _opening(document: Document, report: Report) -> None:
    document.add_heading(report.title, 0)
    document.add_paragraph(one_line(report.organisation), style="Subtitle")
    if report.label:
        document.add_paragraph().add_run(report.label).bold = True
    about = document.add_paragraph()
    for place, (name, text) in enumerate(report.about):
        about.add_run(f"{'. ' if place else ''}{name}: ").bold = True
        about.add_run(one_line(text))


def _section(document: Document, section: Section, look: Look) -> None:
    document.add_heading(one_line(section.heading), level=section.level)
    if section.verdict:
        verdict = document.add_paragraph()
        verdict.add_run(one_line(section.verdict)).bold = True
        verdict.paragraph_format.keep_with_next = True
    for text in section.sentences:
        parts.add_words(document.add_paragraph(), one_line(text))
    if section.picture is not None:
        _picture(document, section, look)
    if section.table is not None:
        _table(document, section.table, look, is_wide=section.is_wide)
    for text in section.points:
        document.add_paragraph(one_line(text), style="List Bullet")
    for link in section.links:
        _link(document, link)
    if section.source:
        document.add_paragraph(f"{words.SOURCE} {one_line(section.source)}.")


def _picture(document: Document, section: Section, look: Look) -> None:
    from docx.shared import Cm

    if section.picture is None:
        return
    drawn = bare_png(section.picture.drawing, width=look.picture_pixels)
    holder = document.add_paragraph()
    holder.add_run().add_picture(io.BytesIO(drawn), width=Cm(look.picture_cm))
    holder.paragraph_format.keep_with_next = section.table is not None
    parts.describe_picture(holder, one_line(section.picture.alt))


def _link(document: Document, link: Link) -> None:
    paragraph, shown = document.add_paragraph(style="List Bullet"), safe_url(link.url)
    if shown:
        parts.add_link(paragraph, one_line(link.text), shown)
    else:
        paragraph.add_run(one_line(link.text))


def _table(document: Document, table: Table, look: Look, *, is_wide: bool) -> None:
    from docx.shared import Cm, Pt

    document.add_paragraph(one_line(table.caption), style="Caption")
    made = document.add_table(rows=0, cols=len(table.columns), style="Table Grid")
    made.autofit = False
    room = (LONG if is_wide else SHORT) - 2 * look.margin
    widths, is_together = column_widths(table, room), len(table.rows) <= ROWS_TOGETHER
    for column, width in zip(made.columns, widths, strict=True):
        column.width = Cm(width)
    for place, cells in enumerate((table.columns, *table.rows)):
        row = made.add_row()
        parts.unbroken(row)
        if not place:
            parts.as_header(row)
        for column, (cell, text) in enumerate(zip(row.cells, cells, strict=True)):
            cell.width = Cm(widths[column])
            paragraph = cell.paragraphs[0]
            run = parts.add_words(paragraph, one_line(text))
            run.font.size, run.bold = Pt(look.table), not (place and column)
            paragraph.paragraph_format.space_after = Pt(0)
            paragraph.paragraph_format.keep_with_next = is_together and place < len(table.rows)
            if not place:
                parts.shade(cell, theme.BME)
                run.font.color.rgb = parts.colour_of(theme.BACKGROUND)
    parts.describe_table(made, one_line(table.caption))
    _gap(document, look)


def _gap(document: Document, look: Look) -> None:
    """Two tables in a row would become one without a paragraph between them."""
    from docx.shared import Pt

    between = document.add_paragraph()
    between.paragraph_format.space_after = Pt(0)
    between.add_run().font.size = Pt(look.space_after)
    between.paragraph_format.line_spacing = Pt(look.space_after)


def column_widths(table: Table, room: float) -> tuple[float, ...]:
    """Return how wide each column is, in centimetres: its longest word fits, the rest is shared."""
    columns = list(zip(table.columns, *table.rows, strict=True))
    words_of = [[word for cell in cells for word in one_line(cell).split()] for cells in columns]
    least = [
        min(max((len(word) for word in found), default=1) * LETTER, room / 3) + BESIDE
        for found in words_of
    ]
    over = room - sum(least)
    if over <= 0:
        return tuple(width * room / sum(least) for width in least)
    weights = [sqrt(sum(len(cell) for cell in cells)) for cells in columns]
    return tuple(
        width + over * weight / (sum(weights) or 1)
        for width, weight in zip(least, weights, strict=True)
    )
