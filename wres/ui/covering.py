"""The boards of what figures there are: what is held, what is missing and why."""

from __future__ import annotations

from wres import words
from wres.answers import Evidence, Held, View, YearBoard, trust_board, year_board
from wres.indicators import INDICATORS
from wres.reports import trust_board_table, year_board_table
from wres.ui import filters, links, panels, prose, sheet
from wres.ui.sheet import Sheet

FILTERS = ("org", "year")


def show(evidence: Evidence, view: View) -> None:
    """Return nothing; draw what there is of one organisation, and of every one in a year."""
    sheet.of(gather, evidence, view).draw()


def gather(page: Sheet, evidence: Evidence, view: View) -> None:
    """Return nothing; gather what there is of one organisation, and of every one in a year."""
    filters.below(page, evidence, view, names=FILTERS)
    page.read(*panels.on_organisation(evidence, view))
    of_one = evidence.answer(year_board, view.org_code)
    page.found(words.coverage_headline(of_one))
    page.read(*_one_organisation(of_one))
    page.read(*evidence.answer(_every_organisation, view.wres_year))


def _one_organisation(board: YearBoard) -> prose.Parts:
    """The nine indicators of an organisation by its years."""
    organisation = board.organisation
    name = words.organisation_title(organisation)
    absent = tuple(
        one.number
        for one, line in zip(INDICATORS, board.held, strict=True)
        if all(held is Held.NOTHING for held in line)
    )
    missing = words.why_missing(
        absent, made_up=organisation.made_up, is_trust=organisation.is_trust
    )
    return (
        prose.quiet(words.COVERAGE_KEY),
        prose.table(year_board_table(board, caption=f"{name}: each indicator by WRES year.")),
        prose.sentence(missing),
        prose.links(links.to("upload", "Upload this trust’s own figures", "upload_file")),
    )


def _every_organisation(evidence: Evidence, wres_year: int) -> prose.Parts:
    """Every organisation of a year by name, folded away: two hundred rows, whoever looks."""
    board = trust_board(evidence, wres_year)
    caption = f"Every organisation with anything for WRES {wres_year}, by name."
    table = trust_board_table(board, caption=caption)
    return (
        prose.heading(f"Every organisation, WRES {board.wres_year}"),
        prose.sentence(words.overview_sentence(board)),
        prose.folded("Show the table", prose.table(table)),
    )
