"""What the library page asks for: a search, filters, what counts most, and one case alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeVar

import streamlit as st

from wres.answers import View, Wanted
from wres.library.case_studies import EvidenceGrade, Intervention
from wres.library.matching import Criterion
from wres.terms import BenchmarkGroup
from wres.text import echo, plain
from wres.ui import filters, printing, state
from wres.words import cases as case_words

ANY = ""
ALL_NINE = "all"
LONGEST_SEARCH = 100
WIDTH = 260
SEARCH_LABEL, SCOPE_LABEL = "Search the case studies", "Which indicators"
COUNTS_MOST_LABEL, USUAL_ORDER = "What counts most in ideas and cases", "The usual order"
SCOPES = {ANY: "The one chosen above", ALL_NINE: "All nine"}
# The indicator counts most in the usual order already.
WAYS_TO_RANK = tuple(one for one in Criterion if one is not Criterion.INDICATOR)

Choice = TypeVar("Choice", bound=Enum)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is looked for in the library, what counts most, and which one case, if any."""

    wanted: Wanted
    first: Criterion | None
    case_id: str
    refusals: list[str] = field(default_factory=list)

    @property
    def narrows(self) -> bool:
        """Whether more is looked for than one indicator."""
        return bool(set(self.wanted.named) - {"indicator"}) or self.wanted.indicator is None


def asked(view: View) -> Asked:
    """Return what the address asks for, each value checked; a refused one has a sentence."""
    refusals: list[str] = []
    scope = filters.asked_for("scope")
    if scope not in (ANY, ALL_NINE):
        refusals.append(f"“{echo(scope)}” is no set of indicators; one indicator is shown.")
    wanted = Wanted(
        indicator=None if scope == ALL_NINE else view.indicator,
        org_type=_member("type", BenchmarkGroup, "type of trust", refusals),
        intervention=_member("did", Intervention, "kind of action", refusals),
        grade=_member("grade", EvidenceGrade, "evidence grade", refusals),
        text=filters.asked_for("find")[:LONGEST_SEARCH].strip(),
    )
    return Asked(
        wanted=wanted,
        first=counts_most(refusals),
        case_id=filters.asked_for("case"),
        refusals=refusals,
    )


def counts_most(refusals: list[str]) -> Criterion | None:
    """Return what counts most when cases and ideas are ranked, or None for the usual order."""
    return _member("weigh", WAYS_TO_RANK, "way to rank", refusals)


def code_of(member: Enum) -> str:
    """Return how the address writes a choice."""
    return member.name.casefold()


def _member(name: str, kind: Iterable[Choice], noun: str, refusals: list[str]) -> Choice | None:
    code = filters.asked_for(name)
    found = next((one for one in kind if code_of(one) == code), None)
    if code and found is None:
        refusals.append(f"“{echo(code)}” is no {noun} this program knows; it is left out.")
    return found


def draw(found: Asked) -> None:
    """Return nothing; draw the search and the filters, folded away until one is used."""
    for sentence in found.refusals:
        st.warning(plain(sentence))
    label = "Search, filter, and choose what counts most"
    with st.expander(label, expanded=found.narrows or found.first is not None):
        _search(found.wanted.text)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            told = (
                (SEARCH_LABEL, echo(found.wanted.text) or "none"),
                _scope(found.wanted.indicator is None),
                _box("type", "Type of trust", BenchmarkGroup, case_words.type_label),
                _box("did", "Kind of action", Intervention, case_words.intervention_label),
                _box("grade", "Evidence", EvidenceGrade, case_words.grade_label),
            )
            draw_counts_most()
    printing.chosen_here("case_studies", (*told, counts_most_in_words(found.first)))


def draw_counts_most() -> None:
    """Return nothing; draw the box of what counts most when cases and ideas are ranked."""
    words = case_words.counts_most_label
    _box("weigh", COUNTS_MOST_LABEL, WAYS_TO_RANK, words, without=USUAL_ORDER)


def counts_most_in_words(first: Criterion | None) -> tuple[str, str]:
    """Return the name of the box of what counts most, and what is chosen in it."""
    return COUNTS_MOST_LABEL, USUAL_ORDER if first is None else case_words.counts_most_label(first)


def weigh() -> Criterion | None:
    """Return what counts most on a page of concerns; an unknown one is explained."""
    refusals: list[str] = []
    first = counts_most(refusals)
    for sentence in refusals:
        st.warning(plain(sentence))
    return first


def _search(text: str) -> None:
    key = "pick_find"
    state.show_value(key, text)
    st.text_input(
        SEARCH_LABEL,
        placeholder="for example: mentoring",
        max_chars=LONGEST_SEARCH,
        key=key,
        on_change=_picked,
        args=("find", key),
    )


def _scope(all_nine: bool) -> tuple[str, str]:
    key, chosen = "pick_scope", ALL_NINE if all_nine else ANY
    state.show_value(key, chosen)
    st.selectbox(
        SCOPE_LABEL,
        list(SCOPES),
        format_func=SCOPES.__getitem__,
        key=key,
        on_change=_picked,
        args=("scope", key),
        width=WIDTH,
    )
    return SCOPE_LABEL, SCOPES[chosen]


def _box(
    name: str,
    label: str,
    kind: Iterable[Choice],
    words: Callable[[Choice], str],
    *,
    without: str = "Any",
) -> tuple[str, str]:
    """Draw one box; the label and the words of what is chosen in it come back."""
    by_code = {code_of(member): words(member) for member in kind}
    key, chosen = f"pick_{name}", filters.asked_for(name)
    state.show_value(key, chosen if chosen in by_code else ANY)
    st.selectbox(
        label,
        [ANY, *by_code],
        format_func=lambda code: by_code.get(code, without),
        key=key,
        on_change=_picked,
        args=(name, key),
        width=WIDTH,
    )
    return label, by_code.get(chosen, without)


def _picked(name: str, key: str) -> None:
    filters.keep(name, state.picked_value(key))
