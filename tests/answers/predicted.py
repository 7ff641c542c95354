"""Three made-up trusts, two years of figures, and twelve predictions locked in between.

``LARGE`` has counts of everything; ``SMALL`` has a group of six and printed percentages; the
figures of ``RECOUNTED`` were counted another way before. England stands beside them, printed
without a base.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

from wres.answers import gather
from wres.answers.evidence import Evidence
from wres.answers.locking import lock
from wres.answers.opening import shipped
from wres.benchmarks import BenchmarkFigure, BenchmarkKind
from wres.organisations import Organisation, Organisations
from wres.predictions import Aim, Direction, Prediction
from wres.results import Result, Results
from wres.store import Store
from wres.terms import CalcBasis, EthnicGroup, StaffGroup, Unit

LARGE, SMALL, RECOUNTED = "LRG", "SML", "RCT"
BEFORE, AFTER = 2024, 2025
LOCKED_AT = datetime(2024, 6, 3, 9, tzinfo=UTC)
RESULT_AT = datetime(2025, 3, 13, 9, 30, tzinfo=UTC)
BME, WHITE = EthnicGroup.BME, EthnicGroup.WHITE
Counted = tuple[int, int]
# Indicator, group: (yes, answered) before and after.
COUNTS: dict[tuple[int, EthnicGroup], tuple[Counted, Counted]] = {
    (1, BME): ((1200, 6000), (1230, 6000)),
    (2, BME): ((100, 1000), (160, 1000)),
    (2, WHITE): ((400, 2000), (400, 2000)),
    (3, BME): ((20, 1200), (0, 1230)),
    (3, WHITE): ((40, 4700), (40, 4700)),
    (5, BME): ((300, 1000), (200, 1000)),
    (5, WHITE): ((750, 3000), (720, 3000)),
    (6, BME): ((200, 1000), (290, 1000)),
    (6, WHITE): ((600, 3000), (600, 3000)),
    (7, BME): ((400, 1000), (500, 1000)),
    (7, WHITE): ((1740, 3000), (1750, 3000)),
    (8, BME): ((150, 1000), (140, 1000)),
    (8, WHITE): ((300, 3000), (210, 3000)),
}
BOARD = ((2, 14), (3, 14))
# England, as printed: indicator, group: before and after. A ratio has the group "all".
ENGLAND: dict[tuple[int, EthnicGroup], tuple[float, float]] = {
    (2, EthnicGroup.ALL): (1.60, 1.55),
    (3, EthnicGroup.ALL): (1.10, 1.05),
    (5, BME): (0.28, 0.27),
    (5, WHITE): (0.25, 0.25),
    (6, BME): (0.27, 0.26),
    (6, WHITE): (0.22, 0.22),
    (7, BME): (0.46, 0.48),
    (7, WHITE): (0.59, 0.59),
    (8, BME): (0.16, 0.16),
    (8, WHITE): (0.09, 0.06),
}
# Whose, indicator, figure, direction, size: twelve questions, one a line.
ASKED: dict[str, tuple[str, int, Aim, Direction, float]] = {
    "clear, as hoped": (LARGE, 5, Aim.BME, Direction.DOWN, 0.05),
    "clear, other way": (LARGE, 6, Aim.BME, Direction.DOWN, 0.03),
    "too small to see": (LARGE, 8, Aim.BME, Direction.DOWN, 0.01),
    "others moved the same": (LARGE, 8, Aim.WHITE, Direction.DOWN, 0.02),
    "hidden cell": (SMALL, 8, Aim.BME, Direction.DOWN, 0.05),
    "break": (RECOUNTED, 7, Aim.BME, Direction.UP, 0.05),
    "no base": (SMALL, 5, Aim.BME, Direction.DOWN, 0.05),
    "zero cell": (LARGE, 3, Aim.RATIO, Direction.DOWN, 0.50),
    "ratio": (LARGE, 2, Aim.RATIO, Direction.DOWN, 0.90),
    "one person": (LARGE, 9, Aim.BME, Direction.UP, 0.05),
    "higher is better": (LARGE, 7, Aim.BME, Direction.UP, 0.05),
    "gap": (LARGE, 5, Aim.GAP, Direction.DOWN, 0.08),
}


def known(store: Store | None, version: int | None = None) -> Evidence:
    """Return the evidence of the made-up trusts at a version of a store; England printed beside."""
    people = [
        Organisation(code=code, name=f"{name} Made-up NHS Trust")
        for code, name in ((LARGE, "Large"), (SMALL, "Small"), (RECOUNTED, "Recounted"))
    ]
    data = replace(
        shipped(),
        organisations=Organisations(people),
        results=Results(),
        benchmarks=tuple(_england()),
        plans=(),
        cases=(),
    )
    if store is None:
        return gather(data, Results(), 0)
    number = store.current() if version is None else version
    return gather(data, store.results(version=number), number)


def _england() -> Iterator[BenchmarkFigure]:
    for (number, group), values in ENGLAND.items():
        for year, value in zip((BEFORE, AFTER), values, strict=True):
            yield BenchmarkFigure(
                kind=BenchmarkKind.NATIONAL,
                scope="England",
                label="England",
                wres_year=year,
                indicator=number,
                ethnic_group=group,
                value=value,
                unit=Unit.RATIO if group is EthnicGroup.ALL else Unit.PROPORTION,
                calc_basis=CalcBasis.INCL_DK if number == 7 else CalcBasis.STANDARD,
            )


def figures(year: int) -> list[Result]:
    """Return every figure of a year."""
    place = (BEFORE, AFTER).index(year)
    rows = [_row(LARGE, key, counted[place], year) for key, counted in COUNTS.items()]
    board = _row(LARGE, (9, BME), BOARD[place], year)
    rows.append(replace(board, staff_group=StaffGroup.BOARD))
    rows += [_row(SMALL, (8, BME), ((4, 12), (2, 6))[place], year)]
    rows += [_row(SMALL, (8, WHITE), (30, 300), year)]
    # Before, the indicator was counted without those who did not know.
    basis = (CalcBasis.EXCL_DK, CalcBasis.INCL_DK)[place]
    rows.append(replace(_row(RECOUNTED, (7, BME), (400 + 90 * place, 900), year), calc_basis=basis))
    printed = _row(SMALL, (5, BME), None, year)
    rows.append(replace(printed, value=(0.40, 0.20)[place]))
    return rows


def _row(code: str, key: tuple[int, EthnicGroup], counted: Counted | None, year: int) -> Result:
    number, group = key
    yes, base = counted or (None, None)
    return Result(
        org_code=code,
        wres_year=year,
        survey_year=year - 1,
        indicator=number,
        ethnic_group=group,
        numerator=yes,
        denominator=base,
        calc_basis=CalcBasis.INCL_DK if number == 7 else CalcBasis.STANDARD,
        source_id="made-up",
    )


def load(store: Store, rows: list[Result], *, made_at: datetime) -> int:
    """Return the version made of these figures."""
    return store.accept(
        rows,
        expected_version=store.current(),
        made_by="lead@example.org",
        made_at=made_at,
        file_name="figures.csv",
        file_sha256="ab" * 32,
        shape="long",
        report="{}",
    ).id


def question(name: str) -> Prediction:
    """Return one of the twelve, not locked yet."""
    code, number, aim, direction, size = ASKED[name]
    return Prediction(
        org_code=code,
        activity_id=f"activity for {name}",
        activity=f"An activity: {name}",
        indicator=number,
        aim=aim,
        direction=direction,
        size=size,
        base_year=BEFORE,
        result_year=AFTER,
    )


def lock_all(store: Store) -> dict[str, Prediction]:
    """Return the twelve as they were locked, once the first year is in the store."""
    load(store, figures(BEFORE), made_at=datetime(2024, 3, 14, 9, 30, tzinfo=UTC))
    evidence = known(store)
    return {
        name: lock(store, evidence, question(name), made_by="Ada", made_at=LOCKED_AT)
        for name in ASKED
    }
