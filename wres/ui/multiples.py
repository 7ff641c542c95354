"""Several small charts on one scale: the bands of an indicator, or the four survey questions."""

from __future__ import annotations

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
from wres.words import exports

ACROSS = 2


def draw(evidence: Evidence, view: View, first: int, *, before: prose.Parts) -> prose.Parts:
    """Return what is still to be drawn once the small charts are, where there are two years.

    What stands ``before`` them is drawn first, where there are any.
    """
    found = evidence.answer(multiples, view, first)
    if not found:
        return before
    by_band = found[0][1] is not Band.ALL
    headline = words.multiples_headline(len(found), by_band=by_band)
    subtitle = _subtitle(evidence, view, by_band=by_band)
    prose.draw(*before, prose.heading(headline), prose.quiet(subtitle), key="small")
    posts = not indicator(view.indicator).is_survey
    drawings = small_drawings(tuple(gaps for _, _, gaps in found), posts=posts)
    ids = {one.bme.source_id for _, _, gaps in found for one in gaps if one.bme.source_id}
    source = "; ".join(sorted(evidence.source_of(one) for one in ids))
    kept: dict[str, tuple[Drawing, panels.ChartWords]] = {}
    columns = st.columns(ACROSS)
    for i, ((measured, band, gaps), drawing) in enumerate(zip(found, drawings, strict=True)):
        name = words.multiple_name(measured, band)
        alt = words.multiple_alt(name, gaps)
        with columns[i % ACROSS]:
            st.markdown(f"**{plain(name)}**")
            panels.bare_chart(drawing, alt, key=f"small_{i}")
        said = panels.ChartWords(headline=name, subtitle=subtitle, alt=alt, source=source)
        kept[f"small_{i + 1}"] = (drawing, said)
    panels.pictures(kept, view, key="small")
    table = prose.table(multiples_table(found, caption=subtitle), said=subtitle)
    return prose.folded(exports.AS_TABLE, table), prose.quiet(f"Source: {source}.")


def _subtitle(evidence: Evidence, view: View, *, by_band: bool) -> str:
    organisation = evidence.organisations.get(view.org_code)
    if not by_band:
        return f"{words.organisation_title(organisation)}, indicators 5 to 8."
    return words.subtitle(indicator(view.indicator), organisation, view.wres_year)
