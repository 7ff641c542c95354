"""The upload page: what was understood, what to correct, what is wrong, what would change, undo."""

from __future__ import annotations

from datetime import UTC, datetime

import streamlit as st

from wres import access, words
from wres.access import Visitor
from wres.answers import Evidence, Rehearsal, rehearse
from wres.errors import StoreMoved
from wres.reports import Table
from wres.results import Result
from wres.store import Version, VersionKind
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR
from wres.text import plain
from wres.ui import loading, panels, state
from wres.upload.checking import CheckResult, Outcome
from wres.upload.columns import ColumnUse
from wres.upload.examine import Examination, Verdict, examine
from wres.upload.mapping import Choices, Scale, use_options
from wres.upload.report import as_json
from wres.upload.source import Source
from wres.upload.template_files import EXAMPLE_NAME, TEMPLATE_NAME, example_csv, template_csv

ROWS_SHOWN = 20
HISTORY_SHOWN = 10
AS_FOUND = "as found"
SCALE_WORDS = {
    Scale.AUTO: "as found",
    Scale.ZERO_TO_ONE: "0 to 1",
    Scale.ZERO_TO_HUNDRED: "0 to 100",
    Scale.PERCENT_TEXT: "text with a % sign",
}
_SIGNS = {Outcome.FAIL: "✗ Must be mended", Outcome.WARN: "! Please look", Outcome.PASS: "✓ Fine"}


def templates() -> None:
    """Return nothing; offer the template, empty and filled in, to download."""
    with st.container(horizontal=True):
        for label, text, name in (
            ("Empty template", template_csv(), TEMPLATE_NAME),
            ("Filled example (made-up)", example_csv(), EXAMPLE_NAME),
        ):
            st.download_button(
                label, text, file_name=name, mime="text/csv", key=name, on_click="ignore"
            )


def understood(evidence: Evidence) -> Examination | None:
    """Return what was found in the file that was dropped, after the person's corrections."""
    given = st.file_uploader(
        "A file of WRES figures (CSV)",
        help="The template, a table of percentages by group, or survey results by trust.",
        key="upload_file",
    )
    if given is None:
        return _waiting()
    source = Source(given.name, given.getvalue())
    found = examine(source, organisations=evidence.organisations)
    choices = _corrections(evidence, found)
    if choices != Choices():
        found = examine(source, organisations=evidence.organisations, choices=choices)
    state.keep_pending(found)
    _what_was_seen(found)
    return found


def _waiting() -> Examination | None:
    """What was found before the page was left: the browser has let go of the file itself."""
    found = state.pending(Examination)
    if found is None:
        return None
    panels.sentence(f"{found.file_name} is still waiting for you to decide.")
    if st.button("Put this file aside"):
        state.drop_pending()
        return None
    _what_was_seen(found)
    return found


def _what_was_seen(found: Examination) -> None:
    reading = found.reading
    if reading is None:
        return
    panels.section("What was understood")
    why = found.recognition.reason if found.recognition else ""
    shape = f"{why[:1].upper()}{why[1:]}." if why else ""
    panels.sentence(
        f"{reading.encoding}, columns parted by {_delimiter(reading.delimiter)}, headings on line "
        f"{reading.header_row}, {len(reading.rows):,} rows, {len(reading.header)} columns. {shape}"
    )
    for note in reading.notes:
        panels.quiet(note)
    for scale in found.scales:
        if not scale.is_fixed:
            panels.quiet(f"{scale.header}: {scale.evidence}")


def _delimiter(sign: str) -> str:
    return {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}.get(sign, "signs")


def _corrections(evidence: Evidence, first: Examination) -> Choices:
    if first.reading is None:
        return Choices()
    # Every box belongs to one file, so that a choice for one never reaches the next.
    mark = first.reading.sha256[:12]
    with st.expander("Correct what was understood", expanded=bool(first.needs)):
        scale = st.selectbox(
            "How percentages are written",
            list(Scale),
            format_func=SCALE_WORDS.__getitem__,
            key=f"scale_{mark}",
        )
        org_code = _organisation(evidence, mark)
        year = st.selectbox(
            "WRES year, if no column says it",
            [None, *range(FIRST_WRES_YEAR, LAST_WRES_YEAR + 1)],
            format_func=lambda year: AS_FOUND if year is None else str(year),
            key=f"year_{mark}",
        )
        mapping = tuple(
            (use.header, chosen)
            for use in first.uses
            if not use.is_fixed and (chosen := _use(use, mark)) != use.code
        )
    return Choices(org_code=org_code, wres_year=year, mapping=mapping, scale=scale or Scale.AUTO)


def _organisation(evidence: Evidence, mark: str) -> str:
    codes = ["", *sorted(org.code for org in evidence.organisations if org.is_trust)]
    return st.selectbox(
        "Organisation, if no column says it",
        codes,
        format_func=lambda code: (
            f"{evidence.organisations.get(code).name} ({code})" if code else AS_FOUND
        ),
        key=f"org_{mark}",
    )


def _use(use: ColumnUse, mark: str) -> str:
    options = [use.code, *(option for option in use_options() if option != use.code)]
    label = f"Column “{plain(use.header or 'without a heading')}” holds"
    return st.selectbox(label, options, key=f"use_{mark}_{use.position}")


