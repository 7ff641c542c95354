"""What accepting a file would change, and the decision: publish, keep as a draft, or embargo."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import NoReturn

import streamlit as st

from wres import access, words
from wres.access import Visitor
from wres.answers import Evidence, Rehearsal, rehearse
from wres.answers.placing import filed, places_of
from wres.errors import StoreMoved
from wres.reports import Table
from wres.results import Result
from wres.store import Acknowledged, uk_day_text
from wres.text import plain
from wres.ui import loading, panels, state, visitor
from wres.ui.state import Said
from wres.ui.uploading import protecting
from wres.ui.uploading.dropping import Waiting
from wres.ui.uploading.protecting import Checked
from wres.upload.acknowledging import Acknowledgement, kept, unanswered
from wres.words.labels import people_of_row

ROWS_SHOWN = 20


class When(Enum):
    """When the figures of a file are shown to everybody."""

    NOW = "Now"
    DRAFT = "When I publish the draft"
    EMBARGO = "On a date (embargo)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What a lead has decided about a file that waits."""

    when: When
    replaces: bool
    release_on: date | None = None

    @property
    def label(self) -> str:
        """What the button says that carries it out."""
        if self.when is When.NOW:
            return "Accept and publish"
        if self.release_on is None:
            return "Accept as a draft"
        return f"Accept, and show from {uk_day_text(self.release_on)}"


def preview_and_accept(
    evidence: Evidence, file: Waiting, lead: Visitor, *, reasons: tuple[Acknowledgement, ...]
) -> None:
    """Return nothing; show what would change, and carry the decision out when it is pressed."""
    found = file.found
    rows = _theirs(file, lead)
    if not rows:
        return
    panels.section("What would change")
    decision = _decision()
    checked, rehearsal = _rehearsal(evidence, file, rows, replaces=decision.replaces)
    _changes(rehearsal)
    if rehearsal.changes_nothing:
        panels.sentence("Every figure is already here, so there is nothing to store.")
        return
    protecting.tell(checked)
    store = loading.store()
    if store.read_only:
        panels.sentence("The store can only be read here, so nothing can be accepted.")
        return
    missing = len(unanswered(found, reasons))
    if missing:
        asked = "1 warning needs" if missing == 1 else f"{missing} warnings need"
        panels.quiet(f"{asked} a reason above before this can be accepted.")
    if st.button(decision.label, type="primary", key="accept", disabled=bool(missing)):
        _carry_out(file, rows=rows, decision=decision, reasons=reasons)


def _theirs(file: Waiting, lead: Visitor) -> tuple[Result, ...]:
    """The figures of the organisations this lead looks after; the others are named and left."""
    found = file.found.results
    rows = tuple(row for row in found if access.may_write(lead, row.org_code))
    others = sorted({row.org_code for row in found} - {row.org_code for row in rows})
    if others:
        named = ", ".join(others[:ROWS_SHOWN]) + (" and more" if len(others) > ROWS_SHOWN else "")
        st.warning(
            plain(
                f"You may not change the figures of {named}; they are left out, and can be stored "
                "by their own leads."
            )
        )
    return rows


def _decision() -> Decision:
    with st.expander("Choose when it is shown, and what it replaces"):
        when = st.radio(
            "When should everybody see these figures?",
            list(When),
            format_func=lambda one: one.value,
            key="decide_when",
            horizontal=True,
        )
        release_on = None
        if when is When.EMBARGO:
            tomorrow = loading.today() + timedelta(days=1)
            release_on = st.date_input(
                "First day on which they may be shown",
                value=tomorrow,
                min_value=tomorrow,
                key="decide_day",
                format="DD/MM/YYYY",
            )
            panels.quiet("Until then they are on no page, in no file and behind no link.")
        replaces = st.checkbox(
            "This file is all there is for its organisations, years and indicators: take away "
            "earlier uploaded figures that are not in it",
            key="decide_replaces",
        )
    return Decision(when=when or When.NOW, replaces=replaces, release_on=release_on)


def _rehearsal(
    evidence: Evidence, file: Waiting, rows: tuple[Result, ...], *, replaces: bool
) -> tuple[Checked, Rehearsal]:
    def worked_out() -> tuple[Checked, Rehearsal]:
        checked = protecting.check(rows, replaces=replaces)
        with st.spinner("Working out what would change"):
            uploaded = loading.uploaded(evidence.version)
            return checked, rehearse(
                evidence,
                rows,
                uploaded=uploaded,
                replaces=replaces,
                withheld=checked.report.withheld,
            )

    mark = (file.found.sha256, file.choices, evidence.version, replaces)
    return state.once("rehearsal", mark, worked_out)


