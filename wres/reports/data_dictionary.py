"""What each column of the published figures means, and each mark in place of a figure."""

from __future__ import annotations

from wres.reports.tables import Table
from wres.terms import Status
from wres.words import WHY_HIDDEN, how_to_read_signs, status_sign, status_words

# Column: what it holds, in which unit.
FIGURE_COLUMNS: dict[str, str] = {
    "org_code": "ODS code of the organisation",
    "wres_year": "year of the WRES report",
    "survey_year": "year of the staff survey, one before the WRES year",
    "indicator": "number of the WRES indicator, 1 to 9",
    "ethnic_group": "code of the ethnic group; all stands for everybody",
    "staff_group": "code of the staff group; all stands for everybody",
    "band": "code of the pay band or group of bands; all stands for every band",
    "numerator": "number of people counted",
    "denominator": "number of people they are counted among",
    "value": "the figure: a proportion from 0 to 1, or a ratio",
    "unit": "what the value is: proportion or ratio",
    "calc_basis": "how it is counted; different ways are not compared",
    "edition": "which issue of the source it comes from",
    "status": "shown, or why there is no figure",
    "source_id": "short name of the source",
    "indicator_name": "short name of the indicator",
    "percent": "the value in per cent, as it is shown; empty for a ratio",
    "low": "lower end of the likely range, in per cent; of a ratio in times",
    "high": "upper end of the likely range, in per cent; of a ratio in times",
    "gap_points": "this group minus White staff, in percentage points",
    "gap_low": "lower end of the gap’s likely range, in percentage points",
    "gap_high": "upper end of the gap’s likely range, in percentage points",
    "benchmark": "what it is set beside, in per cent; of a ratio in times",
    "benchmark_label": "whose figure the benchmark is",
    "benchmark_organisations": "over how many organisations, where it is a median",
    "text": "the figure in words, as the pages say it",
    "nearest_shown": "where a figure is hidden, whose figure nearest to it is shown",
}
_MEANINGS = {
    Status.SHOWN: "the figure is here",
    Status.BELOW: "few people: only that it is under a limit is shown",
    Status.ABOVE: "few people: only that it is over a limit is shown",
    Status.HIDDEN: f"not zero. {WHY_HIDDEN}",
    Status.MISSING: "not zero: nobody gave it",
    Status.NOT_COLLECTED: "not zero: it was not asked that year",
    Status.NOT_APPLICABLE: "not zero: it does not apply to these people",
    Status.DOUBTFUL: "given, but not firm enough to be compared",
}


def columns_table() -> Table:
    """Return one row a column of the published figures, with what it holds."""
    rows = tuple((name, f"{text[0].upper()}{text[1:]}.") for name, text in FIGURE_COLUMNS.items())
    return Table(caption="What each column holds", columns=("Column", "What it holds"), rows=rows)


def symbols_table() -> Table:
    """Return one row a status, with its mark, its words and what it means."""
    rows = tuple(
        (one.value, status_sign(one) or "none", status_words(one) or "the figure", _meaning(one))
        for one in Status
    )
    return Table(
        caption=how_to_read_signs(), columns=("Status", "Mark", "Words", "Meaning"), rows=rows
    )


def _meaning(one: Status) -> str:
    text = _MEANINGS[one]
    return f"{text[0].upper()}{text[1:]}".rstrip(".") + "."
