"""Made survey extracts for the bench: nobody's answers, in a file as large as asked."""

from __future__ import annotations

from pathlib import Path

import numpy as np

ANSWERS = {
    "q14a": ("Never", "1-2", "3-5", "6-10", "More than 10", ""),
    "q14b": ("Never", "1-2", "3-5", "6-10", "More than 10", ""),
    "q14c": ("Never", "1-2", "3-5", "6-10", "More than 10", ""),
    "q15": ("Yes", "No", "Don't know", ""),
    "q16b": ("Yes", "No", ""),
}
SHARES = {
    "q14a": (0.7, 0.15, 0.08, 0.03, 0.02, 0.02),
    "q14b": (0.87, 0.06, 0.03, 0.01, 0.01, 0.02),
    "q14c": (0.8, 0.1, 0.04, 0.02, 0.02, 0.02),
    "q15": (0.55, 0.14, 0.3, 0.01),
    "q16b": (0.08, 0.9, 0.02),
}
ETHNIC = (
    "White - English / Welsh / Scottish / Northern Irish / British",
    "White - Irish",
    "White - Any other White background",
    "Mixed - White and Asian",
    "Asian / Asian British - Indian",
    "Asian / Asian British - Pakistani",
    "Black / Black British - African",
    '"Any other Black, Black British or Caribbean background"',
    "Arab",
    "Not stated",
    "",
)
ETHNIC_SHARES = (0.6, 0.02, 0.08, 0.02, 0.08, 0.03, 0.07, 0.02, 0.02, 0.03, 0.03)
BANDS = (*(f"Band {n}" for n in range(1, 8)), "Band 8a", "Band 8b", "Band 8c", "Band 9", "VSM", "")
CODES = tuple(f"Z{n:03d}" for n in range(200))
YEARS = tuple(range(2021, 2025))
OTHER_COLUMNS = 60
IN_WORDS = (
    "Strongly disagree",
    "Disagree",
    "Neither agree nor disagree",
    "Agree",
    "Strongly agree",
)
MOST_DIFFERENT_ROWS = 50_000
# Words take room while they are drawn, so fewer rows differ.
MOST_DIFFERENT_IN_WORDS = 10_000


def write_extract(
    path: Path,
    rows: int,
    *,
    in_words: bool = False,
    codes: tuple[str, ...] = CODES,
    years: tuple[int, ...] = YEARS,
) -> None:
    """Return nothing; write an extract of 71 columns, about 225 bytes a row.

    With ``in_words`` the other questions are answered in words, about 1,000 bytes a row. The same
    50,000 drawn rows come again and again, which no reader can make use of.
    """
    different = min(rows, MOST_DIFFERENT_IN_WORDS if in_words else MOST_DIFFERENT_ROWS)
    draw = np.random.default_rng(20250331)
    drawn = draw.integers(1, 6, (different, OTHER_COLUMNS))
    others = np.array(IN_WORDS)[drawn - 1] if in_words else drawn.astype(str)
    half = OTHER_COLUMNS // 2
    columns = [
        draw.choice(codes, different),
        draw.choice([str(year) for year in years], different),
        *others[:, :half].T,
        *(draw.choice(ANSWERS[q], different, p=SHARES[q]) for q in ANSWERS),
        *others[:, half:].T,
        draw.choice(ETHNIC, different, p=ETHNIC_SHARES),
        draw.choice(BANDS, different),
        draw.choice(("Clinical", "Non-clinical", ""), different),
        np.char.mod("%.4f", draw.uniform(0.4, 2.0, different)),
    ]
    names = [f"q{n // 8 + 1}{'abcdefgh'[n % 8]}_other" for n in range(OTHER_COLUMNS)]
    header = [
        *("org_code", "survey_year", *names[:half], *ANSWERS, *names[half:]),
        *("ethnicity", "band", "clinical", "weight"),
    ]
    lines = [",".join(cells) for cells in zip(*columns, strict=True)]
    with path.open("w", encoding="utf-8") as file:
        file.write(",".join(header) + "\n")
        for begun in range(0, rows, different):
            file.write("\n".join(lines[: rows - begun]) + "\n")
