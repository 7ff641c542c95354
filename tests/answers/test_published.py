"""What is published when somebody asks is what is published at once, and little is read for it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path

import pytest

from wres.answers.comparing import compared_with
from wres.answers.coverage import trust_board
from wres.answers.evidence import View
from wres.answers.opening import evidence_at, held_at, shipped
from wres.answers.peers import peers
from wres.answers.published import Published, worked_out_ahead
from wres.answers.questions import where_we_stand
from wres.answers.similar import peer_set
from wres.publication import Extent, Publication, Step, Withheld, publish
from wres.results import Result, Results, is_whole
from wres.store import Store, open_store
from wres.terms import Band, EthnicGroup, StaffGroup, Unit

YEARS = (2024, 2025)
# R0A has shipped figures of its own, which the uploaded ones are laid over.
TRUSTS = ("R0A", "RAE", "RAJ", "RAL")


PEOPLE = (
    *((band, StaffGroup.ALL) for band in Band),
    *((Band.ALL, staff) for staff in StaffGroup if staff is not StaffGroup.ALL),
)


class Watched(Store):
    """A store that tells whose figures were read whole, and of whom to which extent."""

    read: list[str | None]
    besides: list[int]
    alone: list[Extent]
    parts: list[tuple[tuple[str, ...], tuple[int, ...]]]

    def results(self, *, version: int | None = None, org_code: str | None = None) -> Results:
        """Return what the store does, and remember who was asked for."""
        self.read.append(org_code)
        return super().results(version=version, org_code=org_code)

    def beside(
        self, extent: Extent, *, version: int, org_codes: Collection[str], years: Collection[int]
    ) -> tuple[Result, ...]:
        """Return what the store does, and remember the years of many at once, or the extent."""
        self.besides.extend(years if len(org_codes) > 1 else ())
        self.alone.extend([extent] if len(org_codes) == 1 else [])
        return super().beside(extent, version=version, org_codes=org_codes, years=years)

    def of_years(
        self, *, version: int, org_codes: Collection[str], years: Collection[int]
    ) -> Results:
        """Return what the store does, and remember whose years were read whole."""
        self.parts.append((tuple(org_codes), tuple(years)))
        return super().of_years(version=version, org_codes=org_codes, years=years)


def practice(code: str, divided_by: int = 1) -> Iterator[Result]:
    """Give the Practice Trust's figures as another trust's, of so many times fewer people."""
    for row in shipped().results.of("ZZP"):
        if row.wres_year in YEARS:
            counts = [
                None if n is None else n // divided_by for n in (row.numerator, row.denominator)
            ]
            made = replace(row, org_code=code, numerator=counts[0], denominator=counts[1])
            yield replace(made, value=None) if row.numerator is not None else made


def in_parts_alone(rows: Iterable[Result]) -> Iterator[Result]:
    """Give the figures without any of all staff: of some indicators nothing may then be shown."""
    yield from (row for row in rows if not is_whole(row))


def lone_groups(rows: Iterable[Result]) -> Iterator[Result]:
    """Give the figures of one group alone: of a likelihood nothing can be shown then."""
    yield from (row for row in rows if row.ethnic_group is EthnicGroup.ASIAN or row.indicator == 2)


GIVEN = {
    "R0A": tuple(practice("R0A")),
    "RAE": tuple(practice("RAE", 40)),
    "RAJ": tuple(in_parts_alone(practice("RAJ", 9))),
    "RAL": tuple(
        row for row in lone_groups(practice("RAL")) if row.ethnic_group is not EthnicGroup.WHITE
    ),
}
WITHHELD = (
    Withheld(org_code="R0A", wres_year=2025, step=Step.BREAKDOWNS),
    Withheld(org_code="RAE", wres_year=2024, step=Step.ALL_STAFF),
    Withheld(
        org_code="R0A",
        wres_year=2024,
        step=Step.CORRECTED,
        cells=frozenset({(EthnicGroup.BME, Band.ALL, StaffGroup.ALL)}),
    ),
)


def accepted(store: Store, rows: Iterable[Result]) -> int:
    """Return the version these rows made."""
    made = store.accept(
        rows,
        expected_version=store.current(),
        made_by="test",
        made_at=datetime(2026, 6, 1, tzinfo=UTC),
        file_name="made-up.csv",
        file_sha256="0" * 64,
        shape="long",
        report="{}",
    )
    return made.id


class WithWithheld(Watched):
    """A watched store whose figures were withheld in part by the attack on them."""

    def withheld(self, *, version: int | None = None) -> tuple[Withheld, ...]:
        """Return what is withheld at every version."""
        return WITHHELD


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WithWithheld]:
    """A store of four trusts, each given in a version of its own."""
    opened = open_store(Path(tmp_path_factory.mktemp("national")))
    watched = WithWithheld(opened._database)
    watched.read, watched.besides, watched.parts, watched.alone = [], [], [], []
    for code in TRUSTS:
        accepted(watched, GIVEN[code])
    yield watched
    opened.close()


def at_once(store: Store) -> Publication:
    """Return all of it published in one go."""
    return publish(shipped().results.merged(store.results(version=4)), WITHHELD)


@pytest.mark.parametrize("resident", [0, 12])
def test_the_same_figures_are_published_one_by_one_as_all_at_once(
    store: WithWithheld, resident: int
) -> None:
    """Rows, relative likelihoods, and where there is a figure at all."""
    found = Published(store, shipped().results, resident=resident).at(4).publication()
    expected = at_once(store)
    assert {c: told for c, told in found.rows.places().items() if told} == expected.rows.places()
    assert found.rows.organisations() == expected.rows.organisations()
    for code in expected.rows.organisations():
        assert found.rows.of(code) == expected.rows.of(code)
        assert found.likelihoods_of(code) == expected.likelihoods_of(code)
    assert [*found.rows] == [*expected.rows]
    assert found.likelihoods == expected.likelihoods


@pytest.mark.parametrize("extent", Extent)
@pytest.mark.parametrize("year", YEARS)
def test_figures_of_all_staff_are_the_same_without_the_parts(
    store: WithWithheld, year: int, extent: Extent
) -> None:
    """No rule for them looks at what is outside: proven on small, cut and withheld ones."""
    found = Published(store, shipped().results, resident=0).at(4).publication()
    of_year, expected = found.beside(extent, (year,)), at_once(store).beside(extent, (year,))
    assert [*of_year.rows] == [*expected.rows]
    assert {row.indicator for row in of_year.rows} <= {*extent.indicators}
    if extent in (Extent.COMPARED, Extent.SENIOR):
        return
    for code in expected.rows.organisations():
        likelihoods = [one for one in expected.likelihoods_of(code) if one.wres_year == year]
        told = [one for one in of_year.likelihoods_of(code) if one.wres_year == year]
        assert told == likelihoods


def test_every_answer_about_many_trusts_is_the_same_whatever_was_read_for_it(
    store: WithWithheld,
) -> None:
    """Trusts side by side, and what there is of each: as found in all of it at once."""
    kept = Published(store, shipped().results, resident=0)
    found = evidence_at(store, 4, data=shipped(), published=kept)
    whole = replace(found, publication=at_once(store))
    for number in range(1, 10):
        view = View(org_code="R0A", wres_year=2025, indicator=number)
        assert peers(found, view) == peers(whole, view)
    assert peer_set(found, view) == peer_set(whole, view)
    assert trust_board(found, 2025) == trust_board(whole, 2025)


def test_what_stands_side_by_side_is_worked_out_ahead_where_there_are_many(
    store: WithWithheld,
) -> None:
    """Before the first visitor asks for a year; a store of a few waits until somebody does."""
    kept = Published(store, shipped().results, resident=0)
    before = evidence_at(store, 4, data=shipped(), published=kept).publication
    for extent in (Extent.COMPARED, Extent.RECORDS):
        assert [*worked_out_ahead(before, extent)] == [*reversed(YEARS)]
    store.besides = []
    found = evidence_at(store, 4, data=shipped(), published=kept)
    for year in YEARS:
        peers(found, View(org_code="R0A", wres_year=year, indicator=8))
        trust_board(found, year)
    assert store.besides == []
    few = Published(store, shipped().results)
    asked = evidence_at(store, 4, data=shipped(), published=few).publication
    assert [*worked_out_ahead(asked, Extent.COMPARED)] == []
    assert [*worked_out_ahead(publish(()), Extent.COMPARED)] == []


def test_a_page_of_one_trust_reads_one_trust(store: WithWithheld) -> None:
    """In a store too large to keep whole: whoever is looked at, and nobody beside them."""
    kept = Published(store, shipped().results, resident=0)
    found = evidence_at(store, 4, data=shipped(), published=kept)
    assert "RAE" in {one.code for one in found.with_figures()}
    assert found.years("RAE") == YEARS
    peers(found, View(org_code="R0A", wres_year=2025, indicator=8))
    store.read, store.parts = [], []
    assert found.rows.get("RAE", 2025, indicator=1, ethnic_group=EthnicGroup.BME)
    assert where_we_stand(found, View(org_code="RAE", wres_year=2025))
    assert store.parts == []
    assert found.bands("RAE", 2025, 1)
    assert found.rows.where(org_code="RAE", wres_year=2025)
    assert store.parts == [(("RAE",), (2025,))]
    assert store.read == []


@pytest.mark.parametrize("ahead", [False, True])
def test_a_trust_read_in_parts_is_the_same_as_read_whole(store: WithWithheld, ahead: bool) -> None:
    """Whatever is asked first, and whether what stands side by side was worked out before."""
    expected = at_once(store)
    published = Published(store, shipped().results, resident=0)
    for extent in (Extent.COMPARED, Extent.RECORDS) if ahead else ():
        assert [*worked_out_ahead(published.at(4).publication(), extent)]
    found = published.at(4).publication()
    for code in TRUSTS:
        assert found.likelihoods_of(code) == expected.likelihoods_of(code)
        for number in (None, *range(1, 10)):
            assert found.rows.years(code, number) == expected.rows.years(code, number)
        every = product(EthnicGroup, (2023, *YEARS), range(1, 10), PEOPLE)
        for group, year, number, (band, staff) in every:
            unit = Unit.RATIO if group is EthnicGroup.ALL and number < 5 else Unit.PROPORTION
            asked = {"indicator": number, "ethnic_group": group, "unit": unit}
            key = {**asked, "band": band, "staff_group": staff}
            assert found.rows.get(code, year, **key) == expected.rows.get(code, year, **key)
        for year in YEARS:
            told = found.rows.where(org_code=code, wres_year=year)
            assert told == expected.rows.where(org_code=code, wres_year=year)
        assert found.rows.where(org_code=code, indicator=9) == (
            expected.rows.where(org_code=code, indicator=9)
        )


def test_a_page_beside_others_reads_nothing_where_they_are_worked_out_ahead(
    store: WithWithheld,
) -> None:
    """Neither its likelihoods and board nor its senior posts, which no such page shows."""
    kept = Published(store, shipped().results, resident=0)
    found = evidence_at(store, 4, data=shipped(), published=kept)
    assert [*worked_out_ahead(found.publication, Extent.COMPARED)]
    store.read, store.besides, store.parts, store.alone = [], [], [], []
    view = View(org_code="RAE", wres_year=YEARS[0], indicator=8)
    chosen = peers(found, view)
    assert compared_with(found, view, chosen=chosen).gap.bme.is_shown
    assert (store.read, store.besides, store.parts, store.alone) == ([], [], [], [])
    assert found.publication.likelihoods_of("RAE")
    assert store.alone == [Extent.RECORDS]
    assert found.rows.get("RAE", 2025, indicator=1, ethnic_group=EthnicGroup.BME, band=Band.VSM)
    assert store.alone == [Extent.RECORDS, Extent.SENIOR]


def test_a_new_version_leaves_everybody_else_as_they_were(tmp_path: Path) -> None:
    """Only the organisation that changed is read and published again."""
    with open_store(tmp_path) as opened:
        store = Watched(opened._database)
        store.read, store.besides, store.parts, store.alone = [], [], [], []
        for code in TRUSTS:
            accepted(store, GIVEN[code])
        kept = Published(store, shipped().results)
        before = kept.at(4)
        assert store.read == [*TRUSTS]
        changed = replace(GIVEN["RAE"][0], numerator=1)
        after = kept.at(accepted(store, [changed]))
        assert store.read == [*TRUSTS, "RAE"]
        assert after.of_one("R0A") is before.of_one("R0A")
        assert after.of_one("RAE") is not before.of_one("RAE")


def test_checks_of_a_file_find_what_is_held_without_reading_everybody(store: WithWithheld) -> None:
    """Figures laid over the shipped ones: by organisation, by year, and of all staff."""
    expected = shipped().results.merged(store.results(version=4))
    store.read = []
    found = held_at(store, 4, data=shipped())
    assert [*found.of("R0A")] == [*expected.of("R0A")]
    assert {*found.of_years([2025])} == {row for row in expected if row.wres_year == 2025}
    assert {*found.wholes()} == {row for row in expected if is_whole(row)}
    assert found.organisations() == expected.organisations()
    assert store.read == ["R0A"]
