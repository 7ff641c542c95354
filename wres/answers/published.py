"""What is published of each organisation of a store, worked out when somebody asks for it.

The publication of an organisation follows from its own figures, what is shipped of it and what is
withheld of it, and from nothing else. So it is kept by the version that changed it last: a new
version leaves every other organisation as it is, and a store of two hundred trusts starts as fast
as that of one. What stands beside other organisations are figures of all staff; no rule that shows
or hides them looks at the parts, so they are published alone, of one year at a time.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from wres.answers.by_mark import ByMark, Mark
from wres.answers.in_parts import Part, Source, part_of
from wres.answers.kept import Shelf
from wres.answers.likelihoods import Likelihoods
from wres.answers.uploaded_files import UploadedFiles
from wres.publication import Extent, Publication, Withheld, publish
from wres.results import Place, Result, Results
from wres.store import Store
from wres.store.holdings import Holdings
from wres.terms import FIRST_WRES_YEAR, LAST_WRES_YEAR

# Kept at once: of one organisation some 5,000 figures of ten years, of a year what is compared.
ORGANISATIONS_KEPT = 24
_ALL_YEARS = LAST_WRES_YEAR - FIRST_WRES_YEAR + 1
_BESIDE = (Extent.COMPARED, Extent.RECORDS)
YEARS_KEPT = {one: _ALL_YEARS if one in _BESIDE else 6 for one in Extent}
# As many as this are read at the start and stay, so that a trust's pages need no store to answer.
RESIDENT = 12


def _codes(marks: Iterable[Mark]) -> list[str]:
    return [code for code, _, _ in marks]


class Published:
    """The publications of a store's organisations, kept from one version to the next."""

    def __init__(self, store: Store, shipped: Results, *, resident: int = RESIDENT) -> None:
        self.store = store
        self.shipped = shipped
        self.resident = resident
        self._organisations: Shelf[Publication] = Shelf(ORGANISATIONS_KEPT)
        self._years: dict[Extent, dict[int, ByMark[Part]]] = {one: {} for one in Extent}
        self._places = ByMark(self._looked_up)
        self._official = ByMark(self._without_counts)
        self._with_figures = ByMark(self._having_figures)
        self.files = UploadedFiles(store)

    @cached_property
    def shipped_places(self) -> Mapping[str, frozenset[Place]]:
        """The WRES years and indicators of what is shipped and published, by organisation."""
        return self.as_shipped.rows.places()

    @cached_property
    def as_shipped(self) -> Publication:
        """The publication of what is shipped, without any upload."""
        return publish(self.shipped)

    def at(self, version: int) -> AtVersion:
        """Return what is published at a version.

        Raises:
            StoreProblem: If the store cannot be read.
        """
        withheld = self.store.withheld(version=version)
        of_code: dict[str, list[Withheld]] = {}
        for one in withheld:
            of_code.setdefault(one.org_code, []).append(one)
        changed = dict.fromkeys(of_code, 0) | self.store.changed_last(version)
        marks = {code: (code, last, tuple(of_code.get(code, ()))) for code, last in changed.items()}
        found = AtVersion(published=self, version=version, marks=marks, withheld=withheld)
        if len(marks) <= self.resident:
            for code in marks:
                found.of_one(code)
        return found

    def of_one(self, mark: Mark, version: int) -> Publication:
        """Return the publication of an organisation, from the store only where it is not kept."""

        def worked_out() -> Publication:
            code, _, withheld = mark
            uploaded = self.store.results(version=version, org_code=code)
            return publish(Results(self.shipped.of(code)).merged(uploaded), withheld)

        return self._organisations.get(mark, worked_out)

    def in_parts(self, mark: Mark, version: int, places: frozenset[Place]) -> Publication:
        """Return the publication of an organisation, most figures to come when they are asked."""

        def kept(extent: Extent, year: int) -> Part | None:
            of_year = self._years[extent].get(year)
            return None if of_year is None else of_year.kept(mark)

        source = Source(
            store=self.store,
            shipped=self.shipped.of(mark[0]),
            mark=mark,
            version=version,
            places=places,
            kept=kept,
        )
        return self._organisations.get(mark, source.published)

    def of_year(
        self, extent: Extent, year: int, *, marks: Collection[Mark], version: int
    ) -> Mapping[Mark, Part]:
        """Return what is published of a WRES year to some extent, by organisation."""
        kept = self._years[extent].get(year)
        if kept is None:
            kept = ByMark(partial(self._worked_out, extent, year))
            # Asked anew: other visitors may have looked at other years meanwhile.
            others = [one for one in self._years[extent].items() if one[0] != year]
            self._years[extent] = dict([*others, (year, kept)][-YEARS_KEPT[extent] :])
        return kept.of(marks, version)

    def _worked_out(
        self, extent: Extent, year: int, wanted: list[Mark], version: int
    ) -> dict[Mark, Part]:
        codes = _codes(wanted)
        under = (row for code in codes for row in self.shipped.of(code))
        shipped = (row for row in under if row.wres_year == year and extent.holds(row))
        uploaded = self.store.beside(extent, version=version, org_codes=codes, years=(year,))
        withheld = [one for _, _, of_code in wanted for one in of_code if one.wres_year == year]
        shown = publish((*shipped, *uploaded), withheld)
        return {mark: part_of(shown, mark[0]) for mark in wanted}

    def places(self, marks: Collection[Mark], version: int) -> Mapping[Mark, frozenset[Place]]:
        """Return the WRES years and indicators of published figures, by organisation."""
        return self._places.of(marks, version)

    def _looked_up(self, wanted: list[Mark], version: int) -> dict[Mark, frozenset[Place]]:
        given = self.store.given(version=version, org_codes=_codes(wanted))
        found: dict[Mark, frozenset[Place]] = {}
        doubtful: dict[Mark, set[int]] = {}
        for mark in wanted:
            code = mark[0]
            sure = given.sure.get(code, set())
            shipped = {(row.wres_year, row.indicator) for row in self.shipped.of(code)}
            others = (given.others.get(code, set()) | shipped) - sure
            found[mark] = frozenset(sure)
            if others:
                doubtful[mark] = {year for year, _ in others}
        for mark, places in self._told_by_publishing(doubtful, version).items():
            found[mark] |= places
        # Most trusts have figures of the same: one set then stands for all of them.
        same: dict[frozenset[Place], frozenset[Place]] = {}
        return {mark: same.setdefault(places, places) for mark, places in found.items()}

    def official(self, marks: Collection[Mark], version: int) -> list[Result]:
        """Return the percentages without counts that these organisations were given."""
        kept = self._official.of(marks, version)
        return [row for mark in marks for row in kept[mark]]

    def _without_counts(self, wanted: list[Mark], version: int) -> dict[Mark, tuple[Result, ...]]:
        found = self.store.without_counts(version=version, org_codes=_codes(wanted))
        return {mark: found.of(mark[0]) for mark in wanted}

    def uploaded(self, marks: Collection[Mark], version: int) -> frozenset[str]:
        """Return the codes of the organisations with an uploaded figure at a version."""
        kept = self._with_figures.of(marks, version)
        return frozenset(mark[0] for mark in marks if kept[mark])

    def _having_figures(self, wanted: list[Mark], version: int) -> dict[Mark, bool]:
        found = self.store.organisations(version=version, org_codes=_codes(wanted))
        return {mark: mark[0] in found for mark in wanted}

    def _told_by_publishing(
        self, doubtful: Mapping[Mark, set[int]], version: int
    ) -> dict[Mark, frozenset[Place]]:
        if not doubtful:
            return {}
        codes = _codes(doubtful)
        years = set().union(*doubtful.values())
        under = Results(row for code in codes for row in self.shipped.of(code))
        shipped = Results(row for row in under if row.wres_year in years)
        uploaded = self.store.of_years(version=version, org_codes=codes, years=years)
        withheld = [one for _, _, of_code in doubtful for one in of_code]
        places = publish(shipped.merged(uploaded), withheld).rows.places()
        return {mark: places.get(mark[0], frozenset()) for mark in doubtful}


