"""The form in which a lead tells of a case: one box a question, in the order of the library."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from wres.answers import View
from wres.answers.local_cases import Step
from wres.errors import CaseRefused
from wres.indicators import INDICATORS
from wres.library.case_studies import Intervention
from wres.library.local_cases import LocalCase, Pair
from wres.text import plain
from wres.ui import state
from wres.words import cases as case_words
from wres.words import indicator_label
from wres.words.presets import in_terms

Told = Callable[[], LocalCase]
LONGEST = 1_900
BOXES = (
    ("what_was_done", "What was done", "text"),
    ("outcome", "What came of it", "text"),
    ("what_did_not_work", "What did not work", "text"),
    ("setting", "Where: which part of the trust, which staff", "line"),
    ("duration", "How long it took", "line"),
    ("cost", "What it cost", "line"),
    ("caution", "What to take care of when reading this", "line"),
    ("evidence_url", "Link to where it is published (https://)", "line"),
)
FIGURES = (
    ("bme_before", "BME staff before, in %"),
    ("bme_after", "BME staff after, in %"),
    ("white_before", "White staff before, in %"),
    ("white_after", "White staff after, in %"),
)


def draw(
    view: View | None, step: Step | None, keep: Callable[[Told], None], *, fresh: int = 0
) -> None:
    """Return nothing; draw the form, filled in with a case that is there already.

    An empty one is new once more for each case there is (``fresh``); what is refused stays in it.
    """
    prefix = f"case_{step.record_id}_{step.revision}" if step else f"case_new_{fresh}"
    with st.form(prefix):
        _texts(prefix, step, view)
        _figures(prefix, step)
        st.form_submit_button("Keep as a draft", on_click=keep, args=(lambda: told_in(prefix),))


def _texts(prefix: str, step: Step | None, view: View | None) -> None:
    case = step.case if step else None
    numbers = [one.number for one in INDICATORS]
    st.selectbox(
        "Which indicator it is about",
        numbers,
        index=numbers.index(case.indicator if case else view.indicator if view else 1),
        format_func=indicator_label,
        key=f"{prefix}_indicator",
    )
    st.text_input(
        "Title, in a few words",
        value=case.title if case else "",
        max_chars=120,
        key=f"{prefix}_title",
    )
    for name, label, kind in BOXES:
        box = st.text_area if kind == "text" else st.text_input
        box(
            label,
            value=getattr(case, name) if case else "",
            max_chars=LONGEST,
            key=f"{prefix}_{name}",
        )
    st.multiselect(
        "Kinds of action",
        list(Intervention),
        default=list(case.interventions) if case else [],
        format_func=case_words.intervention_label,
        key=f"{prefix}_interventions",
    )


def _figures(prefix: str, step: Step | None) -> None:
    st.caption(
        "Figures of indicators 5 to 8, if they are published. Leave out those of few people."
    )
    case = (
        step.case
        if step
        else LocalCase(title="", indicator=1, what_was_done="", outcome="", what_did_not_work="")
    )
    with st.container(horizontal=True):
        for name, label in FIGURES:
            pair: Pair = getattr(case, name.partition("_")[0])
            when = name.partition("_")[2]
            answered = getattr(pair, f"answered_{when}")
            whose = in_terms(label.removesuffix(", in %"))
            with st.container(width=220):
                key = f"{prefix}_{name}"
                st.text_input(
                    plain(in_terms(label)), value=getattr(pair, when), max_chars=6, key=key
                )
                st.text_input(
                    plain(f"{whose}: how many answered"),
                    value="" if answered is None else str(answered),
                    max_chars=7,
                    key=f"{key}_answered",
                )


def told_in(prefix: str) -> LocalCase:
    """Return what stands in the form with this prefix.

    Raises:
        CaseRefused: If a number of people is no whole number.
    """
    texts = {name: state.picked_value(f"{prefix}_{name}") for name, _, _ in BOXES}
    return LocalCase(
        title=state.picked_value(f"{prefix}_title"),
        indicator=int(state.picked_value(f"{prefix}_indicator") or 1),
        interventions=state.picked_members(f"{prefix}_interventions", Intervention),
        bme=_pair(prefix, "bme"),
        white=_pair(prefix, "white"),
        **texts,
    )


def _pair(prefix: str, whose: str) -> Pair:
    return Pair(
        before=_percentage(f"{prefix}_{whose}_before"),
        after=_percentage(f"{prefix}_{whose}_after"),
        answered_before=_people(f"{prefix}_{whose}_before_answered"),
        answered_after=_people(f"{prefix}_{whose}_after_answered"),
    )


def _percentage(key: str) -> str:
    return state.picked_value(key).strip().removesuffix("%").strip()


def _people(key: str) -> int | None:
    text = state.picked_value(key).strip().replace(",", "")
    if not text:
        return None
    if not (text.isascii() and text.isdigit()):
        raise CaseRefused("How many answered must be a whole number, such as 240.")
    return int(text)
