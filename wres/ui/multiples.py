"""Several small charts on one scale: the bands of an indicator, or the four survey questions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from wres import words
from wres.answers import Evidence, View, multiples
from wres.charts import Drawing
from wres.charts.of_answers import small_drawings
from wres.indicators import indicator
from wres.reports import multiples_table
from wres.terms import Band
from wres.text import plain
from wres.ui import panels, prose
from wres.ui.sheet import Sheet
from wres.words import exports

ACROSS = 2


def gather(page: Sheet, evidence: Evidence, view: View, *, first: int) -> None:
    """Return nothing; next come the small charts, where there are two years."""
    found = evidence.answer(multiples, view, first)
    if not found:
        return
    by_band = found[0][1] is not Band.ALL
    headline = words.multiples_headline(len(found), by_band=by_band)
    subtitle = _subtitle(evidence, view, by_band=by_band)
    page.read(prose.heading(headline), prose.quiet(subtitle))
    posts = not indicator(view.indicator).is_survey
    drawings = small_drawings(tuple(gaps for _, _, gaps in found), posts=posts)
    ids = {one.bme.source_id for _, _, gaps in found for one in gaps if one.bme.source_id}
    source = "; ".join(sorted(evidence.source_of(one) for one in ids))
    kept: dict[str, tuple[Drawing, panels.ChartWords]] = {}
    small = []
    for i, ((measured, band, gaps), drawing) in enumerate(zip(found, drawings, strict=True)):
        name = words.multiple_name(measured, band)
        alt = words.multiple_alt(name, gaps)
        small.append((name, panels.drawn_again(drawing, alt, key=f"small_{i}")))
        said = panels.ChartWords(headline=name, subtitle=subtitle, alt=alt, source=source)
        kept[f"small_{i + 1}"] = (drawing, said)
    page.step(partial(_side_by_side, small), key="small")
    page.step(partial(panels.pictures, kept, view, key="small"), key="pictures_small")
    table = prose.table(multiples_table(found, caption=subtitle), said=subtitle)
    page.read(prose.folded(exports.AS_TABLE, table), prose.quiet(f"Source: {source}."))


def _side_by_side(small: list[tuple[str, Callable[[], None]]]) -> None:
    columns = st.columns(ACROSS)
    for i, (name, draw) in enumerate(small):
        with columns[i % ACROSS]:
            st.markdown(f"**{plain(name)}**")
            draw()


def _subtitle(evidence: Evidence, view: View, *, by_band: bool) -> str:
    organisation = evidence.organisations.get(view.org_code)
    if not by_band:
        return f"{words.organisation_title(organisation)}, indicators 5 to 8."
    return words.subtitle(indicator(view.indicator), organisation, view.wres_year)
