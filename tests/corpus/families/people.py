"""Files that name people, by heading or by content: refused, and not one cell of them kept.

Every name, address and number here is made up; NHS numbers are of the range kept for tests.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.corpus.cases import Case, Fires, refused
from tests.corpus.families.respondents import _CODED, _coded, people
from tests.corpus.families.wide import HEADER, PERCENT
from tests.corpus.writing import csv_text, xlsx

_SENTENCES = (
    "My manager never listens to me on the night shift, and I have told HR twice.",
    "I was called names by a patient in March and nobody on the ward did anything.",
    "Things are better since the new matron came; before that I wanted to leave.",
)
# Made with the check digit of an NHS number, in the 999 range nobody is given.
_NHS_NUMBERS = ("999 000 0018", "999 000 0026", "999 000 0034", "999 000 0042")


def _extra(heading: str, cells: tuple[str, ...]) -> bytes:
    rows = [(*_coded(person), cells[at % len(cells)]) for at, person in enumerate(people()[:40])]
    return csv_text(((*_CODED, heading), *rows)).encode()


_COLUMNS = (
    ("name", "Full name", ("Ann Example", "Ben Sample", "Cy Specimen"), "Full name"),
    ("surname", "Surname", ("Example", "Sample", "Specimen"), "Surname"),
    ("email", "Contact", ("ann@example.nhs.uk", "ben@example.nhs.uk"), "Contact"),
    ("nhs_number", "Reference", _NHS_NUMBERS, "Reference"),
    ("birth_date", "When", ("03/04/1971", "17/11/1985", "29/02/1988"), "When"),
    ("comments", "Comments", _SENTENCES, "Comments"),
    ("free_text", "q27_other_specify", _SENTENCES, "q27_other_specify"),
    ("esr_number", "ESR assignment", ("20345671", "20345672", "20345673-2"), "ESR assignment"),
)


def cases() -> Iterator[Case]:
    """Yield the files of this family."""
    for name, heading, cells, word in _COLUMNS:
        yield Case(
            file=f"people_{name}.csv",
            about=f"an extract with “{heading}”",
            data=_extra(heading, cells),
            expects=(
                refused(
                    Fires("", (word,)),
                ),
            ),
        )
    rows = [(*row, f"lead{at}@example.nhs.uk") for at, row in enumerate(PERCENT)]
    yield Case(
        file="people_in_figures.csv",
        about="totals by trust with the address of each lead beside them",
        data=csv_text(((*HEADER, "Lead"), *rows)).encode(),
        expects=(refused(Fires("", ("Lead",))),),
    )
    staff = [("Surname", "Date of birth"), ("Example", "03/04/1971"), ("Sample", "17/11/1985")]
    yield Case(
        file="people_on_second_sheet.xlsx",
        about="figures on one sheet, a list of people on another",
        data=xlsx({"WRES": [HEADER, *PERCENT], "Staff": staff}),
        expects=(refused(Fires("", ("Surname",))),),
    )
