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
from wres.ui import panels, prose, table_files
from wres.ui.panels import ChartWords
from wres.words import sitting as told


def draw(evidence: Evidence, view: View, source: str, *, before: prose.Parts) -> prose.Parts:
    """Return what is still to be drawn once it is drawn where the gap of a survey indicator sits.

    Or why it cannot be; what stands ``before`` is drawn first.
    """
    if not indicator(view.indicator).is_survey:
        return before
    read: prose.Parts = (
        *before,
        prose.heading("Where it sits", anchor="where-it-sits"),
        prose.quiet(told.NO_CAUSE),
    )
    read = _splits(evidence, view, source, before=read)
    read = (*read, prose.heading("What two groups hide"), prose.sentence(words.two_groups_note()))
    found = evidence.answer(england_cut, view.indicator)
    if found is None:
        return (*read, prose.sentence(told.no_england(view.indicator)))
    return _england(evidence, view, found, before=read)


def _splits(evidence: Evidence, view: View, source: str, *, before: prose.Parts) -> prose.Parts:
    read, files = before, []
    for cut in CutBy:
        found = evidence.answer(where_it_sits, view, cut)
        if isinstance(found, NoSplit):
            read = (*read, prose.sentence(told.no_split(found, cut)))
            continue
        warning = told.simpson_warning(found)
        if warning:
            prose.draw(*read, key=f"before_warning_{cut.name.lower()}")
            st.warning(plain(warning))
            read = ()
        organisation = evidence.organisations.get(view.org_code)
        caption = words.subtitle(indicator(view.indicator), organisation, view.wres_year)
        sentence = told.split_sentence(found)
        said = ChartWords(headline=sentence, subtitle=caption, alt="", source=source)
        table = split_table(found, caption=caption)
        files.append((f"split_{cut.name.lower()}", table, said))
        read = (
            *read,
            *map(prose.sentence, (sentence, told.same_mix_sentence(found))),
            table_files.sourced(table, said, label=f"The split by {cut.value} as a table"),
        )
    if not files:
        return read
    prose.draw(*read, key="splits")
    table_files.offer(files, evidence=evidence, view=view, key="splits")
    return ()


def _england(
    evidence: Evidence, view: View, found: EnglandCut, *, before: prose.Parts
) -> prose.Parts:
    below = _england_chart(evidence, view, found, before=before)
    both = "; ".join(
        f"{words.group_label(one.ethnic_group)} {told.breakdown_figure(one)}" for one in found.both
    )
    panels.table_and_file(
        breakdowns_table(found.occupations, caption=told.england_subtitle(found)),
        _said(evidence, found, told.OCCUPATIONS),
        evidence=evidence,
        view=_of_england(view, found),
        key="england_occupation",
        before=(
            *below,
            prose.sentence(f"The two groups together: {both}."),
            prose.heading("England by occupation", level=prose.SUBSECTION),
            prose.sentence(told.OCCUPATIONS),
        ),
    )
    return (prose.quiet(told.WEIGHTED),)


def _england_chart(
    evidence: Evidence, view: View, found: EnglandCut, *, before: prose.Parts
) -> prose.Parts:
    rows = found.backgrounds
    return panels.chart(
        breakdowns_drawing(rows),
        _said(evidence, found, told.england_headline(found)),
        table=breakdowns_table(rows, caption=told.england_subtitle(found)),
        evidence=evidence,
        view=_of_england(view, found),
        key="england_background",
        before=before,
    )


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
