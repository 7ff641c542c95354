"""The filters of a page: draw the ones it asks for, and give back the whole view.

What is chosen lives in the address (``wres/ui/address.py``), so a link, a reload and another
page all show the same thing. What cannot be shown is said in one sentence, never left out.
"""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import streamlit as st

from wres.answers.evidence import Evidence, View
from wres.indicators import INDICATORS
from wres.ui import address, asked, folding, printing, prose, state
from wres.words.exports import printed_line
from wres.words.help import NO_FIGURES_NEXT

LABELS = {
    "org": "Organisation",
    "year": "Year",
    "indicator": "Indicator",
    "staff": "Staff group",
    "band": "Pay band",
    "group": "Ethnic group",
    "benchmark": "Compare with",
}
# Pixels: wide enough to read what is chosen; on a phone a box is never wider than the screen.
WIDTHS = {"org": 430, "indicator": 380, "benchmark": 300}
USUAL_WIDTH = 170
NO_BANDS_IN_SURVEY = (
    "Pay band is not asked in the staff survey, so this trust’s published figures have no bands."
)
ONE_OPTION = {
    "year": "There are figures for one year only.",
    "staff": "These figures are published for all staff together.",
    "band": "These figures are published for all bands together.",
    "group": "These figures are published for one group only.",
}


def choose(
    evidence: Evidence, *names: str, more: tuple[str, ...] = (), indicator: int | None = None
) -> View:
    """Return the view that is chosen, after drawing the filters named.

    The names are those of the address: org, year, indicator, staff, band, group, benchmark.
    A filter that is not named keeps its value. Those in ``more`` are folded away until one of
    them is used, so that on a phone the finding comes before them. Refused values are explained
    above the filters. A page about one ``indicator`` looks at that one; the address keeps its own.
    """
    view = draw(evidence, *names, more=more, indicator=indicator)
    printing.draw(on_paper(evidence, view, (*names, *more)))
    return view


def draw(
    evidence: Evidence, *names: str, more: tuple[str, ...] = (), indicator: int | None = None
) -> View:
    """Return the view that is chosen, after drawing the filters named.

    For a page that says itself, on paper, what is chosen; else as ``choose``.
    """
    settled = settled_for(evidence, (*names, *more), indicator=indicator)
    _draw(evidence, settled, names)
    fold(evidence, settled, more)
    return settled.view


def on_paper(
    evidence: Evidence, view: View, names: tuple[str, ...], *more: tuple[str, str]
) -> prose.Part:
    """Return what is chosen in each filter, and ``more`` of the kind, to be read on paper alone."""
    told = (
        (LABELS[name], asked.label(evidence, name, asked.code_of(view, name), org=view.org_code))
        for name in names
    )
    return prose.on_paper(printed_line((*told, *more), evidence.version))


def settled_for(
    evidence: Evidence, drawn: tuple[str, ...], *, indicator: int | None = None
) -> asked.Settled:
    """Return what the address asks for, settled and remembered, with each refusal explained."""
    visit = state.visit()
    about = {"indicator": str(indicator)} if indicator else {}
    settled = evidence.answer(_settle, tuple({**visit.choice, **about}.items()))
    told = tuple(refusal for refusal in settled.refusals if _matters_here(refusal, drawn))
    # The organisation is always in the address, so that a link never depends on a default.
    choice = {"org": settled.view.org_code, **visit.choice}
    refused = frozenset(refusal.name for refusal in told)
    state.remember(replace(visit, choice=choice, refused=refused, shown=settled.view.org_code))
    address.write(choice)
    for refusal in told:
        st.warning(refusal.sentence)
        if refusal.name == "org" and refusal.understood:
            st.caption(NO_FIGURES_NEXT)
    return settled


def _settle(evidence: Evidence, choice: tuple[tuple[str, str], ...]) -> asked.Settled:
    return asked.settle(evidence, dict(choice))


def fold(evidence: Evidence, settled: asked.Settled, more: tuple[str, ...]) -> None:
    """Return nothing; draw filters folded away until one of them is used."""
    if not more:
        return
    names = ", ".join(LABELS[name].lower() for name in more)
    label, boxes = f"{names[0].upper()}{names[1:]}", partial(_draw, evidence, settled, more)
    key, is_used = f"fold_{'_'.join(more)}", _in_use(settled, more)
    # One that comes into use by a link opens; whoever closes it then has it closed.
    state.once(key, is_used, lambda: state.show_choice(key, chosen=True) if is_used else None)
    folding.boxes(label, boxes, key=key, opened=is_used)


def _in_use(settled: asked.Settled, names: tuple[str, ...]) -> bool:
    return any(asked.code_of(settled.view, name) != asked.USUAL.get(name) for name in names)


def _matters_here(refusal: asked.Refusal, names: tuple[str, ...]) -> bool:
    # What fits nowhere is explained everywhere; what only this trust lacks, where it is asked.
    return refusal.name in (*names, "org", "year") or not refusal.understood


def _draw(evidence: Evidence, settled: asked.Settled, names: tuple[str, ...]) -> None:
    if not names:
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in names:
            select(evidence, settled, name)
    notes = [_note(evidence, settled, name) for name in names]
    if any(notes):
        st.caption(" ".join(note for note in notes if note))


# A box with one option stays enabled: greyed-out words are too faint to read, and a caption says
# why there is nothing to choose.
def select(
    evidence: Evidence,
    settled: asked.Settled,
    name: str,
    *,
    begins: str | None = None,
    width: int | None = None,
) -> None:
    """Return nothing; draw the box of one filter.

    As part of a sentence it ``begins`` with these words and has no name above it.
    """
    key, options = f"pick_{name}", settled.options[name]
    state.show_value(key, asked.code_of(settled.view, name))

    def words(code: str) -> str:
        label = asked.label(evidence, name, code, org=settled.view.org_code)
        if begins is None:
            return label
        return asked.in_sentence(label, name, code, begins=begins)

    st.selectbox(
        LABELS[name],
        options,
        format_func=words,
        label_visibility="visible" if begins is None else "collapsed",
        key=key,
        on_change=_picked,
        args=(name, key),
        width=width or WIDTHS.get(name, USUAL_WIDTH),
    )


def _picked(name: str, key: str) -> None:
    keep(name, state.picked_value(key))


def keep(name: str, value: str) -> None:
    """Return nothing; from the next run on the address holds this value, or none of the name."""
    visit = state.visit()
    choice = {**visit.moving_on(), name: value}
    if not value:
        del choice[name]
    state.remember(replace(visit, choice=choice, picked=True))


def asked_for(name: str) -> str:
    """Return what the address asks for under a name, or an empty text."""
    return state.visit().choice.get(name, "")


def number_in(text: str) -> float | None:
    """Return the number a person wrote in digits, with or without a per cent sign, or None."""
    whole, _, decimals = text.removesuffix("%").strip().partition(".")
    if not (whole + decimals).isascii() or not (whole + decimals).isdigit() or len(text) > 8:
        return None
    return float(f"{whole or 0}.{decimals or 0}")


def _note(evidence: Evidence, settled: asked.Settled, name: str) -> str:
    view, options = settled.view, settled.options[name]
    if name == "indicator":
        held = evidence.indicators(view.org_code, view.wres_year)
        missing = [str(one.number) for one in INDICATORS if one.number not in held]
        listed = ", ".join(missing)
        return f"No figures here in {view.wres_year} for indicators {listed}." if missing else ""
    if name == "band" and asked.no_bands_in_survey(view.indicator, options):
        return NO_BANDS_IN_SURVEY
    return ONE_OPTION.get(name, "") if len(options) == 1 else ""
