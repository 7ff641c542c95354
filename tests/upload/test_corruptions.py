"""Seeded corruptions are caught by the check meant for them; clean files raise no alarm."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from wres.library.shipped import load_shipped
from wres.organisations import Organisation, Organisations
from wres.results import Results
from wres.upload.checks import CHECKS, run_checks
from wres.upload.examine import Examination, Verdict, examine
from wres.upload.mapping import Choices
from wres.upload.read import read_tables
from wres.upload.source import Source
from wres.upload.template_files import example_csv
from wres.upload.understanding import understood

from .corruptions import KINDS, LEVELS, SEEDS, SURVEY_HEADER, Kind, Sheet, staff, survey
from .files import figures, look, outcomes, survey_file, table

DATA = Path(__file__).resolve().parents[2] / "data"
PEOPLE: dict[str, Callable[[random.Random], str]] = {
    "e-mail": lambda rng: f"jo.bloggs{rng.randint(1, 99)}@nhs.example",
    "NHS number": lambda rng: rng.choice(("943 476 5919", "9434765919", "943-476-5919")),
    "National Insurance number": lambda rng: f"AB {rng.randint(10, 99)} 34 {rng.randint(10, 99)} C",
    "mobile": lambda rng: f"07700 900{rng.randint(100, 999)}",
    "landline": lambda rng: f"020 7946 0{rng.randint(100, 999)}",
    "postcode": lambda rng: f"M{rng.randint(1, 9)} {rng.randint(1, 9)}AB",
    "date of birth": lambda rng: (
        f"{rng.randint(10, 28)}/0{rng.randint(1, 9)}/19{rng.randint(60, 99)}"
    ),
    "date of birth, ISO": lambda rng: (
        f"19{rng.randint(60, 99)}-0{rng.randint(1, 9)}-1{rng.randint(0, 9)}"
    ),
    "titled name": lambda rng: (
        f"{rng.choice(('Mrs', 'Dr', 'Mr'))} {rng.choice(('Bloggs', 'Okafor'))}"
    ),
    "full name": lambda rng: (
        f"{rng.choice(('Jo', 'Amara', 'Lee', 'Priya'))} {rng.choice(('Bloggs', 'Okafor', 'Patel'))}"
    ),
    "comment": lambda rng: f"I told my manager {rng.randint(2, 9)} times and nothing was done",
}


def spoilt(kind: Kind, seed: int) -> tuple[Sheet, Sheet]:
    """A clean table and the same one corrupted."""
    clean, dirty = (kind.made(random.Random(seed)) for _ in range(2))
    kind.spoil(dirty, random.Random(1000 + seed))
    return clean, dirty


def examined(sheet: Sheet) -> Examination:
    """What an upload of the table finds."""
    return look(sheet.data())


def fired(found: Examination) -> set[str]:
    """The checks that did not pass."""
    return set(outcomes(found))


def test_three_hundred_corruptions_are_caught() -> None:
    """At least 95% by the check meant for them, and none loads wrong figures in silence."""
    missed, silent, total = [], [], 0
    for kind in KINDS:
        for seed in SEEDS:
            clean, dirty = spoilt(kind, seed)
            assert dirty.data() != clean.data()
            found, total = examined(dirty), total + 1
            if not fired(found) & kind.caught_by:
                missed.append((kind.name, seed, sorted(fired(found))))
            wrong = figures(found) - figures(examined(clean))
            if found.verdict is Verdict.ACCEPTED and wrong:
                silent.append((kind.name, seed))
    assert total >= 300
    assert silent == []
    assert len(missed) <= 0.05 * total, missed


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("made", [survey, staff], ids=["survey", "staff"])
def test_no_alarm_on_a_clean_file(made: Callable[[random.Random], Sheet], seed: int) -> None:
    """Sixteen made files, without a single warning but where the standard itself asks for one."""
    sheet = made(random.Random(seed))
    assert fired(examined(sheet)) == set()


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("seed", range(3))
def test_no_detail_of_a_person_slips_through(name: str, seed: int) -> None:
    """Thirty-three seeded files, each with a kind of detail under a heading that says nothing."""
    rng = random.Random(seed)
    heading = ("Ref", "Column1", "")[seed]
    header = ",".join(("org_code", "wres_year", "indicator", "white", "bme", heading))
    cells = list(dict.fromkeys(PEOPLE[name](rng) for _ in range(20)))[: 2 + seed]
    rows = [f"R0A,202{5 - at},8,6.6,16.1,{cell}" for at, cell in enumerate(cells)]
    found = look(table(header, *rows) if heading else table(header + "Note", *rows))
    assert found.verdict is Verdict.REFUSED
    assert found.reading is not None
    assert found.reading.rows == ()
    assert not any(cell in repr(found) for cell in cells)


CLEAN = {
    "survey results by trust": survey_file().encode(),
    "survey results, UTF-16": survey_file().encode("utf-16"),
    "filled template": example_csv().encode(),
    "with a title and notes": table(
        "WRES 2025 return",
        "",
        "org_code,wres_year,indicator,white,bme",
        "R0A,2025,8,6.6,16.1",
        "",
        "Source: staff survey",
    ),
    "percent signs": table("org_code,wres_year,indicator,white,bme", "R0A,2025,8,6.6%,16.1%"),
    "decimal commas": table("org_code;wres_year;indicator;white;bme", "R0A;2025;8;6,6;16,1"),
    "a note and a gap": table(
        "org_code,wres_year,indicator,white,bme,gap,note", "R0A,2025,8,6.6,16.1,9.5,checked by HR"
    ),
    "survey questions in words": table(
        "org_code,wres_year,indicator,white,bme,Question text",
        "R0A,2025,7,58.4,48.4,My organisation acts fairly with regard to career progression",
    ),
    "a single ratio": table("org_code,wres_year,indicator,ratio", "R0A,2025,2,1.54"),
    "bases beside percentages": table(
        "org,wres year,indicator,White %,White n,BME %,BME n", "R0A,2025,8,6.6,900,16.1,400"
    ),
    "a row for each group": table(
        "Organisation code,Survey year,Indicator,Ethnicity,Value",
        "R0A,2024,8,White staff,6.62",
        "R0A,2024,8,Staff from all other ethnic groups combined,16.13",
    ),
    "an organisation of five characters": table(
        "org_code,wres_year,indicator,white,bme", "G6V2S,2026,8,6.6,16.1"
    ),
}


@pytest.mark.parametrize("name", CLEAN)
def test_no_alarm_on_a_clean_file_of_another_shape(name: str) -> None:
    """Eleven more files as people hold them."""
    assert outcomes(look(CLEAN[name])) == {}


def test_the_shipped_survey_results_raise_no_alarm() -> None:
    """159 trusts against the national list and against themselves: nothing to ask."""
    shipped = load_shipped(DATA)
    name = "survey_2024_trusts.csv"
    source = Source(name, (DATA / "benchmarks" / name).read_bytes())
    for held in (Results(), shipped.results):
        found = examine(source, organisations=shipped.organisations, held=held)
        assert outcomes(found) == {}
        assert len(found.results) == 1272


def test_every_check_answers_for_twenty_thousand_figures_beside_as_many_held() -> None:
    """Every stage runs; what it takes is measured in ``bench/``."""
    known = Organisations(
        Organisation(code=f"T{n:03}", name=f"Made-up Trust {n}") for n in range(320)
    )
    rng = random.Random(5)
    sheets = [
        Sheet(
            list(SURVEY_HEADER),
            [
                [org.code, str(year), str(number), *(f"{v + rng.uniform(-1, 1):.2f}" for v in pair)]
                for org in known
                for year in range(first, first + 8)
                for number, pair in LEVELS.items()
            ],
        )
        for first in (2017, 2018)
    ]
    held = examine(Source("f.csv", sheets[0].data()), organisations=known).results
    (reading,) = read_tables(sheets[1].data(), "f.csv")
    upload = understood(reading, Choices(), organisations=known, held=Results(held))
    assert len(upload.figures) == 20_480
    assert len(run_checks(upload)) == len(CHECKS)
