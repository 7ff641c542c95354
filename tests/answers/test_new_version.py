"""What a new version costs: only who changed is asked for, and the answers are those of anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.answers.test_published import GIVEN, TRUSTS
from wres.answers.evidence import View
from wres.answers.measured import Cell, gap_at
from wres.answers.opening import evidence_at, shipped
from wres.answers.peers import peers
from wres.answers.published import Published
from wres.answers.uploaded_files import UploadedFiles
from wres.publication import Extent
from wres.results import Result, Results, edition_of
from wres.store import Store, open_store
from wres.store.narrow import Given
from wres.store.versions import Upload
from wres.terms import EthnicGroup

BEGUN = datetime(2026, 6, 1, tzinfo=UTC)


class Asked(Store):
    """A store that tells about whom it was asked, and since when."""

    asked: list[tuple[str, ...]]
    since: list[int]

    def without_counts(self, *, version: int, org_codes: Collection[str]) -> Results:
        """Return what the store does, and remember the codes."""
        self.asked.append(tuple(org_codes))
        return super().without_counts(version=version, org_codes=org_codes)

    def organisations(
        self, *, version: int | None = None, org_codes: Collection[str] | None = None
    ) -> tuple[str, ...]:
        """Return what the store does, and remember the codes."""
        self.asked.append(tuple(org_codes or ("everybody",)))
        return super().organisations(version=version, org_codes=org_codes)

    def given(self, *, version: int, org_codes: Collection[str]) -> Given:
        """Return what the store does, and remember the codes."""
        self.asked.append(tuple(org_codes))
        return super().given(version=version, org_codes=org_codes)

    def beside(
        self, extent: Extent, *, version: int, org_codes: Collection[str], years: Collection[int]
    ) -> tuple[Result, ...]:
        """Return what the store does, and remember the codes."""
        self.asked.append(tuple(org_codes))
        return super().beside(extent, version=version, org_codes=org_codes, years=years)

    def uploads(self, version: int, *, since: int = 0) -> tuple[Upload, ...]:
        """Return what the store does, and remember since when."""
        self.since.append(since)
        return super().uploads(version, since=since)


def accepted(store: Store, rows: Collection[Result], sha256: str) -> int:
    """Return the version these rows made, a day after the one before."""
    return store.accept(
        rows,
        expected_version=store.current(),
        made_by="test",
        made_at=BEGUN + timedelta(days=store.current()),
        file_name="made-up.csv",
        file_sha256=sha256 * 64,
        shape="long",
        report="{}",
    ).id


def official(code: str, per_cent: int) -> list[Result]:
    """Return both groups of indicator 8 as the national survey prints them, without counts."""
    return [
        Result(
            org_code=code,
            wres_year=2025,
            survey_year=2024,
            indicator=8,
            ethnic_group=group,
            value=per_cent / 100,
            edition=edition_of(2024),
            source_id="made-up",
        )
        for group in (EthnicGroup.BME, EthnicGroup.WHITE)
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Asked]:
    """A store of four trusts, each given in a version of its own."""
    with open_store(tmp_path) as opened:
        found = Asked(opened._database)
        found.asked, found.since = [], []
        for number, code in enumerate(TRUSTS):
            accepted(found, GIVEN[code], str(number))
        yield found


def test_after_a_new_version_the_store_is_asked_only_about_who_changed(store: Asked) -> None:
    """Where there is a figure, percentages without counts, whole years, and uploads."""
    kept = Published(store, shipped().results, resident=0)

    def everything(version: int) -> None:
        found = evidence_at(store, version, data=shipped(), published=kept)
        assert found.years("RAE") == (2024, 2025)
        peers(found, View(org_code="R0A", wres_year=2025, indicator=8))

    everything(4)
    assert {code for codes in store.asked for code in codes} == {*TRUSTS}
    store.asked, store.since = [], []
    everything(accepted(store, [replace(GIVEN["RAE"][0], numerator=1)], "f"))
    assert {*store.asked} == {("RAE",)}
    assert store.since == [4]


def test_a_look_at_an_earlier_version_takes_nothing_from_the_newest(store: Asked) -> None:
    """Who goes back asks about who was otherwise then; the next version about who changed."""
    kept = Published(store, shipped().results, resident=0)

    def asked_about(version: int) -> set[str]:
        store.asked = []
        found = evidence_at(store, version, data=shipped(), published=kept)
        found.years("RAE")
        peers(found, View(org_code="R0A", wres_year=2025, indicator=8))
        return {code for codes in store.asked for code in codes}

    assert asked_about(4) == {*TRUSTS}
    again = accepted(store, [replace(GIVEN["R0A"][0], numerator=1)], "f")
    assert asked_about(again) == {"R0A"}
    assert (asked_about(1), asked_about(4), asked_about(1)) == ({"R0A"}, set(), set())
    assert asked_about(again) == set()
    last = accepted(store, [replace(GIVEN["RAE"][0], numerator=1)], "e")
    assert asked_about(last) == {"RAE"}


def test_the_evidence_of_a_new_version_is_that_worked_out_anew(store: Asked) -> None:
    """An official file makes benchmarks, a second one others: each as if nothing had been kept."""
    kept = Published(store, shipped().results, resident=0)
    for number, per_cent in enumerate((31, 33)):
        version = accepted(store, official(TRUSTS[number], per_cent), str(5 + number))
        found = evidence_at(store, version, data=shipped(), published=kept)
        anew = evidence_at(store, version, data=shipped())
        assert found.made_benchmarks == anew.made_benchmarks
        assert (found.uploaded, found.files) == (anew.uploaded, anew.files)
        assert found.uploaded == frozenset(TRUSTS)


def test_a_file_uploaded_again_is_of_the_day_it_first_came(store: Asked) -> None:
    """Asked for the newest version first or last, each version has the files there were then."""
    again = accepted(store, [replace(GIVEN["RAE"][0], numerator=2)], "0")
    files = UploadedFiles(store)
    newest = files.at(again)
    assert [newest[f"upload:{'0' * 12}"].version, len(newest)] == [1, 4]
    for version in (0, 2, 4, again):
        assert files.at(version) == UploadedFiles(store).at(version)
    assert len(files.at(2)) == 2


def test_every_gap_beside_others_is_that_of_the_trust_alone(store: Asked) -> None:
    """Found by the index of a year as by one look after another; who has none is not among them."""
    found = evidence_at(store, 4, data=shipped(), published=Published(store, shipped().results))
    view = View(org_code="R0A", wres_year=2025, indicator=8)
    answer = peers(found, view)
    everybody = [one for one in found.with_figures() if one.benchmark_group is answer.group]
    alone = {
        one.code: gap_at(found, Cell(org_code=one.code, indicator=8), 2025) for one in everybody
    }
    beside = {one.organisation.code: one.gap for one in (*answer.peers, answer.mine)}
    assert beside.items() <= alone.items()
    shown = {code for code, gap in alone.items() if gap.value is not None}
    assert len(beside) + answer.others_edition == len(shown | {"R0A"}) > 2
