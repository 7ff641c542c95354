"""Where a gap sits, drawn: the split by band and staff group, and England below the two groups."""

from __future__ import annotations

from dataclasses import replace

from wres import words
from wres.answers import CutBy, EnglandCut, Evidence, NoSplit, View, england_cut, where_it_sits
from wres.charts.of_england import breakdowns_drawing
from wres.indicators import indicator
from wres.reports import breakdowns_table, split_table
from wres.ui import panels, prose, table_files
from wres.ui.panels import ChartWords
from wres.ui.sheet import Sheet
from wres.words import sitting as told


def gather(page: Sheet, evidence: Evidence, view: View, *, source: str) -> None:
    """Return nothing; next comes where the gap of a survey indicator sits, or why not."""
    if not indicator(view.indicator).is_survey:
        return
    page.read(
        prose.heading("Where it sits", anchor="where-it-sits"),
        prose.quiet(told.NO_CAUSE),
    )
    _splits(page, evidence, view, source)
    page.read(prose.heading("What two groups hide"), prose.sentence(words.two_groups_note()))
    found = evidence.answer(england_cut, view.indicator)
    if found is None:
        page.read(prose.sentence(told.no_england(view.indicator)))
    else:
        _england(page, evidence, view, found)


def _splits(page: Sheet, evidence: Evidence, view: View, source: str) -> None:
    files = []
    for cut in CutBy:
        found = evidence.answer(where_it_sits, view, cut)
        if isinstance(found, NoSplit):
            page.read(prose.sentence(told.no_split(found, cut)))
            continue
        warning = told.simpson_warning(found)
        if warning:
            page.warn(warning, key=f"warning_{cut.name.lower()}")
        organisation = evidence.organisations.get(view.org_code)
        caption = words.subtitle(indicator(view.indicator), organisation, view.wres_year)
        sentence = told.split_sentence(found)
        said = ChartWords(headline=sentence, subtitle=caption, alt="", source=source)
        table = split_table(found, caption=caption)
        files.append((f"split_{cut.name.lower()}", table, said))
        page.read(
            *map(prose.sentence, (sentence, told.same_mix_sentence(found))),
            table_files.sourced(table, said, label=f"The split by {cut.value} as a table"),
        )
    if files:
        table_files.offer(page, files, evidence=evidence, view=view, key="splits")


def _england(page: Sheet, evidence: Evidence, view: View, found: EnglandCut) -> None:
    _england_chart(page, evidence, view, found)
    both = "; ".join(
        f"{words.group_label(one.ethnic_group)} {told.breakdown_figure(one)}" for one in found.both
    )
    page.read(
        prose.sentence(f"The two groups together: {both}."),
        prose.heading("England by occupation", level=prose.SUBSECTION),
        prose.sentence(told.OCCUPATIONS),
    )
    panels.table_and_file(
        page,
        breakdowns_table(found.occupations, caption=told.england_subtitle(found)),
        _said(evidence, found, told.OCCUPATIONS),
        evidence=evidence,
        view=_of_england(view, found),
        key="england_occupation",
    )
    page.read(prose.quiet(told.WEIGHTED))


def _england_chart(page: Sheet, evidence: Evidence, view: View, found: EnglandCut) -> None:
    rows = found.backgrounds
    panels.chart(
        page,
        breakdowns_drawing(rows),
        _said(evidence, found, told.england_headline(found)),
        table=breakdowns_table(rows, caption=told.england_subtitle(found)),
        evidence=evidence,
        view=_of_england(view, found),
        key="england_background",
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
