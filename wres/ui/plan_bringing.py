"""Plans begun, copied, brought in from a table and written out again."""

from __future__ import annotations

import hashlib

import streamlit as st

from wres import access, planning
from wres.access import Visitor
from wres.answers import Evidence, View
from wres.answers.evidence import FIRST_ORGANISATION
from wres.errors import WresError
from wres.planning import Author
from wres.plans import ActionPlan, Activity, activities_in
from wres.reports import Table, plan_csv, plan_workbook
from wres.reports.plan_calendar import plan_calendar
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR
from wres.text import plain
from wres.ui import filters, loading, panels, plan_editing, plan_writing, state
from wres.upload.plan_tables import LARGEST_PLAN_BYTES, pasted_table, plan_table
from wres.words import missing_sentence, plan_work

_KINDS = ["csv", "txt", "xlsx", "xls", "ods", "docx"]
_INTO_NEW = ""
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def files(plan: ActionPlan) -> None:
    """Return nothing; offer the plan as files that can be read back, and its due dates."""
    name = f"plan_{plan.organisation_code}_{plan.wres_year}"
    with st.container(horizontal=True):
        st.download_button(
            "Plan as CSV",
            plan_csv(plan),
            file_name=f"{name}.csv",
            mime="text/csv",
            on_click="ignore",
        )
        st.download_button(
            "Plan as Excel",
            lambda: plan_workbook(plan),
            file_name=f"{name}.xlsx",
            mime=_EXCEL,
            on_click="ignore",
        )
        st.download_button(
            "Due dates as calendar",
            lambda: plan_calendar(plan, made_on=loading.today()),
            file_name=f"{name}.ics",
            mime="text/calendar",
            on_click="ignore",
        )


def work(evidence: Evidence, view: View, *, plan: ActionPlan | None, who: Visitor) -> None:
    """Return nothing; offer the lead of an organisation to begin, copy and bring in plans."""
    if not access.may_write(who, view.org_code):
        return
    panels.section("Work on the plan")
    if plan is not None and plan.id:
        plan_editing.add(evidence, plan)
    elif plan is not None:
        panels.sentence("This plan stands as it was published. A copy of it can be changed here.")
        st.button("Copy this plan to work on it", on_click=_copied, args=(plan,), type="primary")
    _begin(evidence, view)
    _bring_in(evidence, view)


def _copied(plan: ActionPlan) -> None:
    def done() -> str:
        by = plan_writing.author(plan.organisation_code)
        made = planning.copy_plan(loading.store(), plan, by=by)
        filters.keep("plan", made)
        return "The copy stands over the published plan, which stays as it is."

    plan_writing.tell(done)


def _begin(evidence: Evidence, view: View) -> None:
    with st.expander("Begin a new plan"), st.form("begin_plan"):
        st.text_input("Title of the new plan", max_chars=200, key="new_plan_title")
        _year_box("WRES year it answers", evidence, view, key="new_plan_year")
        st.form_submit_button("Begin it", on_click=_begun, args=(evidence, view.org_code, ()))


def _begun(evidence: Evidence, org_code: str, activities: tuple[Activity, ...]) -> None:
    def done() -> str:
        made = planning.new_plan(
            loading.store(),
            evidence.organisations.get(org_code),
            state.picked_value("new_plan_title"),
            wres_year=int(str(state.value("new_plan_year") or 0)),
            by=plan_writing.author(org_code),
            activities=activities,
        )
        filters.keep("plan", made)
        return "The plan was begun. Add its activities, or bring them in from a table."

    plan_writing.tell(done)


def _bring_in(evidence: Evidence, view: View) -> None:
    with st.expander("Bring in a table of activities"):
        panels.sentence(
            "A CSV file, an Excel or Word table, or a table copied and pasted. Each row is one "
            "activity; the first row holds the headings. Nothing is stored until you say so."
        )
        file = st.file_uploader("File with the table", _KINDS, key=f"plan_{state.upload_round()}")
        pasted = st.text_area("Or paste the table here", key=f"paste_{state.upload_round()}")
        if file is None and not pasted.strip():
            return
        try:
            found = _understood(file.getvalue() if file else b"", pasted)
        except WresError as refusal:
            st.error(f"{plain(str(refusal))} Nothing was stored.")
            return
        _preview(evidence, view, found)


def _understood(data: bytes, pasted: str) -> tuple[Activity, ...]:
    mark = (hashlib.sha256(data).hexdigest(), pasted)

    def read() -> tuple[Activity, ...]:
        table = plan_table(data) if data else pasted_table(pasted[: LARGEST_PLAN_BYTES + 1])
        return activities_in(table.header, table.rows)

    return state.once("plan_table", mark, read)


def _preview(evidence: Evidence, view: View, found: tuple[Activity, ...]) -> None:
    plans = {one.id: one for one in evidence.plans_of(view.org_code) if one.id}
    into = st.selectbox(
        "Bring it into",
        [*plans, _INTO_NEW],
        format_func=lambda key: plan_work.plan_title(plans[key]) if key else "A new plan",
        key="bring_into",
    )
    new = planning.new_in(plans.get(into or ""), found)
    panels.sentence(plan_work.understood_sentence(found, len(new)))
    panels.words_table(_table(found))
    if not into:
        st.text_input("Title of the plan", "Action plan", max_chars=200, key="brought_title")
        _year_box("WRES year", evidence, view, key="brought_year")
    st.button(
        f"Bring in {len(new)} {'activity' if len(new) == 1 else 'activities'}",
        type="primary",
        disabled=not new,
        on_click=_brought,
        args=(evidence, view.org_code, into or "", found),
    )


def _brought(evidence: Evidence, org_code: str, into: str, found: tuple[Activity, ...]) -> None:
    def done() -> str:
        by = plan_writing.author(org_code)
        plan_id, count = _stored(evidence, org_code, into, found, by)
        filters.keep("plan", plan_id)
        state.next_upload_round()
        return f"Activities brought in: {count}. What they leave open is named below."

    plan_writing.tell(done)


def _stored(
    evidence: Evidence, org_code: str, into: str, found: tuple[Activity, ...], by: Author
) -> tuple[str, int]:
    store = loading.store()
    if into:
        count = planning.import_activities(store, into, found, org_code=org_code, by=by)
        return into, count
    made = planning.new_plan(
        store,
        evidence.organisations.get(org_code),
        state.picked_value("brought_title"),
        wres_year=int(str(state.value("brought_year") or 0)),
        by=by,
        activities=found,
    )
    return made, len(found)


def _table(found: tuple[Activity, ...]) -> Table:
    columns = ("Row", "Activity", "Indicators", "Lead", "Due", "Status", "What is missing")
    rows = tuple(
        (
            str(one.row),
            one.activity,
            ", ".join(map(str, one.indicators)) or "–",
            one.lead or "–",
            one.timeframe or "–",
            one.status_as_written or "–",
            missing_sentence(one),
        )
        for one in found
    )
    return Table(caption="What was understood of the table", columns=columns, rows=rows)


def _year_box(label: str, evidence: Evidence, view: View, *, key: str) -> None:
    years = evidence.years(view.org_code)
    st.number_input(
        label,
        min_value=FIRST_WRES_YEAR,
        max_value=LAST_WRES_YEAR,
        # Without figures there is no year to begin from but the newest anybody has.
        value=years[-1] if years else evidence.years(FIRST_ORGANISATION)[-1],
        key=key,
    )
