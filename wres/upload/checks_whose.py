"""Checks of what the figures are of: the whole workforce or the board, and which group is on top.

A figure can be written without a slip and still be of something else than it is taken for.
"""

from __future__ import annotations

import re

from wres.terms import Band, EthnicGroup, StaffGroup
from wres.upload.asking import on_few
from wres.upload.cells import words_of
from wres.upload.checking import CheckResult, Upload, look_at, wrong_figures
from wres.upload.columns import Field
from wres.upload.figures import Figure
from wres.upload.grouping import base_of

# No trust has so few staff; the largest boards have about twenty members.
SMALLEST_WORKFORCE = 100
_BOARD_PARTS = frozenset((StaffGroup.BOARD_EXECUTIVE, StaffGroup.BOARD_VOTING))
_ON_TOP = {2: EthnicGroup.WHITE, 3: EthnicGroup.BME, 4: EthnicGroup.WHITE}
_COMPARED = (EthnicGroup.BME, EthnicGroup.WHITE)
_TWO_GROUPS = re.compile(r"\b(bme|bame|white)\b")


@on_few
def check_board_as_workforce(upload: Upload) -> CheckResult:
    """No total of the board is taken for the whole workforce."""
    total = [
        f
        for f in upload.groups.by_indicator.get(1, ())
        if f.band is Band.ALL and f.staff_group is StaffGroup.ALL
    ]
    return wrong_figures(
        "board_as_workforce",
        total if total and _is_about_board(upload) else (),
        told=lambda f: f.draft.keys.staff_group or f.draft.keys.band or "an empty cell",
        what="a total in a table about the board, and would be taken for the whole workforce",
        fine="No total of the board is taken for the workforce.",
        fix="Write “board” in the row of the whole board, so that it is read as indicator 9.",
    )


def _is_about_board(upload: Upload) -> bool:
    """Whether the table names the board, or parts of it, and no pay band or other staff group."""
    staff = {f.staff_group for f in upload.figures}
    bands = {f.band for f in upload.figures}
    if bands - {Band.ALL, None} or staff - {StaffGroup.ALL, StaffGroup.BOARD, None, *_BOARD_PARTS}:
        return False
    fields = (Field.STAFF_GROUP, Field.BAND, Field.UNKNOWN)
    headings = (use.header for use in upload.uses if use.field in fields)
    return bool(staff & _BOARD_PARTS) or any("board" in words_of(text).split() for text in headings)


@on_few
def check_small_workforce(upload: Upload) -> CheckResult:
    """The whole workforce is of a hundred people or more."""
    return look_at(
        "small_workforce",
        [
            f
            for f in upload.groups.by_indicator.get(1, ())
            if f.band is Band.ALL
            and f.staff_group is StaffGroup.ALL
            and 0 < (base_of(f) or 0) < SMALLEST_WORKFORCE
        ],
        said=lambda f: f"a whole workforce of {base_of(f):,} people is smaller than any trust’s",
        fine="Every whole workforce is of a usual size.",
        fix="The figures may be of the board, or of one team; check the staff group and the count.",
    )


@on_few
def check_ratio_group(upload: Upload) -> CheckResult:
    """No relative likelihood is given for the group that the standard does not put on top."""
    right = {(f.place, f.value) for f in upload.figures if f.is_ratio and not _is_turned(f)}
    return wrong_figures(
        "ratio_group",
        (
            f
            for f in upload.figures
            if f.is_ratio and _is_turned(f) and (f.place, f.value) not in right
        ),
        told=lambda f: f"indicator {f.indicator}: {f.printed.text} for {f.draft.keys.ethnic_group}",
        what="a ratio with another group on top than the standard has",
        fine="Every ratio has the group on top that the standard puts there.",
        fix="Give White over BME for indicators 2 and 4, and BME over White for 3, in a row “all”.",
    )


def _is_turned(figure: Figure) -> bool:
    if not figure.is_ratio or figure.indicator not in _ON_TOP or figure.value is None:
        return False
    top = _group_on_top(figure)
    return top is not None and top is not _ON_TOP[figure.indicator]


def _group_on_top(figure: Figure) -> EthnicGroup | None:
    """The group a ratio's row names, the first of two; None where it names none."""
    if figure.terms.group is not None:
        group = figure.terms.group
        return None if group in (EthnicGroup.ALL, EthnicGroup.UNKNOWN) else group
    named = _TWO_GROUPS.findall(words_of(figure.draft.keys.ethnic_group))
    if len(set(named)) != len(_COMPARED):
        return None
    return EthnicGroup.WHITE if named[0] == "white" else EthnicGroup.BME
