"""One press that puts an idea or a case into the action plan as a draft, and takes it out again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from wres.answers import Evidence, View
from wres.errors import WresError
from wres.library.case_studies import CaseStudy
from wres.library.ideas import Idea
from wres.planning import Author, change_activity, draft_activity
from wres.plans import Activity
from wres.text import plain
from wres.ui import loading, prose, state, visitor
from wres.ui.links import Ways, link, ways
from wres.ui.state import Said
from wres.words import local_cases as local_words

LABEL = "Put into the plan as a draft"
Offered = tuple[prose.Link | prose.Press, ...]


@dataclass(frozen=True, slots=True)
class Offers:
    """What a visitor may put into the plan of an organisation, and what of it is there already."""

    evidence: Evidence
    view: View
    may_write: bool
    there: Mapping[str, Activity]
    ways: Ways

    def idea(self, idea: Idea, number: int) -> Offered:
        """Return the press that makes an idea a draft of the plan, or the way to it there."""
        cases = (idea.case.id,) if idea.case else ()
        return self._of(local_words.draft_of_idea(idea, number, cases=cases))

    def case(self, case: CaseStudy, number: int) -> Offered:
        """Return the press that makes a case a draft of the plan, or the way to it there."""
        return self._of(local_words.draft_of_case(case, number))

    def _of(self, draft: local_words.Draft) -> Offered:
        if not self.may_write:
            return ()
        found = self.there.get(draft.came_from)
        if found is not None:
            return _in_plan_already(self, found, draft)
        put = partial(_put, self.evidence, self.view, draft)
        name = f"plan_{draft.came_from}_{draft.indicator}"
        return (prose.Press(label=LABEL, name=name, do=put),)


def offers(evidence: Evidence, view: View, *, may_write: bool) -> Offers:
    """Return what whoever looks at this view may put into its plan; nothing for a reader."""
    plan = evidence.plan_for(view.org_code)
    there: dict[str, Activity] = {}
    for one in plan.activities if plan else ():
        there.setdefault(one.came_from, one)
    return Offers(evidence, view, may_write, there, ways())


def _in_plan_already(offers: Offers, found: Activity, draft: local_words.Draft) -> Offered:
    way = offers.ways.to("action_plan", "In the plan already", indicator=draft.indicator)
    if not found.is_kept:
        return (way,)
    take_out = partial(_take_out, offers.view.org_code, found.id, found.revision)
    name = f"out_{draft.came_from}_{draft.indicator}"
    return way, prose.Press(label="Take it out again", name=name, do=take_out)


def _put(evidence: Evidence, view: View, draft: local_words.Draft) -> None:
    try:
        made = draft_activity(
            loading.store(),
            evidence.organisations.get(view.org_code),
            draft.activity,
            came_from=draft.came_from,
            wres_year=view.wres_year,
            by=_author(view.org_code),
            indicators=(draft.indicator,),
            rationale=draft.rationale,
            cases=draft.cases,
            shipped=evidence.shipped.plans,
        )
    except WresError as problem:
        _say(str(problem), is_good=False)
        return
    sentence = f"“{draft.activity}” is in the plan as a draft. It has no lead, date or measure yet."
    state.say_next(Said(sentence=sentence, org_code=view.org_code, drafted=made))


def said_before() -> None:
    """Return nothing; say what the last press did to the plan, with the way there and back.

    It is said at the top and, as the press was further down, where the visitor looks as well.
    """
    said = state.to_say()
    if said is None:
        return
    if said.drafted is None:
        # It is about something else and is said there.
        state.say_next(said)
        return
    (st.success if said.is_good else st.warning)(plain(said.sentence))
    st.toast(plain(said.sentence))
    if said.drafted:
        with st.container(horizontal=True):
            link("action_plan", "See it in the plan", org=said.org_code)
            st.button(
                "Take it out again",
                key=f"undo_{said.drafted}",
                on_click=_take_out,
                args=(said.org_code, said.drafted, 1),
            )


def _take_out(org_code: str, activity_id: str, seen: int) -> None:
    try:
        change_activity(
            loading.store(),
            activity_id,
            {"taken_out": True},
            seen=seen,
            org_code=org_code,
            by=_author(org_code),
        )
        _say("The draft is out of the plan again. Its history stays.")
    except WresError as problem:
        _say(str(problem), is_good=False)


def _say(sentence: str, *, is_good: bool = True) -> None:
    state.say_next(Said(sentence=sentence, is_good=is_good, drafted=""))


def _author(org_code: str) -> Author:
    return Author(name=visitor.writer((org_code,)).name, at=datetime.now(UTC))
