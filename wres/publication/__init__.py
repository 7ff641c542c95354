"""What may be shown: a fixed lattice of cells, merged before hidden, the same for every viewer.

Pages, exports, charts, sentences and the command line read only from here. Counts of people go
in; what comes out has been through these rules:

    Base        a survey percentage needs 11 or more people who answered, in that group.
    All alike   on a small base, a figure that nobody or almost everybody shares is not printed.
    Merge first bands are merged until every group in the cut is large enough, and medical staff
                into clinical staff where they are too few. Where no cut will do,
                a group's small cells are hidden with the fewest others, so that what subtraction
                shows is two cells or more, 11 people, five yes-answers and five noes. A breakdown
                that would have nothing left is withheld whole; inside a total with fewer than five
                yes-answers or noes, it is not even listed.
    One pattern the same cut and hidden cells serve all survey indicators of a year, because bases
                differ by a few people and a count hidden on one could be read off another.
    Ratios      two decimals only when 11 or more were counted in both groups; else one decimal,
                no counts and no likely range.
    Posts       indicators 1 and 9 are records the trust must publish; single bands with fewer than
                11 people of a group show only how many posts there are.

    Detail      single ethnic backgrounds are shown for England alone, and for no trust.

Official published figures carry no counts and pass as they are.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from operator import itemgetter

from wres.measures import Likelihood
from wres.publication.cells import PublishedCell, cell_of, ratio_cell
from wres.publication.extents import Extent, extent_of
from wres.publication.likelihoods import likelihood_cells
from wres.publication.posts import post_cells
from wres.publication.rules import LEAST_BASE
from wres.publication.survey import may_be_cut_so_fine, survey_cells
from wres.publication.withholding import Step, Withheld, withhold
from wres.results import Result, Results
from wres.terms import Status, Unit

__all__ = [
    "LEAST_BASE",
    "Extent",
    "Publication",
    "PublishedCell",
    "Step",
    "Withheld",
    "extent_of",
    "publish",
    "published_cells",
]

YearOf = tuple[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The published rows and likelihoods, and what had to be merged or hidden to get there."""

    rows: Results
    likelihoods_by: Mapping[str, tuple[Likelihood, ...]] = field(default_factory=dict)
    withheld: tuple[Withheld, ...] = ()

    @property
    def likelihoods(self) -> tuple[Likelihood, ...]:
        """Every relative likelihood, organisation by organisation."""
        return tuple(one for found in self.likelihoods_by.values() for one in found)

    def likelihoods_of(self, org_code: str) -> tuple[Likelihood, ...]:
        """Return an organisation's relative likelihoods, earliest year first."""
        return self.likelihoods_by.get(org_code, ())

    def beside(self, extent: Extent, years: Collection[int]) -> Publication:
        """Return the figures of every organisation to some extent, of these WRES years alone."""
        rows = (row for row in self.rows if row.wres_year in years and extent.holds(row))
        return replace(self, rows=Results(rows))

    def likelihood_series(self, org_code: str, indicator: int) -> tuple[Likelihood, ...]:
        """Return an organisation's relative likelihoods of one indicator, earliest year first."""
        found = [one for one in self.likelihoods_of(org_code) if one.indicator == indicator]
        return tuple(sorted(found, key=lambda one: one.wres_year))

    def hidden(self, org_code: str, wres_year: int) -> int:
        """Return how many cells of an organisation and year are hidden."""
        rows = self.rows.where(org_code=org_code, wres_year=wres_year)
        return sum(row.status is Status.HIDDEN for row in rows)


def publish(rows: Iterable[Result], withheld: Iterable[Withheld] = ()) -> Publication:
    """Return what may be shown of these rows. Rows never leave this function unprotected.

    ``withheld`` is what the attack on them asked for beyond the rules above.
    """
    held = rows if isinstance(rows, Results) else Results(rows)
    by_year: dict[YearOf, list[Result]] = {}
    for row in held:
        if may_be_cut_so_fine(row):
            by_year.setdefault((row.org_code, row.wres_year), []).append(row)
    shown: list[Result] = []
    likelihoods: dict[str, list[Likelihood]] = {}
    for (org_code, _), of_year in sorted(by_year.items(), key=itemgetter(0)):
        shown.extend(survey_cells(of_year))
        shown.extend(post_cells(of_year))
        for cells, likelihood in likelihood_cells(of_year):
            shown.extend(cells)
            likelihoods.setdefault(org_code, []).append(likelihood)
    asked = tuple(withheld)
    return Publication(
        rows=Results(withhold(shown, asked)),
        likelihoods_by={code: tuple(found) for code, found in likelihoods.items()},
        withheld=asked,
    )


def published_cells(
    publication: Publication, org_code: str, wres_year: int | None = None
) -> tuple[PublishedCell, ...]:
    """Return every cell any viewer can reach for an organisation, hidden ones included.

    They are read off the publication itself, in all years or in one; a relative likelihood comes
    once, as it is shown. What else is shown is listed in ``wres/publication/cells.py``.
    """
    ratios = [ratio_cell(one, org_code) for one in publication.likelihoods_of(org_code)]
    told = {(cell.wres_year, cell.indicator) for cell in ratios}
    rows = [
        cell_of(row)
        for row in publication.rows.of(org_code)
        if row.unit is not Unit.RATIO or (row.wres_year, row.indicator) not in told
    ]
    found = (*rows, *ratios)
    return tuple(cell for cell in found if wres_year in (None, cell.wres_year))
