"""The commands ``actions``, ``export`` and ``changes``: what other programs read most."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from wres import words
from wres.command_line.evidence import earlier, opened, problems, written_about
from wres.command_line.layout import table, wrapped
from wres.command_line.reply import Reply
from wres.errors import NotThere
from wres.interface.actions import actions_data
from wres.interface.asked import organisation_asked
from wres.interface.export import export_of
from wres.reports.figure_changes import COLUMNS, changes_between, changes_data, changes_table
from wres.store import uk_day
from wres.text import one_line
from wres.words.changes import verdict_changed


def actions(asked: Namespace) -> Reply:
    """Return the activities of an organisation's plan.

    Raises:
        NotThere: If there is no such organisation or plan; the sentence says what there is.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    found = actions_data(evidence, organisation, today=uk_day(datetime.now(UTC)))
    lines = [
        line for one in found for line in wrapped(f"- {one['activity']} ({one['status']})", hang=2)
    ]
    title = f"{words.organisation_title(organisation)} ({organisation.code})"
    return Reply(
        data=found,
        records=found,
        lines=(*wrapped(f"{title}: {len(found)} activities"), *lines),
        notes=problems(evidence),
    )


def export(asked: Namespace) -> Reply:
    """Return every published figure, each year's concerns and the plan of an organisation.

    As a table it is the figures alone.

    Raises:
        NotThere: If there is no such organisation; the sentence says what there is.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    found = export_of(
        evidence,
        organisation,
        written=written_about(organisation.code),
        today=uk_day(datetime.now(UTC)),
    )
    name = one_line(words.organisation_title(organisation))
    said = (
        f"{name} ({organisation.code}): {len(found.results)} published figures, "
        f"{len(found.concerns)} years of concerns, {len(found.actions)} activities. "
        "Ask with --json for all of it, or with --csv for the figures."
    )
    return Reply(
        data=found.data,
        records=found.results,
        lines=tuple(wrapped(said)),
        notes=problems(evidence),
    )


def changes(asked: Namespace) -> Reply:
    """Return what has changed about an organisation's published figures since a version.

    Raises:
        NotThere: If there is no such organisation or version; the sentence says what there is.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    if not 0 <= asked.since <= evidence.version:
        raise NotThere(
            f"The figures are at version {evidence.version}; there is no version {asked.since}."
        )
    found = changes_between(earlier(asked.since), evidence, organisation.code)
    data = changes_data(found)
    name = f"{words.organisation_title(organisation)} ({organisation.code})"
    shown = [COLUMNS, *changes_table(found, caption=name).rows] if found.figures else []
    told = [line for one in found.verdicts for line in wrapped(verdict_changed(one), hang=2)]
    return Reply(
        data=data,
        records=data,
        lines=(*wrapped(f"{name}. {found.sentence}"), *told, *table(shown)),
        notes=problems(evidence),
    )
