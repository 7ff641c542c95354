"""What has changed between two publications of an organisation, figure by figure, as it is read."""

from __future__ import annotations

from dataclasses import dataclass

from wres.answers import Evidence
from wres.answers.rehearsal import VerdictChange, verdict_changes
from wres.measures import rate_of
from wres.reports.figure_rows import Figure, in_order, published
from wres.reports.tables import Table
from wres.results import Result
from wres.terms import Unit
from wres.words import base_text, indicator_label, range_text
from wres.words.changes import NOT_GIVEN, changes_sentence
from wres.words.labels import people_of_row

COLUMNS = ("WRES year", "Indicator", "People", "Was", "Is now")
Place = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class FigureChange:
    """One figure that reads differently; None where it was not, or is no longer, given."""

    before: Figure | None
    after: Figure | None

    @property
    def row(self) -> Result:
        """The row that says whose, of which year and what it is."""
        found = self.after or self.before
        assert found is not None
        return found.row


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What has changed about an organisation from one version of the figures to another."""

    org_code: str
    since: int
    version: int
    figures: tuple[FigureChange, ...]
    verdicts: tuple[VerdictChange, ...]

    @property
    def sentence(self) -> str:
        """How many figures are new, changed and gone, in words."""
        added = sum(one.before is None for one in self.figures)
        gone = sum(one.after is None for one in self.figures)
        return changes_sentence(
            added=added, changed=len(self.figures) - added - gone, gone=gone, since=self.since
        )


def changes_between(before: Evidence, after: Evidence, org_code: str) -> Changes:
    """Return what has changed about an organisation, published figures alone."""
    was, now = _figures(before, org_code), _figures(after, org_code)
    differing = [
        FigureChange(was.get(place), now.get(place))
        for place in {**was, **now}
        if _as_read(was.get(place)) != _as_read(now.get(place))
    ]
    rows = [figure.row for place in (was, now) for figure in place.values()]
    return Changes(
        org_code=org_code,
        since=before.version,
        version=after.version,
        figures=tuple(sorted(differing, key=lambda one: in_order(Figure(row=one.row)))),
        verdicts=tuple(verdict_changes(before, after, rows)),
    )


def changes_table(changes: Changes, *, caption: str) -> Table:
    """Return one row a figure that has changed: what it was and what it is now."""
    rows = tuple(
        (
            str(one.row.wres_year),
            indicator_label(one.row.indicator),
            _people(one.row),
            " ".join(_as_read(one.before)) or NOT_GIVEN,
            " ".join(_as_read(one.after)) or NOT_GIVEN,
        )
        for one in changes.figures
    )
    return Table(caption=caption, columns=COLUMNS, rows=rows)


def changes_data(changes: Changes) -> list[dict[str, object]]:
    """Return one record a figure that has changed, as plain data."""
    return [
        {
            "org_code": changes.org_code,
            "wres_year": one.row.wres_year,
            "indicator": one.row.indicator,
            "ethnic_group": one.row.ethnic_group.value,
            "staff_group": one.row.staff_group.value,
            "band": one.row.band.value,
            "unit": one.row.unit.value,
            "was": " ".join(_as_read(one.before)) or None,
            "is_now": " ".join(_as_read(one.after)) or None,
        }
        for one in changes.figures
    ]


def _figures(evidence: Evidence, org_code: str) -> dict[Place, Figure]:
    return {
        in_order(figure): figure
        for row, likelihood in published(evidence, org_code)
        for figure in (Figure(row=row, likelihood=likelihood),)
    }


def _as_read(figure: Figure | None) -> tuple[str, ...]:
    """The figure, how many stand behind it, and its likely range, as a page says them."""
    if figure is None:
        return ()
    if figure.likelihood is not None or figure.row.unit is Unit.RATIO:
        return (figure.text,)
    rate = rate_of(figure.row)
    if not rate.is_shown:
        return (figure.text,)
    spread = f"({range_text(figure.interval)})" if figure.interval else ""
    return tuple(filter(None, (figure.text, f"of {base_text(rate)}" if rate.base else "", spread)))


def _people(row: Result) -> str:
    return "Relative likelihood" if row.unit is Unit.RATIO else people_of_row(row)
