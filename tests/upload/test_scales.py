"""Percentages written 0 to 1 in one place and 0 to 100 in another are noticed; small ones are not.

Real rates of entering the formal disciplinary process lie between 0.1 and 2 per cent.
"""

from __future__ import annotations

import pytest

from wres.upload.examine import Verdict

from .corrupted import long
from .files import look, outcomes, table

WIDE = "org_code,wres_year,indicator,White %,BME %"
USUAL = {2: (21.4, 15.0), 3: (0.9, 1.2), 4: (60.1, 55.2), 5: (25.1, 30.2), 6: (22.1, 26.8)} | {
    7: (58.3, 46.2),
    8: (6.7, 16.1),
}


@pytest.mark.parametrize("second", ["R1H,2025", "R0A,2024"])
@pytest.mark.parametrize("number", USUAL)
def test_one_trust_or_year_on_another_scale_stops_the_file(number: int, second: str) -> None:
    """Every percentage column, whichever indicator it is of: line 3 is a hundredth of line 2."""
    white, bme = USUAL[number]
    found = look(
        table(
            WIDE,
            f"R0A,2025,{number},{white},{bme}",
            f"{second},{number},{white / 100:.4f},{bme / 100:.4f}",
        )
    )
    assert found.verdict is Verdict.REFUSED
    assert 3 in next(c for c in found.failures if c.check == "scale_not_mixed").lines


HEAD = "org_code,wres_year,Indicator {0} White %,Indicator {0} BME %,Indicator 5 White %"
REAL = {
    "around one": ("R0A,2025,3,0.4,1.2", "R1H,2025,3,0.6,0.8"),
    "beside a survey result": ("R0A,2025,3,0.4,0.9", "R0A,2025,5,25.1,30.2"),
    "as proportions": ("R0A,2025,3,0.004,0.012", "R0A,2025,5,0.251,0.302"),
    "of a trust that records little training": ("R0A,2025,4,12,9", "R1H,2025,4,1.1,0.8"),
}


@pytest.mark.parametrize("name", REAL)
def test_small_percentages_that_are_real_raise_no_alarm(name: str) -> None:
    """The White rates stay under 1, the BME ones do not, and both are per cent."""
    found = look(table(WIDE, *REAL[name]))
    assert outcomes(found) == {}
    assert max(row.value or 0 for row in found.results) <= 0.302


def test_rates_in_columns_of_their_own_are_read_as_the_columns_beside_them() -> None:
    """0.4 beside a survey result of 25.1 is 0.4%."""
    found = look(table(HEAD.format(3), "R0A,2025,0.4,0.9,25.1", "R1H,2025,0.5,0.8,26.3"))
    rates = {row.value for row in found.results if row.indicator == 3}
    assert rates == {0.004, 0.009, 0.005, 0.008}


def test_columns_of_different_trusts_on_two_scales_stop_the_file() -> None:
    """One trust fills the columns of indicator 2, the other that of indicator 5."""
    found = look(table(HEAD.format(2), "R0A,2025,21.4,15.0,", "R1H,2025,,,0.251"))
    assert outcomes(found)["scales_agree"] == "fail"


@pytest.mark.parametrize("header", ["org_code,wres_year,indicator,white,bme", WIDE])
def test_rates_alone_that_could_be_either_are_asked_about(header: str) -> None:
    """0.9 is 0.9%, which is usual, or 90%, which no trust has: it is not read as 90%."""
    found = look(table(header, "R0A,2025,3,0.4,0.9"))
    assert outcomes(found) == {"scale_known": "fail"}


def test_counts_tell_the_scale_of_a_small_rate() -> None:
    """3 of 1,000 is 0.3% in line 2 and 0.003 in line 4."""
    found = look(
        long(
            *("R0A,2025,3,,,BME,3,1000,0.3,", "R0A,2025,3,,,White,8,2000,0.4,"),
            "R1H,2025,3,,,BME,3,1000,0.003,",
        )
    )
    assert "scale_not_mixed" in outcomes(found)
