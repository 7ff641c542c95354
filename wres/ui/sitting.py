"""Where a gap sits, drawn: the split by band and staff group, and England below the two groups."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from wres import words
from wres.answers import CutBy, EnglandCut, Evidence, NoSplit, View, england_cut, where_it_sits
from wres.charts.of_england import breakdowns_drawing
from wres.indicators import indicator
from wres.reports import breakdowns_table, split_table
from wres.text import plain
from wres.ui import panels, prose
from wres.ui.panels import ChartWords
from wres.words import sitting as told


def draw(evidence: Evidence, view: View, source: str) -> None:
    """Return nothing; draw where the gap of a survey indicator sits, or say why it cannot be."""
    if not indicator(view.indicator).is_survey:
        return
    panels.section("Where it sits", anchor="where-it-sits")
    panels.quiet(told.NO_CAUSE)
    for cut in CutBy:
        _split(evidence, view, cut, source)
    panels.section("What two groups hide")
    panels.sentence(words.two_groups_note())
    found = evidence.answer(england_cut, view.indicator)
    if found is None:
        panels.sentence(told.no_england(view.indicator))
        return
    _england(evidence, view, found)


def _split(evidence: Evidence, view: View, cut: CutBy, source: str) -> None:
    found = evidence.answer(where_it_sits, view, cut)
    if isinstance(found, NoSplit):
        panels.sentence(told.no_split(found, cut))
        return
    warning = told.simpson_warning(found)
    if warning:
        st.warning(plain(warning))
    panels.sentences(told.split_sentence(found), told.same_mix_sentence(found))
    organisation = evidence.organisations.get(view.org_code)
    caption = words.subtitle(indicator(view.indicator), organisation, view.wres_year)
    said = ChartWords(headline=told.split_sentence(found), subtitle=caption, alt="", source=source)
    with st.expander(f"The split by {cut.value} as a table"):
        panels.table_and_file(
            split_table(found, caption=caption),
            said,
            evidence=evidence,
            view=view,
            key=f"split_{cut.name.lower()}",
        )


def _england(evidence: Evidence, view: View, found: EnglandCut) -> None:
    _england_chart(evidence, view, found)
    both = "; ".join(
        f"{words.group_label(one.ethnic_group)} {told.breakdown_figure(one)}" for one in found.both
    )
    panels.sentence(f"The two groups together: {both}.")
    panels.subsection("England by occupation")
    panels.sentence(told.OCCUPATIONS)
    panels.table_and_file(
        breakdowns_table(found.occupations, caption=told.england_subtitle(found)),
        _said(evidence, found, told.OCCUPATIONS),
        evidence=evidence,
        view=_of_england(view, found),
        key="england_occupation",
    )
    panels.quiet(told.WEIGHTED)


def _england_chart(evidence: Evidence, view: View, found: EnglandCut) -> None:
    rows = found.backgrounds
    below = panels.chart(
        breakdowns_drawing(rows),
        _said(evidence, found, told.england_headline(found)),
        table=breakdowns_table(rows, caption=told.england_subtitle(found)),
        evidence=evidence,
        view=_of_england(view, found),
        key="england_background",
    )
    prose.draw(*below, key="below_england_background")


def _said(evidence: Evidence, found: EnglandCut, headline: str) -> ChartWords:
    sources = sorted({evidence.source_of(one.source_id) for one in found.backgrounds})
    return ChartWords(
        headline=headline,
        subtitle=told.england_subtitle(found),
        alt=told.breakdowns_alt(found.backgrounds, "ethnic background"),
        source="; ".join(sources),
        note=told.WEIGHTED,
    )


def _of_england(view: View, found: EnglandCut) -> View:
    return replace(view, org_code="ENG", wres_year=found.wres_year)
