"""Figures of a made-up country: trusts that do not exist, ten years, all nine indicators.

The same seed gives the same figures. No code, name or count here is of a real organisation.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from wres.indicators import calc_basis
from wres.results import Result
from wres.terms import MEDICAL_GRADES, PAY_BANDS, Band, EthnicGroup, StaffGroup, survey_year_of

TRUSTS = 215
YEARS = tuple(range(2016, 2026))
SEED = 20260331
EDITION = "Made-up"

_BANDS = (*PAY_BANDS, *MEDICAL_GRADES)
_BAND_SHARES = np.array(
    (1, 14, 11, 7, 20, 18, 9, 5, 2.5, 1.2, 0.6, 0.3, 0.4, 4, 1, 4, 1), dtype=float
)
# People who are BME, by band: fewer the higher, and many among doctors.
_BME_SHARES = np.array(
    (0.3, 0.27, 0.24, 0.2, 0.35, 0.24, 0.17, 0.14, 0.12, 0.1, 0.09, 0.08, 0.07, 0.4, 0.6, 0.5, 0.4)
)
_UNKNOWN_SHARE = 0.04
_WIDE = (EthnicGroup.ASIAN, EthnicGroup.BLACK, EthnicGroup.MIXED, EthnicGroup.OTHER)
_WIDE_SHARES = (0.5, 0.3, 0.08, 0.12)
_PARTS = (*_WIDE, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
# Who answers yes, by indicator: BME, White, unknown.
_SAYS_YES = {
    5: (0.29, 0.27, 0.3),
    6: (0.27, 0.21, 0.28),
    7: (0.48, 0.58, 0.45),
    8: (0.16, 0.07, 0.14),
}
_ANSWERING = 0.48
_CLINICAL = 0.6
_BOARDS = (StaffGroup.BOARD, StaffGroup.BOARD_VOTING, StaffGroup.BOARD_EXECUTIVE)
_BOARD_SEATS = (14, 11, 6)

Counts = np.ndarray


def code_of(number: int) -> str:
    """Return the code of a made-up trust, from 1; no real code has a letter and three digits."""
    return f"Z{number:03d}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Whose figures are made, and the source of chance they are drawn from."""

    org_code: str
    wres_year: int
    draw: np.random.Generator

    def row(
        self,
        number: int,
        group: EthnicGroup,
        counts: tuple[int, int],
        *,
        band: Band = Band.ALL,
        staff_group: StaffGroup = StaffGroup.ALL,
    ) -> Result:
        survey_year = survey_year_of(self.wres_year)
        return Result(
            org_code=self.org_code,
            wres_year=self.wres_year,
            survey_year=survey_year,
            indicator=number,
            ethnic_group=group,
            band=band,
            staff_group=staff_group,
            numerator=int(counts[0]),
            denominator=int(counts[1]),
            calc_basis=calc_basis(number, survey_year),
            edition=EDITION,
            source_id="made-up",
        )


def figures_of(number: int, wres_year: int, *, staff: int | None = None) -> tuple[Result, ...]:
    """Return a made-up trust's 505 figures of a year; ``staff`` people, or 2,000 to 20,000."""
    place = _Place(
        org_code=code_of(number),
        wres_year=wres_year,
        draw=np.random.default_rng((SEED, number, wres_year)),
    )
    usual = np.random.default_rng((SEED, number)).integers(2_000, 20_000)
    people = _people(place, int(usual) if staff is None else staff)
    return (
        *_workforce(place, people),
        *_likelihoods(place, people),
        *(row for indicator in _SAYS_YES for row in _survey(place, people, indicator)),
        *_boards(place),
    )


def _people(place: _Place, staff: int) -> Counts:
    """People by band (rows) and part: wide groups, White, unknown (columns)."""
    by_band = place.draw.multinomial(staff, _BAND_SHARES / _BAND_SHARES.sum())
    return np.array(
        [
            place.draw.multinomial(
                count,
                (
                    *(share * part for part in _WIDE_SHARES),
                    1 - share - _UNKNOWN_SHARE,
                    _UNKNOWN_SHARE,
                ),
            )
            for count, share in zip(by_band, _BME_SHARES, strict=True)
        ]
    )


