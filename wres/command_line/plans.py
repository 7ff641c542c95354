"""The command ``plan``: what a plan leaves open, a table brought in, and the plan as a file."""

from __future__ import annotations

from argparse import Namespace
from collections import Counter
from datetime import UTC, date, datetime

from wres import words
from wres.answers import View, areas_of_concern
from wres.answers.opening import local_store, shipped
from wres.command_line.evidence import opened, problems
from wres.command_line.files import made_by
from wres.command_line.layout import wrapped
from wres.command_line.reading import content_of
from wres.command_line.reply import BadCommand, Exit, Reply
from wres.command_line.writing import written
from wres.interface.actions import activity_data
from wres.interface.asked import organisation_asked
from wres.organisations import Organisation
from wres.planning import Author, import_activities, kept_plans, new_plan
from wres.plans import ActionPlan, Coverage, activities_in, coverage_of
from wres.reports import plan_csv, plan_workbook
from wres.store import uk_day
from wres.text import cut, one_line
from wres.upload.plan_tables import plan_table
from wres.words import plan_work

NO_PLAN = "No action plan of this organisation is held here; bring one in with “plan import”."


def plan(asked: Namespace) -> Reply:
    """Return what the plan of an organisation says and leaves open, or do what is asked with it.

    Raises:
        BadCommand: If there is no such organisation or plan, or no file where one is needed.
    """
    if asked.work == "import":
        return _bring_in(asked)
    if asked.work == "export":
        return _write_out(asked)
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    found = evidence.plan_for(organisation.code)
    if found is None:
        raise BadCommand(NO_PLAN)
    years = evidence.years(organisation.code)
    answer = areas_of_concern(evidence, View(org_code=organisation.code, wres_year=years[-1]))
    met = coverage_of(found, [card.measured.number for card in answer.cards])
    today = uk_day(datetime.now(UTC))
    open_points = any(one.missing for one in found.activities) or bool(found.overdue(today))
    return Reply(
        data=_data(found, met, today),
        lines=tuple(_told(found, met, today)),
        exit=Exit.WARNINGS if open_points or met.unanswered else Exit.FINE,
        notes=problems(evidence),
    )


def _data(found: ActionPlan, met: Coverage, today: date) -> dict[str, object]:
    return {
        "organisation": found.organisation_code,
        "plan": found.title,
        "wres_year": found.wres_year,
        "made_up": found.made_up,
        "today": today.isoformat(),
        "themes": list(found.themes),
        "indicators": list(found.indicators),
        "statuses": dict(plan_work.status_counts(found)),
        "missing": dict(words.completeness(found)),
        "overdue": [one.id for one in found.overdue(today)],
        "concerns_without_an_activity": list(met.unanswered),
        "activities_without_a_concern": [one.id for one in met.unclaimed],
        "activities": [activity_data(one, today) for one in found.activities],
    }


def _told(found: ActionPlan, met: Coverage, today: date) -> list[str]:
    lines = wrapped(f"{plan_work.plan_title(found)}. {found.organisation_name}.")
    lines += wrapped(words.plan_sentence(found))
    lines += wrapped(plan_work.status_sentence(found))
    lines += wrapped(plan_work.overdue_sentence(found, today))
    for gap, count in words.completeness(found):
        lines += wrapped(f"{gap}: {count}", indent=2, hang=2)
    for text in plan_work.coverage_lines(met):
        lines += wrapped(text, hang=2)
    for place, one in enumerate(found.activities, start=1):
        late = plan_work.late_words(one, today)
        lines += ["", *wrapped(f"{place}. {one.activity}", hang=3)]
        lines += wrapped(f"Status: {words.status_of_activity(one)}. {late}", indent=3)
        lines += wrapped(words.missing_sentence(one), indent=3)
    return lines


def _bring_in(asked: Namespace) -> Reply:
    organisation = _organisation(asked.org)
    if not asked.file:
        raise BadCommand("Name the file with the table: plan import FILE --org CODE.")
    table = plan_table(content_of(asked.file))
    found = activities_in(table.header, table.rows)
    by = Author(name=made_by(asked), at=datetime.now(UTC))
    with local_store() as store:
        before = {one.title: one for one in kept_plans(store, organisation.code)}
        title = one_line(asked.title) or f"Action plan {asked.year or by.at.year}"
        if title in before:
            code = organisation.code
            count = import_activities(store, before[title].id, found, org_code=code, by=by)
        else:
            year = asked.year or by.at.year
            new_plan(store, organisation, title, wres_year=year, by=by, activities=found)
            count = len(found)
    open_points = Counter(gap for one in found for gap in one.missing)
    lines = [f"{count} of {len(found)} activities were brought into “{cut(title)}”."]
    lines += [f"  {gap}: {number}" for gap, number in open_points.most_common()]
    return Reply(
        data={"plan": title, "read": len(found), "added": count, "missing": dict(open_points)},
        lines=tuple(line for text in lines for line in wrapped(text, hang=2)),
        exit=Exit.WARNINGS if open_points else Exit.FINE,
    )


def _write_out(asked: Namespace) -> Reply:
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    found = evidence.plan_for(organisation.code)
    if found is None:
        raise BadCommand(NO_PLAN)
    name = asked.out or asked.file
    if not name:
        raise BadCommand("Name the file to write: plan export --org CODE --out plan.csv.")
    is_workbook = name.casefold().endswith(".xlsx")
    written(name, plan_workbook(found) if is_workbook else plan_csv(found))
    said = f"{len(found.activities)} activities were written to {one_line(name)}."
    return Reply(
        data={"file": name, "activities": len(found.activities)}, lines=tuple(wrapped(said))
    )


def _organisation(code: str) -> Organisation:
    known = shipped().organisations
    asked = one_line(code).upper()
    if asked not in known:
        raise BadCommand(f"“{cut(asked)}” is not an organisation this program knows; check --org.")
    return known.get(asked)
