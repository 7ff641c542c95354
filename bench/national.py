"""Made figures of a country in one year: 215 trusts, 9 indicators, 18 bands, three groups."""

from __future__ import annotations

from collections.abc import Iterator

from wres.results import Result
from wres.terms import Band, EthnicGroup

TRUSTS, BANDS = 215, tuple(Band)[:18]
GROUPS = (EthnicGroup.BME, EthnicGroup.WHITE, EthnicGroup.UNKNOWN)
ONE_TRUST = "T000"


def national(trusts: int = TRUSTS) -> Iterator[Result]:
    """Return a figure for every trust, indicator, band and group: 486 a trust."""
    for trust in range(trusts):
        yield from of_trust(f"T{trust:03}", 30 + trust % 40)


def of_trust(org_code: str, count: int) -> Iterator[Result]:
    """Return the 486 figures of one trust in one year, every one ``count`` of 100 people."""
    for indicator in range(1, 10):
        for band in BANDS:
            for group in GROUPS:
                yield Result(
                    org_code=org_code,
                    wres_year=2025,
                    survey_year=2024,
                    indicator=indicator,
                    ethnic_group=group,
                    band=band,
                    numerator=count,
                    denominator=100,
                    value=count / 100,
                    source_id="made",
                )