def problems(found: Examination) -> None:
    """Return nothing; list everything wrong with its line and how to mend it."""
    if found.verdict is Verdict.REFUSED:
        st.error(plain(f"Not accepted. {found.reason}"))
    elif found.verdict is Verdict.WARNINGS:
        st.warning(plain(found.reason))
    else:
        st.success(plain(found.reason))
    shown = (*found.failures, *found.warnings)
    if shown:
        rows = tuple(_problem(check) for check in shown)
        columns = ("Verdict", "What is wrong", "Lines", "How to mend it")
        panels.words_table(Table(caption="Checks that found something", columns=columns, rows=rows))
    fine = sum(check.outcome is Outcome.PASS for check in found.checks)
    panels.quiet(f"{fine} of {len(found.checks)} checks found nothing." if found.checks else "")


def _problem(check: CheckResult) -> tuple[str, ...]:
    lines = ", ".join(str(line) for line in check.lines[:ROWS_SHOWN])
    more = " and more" if len(check.lines) > ROWS_SHOWN else ""
    fix = check.fix or "–"
    return (_SIGNS[check.outcome], check.message, f"{lines}{more}" or "–", fix)


def preview_and_accept(evidence: Evidence, found: Examination, visitor: Visitor) -> None:
    """Return nothing; show what would change, and store it when it is accepted."""
    if not found.results:
        return
    panels.section("What would change")
    store = loading.store()
    version = store.current()
    held = loading.data().results.merged(store.results())
    rehearsal = rehearse(evidence, held, found.results)
    _changes(rehearsal)
    if rehearsal.changes_nothing:
        panels.sentence("Every figure is already here, so there is nothing to store.")
        return
    if store.read_only:
        panels.sentence("The store can only be read here, so nothing can be accepted.")
    elif st.button("Accept and store", type="primary", key=f"accept_{version}"):
        _store(found, visitor, version)


def _changes(rehearsal: Rehearsal) -> None:
    organisations = "1 organisation"
    if len(rehearsal.organisations) != 1:
        organisations = f"{len(rehearsal.organisations):,} organisations"
    panels.sentence(
        f"{rehearsal.added:,} figures would be added, {len(rehearsal.changed):,} changed and "
        f"{rehearsal.unchanged:,} stay as they are, for {organisations}."
    )
    if rehearsal.changed:
        rows = tuple(_changed(*pair) for pair in rehearsal.changed[:ROWS_SHOWN])
        columns = ("Organisation", "WRES year", "Indicator", "Group", "Now", "Would be")
        caption = f"Figures that would change (the first {len(rows)})"
        panels.words_table(Table(caption=caption, columns=columns, rows=rows))
    for change in rehearsal.verdicts[:ROWS_SHOWN]:
        st.markdown(f"- {plain(words.verdict_change(change))}")
    left = len(rehearsal.verdicts) - ROWS_SHOWN
    if left > 0:
        panels.quiet(f"And {left:,} more verdicts.")


def _changed(before: Result, after: Result) -> tuple[str, ...]:
    where = (after.org_code, str(after.wres_year), str(after.indicator))
    people = words.people_label(after.band, after.staff_group)
    group = f"{words.group_label(after.ethnic_group)}, {people[0].lower()}{people[1:]}"
    return (*where, group, words.figure_text(before), words.figure_text(after))


def _store(found: Examination, visitor: Visitor, version: int) -> None:
    access.require_write(visitor, {row.org_code for row in found.results})
    made = loading.store().accept(
        found.results,
        expected_version=version,
        made_by=visitor.name,
        made_at=datetime.now(UTC),
        file_name=found.file_name,
        file_sha256=found.sha256,
        shape=found.recognition.shape if found.recognition else "",
        report=as_json(found),
    )
    state.drop_pending()
    st.success(f"Stored as version {made.id}. You can undo this below.")


def history(visitor: Visitor) -> None:
    """Return nothing; list what was stored, and offer to undo the latest."""
    panels.section("What was stored")
    store = loading.store()
    versions = store.history()
    if not versions:
        panels.sentence("Nothing has been uploaded here yet. What you see is the shipped data.")
        return
    rows = tuple(_version(one) for one in versions[:HISTORY_SHOWN])
    columns = ("Version", "When", "By", "What", "Figures written")
    panels.words_table(Table(caption="Latest first", columns=columns, rows=rows))
    latest = store.next_undo()
    if latest is not None and not store.read_only:
        label = f"Undo version {latest.id}"
        if st.button(label, key=f"undo_{store.current()}"):
            _undo(visitor)


def _undo(visitor: Visitor) -> None:
    store = loading.store()
    access.require_write(visitor, store.organisations())
    try:
        store.undo(
            expected_version=store.current(), made_by=visitor.name, made_at=datetime.now(UTC)
        )
    except StoreMoved as moved:
        st.error(plain(str(moved)))
        return
    st.rerun()


def _version(one: Version) -> tuple[str, ...]:
    what = one.file_name if one.kind is VersionKind.UPLOAD else one.kind.value
    when = f"{one.made_at:%d %B %Y %H:%M} UTC"
    return (str(one.id), when, one.made_by or "not known", what, f"{one.row_count:,}")
