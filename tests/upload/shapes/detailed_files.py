"""Sheets laid out as in the staff survey's detailed workbooks, with invented figures."""

from __future__ import annotations

from wres.upload.reading import HEADER_JOINT, Line, Reading

FREQUENCY = ("% Never", "% 1 to 2", "% 3 to 5", "% 6 to 10", "% More than 10")
YES_NO = ("% Yes", "% No")
BASE = "Base (number of responses)"
Q14A = (
    "Q14a - In the last 12 months how many times have you personally experienced harassment, "
    "bullying or abuse at work from patients / service users, their relatives or the public?"
)
Q14B = "Q14b - ... harassment, bullying or abuse at work from managers?"
Q14C = "Q14c - ... harassment, bullying or abuse at work from other colleagues?"
Q15 = (
    "Q15 - Does your organisation act fairly with regard to career progression / promotion, "
    "regardless of ethnic background, gender, religion, sexual orientation, disability or age?"
)
Q16A = (
    "Q16a - In the last 12 months have you personally experienced discrimination at work from "
    "patients / service users, their relatives or other members of the public?"
)
Q16B = (
    "Q16b - In the last 12 months have you personally experienced discrimination at work from "
    "manager / team leader or other colleagues?"
)
Q3A = "Q3a - I always know what my work responsibilities are."
FAIRNESS = ((Q15, (*YES_NO, "% Don't know")), (Q16A, YES_NO), (Q16B, YES_NO))
HARASSMENT = ((Q14A, FREQUENCY), (Q14B, FREQUENCY), (Q14C, FREQUENCY))
NATIONAL_IDS = ("Base", "Breakdown", "Breakdown subgroup", "Weighting")
ORGANISATION_IDS = (
    "ODS code",
    "Organisation name",
    "Benchmarking group",
    "Region",
    "ICS",
    "Weighting",
)
SUMMARY, DETAILED = "Ethnic background (summary)", "Ethnic background (detailed)"
WHITE_STAFF = "White staff"
OTHERS = "Staff from all other ethnic groups combined"
# The label of each single background in the published file, and its code here.
BACKGROUNDS = {
    "White - English / Welsh / Scottish / Northern Irish / British": "white british",
    "White - Irish": "white irish",
    "White - Gypsy or Irish Traveller": "white gypsy or irish traveller",
    "White - Any other White background": "white any other",
    "Mixed/Multiple ethnic background - White and Black Caribbean": (
        "mixed white and black caribbean"
    ),
    "Mixed/Multiple ethnic background - White and Black African": "mixed white and black african",
    "Mixed/Multiple ethnic background - White and Asian": "mixed white and asian",
    "Mixed/Multiple ethnic background - Any other Mixed / Multiple ethnic background": (
        "mixed any other"
    ),
    "Asian/Asian British - Indian": "asian indian",
    "Asian/Asian British - Pakistani": "asian pakistani",
    "Asian/Asian British - Bangladeshi": "asian bangladeshi",
    "Asian/Asian British - Chinese": "asian chinese",
    "Asian/Asian British - Any other Asian background": "asian any other",
    "Black/African/Caribbean/Black British - African": "black african",
    "Black/African/Caribbean/Black British - Caribbean": "black caribbean",
    "Black/African/Caribbean/Black British - Any other Black / African / Caribbean background": (
        "black any other"
    ),
    "Other ethnic group - Arab": "other arab",
    "Other ethnic group - Any other ethnic background": "other any other",
}
Questions = tuple[tuple[str, tuple[str, ...]], ...]


def title(year: int | None = 2024, kind: str = "WEIGHTED") -> str:
    return f"NHS Staff Survey {year} - {kind} Results" if year else f"{kind} Results"


def header_rows(ids: tuple[str, ...], questions: Questions, heading: str) -> list[list[str]]:
    """Row 1 with each question over the first of its columns, and row 5 with the answers."""
    top, answers = [heading, *[""] * (len(ids) - 1)], list(ids)
    for question, options in questions:
        top += [question, *[""] * len(options)]
        answers += [*options, BASE]
    return [top, answers]


def reading(
    ids: tuple[str, ...],
    questions: Questions,
    rows: list[list[str]],
    *,
    heading: str = "",
    joined: bool = True,
    sheet: str = "HEALTH WELLBEING SAFETY Q15-17",
    sheets: tuple[str, ...] = ("Notes", "HEALTH WELLBEING SAFETY Q15-17"),
) -> Reading:
    """One sheet, its two header rows joined as a reader of workbooks does, or left apart."""
    top, answers = header_rows(ids, questions, heading or title())
    head = list(answers)
    if joined:
        over = ""
        for place in range(len(ids), len(top)):
            over = top[place] or over
            head[place] = f"{over}{HEADER_JOINT}{answers[place]}"
    note = "Note: where there are fewer than 10 responses the figure is replaced by -"
    return Reading(
        file_name="national.xlsx",
        sha256="d" * 64,
        encoding="workbook",
        delimiter="",
        header_row=5,
        header=tuple(head),
        rows=tuple(Line(at, tuple(row)) for at, row in enumerate(rows, start=6)),
        above=(Line(1, tuple(top)), Line(2, (sheet,)), Line(3, (note,))),
        sheet=sheet,
        sheets=sheets,
    )


def csv_of(
    ids: tuple[str, ...], questions: Questions, rows: list[list[str]], *, heading: str = ""
) -> bytes:
    """One sheet saved as CSV: the title and questions on line 1, the header on line 5."""
    top, answers = header_rows(ids, questions, heading or title())
    lines = [top, ["sheet range"], ["Note"], [], answers, *rows]
    return "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines).encode() + b"\n"
