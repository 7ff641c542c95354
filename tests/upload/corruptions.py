"""Clean made-up files, and ways to corrupt them: every kind with every seed is one test file."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

CODES = ("R0A", "R1H", "RRV")
# White and BME, in points, about where trusts are.
LEVELS = {5: (21.4, 25.3), 6: (19.4, 23.6), 7: (58.3, 48.4), 8: (6.7, 15.8)}
SURVEY_HEADER = ["org_code", "wres_year", "indicator", "white", "bme"]
STAFF_HEADER = [
    *("org_code", "wres_year", "indicator", "staff_group", "band", "ethnic_group"),
    *("numerator", "denominator", "percentage", "ratio"),
]
BANDS = ("2", "5", "7", "8a")


@dataclass(slots=True)
class Sheet:
    """A table that can be spoiled: its header and its rows, as text."""

    header: list[str]
    rows: list[list[str]]

    def data(self) -> bytes:
        """The table as CSV."""
        return ("\n".join(",".join(row) for row in (self.header, *self.rows)) + "\n").encode()


@dataclass(frozen=True, slots=True)
class Kind:
    """One way to corrupt: the file it is done to, what is done, and the checks meant for it."""

    name: str
    made: Callable[[random.Random], Sheet]
    spoil: Callable[[Sheet, random.Random], None]
    caught_by: frozenset[str]


def survey(rng: random.Random) -> Sheet:
    """Three trusts, two years, indicators 5 to 8, to one decimal."""
    rows = []
    for code in CODES:
        own = {n: [level + rng.uniform(-1.5, 1.5) for level in pair] for n, pair in LEVELS.items()}
        for year in (2024, 2025):
            for number, pair in own.items():
                values = [f"{v + 0.1 + rng.uniform(-0.7, 0.7):.1f}" for v in pair]
                if values[0].endswith(".0") and values[1].endswith(".0"):
                    values[0] = values[0][:-1] + "3"
                rows.append([code, str(year), str(number), *values])
    return Sheet(list(SURVEY_HEADER), rows)


def staff(rng: random.Random) -> Sheet:
    """One trust, two years: staff by band, appointments, the survey and the board, with counts."""
    rows: list[list[str]] = []
    sizes = {band: rng.randint(402, 903) for band in BANDS}
    for year in ("2024", "2025"):
        totals = dict.fromkeys(("bme", "white", "unknown"), 0)
        for at, (band, size) in enumerate(sizes.items()):
            people = size + rng.randint(-9, 9)
            unknown = rng.randint(6, 17)
            bme = round((people - unknown) * (0.5 - 0.09 * at))
            parts = {"bme": bme, "white": people - unknown - bme, "unknown": unknown}
            for group, count in parts.items():
                rows.append(["R0A", year, "1", "all", band, group, str(count), str(people), "", ""])
                totals[group] += count
        everyone = sum(totals.values())
        for group, count in totals.items():
            rows.append(["R0A", year, "1", "all", "all", group, str(count), str(everyone), "", ""])
        rows += _appointed(year, rng) + _answered(year, rng)
        rows.append(["R0A", year, "9", "board", "all", "bme", "2", "14", "", ""])
        rows.append(["R0A", year, "9", "board", "all", "white", "12", "14", "", ""])
    return Sheet(list(STAFF_HEADER), rows)


def _appointed(year: str, rng: random.Random) -> list[list[str]]:
    bme, white = rng.randint(91, 99), rng.randint(151, 169)
    ratio = (white / 702) / (bme / 641)
    return [
        ["R0A", year, "2", "all", "all", "bme", str(bme), "641", "", ""],
        ["R0A", year, "2", "all", "all", "white", str(white), "702", "", ""],
        ["R0A", year, "2", "all", "all", "all", "", "", "", f"{ratio:.2f}"],
    ]


def _answered(year: str, rng: random.Random) -> list[list[str]]:
    found = []
    for group, base, share in (("bme", 401, 0.16), ("white", 603, 0.067)):
        yes = round(base * share) + rng.randint(-3, 3)
        cells = [str(yes), str(base), f"{100 * yes / base:.1f}", ""]
        found.append(["R0A", year, "8", "all", "all", group, *cells])
    return found


def _pick(sheet: Sheet, rng: random.Random, **wanted: str) -> list[str]:
    rows = [
        row
        for row in sheet.rows
        if all(row[sheet.header.index(name)] == value for name, value in wanted.items())
    ]
    return rng.choice(rows)


def _set(name: str, text: str, **wanted: str) -> Callable[[Sheet, random.Random], None]:
    def spoil(sheet: Sheet, rng: random.Random) -> None:
        _pick(sheet, rng, **wanted)[sheet.header.index(name)] = text

    return spoil


def _work(
    name: str, change: Callable[[float], str], **wanted: str
) -> Callable[[Sheet, random.Random], None]:
    def spoil(sheet: Sheet, rng: random.Random) -> None:
        row, at = _pick(sheet, rng, **wanted), sheet.header.index(name)
        row[at] = change(float(row[at]))

    return spoil


def _turn(sheet: Sheet, rng: random.Random) -> None:
    row = _pick(sheet, rng, indicator=rng.choice(("5", "6", "8")), wres_year="2025")
    row[3:5] = [f"{100 - float(cell):.1f}" for cell in row[3:5]]


def _swap(sheet: Sheet, rng: random.Random) -> None:
    for row in sheet.rows:
        row[3], row[4] = row[4], row[3]


def _swap_newest(sheet: Sheet, rng: random.Random) -> None:
    code = rng.choice(CODES)
    for row in sheet.rows:
        if row[:2] == [code, "2025"]:
            row[3], row[4] = row[4], row[3]


def _column_to_one(sheet: Sheet, rng: random.Random) -> None:
    at = rng.choice((3, 4))
    for row in sheet.rows:
        row[at] = f"{float(row[at]) / 100:.3f}"


def _again(sheet: Sheet, rng: random.Random) -> None:
    row = list(rng.choice(sheet.rows))
    row[3] = f"{float(row[3]) + rng.randint(1, 9) / 10:.1f}"
    sheet.rows.append(row)


def _copied(sheet: Sheet, rng: random.Random) -> None:
    code = rng.choice(CODES)
    old = {row[2]: row[3:] for row in sheet.rows if row[:2] == [code, "2024"]}
    for row in sheet.rows:
        if row[:2] == [code, "2025"]:
            row[3:] = old[row[2]]


def _twins(sheet: Sheet, rng: random.Random) -> None:
    one, two = rng.sample(CODES, 2)
    theirs = {tuple(row[1:3]): row[3:] for row in sheet.rows if row[0] == one}
    for row in sheet.rows:
        if row[0] == two:
            row[3:] = theirs[row[1], row[2]]


def _one_column(sheet: Sheet, rng: random.Random) -> None:
    for row in sheet.rows:
        row[4] = row[3]


def _people(sheet: Sheet, rng: random.Random) -> None:
    sheet.header.append(rng.choice(("Line manager", "contact", "ref")))
    for row in sheet.rows:
        row.append(f"jo{rng.randint(1, 999)}@example.org")


def _same_heading(sheet: Sheet, rng: random.Random) -> None:
    sheet.header[3] = sheet.header[4]


def _extra(sheet: Sheet, rng: random.Random) -> None:
    rng.choice(sheet.rows).append("7")


def _cut(sheet: Sheet, rng: random.Random) -> None:
    rng.choice(sheet.rows[:-1]).pop()


def _row_more(*cells: str) -> Callable[[Sheet, random.Random], None]:
    def spoil(sheet: Sheet, rng: random.Random) -> None:
        sheet.rows.insert(rng.randrange(1, len(sheet.rows)), list(cells))

    return spoil


def _more_staff(sheet: Sheet, rng: random.Random) -> None:
    for row in sheet.rows:
        if row[1:3] == ["2025", "1"]:
            row[6:8] = [str(3 * int(cell)) for cell in row[6:8]]


def _every_figure_later(sheet: Sheet, rng: random.Random) -> None:
    for row in sheet.rows:
        row[1] = str(int(row[1]) + 9)


def _column_dropped(sheet: Sheet, rng: random.Random) -> None:
    at = rng.choice((0, 1))
    for row in (sheet.header, *sheet.rows):
        del row[at]


def _survey_base(sheet: Sheet, rng: random.Random) -> None:
    row = _pick(sheet, rng, indicator="8", ethnic_group="bme")
    row[6:9] = ["1300", "9100", "14.3"]


def _swap_counts(sheet: Sheet, rng: random.Random) -> None:
    row = _pick(sheet, rng, indicator="8")
    row[6], row[7] = row[7], row[6]


def _kind(
    name: str,
    made: Callable[[random.Random], Sheet],
    spoil: Callable[[Sheet, random.Random], None],
    *checks: str,
) -> Kind:
    return Kind(name, made, spoil, frozenset(checks))


_TENFOLD = ("percentage_range", "tenfold_jump", "jump", "direction", "scale_not_mixed")
_BAND_ROW = {"indicator": "1", "band": "5"}
KINDS: tuple[Kind, ...] = (
    _kind("direction flipped", survey, _turn, "direction", "direction_against_history"),
    _kind("BME and White swapped", survey, _swap, "swapped_groups"),
    _kind("swapped in one year", survey, _swap_newest, "swapped_groups", "swapped_against_history"),
    _kind("one cell 0 to 1", survey, _work("bme", lambda v: f"{v / 100:.3f}"), "scale_not_mixed"),
    _kind("one column 0 to 1", survey, _column_to_one, "scales_agree"),
    _kind("decimal point lost", survey, _work("bme", lambda v: f"{v * 10:.0f}"), *_TENFOLD),
    _kind("99 for missing", survey, _set("bme", "99", indicator="8"), "coded_missing"),
    _kind("0 for missing", survey, _set("bme", "0"), "zero_percentages"),
    _kind("given twice", survey, _again, "duplicates"),
    _kind("unknown code", survey, _set("org_code", "XQ9"), "known_organisation"),
    _kind("code made a number", survey, _set("org_code", "1.00E+05"), "mangled_code"),
    _kind("impossible year", survey, _set("wres_year", "2205"), "year_range"),
    _kind("year to come", survey, _set("wres_year", "2033"), "survey_not_run"),
    _kind("words for a number", survey, _set("white", "about 7"), "numbers"),
    _kind("a formula", survey, _set("white", "=B2/C2"), "formula_cells"),
    _kind("an error", survey, _set("white", "#REF!"), "spreadsheet_errors"),
    _kind("no such indicator", survey, _set("indicator", "11"), "known_indicator"),
    _kind("headings alike", survey, _same_heading, "duplicate_headers"),
    _kind("a cell too many", survey, _extra, "long_lines"),
    _kind("a cell too few", survey, _cut, "short_lines"),
    _kind("copied forward", survey, _copied, "copied_forward"),
    _kind("copied across", survey, _twins, "twin_organisations"),
    _kind("one column twice", survey, _one_column, "identical_columns"),
    _kind("people", survey, _people, "personal_columns", "personal_content"),
    _kind("a total row", survey, _row_more("England", "2025", "8", "7.0", "15.2"), "left_out"),
    _kind("every year too late", survey, _every_figure_later, "survey_not_run"),
    _kind("no code or no year", survey, _column_dropped, "organisation_given", "year_given"),
    _kind("count above base", staff, _swap_counts, "numerator_within_base"),
    _kind(
        "parts too many",
        staff,
        _work("numerator", lambda v: str(int(v) + 400), ethnic_group="white", **_BAND_ROW),
        *("parts_within_total", "numerator_within_base"),
    ),
    _kind(
        "parts too few",
        staff,
        _work("numerator", lambda v: str(int(v) - 1), ethnic_group="white", **_BAND_ROW),
        "parts_below_total",
    ),
    _kind("band made a date", staff, _set("band", "3-May", **_BAND_ROW), "mangled_band"),
    _kind("no such band", staff, _set("band", "Band 12", **_BAND_ROW), "known_band"),
    _kind(
        "ratio with %",
        staff,
        _work("ratio", lambda v: f"{v}%", indicator="2", ethnic_group="all"),
        "ratio_without_percent",
    ),
    _kind(
        "ratio upside down",
        staff,
        _work("ratio", lambda v: f"{1 / v:.2f}", indicator="2", ethnic_group="all"),
        "ratio_upside_down",
    ),
    _kind(
        "bases differ",
        staff,
        _work("denominator", lambda v: str(int(v) + 30), ethnic_group="bme", **_BAND_ROW),
        "base_differs",
    ),
    _kind(
        "percentage changed",
        staff,
        _work("percentage", lambda v: f"{v + 1.3:.1f}", indicator="8"),
        "percentage_against_counts",
    ),
    _kind("three times the staff", staff, _more_staff, "headcount_implausible"),
    _kind("more answers than staff", staff, _survey_base, "base_within_workforce"),
    _kind("no base", staff, _set("denominator", "", **_BAND_ROW), "denominator_given"),
    _kind("part of a person", staff, _set("numerator", "16.5", **_BAND_ROW), "counts_whole"),
    _kind(
        "board as large as the trust",
        staff,
        _set("denominator", "4100", indicator="9"),
        "board_size",
        "base_differs",
    ),
    _kind(
        "unknown group", staff, _set("ethnic_group", "Purple", **_BAND_ROW), "known_ethnic_group"
    ),
    _kind(
        "grade of doctors",
        staff,
        _set("staff_group", "medical", **_BAND_ROW),
        "band_fits_staff_group",
    ),
)
SEEDS = range(8)