def _changes(rehearsal: Rehearsal) -> None:
    organisations = "1 organisation"
    if len(rehearsal.organisations) != 1:
        organisations = f"{len(rehearsal.organisations):,} organisations"
    removed = f", {len(rehearsal.removed):,} removed" if rehearsal.removed else ""
    panels.sentence(
        f"{len(rehearsal.added):,} figures would be added, {len(rehearsal.changed):,} "
        f"changed{removed} and {rehearsal.unchanged:,} stay as they are, for {organisations}."
    )
    _verdicts(rehearsal)
    pairs = (*rehearsal.changed, *((before, None) for before, _ in rehearsal.removed))
    if pairs:
        rows = tuple(_changed(*pair) for pair in pairs[:ROWS_SHOWN])
        columns = ("Organisation", "WRES year", "Indicator", "Group", "Now", "Would be")
        caption = f"Figures that would change or go: the first {len(rows)} of {len(pairs):,}"
        panels.words_table(Table(caption=caption, columns=columns, rows=rows))


def _verdicts(rehearsal: Rehearsal) -> None:
    if not rehearsal.verdicts:
        panels.sentence("No verdict and no area of concern would change.")
        return
    for change in rehearsal.verdicts[:ROWS_SHOWN]:
        st.markdown(f"- {plain(words.verdict_change(change))}")
    left = len(rehearsal.verdicts) - ROWS_SHOWN
    if left > 0:
        panels.quiet(f"And {left:,} more verdicts.")


def _changed(before: Result, after: Result | None) -> tuple[str, ...]:
    where = (words.code_label(before.org_code), str(before.wres_year), str(before.indicator))
    would_be = words.figure_text(after) if after else "taken away"
    return (*where, people_of_row(before), words.figure_text(before), would_be)


def _carry_out(
    file: Waiting,
    *,
    rows: tuple[Result, ...],
    decision: Decision,
    reasons: tuple[Acknowledgement, ...],
) -> None:
    found, store = file.found, loading.store()
    lead = visitor.writer({row.org_code for row in rows})
    told = filed(
        found,
        made_by=lead.name,
        made_at=datetime.now(UTC),
        acknowledgements=tuple(Acknowledged(*one) for one in kept(found, reasons)),
    )
    places, replaces = places_of(found), decision.replaces
    if decision.when is When.NOW:
        try:
            made = store.accept(
                rows, expected_version=file.version, places=places, replaces=replaces, **told
            )
        except StoreMoved as moved:
            _somebody_was_first(file, moved)
        newest = max(rows, key=lambda row: row.wres_year)
        said = Said(
            sentence=f"Published as version {made.id}. You can undo this below.",
            org_code=newest.org_code,
            wres_year=newest.wres_year,
        )
    else:
        draft = store.keep_draft(
            rows, release_on=decision.release_on, places=places, replaces=replaces, **told
        )
        said = Said(sentence=f"Kept as draft {draft.id}. Nobody sees its figures yet.")
    _remember(file)
    state.drop_pending()
    state.say_next(said)
    st.rerun()


def _somebody_was_first(file: Waiting, moved: StoreMoved) -> NoReturn:
    """Look again: what would change is worked out beside what somebody else stored meanwhile."""
    since = loading.store().changes_since(file.version)
    who = " and ".join(dict.fromkeys(one.made_by or "somebody" for one in since.versions))
    touched = len(since.changes.added) + len(since.changes.changed) + len(since.changes.removed)
    figures = "1 figure" if touched == 1 else f"{touched:,} figures"
    told = f"{moved} Meanwhile {who} changed {figures}. Below is what would change now."
    state.say_next(Said(sentence=told, is_good=False))
    st.rerun()


def _remember(file: Waiting) -> None:
    """Keep the choice of columns for the organisation, so that next year’s file needs none."""
    reading, mapping = file.found.reading, file.choices.mapping
    codes = {row.org_code for row in file.found.results}
    if reading is not None and mapping and len(codes) == 1:
        loading.store().remember_mapping(codes.pop(), reading.header_mark, mapping)
