"""The gaps of every trust in a year, each worked out once, whoever is set beside whom.

They follow from the published figures of the year alone, and are kept as long as these are: over
what is written of plans, and for every view.
"""

from __future__ import annotations

from collections.abc import Iterable
from weakref import WeakKeyDictionary

from wres.answers.evidence import Evidence, View, blank_row
from wres.indicators import SURVEY_INDICATORS
from wres.measures import Gap, gap_between, rate_of
from wres.publication import Extent, Publication
from wres.results import Result, Results
from wres.terms import WRES_GROUPS, Band, EthnicGroup, StaffGroup, Unit

# A WRES year and an indicator.
_Place = tuple[int, int]


class Gaps:
    """The gaps of a year and indicator, BME minus White, by organisation."""

    def __init__(self, rows: Iterable[Result], wres_year: int, number: int) -> None:
        self._year, self._number = wres_year, number
        self._found: dict[str, Gap] = {}
        # One look at the rows of the year, where the key of each would be made anew to find it.
        self._rows = {(row.org_code, row.ethnic_group): row for row in rows if _is_of_all(row)}

    def may_have(self, code: str) -> bool:
        """Return whether an organisation has a figure of both groups, shown or not."""
        return all((code, group) in self._rows for group in WRES_GROUPS)

    def of(self, code: str) -> Gap:
        """Return the gap of an organisation, which may say that there is none."""
        if code not in self._found:
            bme, white = (rate_of(self._row(code, group)) for group in WRES_GROUPS)
            self._found[code] = gap_between(bme, white)
        return self._found[code]

    def work_out(self) -> None:
        """Return nothing, once the gap of every organisation with figures is worked out."""
        for code in {code for code, _ in self._rows}:
            if self.may_have(code):
                self.of(code)

    def _row(self, code: str, group: EthnicGroup) -> Result:
        found = self._rows.get((code, group))
        return found or blank_row(code, self._year, self._number, ethnic_group=group)


_KEPT: WeakKeyDictionary[Results, dict[_Place, Gaps]] = WeakKeyDictionary()


def gaps_beside(of_year: Evidence, view: View) -> Gaps:
    """Return the gaps of the year and indicator of a view.

    ``of_year`` is the evidence of that year, of every organisation.
    """
    return _gaps(of_year.rows, view.wres_year, view.indicator)


def gaps_ahead(publication: Publication, wres_year: int) -> None:
    """Return nothing, once the survey's gaps of a year are worked out for whoever asks."""
    rows = publication.beside(Extent.COMPARED, (wres_year,)).rows
    for number in SURVEY_INDICATORS:
        _gaps(rows, wres_year, number).work_out()


def _gaps(rows: Results, wres_year: int, number: int) -> Gaps:
    kept = _KEPT.setdefault(rows, {})
    place = wres_year, number
    if place not in kept:
        kept[place] = Gaps(rows.beside(wres_year, number), wres_year, number)
    return kept[place]


def _is_of_all(row: Result) -> bool:
    """Whether a row is a proportion of all staff and bands together."""
    everyone = row.band is Band.ALL and row.staff_group is StaffGroup.ALL
    return everyone and row.unit is Unit.PROPORTION
