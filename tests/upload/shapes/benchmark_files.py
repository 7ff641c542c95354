"""Sheets laid out as in the staff survey's benchmark workbook, with invented figures."""

from __future__ import annotations

from collections.abc import Mapping

from wres.upload.reading import Line, Reading

ACUTE = "Acute&Acute Community Trusts"
MENTAL_HEALTH = "MH&LD, MH, LD&Community Trusts"
ICBS = "ICBs"
SHEETS = (
    "Notes",
    "Organisation Benchmark groups",
    ACUTE,
    "Acute Specialist Trusts",
    MENTAL_HEALTH,
    "Community Trusts",
    "Ambulance Trusts",
    ICBS,
    "Community Surgical Services",
)
MEASURES = ("har_from_pat", "har_from_staff", "equal", "q16b")
# What else stands in the workbook: a score 0 to 10, a disability measure, a response rate.
OTHER_COLUMNS = (
    "response_rate_2024",
    "response_rate_n_2024",
    "PP1_2024",
    "PP1_2024_sig",
    "har_from_pat_ltc_summary_1_2024",
)

# organisation code -> survey year -> measure -> (White, BME, White base, BME base), as text
Cells = Mapping[str, Mapping[int, Mapping[str, tuple[str, str, str, str]]]]


def header(years: tuple[int, ...]) -> list[str]:
    """The headings, in the order of the workbook: per measure and group, the years side by side."""
    found = ["org_id", "org_name", "org_type", *OTHER_COLUMNS]
    for measure in MEASURES:
        for group in "12":
            found += [f"{measure}_eth_summary_{group}_{year}" for year in years]
            found += [f"{measure}_eth_summary_n_{group}_{year}" for year in years]
            found += [f"{measure}_eth_summary_{group}_{year}_sig" for year in years]
    return found


def rows(
    cells: Cells, years: tuple[int, ...], *, org_type: str, names: Mapping[str, str]
) -> list[list[str]]:
    """One row an organisation; a measure or year that is not given leaves its cells empty."""
    found = []
    for code, by_year in cells.items():
        row = [code, names.get(code, f"Trust {code}"), org_type, "0.61", "5100", "7.4", "", "0.3"]
        for measure in MEASURES:
            for place in (0, 1):
                given = [by_year.get(year, {}).get(measure, ("",) * 4) for year in years]
                row += [cell[place] for cell in given]
                row += [cell[place + 2] for cell in given]
                row += ["not significant"] * len(years)
        found.append(row)
    return found


def sheet(
    cells: Cells,
    years: tuple[int, ...],
    *,
    name: str = ACUTE,
    sheets: tuple[str, ...] = SHEETS,
    names: Mapping[str, str] | None = None,
) -> Reading:
    """One sheet of the workbook, as a reader of workbooks gives it."""
    lines = rows(cells, years, org_type=name, names=names or {})
    return Reading(
        file_name="benchmark.xlsx",
        sha256="b" * 64,
        encoding="workbook",
        delimiter="",
        header_row=1,
        header=tuple(header(years)),
        rows=tuple(Line(at, tuple(cells)) for at, cells in enumerate(lines, start=2)),
        sheet=name,
        sheets=sheets,
    )


def csv_of(
    cells: Cells,
    years: tuple[int, ...],
    *,
    org_type: str = ACUTE,
    names: Mapping[str, str] | None = None,
) -> bytes:
    """One sheet of the workbook saved as CSV."""
    lines = [header(years), *rows(cells, years, org_type=org_type, names=names or {})]
    quoted = [",".join(f'"{cell}"' if "," in cell else cell for cell in line) for line in lines]
    return ("\n".join(quoted) + "\n").encode()
