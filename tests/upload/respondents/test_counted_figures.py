"""A table of counts is checked by its arrays as it would be figure by figure, word for word."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from tests.upload.respondents.extracts import Person, people, written
from wres.library.shipped import load_shipped
from wres.results import Results
from wres.upload.asking import Check, Marked, among_all
from wres.upload.checking import CheckResult, Outcome, Stage, Upload, passed
from wres.upload.checks import CHECKS, run_checks
from wres.upload.figure_rows import rows_of
from wres.upload.mapping import Choices
from wres.upload.respondents.as_upload import upload_of
from wres.upload.respondents.head import head_of
from wres.upload.source import Source

SHIPPED = load_shipped(Path(__file__).resolve().parents[3] / "data")
# What is the matter, and a check that has to say so.
KINDS = {
    "as drawn": "small_bases",
    "twins": "twin_organisations",
    "a year again": "copied_forward",
    "turned": "jump",
    "one lacks an indicator": "rows_for_all",
    "few": "both_groups",
}


def drawn(kind: str) -> list[Person]:
    """Return people of three trusts and four years, with something the matter."""
    orgs = ("R0A", "R1H", "RRP")
    found = people(300 if kind == "few" else 2_000, years=(2019, 2021, 2022, 2023), orgs=orgs)
    rng = random.Random(kind)
    if kind == "twins":
        found += [replace(one, org="R0B") for one in found if one.org == "R0A"]
    if kind == "a year again":
        found = [one for one in found if one.year != 2023]
        found += [replace(one, year=2023) for one in found if one.year == 2022]
    if kind == "turned":
        found = [
            _harassed(one) if one.year == 2023 and rng.random() < 0.9 else one for one in found
        ]
    if kind == "one lacks an indicator":
        found += people(600, seed=9, orgs=("R0B", "RA2", "RA7"), years=(2023,))
        found = [_without_discrimination(one) if one.org == "RA7" else one for one in found]
    return found


def _harassed(person: Person) -> Person:
    return replace(person, answers=(1, 1, 1, *person.answers[3:]))


def _without_discrimination(person: Person) -> Person:
    return replace(person, answers=(*person.answers[:4], None))


def counted(people_there: Sequence[Person], held: Results) -> Upload:
    """Return an extract as an upload."""
    source = Source("f.csv", written(people_there).encode())
    head = head_of(source, Choices())
    assert head is not None
    return upload_of(
        source,
        head,
        SHIPPED.organisations,
        choices=Choices(),
        held=held,
        watch=None,
        largest=source.size,
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_answer_is_that_of_each_figure_by_itself(kind: str) -> None:
    """With what is shipped held, and the same figures of a year before and of two."""
    there = drawn(kind)
    rows, _ = rows_of([counted(there[::2], Results())])
    earlier = [
        replace(row, wres_year=row.wres_year - back, survey_year=row.survey_year - back)
        for row in rows
        for back in (1, 2)
    ]
    for held in (SHIPPED.results, Results(earlier)):
        upload = counted(there, held)
        one_by_one = replace(upload, figures=tuple(upload.figures), few=None)
        assert upload.few is not None and len(upload.few.figures) < len(upload.figures) / 3
        answers = run_checks(upload)
        assert answers == run_checks(one_by_one)
        assert KINDS[kind] in {a.check for a in answers if a.outcome is Outcome.WARN}


def test_the_rows_are_those_of_each_figure_by_itself() -> None:
    """Each row of the one table, and where it is said to stand."""
    upload = counted(drawn("as drawn"), Results())
    rows, places = rows_of([upload])
    by_figure, places_by_figure = rows_of(
        [replace(upload, figures=tuple(upload.figures), few=None)]
    )
    assert tuple(rows) == by_figure and len(rows) == len(by_figure) > 400
    assert dict(places) == places_by_figure and len(places) == len(rows)
    assert (rows[3], tuple(rows[:2])) == (by_figure[3], by_figure[:2])


def test_two_names_of_one_trust_are_looked_at_row_by_row() -> None:
    """Its code in small letters beside its code: the same figures are given twice."""
    upload = counted([*people(400, orgs=("R0A",)), *people(400, seed=2, orgs=("r0a",))], Results())
    assert upload.few is None
    (answer,) = [a for a in run_checks(upload) if a.check == "duplicates"]
    assert answer.outcome is Outcome.FAIL


def test_a_check_that_does_not_say_how_much_it_must_see_is_refused() -> None:
    """Nobody finds out by figures that were never looked at: the register itself is not made."""

    def check_forgotten(upload: Upload) -> CheckResult:
        return passed("forgotten", f"{len(upload.figures)} figures.")

    with pytest.raises(TypeError, match="forgotten is marked neither"):
        Check("forgotten", Stage.VALUES, cast(Marked, check_forgotten))
    assert Check("forgotten", Stage.VALUES, among_all(check_forgotten)).run.among_all


def test_a_check_that_reads_the_arrays_of_a_table_reads_all_of_it() -> None:
    """But for those of figures that no extract gives: staff in post, ratios, an edition."""
    alone = {"headcount_jump", "headcount_implausible", "ratio_against_history", "edition_held"}
    by_arrays = {
        check.name
        for check in CHECKS
        if {"arrays", "known", "chosen"} & set(check.run.__code__.co_names)
    }
    assert by_arrays - alone <= {check.name for check in CHECKS if check.run.among_all}
