"""Read how many answered the survey in a trust, and the share of them from ethnic minorities.

They say how alike two trusts are. Few trusts have them: what a file does not hold is not known.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from wres.library.tables import Line, read_table

PROFILE_COLUMNS = (
    "wres_year",
    "survey_year",
    "measure",
    "scope_kind",
    "scope",
    "statistic",
    "value",
    "base",
    "organisations",
    "weighting",
    "note",
    "source_id",
)
SHARE_MEASURE = "ethnic minority share of respondents"
OF_AN_ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyProfile:
    """Who answered in one trust: how many people, and the ethnic minority share, 0 to 1."""

    org_code: str
    wres_year: int
    answered: int
    share: float
    source_id: str


def load_profiles(path: Path) -> tuple[SurveyProfile, ...]:
    """Return one profile per trust and year of a file of context figures; shares are 0 to 1.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    lines = read_table(path, PROFILE_COLUMNS, _profile)
    return tuple(one for one in lines if one is not None)


def _profile(line: Line) -> SurveyProfile | None:
    if (line.text("measure"), line.text("scope_kind")) != (SHARE_MEASURE, OF_AN_ORGANISATION):
        return None
    share, answered = line.number_of("value"), line.whole("base")
    if not 0 <= share <= 1 or not answered:
        raise line.broken("“value” must be a share of 0 to 1 and “base” the people who answered.")
    return SurveyProfile(
        org_code=line.filled("scope"),
        wres_year=line.wres_year(),
        answered=answered,
        share=share,
        source_id=line.filled("source_id"),
    )