@dataclass(frozen=True, kw_only=True)
class AtVersion:
    """What is published at one version; ``marks`` are of the organisations ever uploaded."""

    published: Published
    version: int
    marks: Mapping[str, Mark]
    withheld: tuple[Withheld, ...]

    def publication(self) -> Publication:
        """Return the publication, whose figures are worked out when they are asked for."""
        codes = {*self.marks, *self.published.shipped.organisations()}
        return PublishedWhenAsked(
            at=self,
            rows=Holdings(
                codes,
                lambda code: self.of_one(code).rows,
                places=lambda: self.places,
            ),
            likelihoods_by=Likelihoods(tuple(sorted(codes)), self.of_one),
            withheld=self.withheld,
        )

    def of_one(self, code: str) -> Publication:
        """Return the publication of one organisation, or of all that is only shipped."""
        mark = self.marks.get(code)
        if mark is None:
            return self.published.as_shipped
        if len(self.marks) <= self.published.resident:
            return self.published.of_one(mark, self.version)
        return self.published.in_parts(mark, self.version, self.places[code])

    @cached_property
    def places(self) -> Mapping[str, frozenset[Place]]:
        """The WRES years and indicators each organisation has published figures for."""
        found = dict(self.published.shipped_places)
        if len(self.marks) <= self.published.resident:
            of_one = {code: self.of_one(code).rows.places() for code in self.marks}
            return found | {code: told.get(code, frozenset()) for code, told in of_one.items()}
        told = self.published.places(tuple(self.marks.values()), self.version)
        return found | {code: told[mark] for code, mark in self.marks.items()}

    def beside(self, extent: Extent, years: Collection[int]) -> Publication:
        """Return what is published of every organisation to some extent, in some WRES years.

        Of one year it is put together once and kept as long as this version is.
        """
        if len(years) != 1:
            return self._put_together(extent, years)
        place = (extent, min(years))
        if place not in self._kept_beside:
            self._kept_beside[place] = self._put_together(extent, years)
        return self._kept_beside[place]

    @cached_property
    def _kept_beside(self) -> dict[tuple[Extent, int], Publication]:
        return {}

    def _put_together(self, extent: Extent, years: Collection[int]) -> Publication:
        marks = tuple(self.marks.values())
        uploaded = [
            self.published.of_year(extent, year, marks=marks, version=self.version)
            for year in sorted(years)
        ]
        shipped = self.published.as_shipped.beside(extent, years)
        codes = sorted({*self.marks, *shipped.rows.organisations()})
        found = {code: self._of_code(code, shipped, uploaded) for code in codes}
        return Publication(
            rows=Results(row for parts in found.values() for part in parts for row in part.rows),
            likelihoods_by={
                code: tuple(one for part in parts for one in part.likelihoods)
                for code, parts in found.items()
            },
            withheld=self.withheld,
        )

    def _of_code(
        self, code: str, shipped: Publication, uploaded: list[Mapping[Mark, Part]]
    ) -> list[Part]:
        mark = self.marks.get(code)
        return [part_of(shipped, code)] if mark is None else [year[mark] for year in uploaded]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedWhenAsked(Publication):
    """A publication whose figures are worked out when somebody asks for them."""

    at: AtVersion

    def beside(self, extent: Extent, years: Collection[int]) -> Publication:
        """Return the figures of every organisation to some extent, of these WRES years alone."""
        return self.at.beside(extent, years)


def worked_out_ahead(publication: Publication, extent: Extent) -> Iterator[int]:
    """Give each WRES year once what stands side by side of it is worked out and kept, newest first.

    Where there are few organisations a year takes so little that it waits until somebody asks, and
    none is given.
    """
    if not isinstance(publication, PublishedWhenAsked):
        return
    at = publication.at
    if len(at.marks) <= at.published.resident:
        return
    years = {year for code in at.marks for year, _ in at.places[code]}
    for year in sorted(years, reverse=True):
        # With the index that is made when a place of the year is first asked for.
        at.beside(extent, (year,)).rows.beside(year, extent.indicators[0])
        yield year
