"""How old a concern is, by hand and for the Practice Trust's planted years."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wres.answers import gather
from wres.answers.ages import Age, AgeKind, YearSeen, age_of, ages_of
from wres.answers.opening import shipped
from wres.organisations import PRACTICE_TRUST
from wres.results import Results

YES, NO, UNKNOWN = True, False, None


def years(*concerns: bool | None, stretches: tuple[int, ...] = ()) -> list[YearSeen]:
    """Return years up to 2025, given earliest first, returned newest first."""
    first = 2026 - len(concerns)
    parts = stretches or (0,) * len(concerns)
    seen = [
        YearSeen(wres_year=first + i, stretch=part, concern=concern)
        for i, (concern, part) in enumerate(zip(concerns, parts, strict=True))
    ]
    return seen[::-1]


@pytest.mark.parametrize(
    ("concerns", "kind", "since", "from_the_start"),
    [
        ((YES,), AgeKind.FIRST_YEAR, 0, False),
        ((NO, YES), AgeKind.NEW, 0, False),
        ((NO, YES, YES), AgeKind.CONTINUING, 2024, False),
        ((YES, YES, YES), AgeKind.CONTINUING, 2023, True),
        ((UNKNOWN, YES, YES), AgeKind.CONTINUING, 2024, True),
        ((YES, NO, YES, YES), AgeKind.CONTINUING, 2024, False),
        ((YES, NO), AgeKind.RESOLVED, 0, False),
        ((YES, UNKNOWN), AgeKind.UNTOLD, 0, False),
        ((UNKNOWN, YES), AgeKind.UNTOLD, 0, False),
    ],
)
def test_each_age(
    concerns: tuple[bool | None, ...], kind: AgeKind, since: int, from_the_start: bool
) -> None:
    """A year that cannot be told is neither a concern nor clear of one."""
    found = age_of(8, years(*concerns))
    assert found is not None
    assert (found.kind, found.since, found.from_the_start) == (kind, since, from_the_start)
    assert (found.indicator, found.wres_year) == (8, 2025)
    assert found.before == (2024 if len(concerns) > 1 else 0)


@pytest.mark.parametrize("concerns", [(NO,), (NO, NO), (YES, NO, NO), (UNKNOWN, UNKNOWN)])
def test_no_concern_this_year_or_last_has_no_age(concerns: tuple[bool | None, ...]) -> None:
    """An indicator that was never one, or not lately."""
    assert age_of(8, years(*concerns)) is None


def test_no_age_runs_across_a_break() -> None:
    """A break before this year, and one further back that ends the run."""
    cut_now = age_of(7, years(YES, YES, stretches=(0, 1)))
    gone = age_of(7, years(YES, NO, stretches=(0, 1)))
    cut_before = age_of(7, years(YES, YES, YES, stretches=(0, 1, 1)))
    assert cut_now is not None and gone is not None and cut_before is not None
    assert cut_now.kind is gone.kind is AgeKind.NOT_COMPARABLE
    assert (cut_before.since, cut_before.from_the_start) == (2024, True)


def test_years_are_asked_for_no_further_back_than_needed() -> None:
    """New after a year without the concern: the years before that are not judged."""

    def judged() -> Iterator[YearSeen]:
        yield from years(NO, YES)
        raise AssertionError("an older year was judged")

    found = age_of(8, judged())
    assert found is not None
    assert found.kind is AgeKind.NEW


def test_the_practice_trust_has_one_of_each() -> None:
    """By its planted years: 5 since 2022, 7 new in 2024, 6 and 7 resolved in 2025."""
    evidence = gather(shipped(), Results(), 0)
    now = ages_of(evidence, PRACTICE_TRUST, 2025)
    last = ages_of(evidence, PRACTICE_TRUST, 2024)
    assert now[5] == Age(
        indicator=5, wres_year=2025, kind=AgeKind.CONTINUING, before=2024, since=2022
    )
    assert now[8].from_the_start and now[8].since == 2020
    assert (now[6].kind, now[7].kind) == (AgeKind.RESOLVED, AgeKind.RESOLVED)
    assert last[7].kind is AgeKind.NEW
    assert 4 not in now
    # The first year has nothing before it, and survey 2021 counted indicator 7 anew.
    first = ages_of(evidence, PRACTICE_TRUST, 2020)
    assert {age.kind for age in first.values()} == {AgeKind.FIRST_YEAR}
    assert ages_of(evidence, PRACTICE_TRUST, 2019) == {}
