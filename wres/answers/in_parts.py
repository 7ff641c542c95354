"""What is published of one organisation in a large store: as much of it as a page asks for.

Ten years of a trust are some 5,000 figures. A twentieth of them are shown in every year, most of
which stand side by side with other trusts and are kept. Of the rest the front door shows one year
whole; whoever asks for another year, or for another ethnic group over the years, waits for those.
What is not kept is read to the extent that is asked for. No rule that shows or hides a figure looks
at another year, or beyond the extent it is in, so they come out as they do when all is published at
once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from wres.answers.by_mark import Mark
from wres.answers.likelihoods import Likelihoods
from wres.measures import Likelihood
from wres.publication import Extent, Publication, publish
from wres.results import Place, Result, ResultKey, Results
from wres.store import Store
from wres.store.holdings import Holdings


@dataclass(frozen=True, slots=True)
class Part:
    """What is published of an organisation in one year, to some extent."""

    rows: tuple[Result, ...]
    likelihoods: tuple[Likelihood, ...]


def part_of(shown: Publication, code: str) -> Part:
    """Return what a publication shows of one organisation."""
    return Part(shown.rows.of(code), shown.likelihoods_of(code))


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where the figures of one organisation at a version come from.

    ``shipped`` are those under the uploaded ones, ``places`` those it has published figures for.
    ``kept`` gives what is kept of a year to some extent as it stands beside others, or None.
    """

    store: Store
    shipped: tuple[Result, ...]
    mark: Mark
    version: int
    places: frozenset[Place]
    kept: Callable[[Extent, int], Part | None]

    @property
    def code(self) -> str:
        """The code of the organisation."""
        return self.mark[0]

    @property
    def years(self) -> tuple[int, ...]:
        """The WRES years it has published figures for, earliest first."""
        return tuple(sorted({year for year, _ in self.places}))

    def published(self) -> Publication:
        """Return the publication, whose figures are published when they are asked for."""
        rows = InParts(self)
        return Publication(
            rows=rows,
            likelihoods_by=Likelihoods((self.code,), lambda _: rows.to(Extent.RECORDS)),
            withheld=self.mark[2],
        )

    def to(self, extent: Extent) -> Publication:
        """Return what is published to some extent in every year, in order."""
        parts = [*self._parts(extent)]
        likelihoods = (one for part in parts for one in part.likelihoods)
        in_order = tuple(sorted(likelihoods, key=lambda one: one.wres_year))
        return Publication(
            rows=Results(row for part in parts for row in part.rows),
            likelihoods_by={self.code: in_order} if in_order else {},
            withheld=self.mark[2],
        )

    def _parts(self, extent: Extent) -> Iterator[Part]:
        """What is published to some extent of each year: as it is kept, and else read."""
        kept = {year: self.kept(extent, year) for year in self.years}
        missing = tuple(year for year, part in kept.items() if part is None)
        yield from (part for part in kept.values() if part is not None)
        if missing:
            rows = (row for row in self.shipped if row.wres_year in missing and extent.holds(row))
            uploaded = self.store.beside(
                extent, version=self.version, org_codes=(self.code,), years=missing
            )
            yield part_of(publish((*rows, *uploaded), self.mark[2]), self.code)

    def of_year(self, year: int) -> Results:
        """Return all that is published of a year."""
        rows = (row for row in self.shipped if row.wres_year == year)
        uploaded = self.store.of_years(version=self.version, org_codes=(self.code,), years=(year,))
        return publish((*rows, *uploaded), self.mark[2]).rows


# No figure is of two of these.
_OF_EVERY_YEAR = (Extent.COMPARED, Extent.RECORDS, Extent.SENIOR)


class InParts(Holdings):
    """The published figures of one organisation, read when they are asked for.

    To some extents they are read of every year at once, and otherwise of one year whole.
    """

    def __init__(self, source: Source) -> None:
        code = source.code
        super().__init__((code,), lambda _: self._everything, places=lambda: {code: source.places})
        self._source = source
        self._years: dict[int, Results] = {}
        self._extents: dict[Extent, Publication] = {}

    def to(self, extent: Extent) -> Publication:
        """Return what is published to some extent in every year, read once."""
        if extent not in self._extents:
            self._extents[extent] = self._source.to(extent)
        return self._extents[extent]

    @cached_property
    def _everything(self) -> Results:
        return Results(self.of_years(self._source.years))

    def at(self, key: ResultKey) -> Result | None:
        """Return the row with a key that is put together already, or None."""
        _, year, indicator, staff, band, group, _ = key
        for extent in _OF_EVERY_YEAR:
            if extent.covers(indicator, group, staff=staff, band=band):
                return self.to(extent).rows.at(key)
        return self._in(year).at(key)

    def where(self, *, org_code: str | None = None, **wanted: object) -> tuple[Result, ...]:
        """Return the rows whose columns equal what is wanted, in the order they came."""
        year = wanted.get("wres_year")
        if isinstance(year, int):
            return self._in(year).where(org_code=org_code, **wanted)
        return super().where(org_code=org_code, **wanted)

    def years(self, org_code: str, indicator: int | None = None) -> tuple[int, ...]:
        """Return the WRES years an organisation has figures for, earliest first."""
        if org_code not in self._known:
            return ()
        of_it = {year for year, number in self._source.places if indicator in (None, number)}
        return tuple(sorted(of_it))

    def of_years(self, years: Collection[int]) -> Iterable[Result]:
        """Return the rows of some WRES years, in the order they came."""
        return [row for year in sorted({*years}) for row in self._in(year)]

    def _in(self, year: int) -> Results:
        if year not in self._years:
            is_known = year in self._source.years
            self._years[year] = self._source.of_year(year) if is_known else Results()
        return self._years[year]