def _together(parts: Counts) -> dict[EthnicGroup, int]:
    """The three groups and everybody, of a line of parts."""
    found = {EthnicGroup.BME: int(parts[:4].sum()), EthnicGroup.WHITE: int(parts[4])}
    return found | {EthnicGroup.UNKNOWN: int(parts[5]), EthnicGroup.ALL: int(parts.sum())}


def _workforce(place: _Place, people: Counts) -> Iterator[Result]:
    clinical = place.draw.binomial(people, _CLINICAL)
    pay = len(PAY_BANDS)
    for staff_group, counts, bands in (
        (StaffGroup.ALL, people, _BANDS),
        (StaffGroup.CLINICAL, clinical[:pay], PAY_BANDS),
        (StaffGroup.NON_CLINICAL, (people - clinical)[:pay], PAY_BANDS),
    ):
        lines = [(Band.ALL, counts.sum(axis=0)), *zip(bands, counts, strict=True)]
        for band, parts in lines:
            found = _together(parts)
            everybody = found.pop(EthnicGroup.ALL)
            for group, count in found.items():
                yield place.row(1, group, (count, everybody), band=band, staff_group=staff_group)


def _likelihoods(place: _Place, people: Counts) -> Iterator[Result]:
    groups = _together(people.sum(axis=0))
    for number, share, rates in (
        (2, 0.4, (0.12, 0.16)),
        (3, 1.0, (0.012, 0.008)),
        (4, 1.0, (0.3, 0.32)),
    ):
        for group, rate in zip((EthnicGroup.BME, EthnicGroup.WHITE), rates, strict=True):
            base = int(groups[group] * share)
            yield place.row(number, group, (place.draw.binomial(base, rate), base))


def _survey(place: _Place, people: Counts, number: int) -> Iterator[Result]:
    base = place.draw.binomial(people, _ANSWERING)
    bme, white, unknown = _SAYS_YES[number]
    yes = place.draw.binomial(base, (*(bme,) * len(_WIDE), white, unknown))
    whole = base.sum(axis=0), yes.sum(axis=0)
    for part, group in enumerate(_WIDE):
        yield place.row(number, group, (whole[1][part], whole[0][part]))
    yield from _of_groups(place, number, whole)
    for band, line in zip(_BANDS, zip(base, yes, strict=True), strict=True):
        yield from _of_groups(place, number, line, band=band)
    pay = len(PAY_BANDS)
    clinical = place.draw.hypergeometric(yes[:pay], (base - yes)[:pay], base[:pay] // 2)
    first = (base[:pay] // 2).sum(axis=0), clinical.sum(axis=0)
    rest = base[:pay].sum(axis=0) - first[0], yes[:pay].sum(axis=0) - first[1]
    medical = base[pay:].sum(axis=0), yes[pay:].sum(axis=0)
    yield from _of_groups(place, number, first, staff_group=StaffGroup.CLINICAL)
    yield from _of_groups(place, number, rest, staff_group=StaffGroup.NON_CLINICAL)
    yield from _of_groups(place, number, medical, staff_group=StaffGroup.MEDICAL)


def _of_groups(
    place: _Place,
    number: int,
    line: tuple[Counts, Counts],
    *,
    band: Band = Band.ALL,
    staff_group: StaffGroup = StaffGroup.ALL,
) -> Iterator[Result]:
    base, yes = _together(line[0]), _together(line[1])
    for group in base:
        counts = (yes[group], base[group])
        yield place.row(number, group, counts, band=band, staff_group=staff_group)


def _boards(place: _Place) -> Iterator[Result]:
    for staff_group, seats in zip(_BOARDS, _BOARD_SEATS, strict=True):
        parts = place.draw.multinomial(seats, (0.12, 0.84, 0.04))
        groups = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
        for group, count in zip(groups, parts, strict=True):
            yield place.row(9, group, (int(count), seats), staff_group=staff_group)
