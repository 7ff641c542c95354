"""The filters of a page: draw the ones it asks for, and give back the whole view.

What is chosen lives in the address (``wres/ui/address.py``), so a link, a reload and another
page all show the same thing. What cannot be shown is said in one sentence, never left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from wres.answers.evidence import Evidence, View
from wres.indicators import INDICATORS
from wres.text import plain
from wres.ui import address, asked, folding, printing, prose, state
from wres.ui.sheet import Sheet
from wres.words import SPOKEN
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
    settled = settled_for(evidence, (*names, *more), indicator=indicator)
    view = settled.view
    _boxes(evidence, settled, names)
    _remark(_notes(evidence, settled, names))
    if more:
        open_where_used(view, more)
        text, boxes = _folded(evidence, settled, more)
        folding.boxes(text, boxes, key=_fold(more))
    printing.draw(on_paper(evidence, view, (*names, *more)))
    return view


def draw(
    evidence: Evidence,
    *names: str,
    more: tuple[str, ...] = (),
    indicator: int | None = None,
    beside: Callable[[Evidence, View], None] | None = None,
) -> View:
    """Return the view that is chosen, after drawing the filters named, and more boxes ``beside``.

    For a page whose sheet has the rest ``below`` them; else as ``choose``.
    """
    settled = settled_for(evidence, (*names, *more), indicator=indicator)
    _boxes(evidence, settled, names, beside=beside)
    open_where_used(settled.view, more)
    return settled.view


def below(
    page: Sheet,
    evidence: Evidence,
    view: View,
    *,
    names: tuple[str, ...],
    more: tuple[str, ...] = (),
) -> None:
    """Return nothing; next come remarks on filters, and ``more`` of them folded away.

    On paper it says what is chosen in all of them.
    """
    page.read(prose.quiet(_notes(evidence, _settled_at(evidence, view), names)))
    if more:
        fold(page, evidence, view, more=more)
    page.read(on_paper(evidence, view, (*names, *more)))


def fold(page: Sheet, evidence: Evidence, view: View, *, more: tuple[str, ...]) -> None:
    """Return nothing; next come filters folded away until one of them is used."""
    text, boxes = _folded(evidence, _settled_at(evidence, view), more)
    page.opens(text, boxes, key=_fold(more))


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


def _settled_at(evidence: Evidence, view: View) -> asked.Settled:
    """A view that was settled, with the options there are beside it."""
    return evidence.answer(_settle, tuple((name, asked.code_of(view, name)) for name in LABELS))


def open_where_used(view: View, more: tuple[str, ...]) -> None:
    """Return nothing; folded filters open as one of them comes into use."""
    folding.open_where_used(_fold(more), _in_use(view, more))


def _fold(more: tuple[str, ...]) -> str:
    return f"fold_{'_'.join(more)}"


def _folded(
    evidence: Evidence, settled: asked.Settled, more: tuple[str, ...]
) -> tuple[str, Callable[[], None]]:
    """The label of folded filters, and what draws their boxes."""
    names = ", ".join(LABELS[name].lower() for name in more)

    def draw() -> None:
        _boxes(evidence, settled, more)
        _remark(_notes(evidence, settled, more))

    return f"{names[0].upper()}{names[1:]}", draw


def _in_use(view: View, names: tuple[str, ...]) -> bool:
    return any(asked.code_of(view, name) != asked.USUAL.get(name) for name in names)


def _matters_here(refusal: asked.Refusal, names: tuple[str, ...]) -> bool:
    # What fits nowhere is explained everywhere; what only this trust lacks, where it is asked.
    return refusal.name in (*names, "org", "year") or not refusal.understood


def _boxes(
    evidence: Evidence,
    settled: asked.Settled,
    names: tuple[str, ...],
    *,
    beside: Callable[[Evidence, View], None] | None = None,
) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for name in names:
            select(evidence, settled, name)
        if beside is not None:
            beside(evidence, settled.view)


def _notes(evidence: Evidence, settled: asked.Settled, names: tuple[str, ...]) -> str:
    return " ".join(filter(None, (_note(evidence, settled, name) for name in names)))


def _remark(text: str) -> None:
    if text:
        st.caption(plain(text))


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

    of = (name, options, settled.view.org_code, begins, SPOKEN.bme)
    st.selectbox(
        LABELS[name],
        options,
        format_func=evidence.answer(_words_of, of).__getitem__,
        label_visibility="visible" if begins is None else "collapsed",
        key=key,
        on_change=_picked,
        args=(name, key),
        width=width or WIDTHS.get(name, USUAL_WIDTH),
    )


def _words_of(
    evidence: Evidence, of: tuple[str, tuple[str, ...], str, str | None, str]
) -> dict[str, str]:
    """The words of each option of a box by its code; two hundred trusts are named once."""
    name, options, org, begins, _spoken = of
    found = {code: asked.label(evidence, name, code, org=org) for code in options}
    if begins is None:
        return found
    return {
        code: asked.in_sentence(label, name, code, begins=begins) for code, label in found.items()
    }


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
