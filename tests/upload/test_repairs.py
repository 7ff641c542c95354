"""Repairs: offered with a preview, made only when chosen, undone by taking the choice away."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wres.upload.checking import Outcome
from wres.upload.checks import CHECKS
from wres.upload.examine import Examination, Verdict
from wres.upload.mapping import Choices
from wres.upload.repairing import Repair
from wres.upload.repairs import REPAIRS

from .corrupted import MORE, Corrupted, long, wide
from .files import figures, held_row, look, table
from .test_checks import CORRUPTED

TRIED: dict[str, Corrupted] = MORE | {
    name: Corrupted(data=data, words=words, lines=lines, outcome=outcome)
    for name, (data, outcome, words, lines) in CORRUPTED.items()
}
# Files on which a repair can say what belongs there; on the plain corruption it cannot be known.
SURER = {
    "mangled_band.restore": Corrupted(data=long("R0A,2025,1,,4-Jan,BME,20,100,,"), words=""),
    "duplicates.repeats": Corrupted(
        data=wide("R0A,2025,8,6.6,16.1", "R0A,2025,8,6.6,16.1"), words=""
    ),
    "survey_not_run.wres": Corrupted(
        data=table("org_code,survey_year,indicator,white,bme", "R0A,2034,8,6.6,16.1"), words=""
    ),
    "tenfold_jump.shift": Corrupted(data=wide("R0A,2024,8,6.6,16.1", "R0A,2025,8,66,18"), words=""),
}
# No file of the tests has figures of a named edition; its check is tried with made figures.
NEVER_HERE = {"edition_held.rows"}


def seen(tried: Corrupted, *repairs: str) -> Examination:
    """Examine a corrupted file with repairs taken."""
    choices = replace(tried.choices or Choices(), repairs=repairs)
    return look(tried.data, choices, tried.name, tried.known)


def offered(tried: Corrupted) -> dict[str, Repair]:
    """The repairs a file is offered, by id."""
    return {repair.id: repair for repair in seen(tried).offered}


@pytest.mark.parametrize("kind", [k.id for k in REPAIRS if k.id not in NEVER_HERE])
def test_each_repair_is_offered_previewed_made_and_undone(kind: str) -> None:
    """On the file its check fires on, it changes what its preview says and what is found."""
    check = kind.split(".", maxsplit=1)[0]
    tried = SURER.get(kind, TRIED[check])
    before = seen(tried)
    repair = {one.id: one for one in before.offered}[kind]
    assert repair.check == check
    assert repair.sentence.endswith(".")
    assert repair.preview
    assert all(edit.before != edit.after for edit in repair.preview)
    after = seen(tried, kind)
    assert [one.id for one in after.repairs] == [kind]
    assert after.repairs[0].preview == repair.preview
    assert after.checks != before.checks
    assert seen(tried) == before


@pytest.mark.parametrize("kind", [k.id for k in REPAIRS if k.id not in NEVER_HERE])
def test_each_repair_answers_its_check(kind: str) -> None:
    """The check that offered it is quiet afterwards, or names other lines."""
    check = kind.split(".", maxsplit=1)[0]
    tried = SURER.get(kind, TRIED[check])
    before, after = (
        {c.check: c for c in found.checks if c.outcome is not Outcome.PASS}
        for found in (seen(tried), seen(tried, kind))
    )
    assert after.get(check) != before[check]


def test_most_warnings_have_a_repair() -> None:
    """At least 60 of a hundred kinds of warning can be mended, and no repair is without a check."""
    warn = {name for name, tried in TRIED.items() if tried.outcome == "warn"}
    mendable = {kind.check for kind in REPAIRS}
    assert len(warn & mendable) / len(warn) >= 0.6
    assert mendable <= {check.name for check in CHECKS}
    assert len({kind.id for kind in REPAIRS}) == len(REPAIRS)


def test_swapped_columns_are_swapped_back() -> None:
    """BME 6.6 and White 16.1 become White 6.6 and BME 16.1, in columns and in rows."""
    right = figures(look(wide("R0A,2025,8,6.6,16.1")))
    turned = Corrupted(data=wide("R0A,2025,8,16.1,6.6"), words="")
    assert figures(seen(turned, "swapped_groups.swap")) == right
    rows = Corrupted(data=long("R0A,2025,8,,,White,,,16.1,", "R0A,2025,8,,,BME,,,6.6,"), words="")
    assert figures(seen(rows, "swapped_groups.swap")) == right


def test_a_flipped_direction_is_turned() -> None:
    """93.4% who said no are 6.6% who said yes, and 280 of 300 are 20 of 300."""
    flipped = Corrupted(data=wide("R0A,2025,8,93.4,83.9"), words="")
    assert figures(seen(flipped, "direction.turn")) == figures(look(wide("R0A,2025,8,6.6,16.1")))
    counted = Corrupted(
        data=long("R0A,2025,8,,,BME,240,300,,", "R0A,2025,8,,,White,280,300,,"), words=""
    )
    assert {r.numerator for r in seen(counted, "direction.turn").results} == {60, 20}


@pytest.mark.parametrize(("verb", "value"), [("hundred", 0.01), ("one", 1.0)])
def test_the_scale_is_chosen(verb: str, value: float) -> None:
    """1 is 1% on one scale and 100% on the other; nobody is guessed for."""
    found = seen(TRIED["scale_known"], f"scale_known.{verb}")
    assert {r.value for r in found.results} == {0.0, value}


def test_a_ratio_upside_down_is_turned() -> None:
    """0.65 where every year was 1.5 is 1.54 the other way up."""
    found = seen(MORE["ratio_against_history"], "ratio_against_history.turn")
    assert [r.value for r in found.results] == [1.54]


def test_a_percent_sign_comes_off_a_ratio() -> None:
    """1.54% is 1.54."""
    found = seen(TRIED["ratio_without_percent"], "ratio_without_percent.plain")
    assert [r.value for r in found.results] == [1.54]


def test_a_code_for_missing_is_missing() -> None:
    """99 is read as no figure, and never as zero."""
    found = seen(MORE["coded_missing"], "coded_missing.missing")
    assert {(r.value, r.status.value) for r in found.results if r.indicator == 5} == {
        (0.211, "shown"),
        (None, "missing"),
    }


def test_the_first_or_the_last_of_two_rows_is_kept() -> None:
    """6.6 stands first and 6.7 last."""
    kept = {
        verb: {r.value for r in seen(TRIED["duplicates"], f"duplicates.{verb}").results}
        for verb in ("first", "last")
    }
    assert kept == {"first": {0.066, 0.161}, "last": {0.067, 0.161}}


def test_a_band_is_restored_only_where_one_fits() -> None:
    """4-Jan was 1-4; 3-May can have been nothing we know."""
    fixed = seen(SURER["mangled_band.restore"], "mangled_band.restore")
    assert [r.band.value for r in fixed.results] == ["1-4"]
    assert "mangled_band.restore" not in offered(MORE["mangled_band"])


def test_a_merged_band_is_filled_down() -> None:
    """The row below 8a is of 8a too, not of all bands."""
    found = seen(MORE["merged_band"], "merged_band.fill")
    assert {r.band.value for r in found.results} == {"8a"}


def test_lost_zeros_come_back() -> None:
    """L is 00L, the only known code it can have been."""
    found = seen(MORE["lost_zeros"], "lost_zeros.restore")
    assert {r.org_code for r in found.results} == {"00L"}


def test_a_closed_organisation_becomes_its_successor() -> None:
    """RRP closed in 2024 and is part of G6V2S alone."""
    found = seen(TRIED["closed_organisation"], "closed_organisation.successor")
    assert {r.org_code for r in found.results} == {"G6V2S"}


def test_a_column_not_understood_is_left_out() -> None:
    """The heading is given the use “ignored”, and the warning goes."""
    found = seen(TRIED["unknown_columns"], "unknown_columns.ignore")
    assert found.verdict is Verdict.ACCEPTED


def test_counts_are_used_instead_of_the_printed_percentage() -> None:
    """16 of 100 is 16% whatever was printed."""
    found = seen(TRIED["percentage_against_counts"], "percentage_against_counts.count")
    assert found.verdict is Verdict.ACCEPTED
    assert {r.value for r in found.results} == {0.16, 0.07}


def test_the_decimal_point_moves_back() -> None:
    """66% after 6.6% is 6.6%."""
    found = seen(SURER["tenfold_jump.shift"], "tenfold_jump.shift")
    assert {r.value for r in found.results if r.wres_year == 2025} == {0.066, 0.18}


def test_repairs_are_replayed_in_their_order() -> None:
    """Swapped and flipped at once: both repairs give the figures back."""
    both = Corrupted(data=wide("R0A,2025,8,83.9,93.4"), words="")
    found = seen(both, "direction.turn", "swapped_groups.swap")
    assert [repair.id for repair in found.repairs] == ["direction.turn", "swapped_groups.swap"]
    assert figures(found) == figures(look(wide("R0A,2025,8,6.6,16.1")))


def test_a_repair_nobody_knows_is_refused_in_a_sentence() -> None:
    """A stored choice may be older than the program."""
    found = look(wide("R0A,2025,8,6.6,16.1"), Choices(repairs=("magic",)))
    assert (found.verdict, found.results) == (Verdict.REFUSED, ())
    assert "“magic” is not a known repair" in found.reason


def test_a_repair_with_nothing_to_mend_changes_nothing() -> None:
    """It was chosen for another file."""
    found = look(wide("R0A,2025,8,6.6,16.1"), Choices(repairs=("direction.turn",)))
    assert found.verdict is Verdict.ACCEPTED
    assert found.repairs == ()


def test_details_of_people_cannot_be_repaired_away() -> None:
    """No repair and no mapping makes a column of people pass, and nothing of it is previewed."""
    data = table("org_code,wres_year,indicator,white,bme,Surname", "R0A,2025,8,6.6,16.1,Bloggs")
    for choices in (
        Choices(repairs=("unknown_columns.ignore",)),
        Choices(mapping=(("Surname", "ignored"),)),
    ):
        found = look(data, choices)
        assert found.verdict is Verdict.REFUSED
        assert found.offered == found.repairs == ()
        assert "Bloggs" not in repr(found)


def test_last_years_figures_are_not_touched() -> None:
    """A repair changes the file's figures, never what is held."""
    held = (held_row("R0A", 2024, 8, "white", 0.066),)
    tried = Corrupted(data=wide("R0A,2025,8,93.4,16.1"), words="", held=held)
    assert {r.wres_year for r in seen(tried, "direction.turn").results} == {2025}
