"""Made files and a small list of organisations for the upload tests."""

from __future__ import annotations

from wres.organisations import Organisation, Organisations
from wres.results import Result, Results
from wres.terms import EthnicGroup, Unit
from wres.upload.examine import Examination, examine
from wres.upload.mapping import Choices
from wres.upload.source import Source

ORGANISATIONS = Organisations(
    (
        Organisation(code="R0A", name="Manchester University NHS Foundation Trust"),
        Organisation(code="R1H", name="Barts Health NHS Trust"),
        Organisation(code="RRV", name="University College London Hospitals NHS Foundation Trust"),
        Organisation(
            code="RRP",
            name="Barnet, Enfield and Haringey Mental Health NHS Trust",
            status="closed",
            closed="2024-10-31",
            merged_into=("G6V2S",),
        ),
        Organisation(code="G6V2S", name="North London NHS Foundation Trust"),
        Organisation(code="00L", name="NHS Northumberland CCG", is_trust=False),
        Organisation(code="ZZP", name="Practice Trust", made_up=True),
    )
)
SURVEY_HEADER = "org_code,org_name,benchmark_group,survey_year,wres_year,indicator,white,bme"
GROUP = "Acute&Acute Community Trusts"
# Manchester, survey 2024, from the published benchmark results; the other trust is made up.
SURVEY_FIGURES = {
    "R0A": {5: (0.2174, 0.2565), 6: (0.1952, 0.2314), 7: (0.584, 0.4837), 8: (0.0662, 0.1613)},
    "R1H": {5: (0.25, 0.27), 6: (0.2, 0.25), 7: (0.55, 0.45), 8: (0.07, 0.15)},
}


def survey_file() -> str:
    """A file shaped like the published survey results by trust: groups in columns, 0 to 1."""
    rows = [
        f"{code},{ORGANISATIONS.get(code).name},{GROUP},2024,2025,{number},{white},{bme}"
        for code, figures in SURVEY_FIGURES.items()
        for number, (white, bme) in figures.items()
    ]
    return "\n".join((SURVEY_HEADER, *rows)) + "\n"


def table(header: str, *rows: str) -> bytes:
    """A CSV file in UTF-8 of a header and rows."""
    return ("\n".join((header, *rows)) + "\n").encode()


def look(
    data: bytes | str,
    choices: Choices | None = None,
    name: str = "f.csv",
    held: Results | None = None,
) -> Examination:
    """Examine a file against the small list of organisations, and what is held already."""
    content = data.encode() if isinstance(data, str) else data
    return examine(
        Source(name, content),
        organisations=ORGANISATIONS,
        choices=choices or Choices(),
        held=held or Results(),
    )


def held_row(
    code: str, wres_year: int, number: int, group: str, value: float, **more: object
) -> Result:
    """A figure that is held already: a proportion, or a ratio when the group is “ratio”."""
    is_ratio = group == "ratio"
    return Result(
        org_code=code,
        wres_year=wres_year,
        survey_year=wres_year - 1,
        indicator=number,
        ethnic_group=EthnicGroup.ALL if is_ratio else EthnicGroup(group),
        value=value,
        unit=Unit.RATIO if is_ratio else Unit.PROPORTION,
        edition="uploaded",
        **more,
    )


def figures(examination: Examination) -> set[tuple[object, ...]]:
    """What an examination's results say, without where they came from."""
    return {
        (r.key, r.survey_year, r.value, r.numerator, r.denominator, r.status, r.calc_basis)
        for r in examination.results
    }


def outcomes(examination: Examination) -> dict[str, str]:
    """The checks that did not pass, by id, with their outcome."""
    return {c.check: c.outcome.value for c in (*examination.failures, *examination.warnings)}
