"""The published figures of an organisation as an Excel workbook: notes, data, a sheet an indicator.

Numbers are numbers, every text is a text and no cell is a formula. Where there is no figure, the
sheets of the indicators say why in words.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from wres import words
from wres.answers import Evidence, View
from wres.answers.story import StepKind, StoryStep
from wres.reports import workbook_parts as parts
from wres.reports.archives import settled
from wres.reports.data_dictionary import columns_table, symbols_table
from wres.reports.figure_rows import Figure, data_of, figures_of, in_order
from wres.reports.native_charts import native_chart
from wres.reports.slides import Slide, slide_of
from wres.reports.workbook_charts import ChartSheet, with_alt
from wres.reports.workbook_parts import Cell
from wres.store import uk_day_text
from wres.terms import Band, StaffGroup, Status, Unit
from wres.words import exports
from wres.words.confidentiality import corrected_notes

if TYPE_CHECKING:
    from openpyxl import Workbook

NOTES, DATA, SYMBOLS, COLUMNS = "Notes", "Data", "Symbols", "Columns"
NOT_PUBLISHED, NO_GAP, NO_BENCHMARK = "not published", "none", "none this year"
NO_RANGE = "no range"
HEADINGS = {
    "WRES year": 8,
    "People": 32,
    "Ethnic group": 16,
    "Unit": 14,
    "Figure": 30,
    "Likely range from": 11,
    "Likely range to": 11,
    "People counted": 12,
    "Counted among": 12,
    "Gap in points": 8,
    "Gap from": 8,
    "Gap to": 8,
    "Benchmark": 14,
    "Whose benchmark": 36,
}
_DATA_WIDTH, _WIDE = 11, {"text": 32, "benchmark_label": 40, "nearest_shown": 36}
_WIDE |= {"indicator_name": 38, "edition": 14, "band": 14, "source_id": 18}
_UNIT = list(HEADINGS).index("Unit")
_PER_CENT, _TIMES = "per cent", "times as likely"


def workbook(evidence: Evidence, view: View, *, made_on: date) -> bytes:
    """Return all published figures of an organisation as an .xlsx file, at viewers' level.

    Sentences and charts are about the year of the view. The same figures on the same day give
    the same bytes.
    """
    figures = sorted(figures_of(evidence, lambda row: True, org_code=view.org_code), key=in_order)
    book = parts.new_book(words.organisation_title(evidence.organisations.get(view.org_code)))
    numbers = sorted({one.row.indicator for one in figures})
    slides = {number: _slide(evidence, view, number) for number in numbers}
    _notes(book, evidence, view, made_on, slides.values())
    _data(book, figures)
    drawn = ChartSheet(book)
    for number, slide in slides.items():
        found = [one for one in figures if one.row.indicator == number]
        _indicator(book, drawn, found, slide)
    for name, table in ((SYMBOLS, symbols_table()), (COLUMNS, columns_table())):
        parts.words_sheet(book, name, table)
    drawn.end()
    made = io.BytesIO()
    book.save(made)
    return settled(made.getvalue(), made_on, with_alt(drawn.alts))


def _slide(evidence: Evidence, view: View, number: int) -> Slide:
    return slide_of(evidence, view, StoryStep(kind=StepKind.TREND, indicator=number))


def _notes(
    book: Workbook, evidence: Evidence, view: View, made_on: date, slides: Iterable[Slide]
) -> None:
    organisation = evidence.organisations.get(view.org_code)
    sheets = [
        f"{DATA}: every published figure, one row each, in the columns of the command “results”.",
        "A sheet for each indicator: its figures, with a chart of "
        f"WRES {view.wres_year} or of the years up to it.",
        f"{SYMBOLS} and {COLUMNS}: what each mark and each column means.",
    ]
    sources = exports.sources_line(one.source for one in slides)
    lines = (
        f"{words.organisation_title(organisation)} ({organisation.code})",
        f"Workforce Race Equality Standard, WRES {view.wres_year}",
        *((exports.MADE_UP,) if organisation.made_up else ()),
        exports.version_line(evidence.version, uk_day_text(made_on)),
        *(sheets if sources else (exports.NO_FIGURES,)),
        *corrected_notes(evidence, view.org_code),
        *exports.method_lines(),
        *((sources,) if sources else ()),
    )
    parts.lines_sheet(book, NOTES, lines)


def _data(book: Workbook, figures: list[Figure]) -> None:
    rows = [data_of(one) for one in figures]
    names = list(rows[0]) if rows else list(dict.fromkeys(row[0] for row in columns_table().rows))
    parts.table_sheet(
        book,
        DATA,
        widths={name: _WIDE.get(name, _DATA_WIDTH) for name in names},
        rows=[[parts.typed(cell) for cell in row.values()] for row in rows],
    )


def _indicator(book: Workbook, drawn: ChartSheet, figures: list[Figure], slide: Slide) -> None:
    number = figures[0].row.indicator
    chart = native_chart(slide.drawing) if slide.drawing else None
    above = (
        words.indicator_label(number),
        slide.sentence,
        " ".join(filter(None, (slide.about, slide.answered, *(chart.notes if chart else ())))),
        f"Source: {slide.source}." if slide.source else "",
        exports.MADE_UP if slide.made_up else "",
    )
    rows = [_cells(one) for one in sorted(figures, key=_everyone_first)]
    sheet = parts.table_sheet(
        book, f"Indicator {number}", widths=HEADINGS, rows=rows, above=tuple(filter(None, above))
    )
    parts.lined_up(sheet, [_formats(row[_UNIT]) for row in rows])
    if chart is not None:
        drawn.draw(sheet, chart, title=words.indicator_label(number), alt=slide.alt)


def _everyone_first(one: Figure) -> tuple[object, ...]:
    row = one.row
    part = row.band is not Band.ALL or row.staff_group is not StaffGroup.ALL
    _, year, _, staff, band, group, unit = in_order(one)
    return (part, staff, band, year, group, unit)


def _cells(one: Figure) -> list[Cell]:
    row, data = one.row, data_of(one)
    is_ratio = row.unit is Unit.RATIO
    figure = data["value"] if is_ratio else data["percent"]
    hidden = words.status_sign(Status.HIDDEN) if row.status is Status.HIDDEN else ""
    return [
        row.wres_year,
        words.people_label(row.band, row.staff_group),
        words.group_label(row.ethnic_group),
        _TIMES if is_ratio else _PER_CENT,
        parts.typed(data["text"] if figure is None else figure),
        *(_or_words(data[name], hidden or NO_RANGE) for name in ("low", "high")),
        *(_or_words(data[name], hidden or NOT_PUBLISHED) for name in ("numerator", "denominator")),
        *(_or_words(data[name], NO_GAP) for name in ("gap_points", "gap_low", "gap_high")),
        *(_or_words(data[name], NO_BENCHMARK) for name in ("benchmark", "benchmark_label")),
    ]


def _formats(unit: Cell) -> tuple[str, ...]:
    """How the numbers of a row are written, column by column; words have no format."""
    figure = "0.00" if unit == _TIMES else "0.0"
    return ("0", "", "", "", *(figure,) * 3, *("#,##0",) * 2, *("+0.0;-0.0;0.0",) * 3, figure, "")


def _or_words(value: object, why: str) -> Cell:
    return why if value is None else parts.typed(value)
