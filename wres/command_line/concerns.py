"""The command ``concerns``: each area of concern, why, what answers it, what others did."""

from __future__ import annotations

from argparse import Namespace

from wres.command_line.concern_words import told
from wres.command_line.evidence import opened, problems, written_about
from wres.command_line.reply import Reply
from wres.interface.asked import organisation_asked, year_asked
from wres.interface.concerns import concern_rows, concerns_data
from wres.interface.export import concerns_of


def concerns(asked: Namespace) -> Reply:
    """Return the areas of concern of an organisation and year, most urgent first.

    Raises:
        NotThere: If there is nothing for that organisation or year; the sentence says what is.
    """
    evidence = opened()
    organisation = organisation_asked(evidence, asked.org)
    year = year_asked(evidence, organisation, asked.year)
    answer, beside = concerns_of(
        evidence, organisation, year, written=written_about(organisation.code)
    )
    return Reply(
        data=concerns_data(answer, beside),
        records=concern_rows(answer, beside),
        lines=tuple(told(answer, beside)),
        notes=problems(evidence),
    )
