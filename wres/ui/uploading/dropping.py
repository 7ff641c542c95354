"""A file is dropped, read once, and waits here until somebody decides about it.

The browser loses an uploaded file when the page changes, so what was found in it is kept with
the visit. A file of single people is counted at once and let go: only its counts wait.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

import streamlit as st

from wres.answers import Evidence
from wres.errors import StoreProblem
from wres.reports import Table
from wres.results import Result, Results
from wres.store.holdings import laid_over
from wres.ui import loading, panels, state
from wres.ui.state import Said
from wres.upload.examine import Examination, examine
from wres.upload.mapping import Choices
from wres.upload.proposal import Mapping, fitting_mapping
from wres.upload.reading import DELIMITER_NAMES, Reading
from wres.upload.source import Source
from wres.words import code_label, figure_text
from wres.words.labels import people_of_row

FIGURES_SHOWN = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A file that waits for a decision: as first understood, and as understood with choices.

    ``source`` is None once a file of single people was counted, or refused for naming them: the
    bytes are let go.
    """

    source: Source | None
    version: int
    choices: Choices
    first: Examination
    found: Examination


class _Progress:
    """Shows how far a long file is, and offers to stop; nothing is drawn for a short one."""

    def __init__(self) -> None:
        self._begun = time.monotonic()
        self._bar: st.delta_generator.DeltaGenerator | None = None

    def __call__(self, rows: int, done: int, whole: int) -> None:
        if self._bar is None:
            self._bar = st.progress(0.0)
            st.button("Stop reading", key="stop_reading", on_click=_stop)
        rate = rows / max(0.001, time.monotonic() - self._begun)
        told = f"{rows:,} rows counted, {rate:,.0f} rows a second"
        self._bar.progress(min(1.0, done / max(1, whole)), text=told)


def waiting(evidence: Evidence) -> Waiting | None:
    """Return the file that waits for a decision, after offering to drop one, or None."""
    given = st.file_uploader(
        "A file of WRES figures: CSV or a spreadsheet workbook",
        help="Any of the files a trust holds: the template, staff survey results, workforce by "
        "band, recruitment and disciplinary counts. What it is is found from what is in it.",
        key=f"upload_file_{state.upload_round()}",
    )
    if given is not None:
        _read_new(evidence, Source(given.name, given.getvalue()))
        state.next_upload_round()
        st.rerun()
    found = state.pending(Waiting)
    return found and _up_to_date(evidence, found)


def settle(evidence: Evidence, file: Waiting, wanted: Choices) -> None:
    """Return nothing; when the choices have changed, read the file anew with them."""
    if wanted == file.choices or file.source is None:
        return
    state.keep_pending(_examined_again(evidence, file, wanted))
    st.rerun()


def put_aside() -> None:
    """Return nothing; the waiting file is forgotten."""
    state.drop_pending()


def _stop() -> None:
    state.next_upload_round()
    state.say_next(Said(sentence="Stopped. Nothing of the file was kept."))


def _read_new(evidence: Evidence, source: Source) -> None:
    state.drop_pending()
    with st.spinner("Reading the file"):
        found = _examine(evidence, source, Choices(), watch=_Progress())
    file = Waiting(
        source=_kept(source, found),
        version=evidence.version,
        choices=Choices(),
        first=found,
        found=found,
    )
    known = None if found.title else _remembered(found)
    if known:
        file = _examined_again(evidence, file, Choices(mapping=known))
        told = "The columns are read as you chose for such a file before."
        state.say_next(Said(sentence=told))
    state.keep_pending(file)


def _remembered(found: Examination) -> Mapping | None:
    """The columns as somebody chose them for a file with this very header, or None."""
    if found.reading is None:
        return None
    with suppress(StoreProblem):
        return fitting_mapping(found.reading.header, loading.store().remembered_mappings())
    return None


def _up_to_date(evidence: Evidence, file: Waiting) -> Waiting:
    """The file looked at beside the figures of now: others may have stored some meanwhile."""
    if file.version == evidence.version:
        return file
    if file.source is None:
        # The people were let go; their counts are looked at beside what is held now.
        fresh = replace(file, version=evidence.version)
    else:
        fresh = _examined_again(evidence, file, file.choices)
    state.keep_pending(fresh)
    return fresh


def _examined_again(evidence: Evidence, file: Waiting, wanted: Choices) -> Waiting:
    if file.source is None:
        return file
    with st.spinner("Reading the file"):
        found = _examine(evidence, file.source, wanted, watch=_Progress())
    source = _kept(file.source, found)
    return replace(file, source=source, choices=wanted, found=found, version=evidence.version)


def _kept(source: Source, found: Examination) -> Source | None:
    """The bytes to read again with other choices, unless they are of people and done with."""
    is_done = found.is_counted and bool(found.results)
    return None if is_done or found.holds_people else source


def _examine(
    evidence: Evidence, source: Source, choices: Choices, *, watch: _Progress | None = None
) -> Examination:
    return examine(
        source,
        organisations=evidence.organisations,
        choices=choices,
        held=_held(evidence),
        watch=watch,
    )


def _held(evidence: Evidence) -> Results:
    return laid_over(evidence.shipped.results, loading.uploaded(evidence.version))


def what_was_understood(file: Waiting) -> None:
    """Return nothing; say what kind of file it is, and show the first figures as understood."""
    found = file.found
    with st.container(horizontal=True, vertical_alignment="center"):
        panels.section(f"{found.file_name}")
        st.button("Put this file aside", key="put_aside", on_click=put_aside)
    if found.reading is None:
        return
    panels.sentence(_kind(found))
    if found.results:
        panels.words_table(_first_figures(found.results))
    with st.expander("How it was read"):
        for reading in found.readings:
            panels.sentence(_seen(reading))
            for note in reading.notes:
                panels.quiet(note)
        for scale in (one for one in found.scales if not one.is_fixed):
            panels.quiet(f"{scale.header}: {scale.evidence}")


def _kind(found: Examination) -> str:
    if found.recognition is None or not found.recognition.shape:
        # A file with people in it was let go: there is nothing left to say it of.
        rest = "" if found.holds_people else " Say below what each column holds."
        return f"This kind of file is not known.{rest}"
    return f"Understood as: {found.title}. Why: {found.recognition.reason}."


def _first_figures(results: Sequence[Result]) -> Table:
    shown = results[:FIGURES_SHOWN]
    rest = len(results) - len(shown)
    told = f"Figures as understood: the first {len(shown)}, and {rest:,} more"
    return Table(
        caption=told if rest else "Every figure as understood",
        columns=("Organisation", "WRES year", "Indicator", "Group", "Figure"),
        rows=tuple(_row(row) for row in shown),
    )


def _row(row: Result) -> tuple[str, ...]:
    where = (code_label(row.org_code), str(row.wres_year), str(row.indicator))
    return (*where, people_of_row(row), figure_text(row))


def _seen(reading: Reading) -> str:
    sheet = f"Sheet “{reading.sheet}”: " if reading.sheet else ""
    parted = DELIMITER_NAMES.get(reading.delimiter, "")
    by = f", columns parted by {parted}" if parted else ""
    seen = f"{sheet}{reading.encoding}{by}, headings on line {reading.header_row}"
    if reading.rows_counted:
        # A note says how many people were counted; the columns left are those of their counts.
        return f"{seen}."
    return f"{seen}, {len(reading.rows):,} rows, {len(reading.header)} columns."
