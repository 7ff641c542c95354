"""Organisation codes: zeros in front, letters that look like numbers or nothing, closed trusts."""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Expect, Fires, accepted, refused, warned
from tests.corpus.families.template import HEADER as TIDY
from tests.corpus.made import (
    GROUPS,
    NAMES,
    SURVEY,
    Count,
    counted,
    survey_count,
    survey_percentages,
)
from tests.corpus.writing import Row, csv_text, xlsx

HEADER = ("org_code", "wres_year", "indicator", "White %", "BME %")


def _rows(*orgs: str, wres_year: int = 2025, written: dict[str, str] | None = None) -> list[Row]:
    rows: list[Row] = [HEADER]
    for org in orgs:
        for i in SURVEY:
            pair = [survey_count(org, i, g, wres_year).printed() for g in reversed(GROUPS)]
            rows.append(((written or {}).get(org, org), wres_year, i, *pair))
    return rows


def _case(file: str, about: str, rows: list[Row], expect: Expect) -> Case:
    return Case(file=file, about=about, data=csv_text(rows).encode(), expects=(expect,))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _kept()
    yield from _closed()
    yield from _lost()


def _kept() -> Iterator[Case]:
    old = accepted(*survey_percentages("00L", "0AR", wres_year=2022))
    rows = _rows("00L", "0AR", wres_year=2022)
    yield _case("code_leading_zeros.csv", "00L and 0AR keep their zeros", rows, old)
    excel = {"00L": '="00L"', "0AR": '="0AR"'}
    rows = _rows("00L", "0AR", wres_year=2022, written=excel)
    yield _case("code_excel_text.csv", '="00L" is how Excel keeps zeros', rows, old)
    rnn = accepted(*survey_percentages("RNN", "RX1"))
    yield _case("code_rnn.csv", "RNN is a trust, not a null", _rows("RNN", "RX1"), rnn)
    lower = {"RNN": "rnn", "RX1": "Rx1"}
    yield _case("code_lower_case.csv", "rnn", _rows("RNN", "RX1", written=lower), rnn)
    five = accepted(*survey_percentages("G6V2S", wres_year=2026))
    yield _case("code_five_characters.csv", "G6V2S", _rows("G6V2S", wres_year=2026), five)
    units = accepted(*survey_percentages("R1F1", "R1F2"))
    yield _case("code_reporting_units.csv", "two units of R1F", _rows("R1F1", "R1F2"), units)
    marked = {"RX1": "R\u200bX1\u202e", "RNN": "\ufeffRNN"}
    hidden = _rows("RX1", "RNN", written=marked)
    same = accepted(*survey_percentages("RX1", "RNN"))
    yield _case("code_invisible_signs.csv", "zero-width and right-to-left signs", hidden, same)


def _closed() -> Iterator[Case]:
    taken_part = accepted(*survey_percentages("RRP"), silent=("closed_organisation",))
    yield _case(
        "code_closed_in_survey_autumn.csv",
        "RRP closed on 31 October 2024 and still took part in the survey of 2024",
        _rows("RRP"),
        taken_part,
    )
    fires = (Fires("closed_organisation", ("RRP", "2024-10-31", "G6V2S")),)
    yield _case(
        "code_closed.csv",
        "RRP closed a year before the survey of 2025",
        _rows("RRP", wres_year=2026),
        warned(*survey_percentages("RRP", wres_year=2026), fires=fires),
    )
    people = {"bme": Count(60, 262), "white": Count(190, 262)}
    told = [("RRP", 2025, 1, "all", "8a", g, c.yes, c.of, None, None) for g, c in people.items()]
    yield _case(
        "code_closed_workforce.csv",
        "the workforce is counted on 31 March 2025, five months after RRP closed",
        [TIDY, *told],
        warned(*(counted("RRP", 2025, 1, g, c, band="8a") for g, c in people.items()), fires=fires),
    )
    before = accepted(*survey_percentages("RRP", wres_year=2024), silent=("closed_organisation",))
    yield _case("code_before_closing.csv", "RRP in WRES 2024", _rows("RRP", wres_year=2024), before)
    merged = accepted(*survey_percentages("RVJ", "RA7"), silent=("closed_organisation",))
    yield _case(
        "code_merged_later.csv",
        "RVJ merged into RA7 in July 2026; in WRES 2025 both reported",
        _rows("RVJ", "RA7"),
        merged,
    )
    named: list[Row] = [(*HEADER, "org_name")]
    named += [(*row, NAMES["RJ1"]) for row in _rows("RX1")[1:]]
    yield _case(
        "code_and_name_differ.csv",
        "the code of one trust beside the name of another",
        named,
        warned(
            *survey_percentages("RX1"),
            fires=(Fires("code_and_name", ("RX1", "Guy's")),),
        ),
    )


def _lost() -> Iterator[Case]:
    for name, code in (("number", "1.00E+05"), ("like_number", "1E5"), ("zeros", "0L")):
        yield _case(
            f"code_lost_{name}.csv",
            f"“{code}” is no code, and stands in the message as it stands in the file",
            _rows("RX1", "RNN", written={"RX1": code}),
            refused(Fires("", (code,), (2, 3, 4, 5))),
        )
    empty = _rows("RX1", "RNN", written={"RX1": ""})
    yield _case(
        "code_blank.csv",
        "four rows without a code",
        empty,
        refused(Fires("known_organisation", (), (2, 3, 4, 5))),
    )
    rows = [HEADER, *((*row[:3], *map(float, row[3:])) for row in _rows("0AR", "RNN")[1:])]
    yield Case(
        file="code_in_workbook.xlsx",
        about="codes in a workbook stay text",
        data=xlsx({"Results": rows}),
        expects=(accepted(*survey_percentages("0AR", "RNN")),),
    )
