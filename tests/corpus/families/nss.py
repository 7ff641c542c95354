"""The files of the NHS Staff Survey: the benchmark workbook and the two detailed workbooks."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.utils import get_column_letter

from tests.corpus.cases import Case, Figure, Fires, refused, says, warned
from tests.corpus.made import NAMES, Count, printed, survey_count, unsaid
from tests.corpus.writing import Row, csv_text, ods, xlsx

_STEMS = {
    5: "har_from_pat_eth_summary",
    6: "har_from_staff_eth_summary",
    7: "equal_eth_summary",
    8: "q16b_eth_summary",
}
_DIGIT = {"white": 1, "bme": 2}
_IDS = ("org_id", "org_name", "org_type")
_ACUTE = "Acute&Acute Community Trusts"
_MENTAL = "MH&LD, MH, LD&Community Trusts"
_AMBULANCE = "Ambulance Trusts"
_FIVE = (2020, 2021, 2022, 2023, 2024)
_SHEETS = {
    _ACUTE: {"RX1": "Nottingham University Hospitals", "RNN": "North Cumbria Integrated Care"},
    _MENTAL: {"G6V2S": "North London NHS Foundation Trust", "RRP": "Barnet, Enfield and Haringey"},
}


def _header(years: tuple[int, ...]) -> Row:
    cells: list[str] = list(_IDS)
    for stem in _STEMS.values():
        for year in years:
            for digit in _DIGIT.values():
                cells += [f"{stem}_{digit}_{year}", f"{stem}_n_{digit}_{year}"]
        cells.append(f"{stem}_sig")
    return cells


def _row(org: str, name: str, sheet: str, years: tuple[int, ...], *, small: bool = False) -> Row:
    cells: list[object] = [org, name, sheet]
    for i in _STEMS:
        for year in years:
            for group in _DIGIT:
                count = survey_count(org, i, group, year + 1)
                hidden = small and group == "bme"
                cells += ["-", "-"] if hidden else [float(count.proportion()), count.of]
        cells.append("Not significant")
    return cells  # type: ignore[return-value]


def _figures(org: str, years: tuple[int, ...], *, small: bool = False) -> Iterator[Figure]:
    for i in _STEMS:
        for year in years:
            for group in _DIGIT:
                count = survey_count(org, i, group, year + 1)
                if small and group == "bme":
                    yield unsaid(org, year + 1, i, group, "hidden")
                else:
                    yield printed(org, year + 1, i, group, count.printed(2), base=count.of)


def _book(years: tuple[int, ...], renamed: str = "") -> dict[str, list[Row]]:
    book: dict[str, list[Row]] = {
        "Notes": [
            ("id", "description"),
            ("1", "Weighted by occupation group; history is re-weighted."),
        ],
        "Organisation Benchmark groups": [("org_id", "org_name", "org_type")],
    }
    for sheet, trusts in _SHEETS.items():
        rows = [_row(org, name, sheet, years) for org, name in trusts.items()]
        book["Organisation Benchmark groups"] += [row[:3] for row in rows]
        shown = renamed if renamed and sheet == _MENTAL else sheet
        book[shown] = [_header(years), *rows]
    return book


def _all_figures(years: tuple[int, ...]) -> tuple[Figure, ...]:
    orgs = [org for trusts in _SHEETS.values() for org in trusts]
    return tuple(figure for org in orgs for figure in _figures(org, years))


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    yield from _benchmark_books()
    yield from _benchmark_sheets()
    yield from _national()
    yield from _organisational()


def _benchmark_books() -> Iterator[Case]:
    # Indicator 7 has a break at 2021. RRP closed in the autumn of 2024 and still took part.
    fires = (Fires("indicator_7_basis", ("2021",)),)
    fine = warned(*_all_figures(_FIVE), fires=fires, silent=("closed_organisation",))
    name = "nss_benchmark_2020_2024"
    book = _book(_FIVE)
    about = "the benchmark workbook: a sheet for each group, five years wide"
    yield Case(file=f"{name}.xlsx", about=about, data=xlsx(book), expects=(fine,))
    yield Case(file=f"{name}.ods", about=f"{about}, as .ods", data=ods(book), expects=(fine,))
    renamed = xlsx(_book(_FIVE, "MH&LD Trusts and Community"))
    yield Case(
        file="nss_benchmark_renamed_sheet.xlsx",
        about="the mental health sheet has another name: its trusts must not be lost",
        data=renamed,
        expects=(fine,),
    )
    strange = _book((2024,))
    strange[_ACUTE].append(_row("XQ9", "Somewhere Trust", _ACUTE, (2024,)))
    yield Case(
        file="nss_benchmark_unknown_org.xlsx",
        about="a code that is not in the national list is named and left out; the others are kept",
        data=xlsx(strange),
        expects=(warned(*_all_figures((2024,)), fires=(says("XQ9"),)),),
    )


def _benchmark_sheets() -> Iterator[Case]:
    trusts = _SHEETS[_ACUTE]
    rows = [_header((2024,)), *(_row(o, n, _ACUTE, (2024,)) for o, n in trusts.items())]
    figures = [figure for org in trusts for figure in _figures(org, (2024,))]
    yield Case(
        file="nss_benchmark_one_sheet.csv",
        about="one sheet of the benchmark workbook as CSV: which groups are not in it is said",
        data=csv_text(rows).encode(),
        expects=(warned(*figures, fires=(Fires("not_in_this_file", ("ambulance",)),)),),
    )
    unit = _row("R1F2", "Isle of Wight (ambulance)", _AMBULANCE, (2024,), small=True)
    rows = [_header((2024,)), unit, _row("R1F1", "Isle of Wight (acute)", _ACUTE, (2024,))]
    figures = [*_figures("R1F2", (2024,), small=True), *_figures("R1F1", (2024,))]
    yield Case(
        file="nss_benchmark_hidden.csv",
        about="“-” for fewer than ten answers; two reporting units of one trust",
        data=csv_text(rows).encode(),
        expects=(warned(*figures, fires=(Fires("hidden_marks", ("-",)),)),),
    )


_TIMES = ("% Never", "% 1 to 2", "% 3 to 5", "% 6 to 10", "% More than 10")
_BLOCKS: dict[str, tuple[tuple[str, tuple[str, ...]], ...]] = {
    "Your personal experience Q13-14": (
        (
            "Q14a. Harassment, bullying or abuse from patients / service users, their relatives or "
            "members of the public",
            _TIMES,
        ),
        ("Q14b. Harassment, bullying or abuse from managers", _TIMES),
        ("Q14c. Harassment, bullying or abuse from other colleagues", _TIMES),
    ),
    "Your organisation Q15-17": (
        (
            "Q15. Does your organisation act fairly with regard to career progression / promotion, "
            "regardless of ethnic background, gender, religion, sexual orientation, disability or "
            "age?",
            ("% Yes", "% No", "% Don't know"),
        ),
        (
            "Q16b. In the last 12 months have you personally experienced discrimination at work "
            "from a manager / team leader or other colleagues?",
            ("% Yes", "% No"),
        ),
    ),
}
_BASE = "Base (number of responses)"
# The 18 backgrounds of the survey of 2024 as its workbook writes them, and their codes here.
_DETAILED = {
    "White - English / Welsh / Scottish / Northern Irish / British": "white british",
    "White - Irish": "white irish",
    "White - Gypsy or Irish Traveller": "white gypsy or irish traveller",
    "White - Any other White background": "white any other",
    "Mixed/Multiple ethnic background - White and Black Caribbean": "mixed white and black "
    "caribbean",
    "Mixed/Multiple ethnic background - White and Black African": "mixed white and black african",
    "Mixed/Multiple ethnic background - White and Asian": "mixed white and asian",
    "Mixed/Multiple ethnic background - Any other Mixed / Multiple ethnic background": "mixed any "
    "other",
    "Asian/Asian British - Indian": "asian indian",
    "Asian/Asian British - Pakistani": "asian pakistani",
    "Asian/Asian British - Bangladeshi": "asian bangladeshi",
    "Asian/Asian British - Chinese": "asian chinese",
    "Asian/Asian British - Any other Asian background": "asian any other",
    "Black/African/Caribbean/Black British - African": "black african",
    "Black/African/Caribbean/Black British - Caribbean": "black caribbean",
    "Black/African/Caribbean/Black British - Any other Black / African / Caribbean background": ""
    "black any other",
    "Other ethnic group - Arab": "other arab",
    "Other ethnic group - Any other ethnic background": "other any other",
}
_SUMMARY = {"white": "White staff", "bme": "Staff from all other ethnic groups combined"}
_BLOCK_INDICATOR = {"Q14a": 5, "Q15.": 7, "Q16b": 8}


def _answers(count: Count, options: tuple[str, ...]) -> list[float]:
    """The share of each answer: those counted by the indicator, and what is left to 100."""
    yes = float(count.printed(2))
    left = round(100 - yes, 2)
    if len(options) == 5:
        return [left, round(yes - 9, 2), 5.0, 2.5, 1.5]
    return [yes, round(left - 20, 2), 20.0] if len(options) == 3 else [yes, left]


def _detailed_sheet(
    sheet: str, ids: tuple[str, ...], rows: list[tuple[Row, str, str]]
) -> tuple[list[Row], list[str]]:
    """The rows of a detailed sheet and its merged ranges; each row has keys, an org and a group."""
    top: list[object] = ["NHS Staff Survey 2024 - WEIGHTED Results", *[None] * (len(ids) - 1)]
    header: list[object] = list(ids)
    merged = []
    for text, options in _BLOCKS[sheet]:
        first, last = len(header) + 1, len(header) + len(options) + 1
        top += [text, *[None] * len(options)]
        header += [*options, _BASE]
        merged.append(f"{get_column_letter(first)}1:{get_column_letter(last)}4")
    lines: list[Row] = [
        top,  # type: ignore[list-item]
        (sheet,),
        ("Results for fewer than 10 responses are shown as -",),
        (),
        header,  # type: ignore[list-item]
    ]
    for keys, org, group in rows:
        cells: list[object] = list(keys)
        for text, options in _BLOCKS[sheet]:
            count = survey_count(org, _BLOCK_INDICATOR.get(text[:4], 6), group)
            cells += [*_answers(count, options), count.of]
        lines.append(cells)  # type: ignore[arg-type]
    return lines, merged


def _national_rows() -> list[tuple[Row, str, tuple[str, str]]]:
    """The rows of a sheet: keys, the code of the group, and whose made-up figures stand in it."""
    keys = ("National", None, None, "Organisation Size and Occupation Group")
    rows: list[tuple[Row, str, tuple[str, str]]] = [(keys, "all", ("RX1", "white"))]
    orgs = tuple(NAMES)
    region = ("National", "Region", "London", "Organisation Size")
    rows.append((region, "", ("RJ1", "white")))
    for at, (name, code) in enumerate(_DETAILED.items()):
        like = "white" if code.startswith("white") else "bme"
        keys = ("National", "Ethnic background (detailed)", name, "Organisation Size")
        rows.append((keys, code, (orgs[at % len(orgs)], like)))
    for code, name in _SUMMARY.items():
        keys = ("National", "Ethnic background (summary)", name, "Organisation Size")
        rows.append((keys, code, ("ZZP", code)))
    return rows


def _national() -> Iterator[Case]:
    ids = ("Base", "Breakdown", "Breakdown subgroup", "Weighting")
    rows = _national_rows()
    book: dict[str, list[Row]] = {"Notes": [("NHS Staff Survey 2024",)]}
    merged: dict[str, list[str]] = {}
    lines = [(keys, *like) for keys, _, like in rows]
    for sheet in _BLOCKS:
        book[sheet], merged[sheet] = _detailed_sheet(sheet, ids, lines)
    figures = []
    for i in (5, 7, 8):
        for _, code, like in rows:
            count = survey_count(like[0], i, like[1])
            told = printed("ENG", 2025, i, code, count.printed(2), base=count.of)
            figures += [told] if code else []
    yield Case(
        file="nss_national_2024.xlsx",
        about="header on row 5 under merged question text: England, not a trust; managers and "
        "colleagues cannot be joined into indicator 6; regions are no ethnic groups",
        data=xlsx(book, merged),
        expects=(warned(*figures, fires=(says("indicator 6"),)),),
    )


def _organisational() -> Iterator[Case]:
    ids = ("ODS code", "Organisation name", "Benchmarking group", "Region", "ICS", "Weighting")
    rows: list[tuple[Row, str, str]] = []
    for org, name in (_SHEETS[_ACUTE] | _SHEETS[_MENTAL]).items():
        keys = (org, name, "Acute and Acute & Community Trusts", "-", "-", "Occupation Group")
        rows.append((keys, org, "white"))
    book, merged = {"Notes": [("NHS Staff Survey 2024",)]}, {}
    for sheet in _BLOCKS:
        book[sheet], merged[sheet] = _detailed_sheet(sheet, ids, rows)  # type: ignore[assignment]
    why = "no ethnic split: indicators 5 to 8 for BME and White are not in it, and that is said"
    yield Case(
        file="nss_organisational_2024.xlsx",
        about=why,
        data=xlsx(book, merged),
        expects=(refused(says("ethnic")),),
    )
    flat = {name: list(lines) for name, lines in book.items()}
    sheet = "Your organisation Q15-17"
    flat[sheet] = [
        (*line, "% Q16c_1" if at == 4 else 100 if at > 4 else None)
        for at, line in enumerate(flat[sheet])
    ]
    yield Case(
        file="nss_organisational_constant.xlsx",
        about="the same with the broken column that holds 100 for every trust",
        data=xlsx(flat, merged),
        expects=(refused(says("ethnic")),),
    )
