"""What goes into the store comes out of it the same."""

from __future__ import annotations

import hashlib
import json
import random
from dataclasses import replace
from itertools import product

import pytest

from wres.errors import NotComputable, StoreProblem
from wres.results import COLUMNS, Result
from wres.store import Store
from wres.store.fingerprints import EMPTY_HASH, fingerprint
from wres.store.plain_figures import plain_values
from wres.store.rows import _standing
from wres.terms import Band, CalcBasis, EthnicGroup, StaffGroup, Status, Unit

from .examples import figure, load, survey

FULL = Result(
    org_code="RRP",
    wres_year=2025,
    survey_year=2023,
    indicator=1,
    ethnic_group=EthnicGroup.UNKNOWN,
    staff_group=StaffGroup.NON_CLINICAL,
    band=Band.BAND_8A,
    numerator=2**40,
    denominator=2**40 + 1,
    value=0.1 + 0.2,
    unit=Unit.PROPORTION,
    calc_basis=CalcBasis.INCL_DK_2025,
    edition="final – “2nd”\n",
    status=Status.DOUBTFUL,
    source_id="nhs:2024",
)
BARE = Result(
    org_code="RRP", wres_year=2016, survey_year=2015, indicator=4, ethnic_group=EthnicGroup.ALL
)


@pytest.mark.parametrize("row", [FULL, BARE], ids=["every column filled", "nothing but a key"])
def test_every_column_comes_back_as_it_went_in(store: Store, row: Result) -> None:
    """No column is lost, rounded or turned into another kind, and None stays None."""
    load(store, [row])
    (back,) = store.results()
    for name in COLUMNS:
        assert getattr(back, name) == getattr(row, name), name
        assert type(getattr(back, name)) is type(getattr(row, name)), name


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        ("ethnic_group", EthnicGroup),
        ("band", Band),
        ("staff_group", StaffGroup),
        ("unit", Unit),
        ("status", Status),
        ("calc_basis", CalcBasis),
    ],
)
def test_every_term_of_a_closed_list_can_be_stored(store: Store, column: str, kind: type) -> None:
    """Each member of each list comes back as that member."""
    rows = [
        replace(BARE, wres_year=2016 + place, **{column: member})
        for place, member in enumerate(kind)
    ]
    load(store, rows)
    assert {getattr(row, column) for row in store.results()} == set(kind)


