"""Figures and uploads the store's tests are made of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from wres.results import Result, ResultKey
from wres.store import Acknowledged, Note, Store, Version, VersionKind
from wres.terms import EthnicGroup

MOMENT = datetime(2025, 3, 31, 12, 30, 0, 123456, tzinfo=UTC)
GROUPS = (EthnicGroup.BME, EthnicGroup.WHITE)


def figure(
    org_code: str = "R0A",
    *,
    count: int = 16,
    year: int = 2025,
    indicator: int = 8,
    group: EthnicGroup = EthnicGroup.BME,
) -> Result:
    """Return a survey figure: ``count`` people of 100."""
    return Result(
        org_code=org_code,
        wres_year=year,
        survey_year=year - 1,
        indicator=indicator,
        ethnic_group=group,
        numerator=count,
        denominator=100,
        value=count / 100,
        source_id="example",
    )


def survey(count: int, org_code: str = "R0A") -> list[Result]:
    """Return indicators 5 to 8 for both groups, every figure ``count`` of 100 people."""
    return [
        figure(org_code, count=count, indicator=indicator, group=group)
        for indicator in (5, 6, 7, 8)
        for group in GROUPS
    ]


def load(
    store: Store,
    rows: Iterable[Result],
    *,
    expected: int | None = None,
    made_by: str = "lead@example.org",
    moment: datetime = MOMENT,
    replaces: bool = False,
    places: Mapping[ResultKey, str] | None = None,
) -> Version:
    """Return the version made by accepting the rows."""
    return store.accept(
        rows,
        expected_version=store.current() if expected is None else expected,
        made_by=made_by,
        made_at=moment,
        file_name="survey.csv",
        file_sha256="ab" * 32,
        shape="tidy",
        report='{"warnings": []}',
        replaces=replaces,
        places=places or {},
    )


def undo(store: Store) -> Version:
    """Return the version made by one undo."""
    return store.undo(expected_version=store.current(), made_by="lead", made_at=MOMENT)


def restore(store: Store, version: int) -> Version:
    """Return the version made by restoring an earlier one."""
    return store.restore(version, expected_version=store.current(), made_by="lead", made_at=MOMENT)


def counts(store: Store, version: int | None = None) -> set[int | None]:
    """Return the different counts of people the figures of a version hold."""
    return {row.numerator for row in store.results(version=version)}


def doubted(org_code: str, indicator: int, *, reason: str) -> Note:
    """Return the note of a warning that was accepted about an indicator's figures of 2025."""
    version = Version(
        id=4,
        parent_id=3,
        kind=VersionKind.UPLOAD,
        made_at=MOMENT,
        made_by="lead@example.org",
        content_hash="",
        row_count=1,
    )
    return Note(
        org_code=org_code,
        version=version,
        acknowledged=Acknowledged("odd_base", "1,234 people", reason),
        scopes=((2025, indicator),),
    )
