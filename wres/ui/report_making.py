"""The files of a trust's year: made when they are asked for, kept while what they say stands."""

from __future__ import annotations

import hashlib

import streamlit as st

from wres.answers import Evidence, View
from wres.reports.contents import about
from wres.reports.pack import (
    ZIP,
    ReportFile,
    ReportKind,
    file_name,
    making,
    pack_name,
    pack_of,
    report_file,
)
from wres.reports.sections import Reported
from wres.text import plain
from wres.ui import loading, panels, state
from wres.words import reports as words

# Eight trusts or so, of some files each; a file has less than half a megabyte.
FILES_KEPT = 48
_MADE = "reports_made"


def draw(evidence: Evidence, view: View) -> None:
    """Return nothing; say what the files are about, make them at a press, and offer them."""
    panels.sentence(words.PAGE_WHY)
    panels.quiet(words.about_sentence(about(evidence, view)))
    if not evidence.indicators(view.org_code, view.wres_year):
        has_plan = evidence.plan_for(view.org_code) is not None
        panels.sentence(words.empty_sentence(view.wres_year, has_plan=has_plan))
    asked = _asked(evidence, view)
    mark = _mark(asked)
    if st.button(words.MAKE, type="primary", key="make_reports"):
        _make(asked, mark)
        state.keep(_MADE, mark)
    made = state.kept(_MADE, str)
    if made == mark:
        _offer(asked, mark)
    elif made is not None:
        panels.sentence(words.CHANGED)


def _asked(evidence: Evidence, view: View) -> Reported:
    return Reported(
        evidence=evidence,
        view=View(org_code=view.org_code, wres_year=view.wres_year, comparator=view.comparator),
        made_on=loading.today(),
        written=loading.written(view.org_code),
        notes=loading.notes(view.org_code, evidence.version),
    )


def _mark(asked: Reported) -> str:
    """What the files are made of, in short: figures, choice, plan, what is written, and the day."""
    plan = asked.evidence.plan_for(asked.view.org_code)
    parts = (asked.evidence.version, asked.view, plan, asked.written, asked.notes, asked.made_on)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _make(asked: Reported, mark: str) -> None:
    kinds = tuple(ReportKind)
    bar = st.progress(0.0, text=plain(words.making_words(making(kinds[0]).name)))
    for place, kind in enumerate(kinds):
        bar.progress(place / len(kinds), text=plain(words.making_words(making(kind).name)))
        _file(asked, mark, kind.value)
    bar.empty()


@st.cache_resource(show_spinner=False, max_entries=FILES_KEPT)
def _file(_asked: Reported, mark: str, kind: str) -> ReportFile:
    return report_file(ReportKind(kind), _asked)


def _offer(asked: Reported, mark: str) -> None:
    st.success(words.MADE)
    panels.section(words.FILES)
    st.download_button(
        words.ALL_FILES,
        lambda: pack_of(_file(asked, mark, kind.value) for kind in ReportKind),
        file_name=pack_name(asked),
        mime=ZIP,
        key="reports_all",
        type="primary",
        on_click="ignore",
    )
    for kind in ReportKind:
        _one(asked, mark, kind)


def _one(asked: Reported, mark: str, kind: ReportKind) -> None:
    made = making(kind)
    with st.container(border=True):
        panels.subsection(made.name)
        panels.sentence(made.what)
        st.download_button(
            plain(words.download_label(made.name)),
            lambda: _file(asked, mark, kind.value).content,
            file_name=file_name(kind, asked),
            mime=made.media_type,
            key=f"report_{kind.value}",
            on_click="ignore",
        )
