"""What is kept of an extract: how many answered, by group, and nothing of any one person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from wres.terms import EthnicGroup, StaffGroup
from wres.upload.respondents.ethnicity import BME_GROUPS, WIDE_GROUPS, Group
from wres.upload.respondents.labels import Unplaced

# The order of the counts of one cell: people who count and people who answered, by indicator,
# and those who said they do not know, which indicator 7 left out of its base before survey 2021.
COUNTS = ("n5", "d5", "n6", "d6", "n7", "d7", "n8", "d8", "dont_know")
DONT_KNOW = COUNTS.index("dont_know")
STAFF_GROUPS = (StaffGroup.CLINICAL, StaffGroup.NON_CLINICAL, StaffGroup.MEDICAL)
Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """People of one group who count, and who answered, for one indicator.

    ``band`` is the label of the file, empty for all; ``dont_know`` are those among the answered
    who said so to the question of indicator 7.
    """

    organisation: str
    survey_year: int
    group: EthnicGroup
    band: str
    staff_group: StaffGroup
    indicator: int
    numerator: int
    answered: int
    dont_know: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RespondentCounts:
    """The counts of an extract, and how many rows stand behind them or were left out.

    ``by_band`` counts people by count, place, group and band label; ``by_staff`` by staff group
    in place of band. ``places`` are organisation and survey year. The first band label and the
    first staff group are those of people who gave none.
    """

    file_name: str
    sha256: str
    bytes_read: int
    encoding: str
    delimiter: str
    header_row: int
    rows: int
    rows_without_place: int
    rows_without_group: int
    has_weight: bool
    renumbered_years: tuple[int, ...]
    places: tuple[tuple[str, int], ...]
    bands: tuple[str, ...]
    unplaced_staff: tuple[Unplaced, ...]
    band_rows: tuple[int, ...]
    by_band: Numbers
    by_staff: Numbers

    def cells(self) -> Iterator[Cell]:
        """Yield every cell somebody answered in, by organisation, survey year and indicator."""
        bands = sorted((label, place) for place, label in enumerate(self.bands) if label)
        for at in sorted(range(len(self.places)), key=lambda place: self.places[place]):
            for group, numbers in _groups(self.by_band[:, at].sum(axis=2)):
                yield from self._cells(at, group, numbers)
            for label, place in bands:
                for group, numbers in _two_groups(self.by_band[:, at, :, place]):
                    yield from self._cells(at, group, numbers, band=label)
            for place, staff in enumerate(STAFF_GROUPS, start=1):
                for group, numbers in _two_groups(self.by_staff[:, at, :, place]):
                    yield from self._cells(at, group, numbers, staff=staff)

    def _cells(
        self,
        at: int,
        group: EthnicGroup,
        numbers: Numbers,
        *,
        band: str = "",
        staff: StaffGroup = StaffGroup.ALL,
    ) -> Iterator[Cell]:
        organisation, year = self.places[at]
        counted = numbers.tolist()
        for place, indicator in enumerate((5, 6, 7, 8)):
            numerator, answered = counted[2 * place], counted[2 * place + 1]
            if answered:
                yield Cell(
                    organisation=organisation,
                    survey_year=year,
                    group=group,
                    band=band,
                    staff_group=staff,
                    indicator=indicator,
                    numerator=numerator,
                    answered=answered,
                    dont_know=counted[DONT_KNOW] if indicator == 7 else 0,
                )


def _two_groups(by_group: Numbers) -> Iterator[tuple[EthnicGroup, Numbers]]:
    """BME and White of counts by count and group."""
    yield EthnicGroup.BME, by_group[:, list(BME_GROUPS)].sum(axis=1)
    yield EthnicGroup.WHITE, by_group[:, Group.WHITE]


def _groups(by_group: Numbers) -> Iterator[tuple[EthnicGroup, Numbers]]:
    """Every group of counts by count and group; everyone who answered is ``ALL``."""
    yield EthnicGroup.ALL, by_group.sum(axis=1)
    yield from _two_groups(by_group)
    yield EthnicGroup.UNKNOWN, by_group[:, Group.UNKNOWN]
    if by_group[:, Group.BME_UNSAID].any():
        # Some of these people belong to a wide group and did not say which, so none is complete.
        return
    for wide, group in WIDE_GROUPS.items():
        yield wide, by_group[:, group]
