"""Made-up figures for real codes, and what each must come out as. Nothing here was ever measured.

Every expected figure is worked out here from the made-up counts, never by the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from tests.corpus.cases import Figure

GROUPS = ("bme", "white")
SURVEY = (5, 6, 7, 8)
TRUSTS = ("ZZP", "RX1", "RNN")
NAMES = {
    "ZZP": "Practice Trust (made-up)",
    "RX1": "Nottingham University Hospitals NHS Trust",
    "RNN": "North Cumbria Integrated Care NHS Foundation Trust",
    "RJ1": "Guy's and St Thomas' NHS Foundation Trust",
    "RRP": "Barnet, Enfield and Haringey Mental Health NHS Trust",
    "G6V2S": "North London NHS Foundation Trust",
    "RVJ": "North Bristol NHS Trust",
    "RA7": "Bristol NHS Foundation Trust",
    "R1F1": "Isle of Wight NHS Trust (acute sector)",
    "R1F2": "Isle of Wight NHS Trust (ambulance sector)",
    "00L": "NHS Northumberland CCG",
    "0AR": "NHS North of England CSU",
}
_RATES = {
    (5, "bme"): 302,
    (5, "white"): 251,
    (6, "bme"): 268,
    (6, "white"): 221,
    (7, "bme"): 463,
    (7, "white"): 583,
    (8, "bme"): 161,
    (8, "white"): 67,
}
_BASES = {"bme": 806, "white": 1284}


@dataclass(frozen=True, slots=True)
class Count:
    """So many people of so many."""

    yes: int
    of: int

    @property
    def share(self) -> float:
        """The proportion, 0 to 1."""
        return self.yes / self.of

    def printed(self, places: int = 1) -> str:
        """Return the percentage as it would be printed, rounded half up."""
        exact = Decimal(100 * self.yes) / Decimal(self.of)
        return str(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))

    def proportion(self, places: int = 4) -> str:
        """Return the proportion as it would be printed, rounded half up."""
        exact = Decimal(self.yes) / Decimal(self.of)
        return str(exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


def survey_count(org: str, indicator: int, group: str, wres_year: int = 2025) -> Count:
    """Return the made-up counts of a survey indicator: a few people apart by trust and year."""
    place = (*NAMES, "XQ9").index(org)
    base = _BASES[group] + 7 * place - 3 * indicator + 5 * (wres_year - 2025)
    rate = _RATES[indicator, group] + 2 * place - 2 * (wres_year - 2025)
    return Count(round(base * rate / 1000), base)


def counted(
    org: str,
    wres_year: int,
    indicator: int,
    group: str,
    count: Count,
    *,
    band: str = "all",
    staff: str = "all",
) -> Figure:
    """Return a figure given as people of people; its value is their quotient."""
    value = round(count.yes / count.of, 6)
    year = (wres_year, wres_year - 1)
    place = (org, *year, indicator, staff, band, group)
    return (*place, count.yes, count.of, value, "proportion", "shown")


def printed(
    org: str,
    wres_year: int,
    indicator: int,
    group: str,
    percent: str,
    *,
    base: int | None = None,
    band: str = "all",
) -> Figure:
    """Return a figure given as a percentage alone, with its base where the file prints one."""
    value = round(float(Decimal(percent) / 100), 6)
    year = (wres_year, wres_year - 1)
    return (org, *year, indicator, "all", band, group, None, base, value, "proportion", "shown")


def ratio(org: str, wres_year: int, indicator: int, printed_ratio: str) -> Figure:
    """Return a relative likelihood as it was printed."""
    place = (org, wres_year, wres_year - 1, indicator, "all", "all", "all")
    return (*place, None, None, round(float(printed_ratio), 6), "ratio", "shown")


def unsaid(
    org: str, wres_year: int, indicator: int, group: str, status: str, *, unit: str = "proportion"
) -> Figure:
    """Return a figure the file does not say: hidden, missing or not applicable."""
    place = (org, wres_year, wres_year - 1, indicator, "all", "all", group)
    return (*place, None, None, None, unit, status)


def survey_figures(*orgs: str, wres_year: int = 2025) -> tuple[Figure, ...]:
    """Return indicators 5 to 8 with their counts, for both groups."""
    return tuple(
        counted(org, wres_year, i, group, survey_count(org, i, group, wres_year))
        for org in orgs
        for i in SURVEY
        for group in GROUPS
    )


def survey_percentages(
    *orgs: str, wres_year: int = 2025, places: int = 1, bases: bool = False
) -> tuple[Figure, ...]:
    """Return indicators 5 to 8 as printed percentages, for both groups."""
    found = []
    for org in orgs:
        for i in SURVEY:
            for group in GROUPS:
                count = survey_count(org, i, group, wres_year)
                base = count.of if bases else None
                found.append(printed(org, wres_year, i, group, count.printed(places), base=base))
    return tuple(found)
