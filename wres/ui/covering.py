"""The boards of what figures there are: what is held, what is missing and why."""

from __future__ import annotations

import streamlit as st

from wres import words
from wres.answers import Held, TrustBoard, YearBoard
from wres.indicators import INDICATORS
from wres.reports import trust_board_table, year_board_table
from wres.ui import links, panels


def one_organisation(board: YearBoard) -> None:
    """Return nothing; draw the nine indicators of an organisation by its years."""
    organisation = board.organisation
    name = words.organisation_title(organisation)
    panels.finding(words.coverage_headline(board))
    panels.quiet(words.COVERAGE_KEY)
    panels.words_table(year_board_table(board, caption=f"{name}: each indicator by WRES year."))
    absent = tuple(
        one.number
        for one, line in zip(INDICATORS, board.held, strict=True)
        if all(held is Held.NOTHING for held in line)
    )
    panels.sentence(
        words.why_missing(absent, made_up=organisation.made_up, is_trust=organisation.is_trust)
    )
    links.link("upload", "Upload this trust’s own figures", ":material/upload_file:")


def every_organisation(board: TrustBoard) -> None:
    """Return nothing; draw every organisation of a year by name, folded away."""
    panels.section(f"Every organisation, WRES {board.wres_year}")
    panels.sentence(words.overview_sentence(board))
    with st.expander("Show the table"):
        caption = f"Every organisation with anything for WRES {board.wres_year}, by name."
        panels.words_table(trust_board_table(board, caption=caption))
