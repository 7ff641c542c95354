"""The nine indicators in a written report: finding, chart, table, benchmark, trend, source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from wres import words
from wres.answers import Exploration, Glance, explore, glance
from wres.answers.coverage import held_of
from wres.charts.of_answers import ratio_drawing, trend_drawing
from wres.charts.of_workforce import share_bands_drawing
from wres.indicators import INDICATORS, Kind
from wres.reports.report_tables import places_table, ratios_table, shares_table, years_table
from wres.reports.sections import Picture, Reported, Section, source_line, told
from wres.reports.tables import posts_table
from wres.words import reports as said
from wres.words.explaining import PERCENTAGES_ONLY

POSTS = (Kind.WORKFORCE, Kind.BOARD)


def nine_sections(asked: Reported) -> Iterator[Section]:
    """Give the part about the nine indicators: a heading, then one section or two for each."""
    year = asked.view.wres_year
    yield Section(heading=said.NINE, sentences=told(f"Figures of WRES {year} and the years before"))
    for one in INDICATORS:
        yield from _indicator(asked, one.number)


def _indicator(asked: Reported, number: int) -> Iterator[Section]:
    view = replace(asked.view, indicator=number)
    seen = explore(asked.evidence, view)
    found = glance(asked.evidence, view, number)
    if found.assessment is None:
        yield replace(_bare(asked, seen, found), verdict=said.VERDICT_UNKNOWN)
        return
    yield _drawn(asked, seen, found)
    yield from _cut(asked, seen)


def _bare(asked: Reported, seen: Exploration, found: Glance) -> Section:
    """A section without its chart: what is measured, what was found, and why no more."""
    view = seen.view
    hidden = seen.hidden.cells
    finding = tuple(_found(seen, found))
    if found.assessment is None:
        held = held_of(
            asked.evidence, view.org_code, wres_year=view.wres_year, number=view.indicator
        )
        finding = (said.no_figure_sentence(held, view.wres_year),)
    return Section(
        heading=words.indicator_label(view.indicator),
        level=2,
        sentences=told(
            said.measures_sentence(seen.measured.wording), *finding, words.hidden_note(hidden)
        ),
    )


def _found(seen: Exploration, found: Glance) -> Iterator[str]:
    assessed = found.assessment
    if assessed is None:
        return
    yield words.finding(found)
    yield words.rounding_note(assessed.gap)
    # Posts are counted in people: their one sentence below holds the counts and the workforce.
    if seen.measured.kind not in POSTS:
        yield words.evidence_line(assessed)
        yield words.benchmark_line(found)
    for one in assessed.findings:
        yield words.finding_sentence(one)
    if assessed.likelihood is not None:
        yield words.four_fifths_sentence(assessed.likelihood)
    if assessed.people is not None:
        yield words.people_sentence(assessed.people, assessed.gap)
    yield seen.measured.caution


def _drawn(asked: Reported, seen: Exploration, found: Glance) -> Section:
    """The section of an indicator with figures, with whatever can be drawn and tabled of them."""
    bare = _bare(asked, seen, found)
    caption = _caption(asked, seen)
    kind = seen.measured.kind
    whole = replace(
        bare,
        verdict=words.strength_words(found.assessment.strength) if found.assessment else "",
        sentences=(*bare.sentences, *told(_range(seen))),
        source=source_line(asked.evidence, _source_ids(seen)),
    )
    if kind is Kind.LIKELIHOOD:
        return replace(
            whole,
            picture=Picture(drawing=ratio_drawing(seen.likelihoods), alt=words.trend_alt(seen)),
            table=ratios_table(seen.likelihoods, seen.yearly_benchmarks, caption=caption),
        )
    if kind is Kind.SURVEY:
        return replace(
            whole,
            picture=Picture(drawing=trend_drawing(seen), alt=words.trend_alt(seen)),
            table=years_table(seen.gaps, seen.yearly_benchmarks, caption=caption),
        )
    posts = "board members" if kind is Kind.BOARD else "posts at band 8a and above"
    return replace(
        whole,
        picture=_posts_picture(seen),
        table=shares_table(found.gaps, caption=caption, posts=posts),
    )


def _posts_picture(seen: Exploration) -> Picture:
    """The bands and seats whose figure is shown; the table below names the hidden ones."""
    shown = replace(seen, by_band=tuple(one for one in seen.by_band if one.bme.is_shown))
    return Picture(drawing=share_bands_drawing(shown), alt=words.posts_alt(shown))


def _range(seen: Exploration) -> str:
    """What the bars of a chart mean, and why a line is cut; that there are none is said already."""
    if seen.measured.kind in POSTS:
        return ""
    return words.range_note(seen).removeprefix(PERCENTAGES_ONLY).strip()


def _cut(asked: Reported, seen: Exploration) -> Iterator[Section]:
    """The part below an indicator: its figures by pay band, or its posts."""
    caption = _caption(asked, seen)
    if seen.measured.kind is Kind.SURVEY and seen.by_band:
        yield Section(
            heading=said.BY_BAND,
            level=3,
            sentences=told(words.cut_headline(seen.by_band, "bands")),
            table=places_table(seen.by_band, caption=caption),
        )
    if seen.posts:
        yield Section(
            heading=said.BY_SEAT if seen.measured.kind is Kind.BOARD else said.BY_POST,
            level=3,
            sentences=told(words.share_headline(seen)),
            table=posts_table(seen.posts, caption=caption),
        )


def _caption(asked: Reported, seen: Exploration) -> str:
    organisation = asked.evidence.organisations.get(seen.view.org_code)
    return words.subtitle(seen.measured, organisation, seen.view.wres_year)


def _source_ids(seen: Exploration) -> Iterable[str]:
    yield from (one.bme.source_id for one in seen.gaps)
    yield from (one.source_id for one in seen.likelihoods)
    yield from (row.source_id for row in seen.posts)
