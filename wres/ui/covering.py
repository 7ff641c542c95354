"""The boards of what figures there are: what is held, what is missing and why."""

from __future__ import annotations

from wres import words
from wres.answers import Held, TrustBoard, YearBoard
from wres.indicators import INDICATORS
from wres.reports import trust_board_table, year_board_table
from wres.ui import links, panels, prose


def show(of_one: YearBoard, of_all: TrustBoard) -> None:
    """Return nothing; draw what there is of one organisation, and of every one in a year."""
    prose.draw(*_one_organisation(of_one), *_every_organisation(of_all), key="boards")


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
        panels.found(words.coverage_headline(board)),
        prose.quiet(words.COVERAGE_KEY),
        prose.table(year_board_table(board, caption=f"{name}: each indicator by WRES year.")),
        prose.sentence(missing),
        prose.links(links.to("upload", "Upload this trust’s own figures", "upload_file")),
    )


def _every_organisation(board: TrustBoard) -> prose.Parts:
    """Every organisation of a year by name, folded away."""
    caption = f"Every organisation with anything for WRES {board.wres_year}, by name."
    return (
        prose.heading(f"Every organisation, WRES {board.wres_year}"),
        prose.sentence(words.overview_sentence(board)),
        prose.folded("Show the table", prose.table(trust_board_table(board, caption=caption))),
    )
