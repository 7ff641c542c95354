"""Another year, trust or band set beside the chosen one, on one scale; kept in the address."""

from __future__ import annotations

from functools import partial

import streamlit as st

from wres import words
from wres.answers import Across, Evidence, View, beside_options, side_by_side
from wres.charts.of_sides import sides_drawing
from wres.reports import sides_table
from wres.terms import Band
from wres.text import echo, plain
from wres.ui import filters, panels, prose, sheet, state
from wres.ui.panels import ChartWords
from wres.ui.sheet import Sheet
from wres.words.exports import printed_part

SEPARATOR = "-"
NOTHING = ""
NONE_BESIDE = "There is no other year, trust or band with figures to set beside these."
BESIDE_LABEL = "Set beside it"
KIND_KEY, OTHER_KEY = "pick_across", "pick_other"


def gather(page: Sheet, evidence: Evidence, view: View, *, source: str) -> None:
    """Return nothing; next come the choice of what to set beside the view, and the two sides."""
    options = evidence.answer(beside_options, view)
    page.read(prose.heading("Side by side"))
    if options:
        across, other, _ = asked_beside(options, filters.asked_for("beside"))
        chosen = _label(evidence, across, other) if across else "nothing"
        page.read(prose.on_paper(printed_part(((BESIDE_LABEL, chosen),))))
        page.step(partial(_draw, evidence, view, source, options), key="beside")
    else:
        page.read(prose.sentence(NONE_BESIDE))


def _draw(
    evidence: Evidence, view: View, source: str, options: dict[Across, tuple[str, ...]]
) -> None:
    across, other, refusal = asked_beside(options, filters.asked_for("beside"))
    if refusal:
        st.warning(plain(refusal))
    _boxes(evidence, options, across, other)
    if across is not None:
        sheet.of(sides, evidence, view, source=source, across=across, other=other).draw()


def asked_beside(
    options: dict[Across, tuple[str, ...]], text: str
) -> tuple[Across | None, str, str]:
    """Return what to differ in, the other value, and why where the one asked for cannot be."""
    kind, _, other = text.partition(SEPARATOR)
    known = {one.value: one for one in options}
    if not text:
        return None, NOTHING, ""
    if kind in known and other in options[known[kind]]:
        return known[kind], other, ""
    nearest = next(iter(options))
    given = echo(text)
    why = f"“{given}” cannot be set beside these figures; there is "
    there = ", ".join(words.across_label(one) for one in options)
    return None, NOTHING, f"{why}{there}, such as {options[nearest][0]}."


def _boxes(
    evidence: Evidence,
    options: dict[Across, tuple[str, ...]],
    across: Across | None,
    other: str,
) -> None:
    state.show_value(KIND_KEY, across.value if across else NOTHING)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            BESIDE_LABEL,
            [NOTHING, *(one.value for one in options)],
            format_func=lambda code: words.across_label(Across(code)) if code else "nothing",
            key=KIND_KEY,
            on_change=_keep_kind,
            args=({one.value: codes[0] for one, codes in options.items()},),
            width=220,
        )
        if across is None:
            return
        state.show_value(OTHER_KEY, other)
        st.selectbox(
            "Which one",
            options[across],
            format_func=lambda code: _label(evidence, across, code),
            key=OTHER_KEY,
            on_change=_keep_other,
            args=(across.value,),
            width=430,
        )


def _label(evidence: Evidence, across: Across, code: str) -> str:
    if across is Across.BAND:
        return words.band_label(Band(code))
    if across is Across.ORGANISATION:
        return f"{evidence.organisations.get(code).name} ({code})"
    return code


def _keep_kind(first: dict[str, str]) -> None:
    kind = state.picked_value(KIND_KEY)
    filters.keep("beside", f"{kind}{SEPARATOR}{first[kind]}" if kind else NOTHING)


def _keep_other(kind: str) -> None:
    filters.keep("beside", f"{kind}{SEPARATOR}{state.picked_value(OTHER_KEY)}")


def sides(
    page: Sheet, evidence: Evidence, view: View, *, source: str, across: Across, other: str
) -> None:
    """Return nothing; gather a view and another year, trust or band, on one scale."""
    found = side_by_side(evidence, view, across=across, other=other)
    page.read(*map(prose.sentence, words.side_sentences(found)))
    if found.measured.is_likelihood:
        return
    subtitle = words.subtitle(found.measured, found.first.organisation, view.wres_year)
    ids = {side.gap.bme.source_id for side in (found.first, found.second)}
    named = "; ".join(sorted(evidence.source_of(one) for one in ids if one)) or source
    panels.chart(
        page,
        sides_drawing(found),
        ChartWords(
            headline=words.side_headline(found),
            subtitle=subtitle,
            alt=words.side_alt(found),
            source=named,
        ),
        table=sides_table(found, caption=subtitle),
        evidence=evidence,
        view=view,
        key="sides",
    )