@pytest.mark.parametrize("how_many", [1, 2, 27, 28, 54, 70])
def test_rows_written_together_are_each_as_they_were(store: Store, how_many: int) -> None:
    """Some are written at once, and what they share is given once; the rest one by one."""
    rows = [
        replace(
            BARE,
            org_code=("R0A", "RRP")[number % 2],
            wres_year=2016 + number % 10,
            staff_group=tuple(StaffGroup)[number // 10 % 3],
            band=tuple(Band)[number // 30],
            numerator=(None, 0, 7)[number % 3],
            denominator=7,
            value=(None, 0.0, 1.0)[number % 3],
            edition=("", "final", "it's")[number % 3],
            source_id=f"file {number // 30}",
        )
        for number in range(how_many)
    ]
    places = {row.key: f"row {number}" for number, row in enumerate(rows)}
    load(store, rows, places=places)
    assert set(store.results()) == set(rows)
    assert [store.trace(row.key).place for row in rows] == list(places.values())
    assert store.verify_figures()
    load(store, rows[:1], replaces=True)
    gone = {row for row in rows[1:] if row.key[:2] == rows[0].key[:2]}
    assert set(store.results()) == set(rows) - gone
    assert store.verify_figures()


def test_the_same_figures_have_the_same_hash_in_any_order(store: Store) -> None:
    """F6: a shuffled file makes no new version."""
    first = load(store, survey(16))
    shuffled = survey(16)
    random.Random(5).shuffle(shuffled)
    assert load(store, shuffled) == first
    assert store.verify_figures()


def test_a_whole_number_given_for_a_value_is_no_change(store: Store) -> None:
    """1 and 1.0 are the same figure with the same hash."""
    load(store, [replace(figure(), numerator=None, value=1)])
    assert store.changes([replace(figure(), numerator=None, value=1.0)]).nothing
    assert store.verify_figures()


def test_a_row_that_cannot_be_true_is_refused_and_nothing_is_stored(store: Store) -> None:
    """120 of 100 people stop the whole acceptance."""
    with pytest.raises(NotComputable):
        load(store, [*survey(16), replace(figure(), numerator=120)])
    assert store.current() == 0
    assert len(store.results()) == 0
    assert store.audit() == ()


@pytest.mark.parametrize(
    "row",
    [replace(figure(), denominator=2**80), replace(figure(), edition="\ud800")],
    ids=["a count too long", "half a character"],
)
def test_what_a_database_cannot_hold_is_refused_in_a_sentence(store: Store, row: Result) -> None:
    """The driver's own error never comes out, and nothing is stored."""
    with pytest.raises(StoreProblem):
        load(store, [row])
    assert store.current() == 0


def test_one_organisation_can_be_asked_for(store: Store) -> None:
    """The rows of the others are left out."""
    load(store, [*survey(16, "R0A"), *survey(20, "RRP")])
    assert {row.org_code for row in store.results(org_code="RRP")} == {"RRP"}
    assert len(store.results(org_code="RRP")) == 8
    assert len(store.results(org_code="ZZZ")) == 0
    assert store.organisations() == ("R0A", "RRP")


def test_a_text_that_looks_like_two_rows_changes_no_hash(store: Store) -> None:
    """What stands between two rows where they are written at once may stand in a text too."""
    rows = [replace(FULL, source_id='a"], ["b'), replace(BARE, source_id="x], [y")]
    both = load(store, rows).content_hash
    told = [json.dumps(plain_values(row), ensure_ascii=True) for row in rows]
    numbers = [int(hashlib.sha256(one.encode()).hexdigest(), 16) for one in told]
    assert both == f"{sum(numbers) % 2**256:064x}"


@pytest.mark.parametrize("edition", ["final", 'the "2nd", ], [ – one'])
@pytest.mark.parametrize("source", ["", "another file"])
def test_the_hash_is_of_each_row_as_json(edition: str, source: str) -> None:
    """However many are written at once, with what they share and what each has of its own."""
    numbers = product((None, 0, 2**40), (None, 7), (None, 0.1 + 0.2, 1e-7, -12.5, 3.0))
    rows = [
        list(plain_values(replace(FULL, numerator=top, denominator=base, value=value)))
        for top, base, value in numbers
    ]
    rows += [
        plain_values(replace(BARE, wres_year=2025, survey_year=2023, ethnic_group=group, band=band))
        for group, band in product(EthnicGroup, Band)
    ]
    told = [[*row[:10], "proportion", "standard", edition, "shown", "one file"] for row in rows]
    told[-1][-1] = source or "one file"
    hashes = [hashlib.sha256(json.dumps(one).encode()).hexdigest() for one in told]
    expected = sum(int(one, 16) for one in hashes) % 2**256
    assert fingerprint(added=told) == f"{expected:064x}"
    assert fingerprint(fingerprint(added=told), taken=map(tuple, told)) == EMPTY_HASH


def test_a_code_nobody_knows_has_a_hash_too() -> None:
    """A row is hashed as it lies there: whether it may is looked at elsewhere."""
    row = [*plain_values(FULL)]
    row[COLUMNS.index("band")] = 'no "band"'
    expected = hashlib.sha256(json.dumps(row).encode()).hexdigest()
    assert fingerprint(added=[row]) == expected


def test_the_rows_of_one_trust_are_found_by_its_code() -> None:
    """PostgreSQL goes through a whole country where only what they are joined with is narrowed."""
    asked = str(_standing(of_codes=True, of_years=True))
    assert asked.count("org_code IN") == asked.count("wres_year IN") == 2
