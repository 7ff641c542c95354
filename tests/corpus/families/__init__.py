"""The families of files, and all their cases in one list."""

from __future__ import annotations

from functools import cache

from tests.corpus.cases import Case
from tests.corpus.families import (
    codes,
    contractor,
    everyday,
    hostile,
    layouts,
    long,
    nss,
    people,
    published,
    ratios,
    respondents,
    submission,
    template,
    template_marks,
    traps,
    wide,
    wide_words,
    workbooks,
    workforce,
    years,
)

_FAMILIES = (
    template,
    template_marks,
    wide,
    wide_words,
    long,
    years,
    nss,
    contractor,
    respondents,
    people,
    workforce,
    submission,
    published,
    ratios,
    codes,
    traps,
    everyday,
    layouts,
    workbooks,
    hostile,
)


@cache
def every_case() -> tuple[Case, ...]:
    """Return every case of every family, freshly made."""
    return tuple(case for family in _FAMILIES for case in family.cases())
