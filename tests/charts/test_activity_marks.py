"""The ends of activities on a trend: on the edges of years, beside breaks, and one year ahead."""

from __future__ import annotations

import pytest

from tests.measures.building import gap, likelihood
from wres.benchmarks import NoBenchmark
from wres.charts import BreakMark, Drawing, svg
from wres.charts.of_answers import ratio_drawing, years_drawing
from wres.charts.picture import Caption
from wres.reports import gaps_table, likelihoods_table

GAPS = tuple(gap(8, (150, 1000), (70, 1000), year=year) for year in (2023, 2024, 2025))
NONE = tuple(NoBenchmark(label="x", wres_year=y, reason="None.") for y in (2023, 2024, 2025))


def end(year: int, text: str = "A due") -> BreakMark:
    """Return the mark of an activity."""
    return BreakMark(year=year, text=text, is_activity=True)


def of(drawing: Drawing, part: str) -> list[dict[str, object]]:
    """Return the rows of one part of a chart."""
    return [dict(row) for row in drawing.rows if row["part"] == part]


def test_an_activity_is_marked_on_the_edge_of_a_year() -> None:
    """In a part of its own, with its words; the axis reaches one year ahead when it must."""
    drawing = years_drawing(GAPS, NONE, marks=(end(2024, "A starts"), end(2026)))
    marks = of(drawing, "activity")
    assert [(m["year"], m["text"]) for m in marks] == [("2024", "A starts"), ("2026", "A due")]
    assert "2026" in {row["year"] for row in of(drawing, "frame")}
    assert "2026" not in {row["year"] for row in of(years_drawing(GAPS, NONE), "frame")}


def test_a_break_and_an_activity_share_an_edge_and_their_words_do_not_touch() -> None:
    """Indicator 7 at survey 2021: one row, the reason for the break first."""
    gaps = tuple(gap(7, (450, 1000), (600, 1000), year=year) for year in (2021, 2022))
    drawing = years_drawing(gaps, NONE[:2], marks=(end(2022),))
    (cut,) = of(drawing, "break")
    assert str(cut["text"]).endswith("\nA due")
    assert cut["lines"] == 3
    assert of(drawing, "activity") == []


def test_the_words_are_drawn() -> None:
    """In the picture file too, on a trend and on a ratio."""
    ratios = tuple(
        likelihood(2, (100, 1000), (300, 2000), year=year) for year in (2023, 2024, 2025)
    )
    caption = Caption(headline="h", subtitle="s", source="x", note="", made_on="")
    for drawing in (
        years_drawing(GAPS, NONE, marks=(end(2025, "B starts"),)),
        ratio_drawing(ratios, marks=(end(2025, "B starts"),)),
    ):
        assert "B starts" in svg(drawing, caption)


@pytest.mark.parametrize("marks", [{}, {2024: "A starts: Mentoring", 2026: "A due: Mentoring"}])
def test_the_table_says_the_same(marks: dict[int, str]) -> None:
    """One more column, and a row for a marked year whose figures are not here."""
    ratios = tuple(
        likelihood(2, (100, 1000), (300, 2000), year=year) for year in (2023, 2024, 2025)
    )
    for table in (
        gaps_table(GAPS, NONE, caption="c", marks=marks),
        likelihoods_table(ratios, NONE, caption="c", marks=marks),
    ):
        assert all(len(row) == len(table.columns) for row in table.rows)
        told = {row[0]: row[-1] for row in table.rows}
        if marks:
            assert table.columns[-1] == "Activities that start or are due before it"
            assert told == {
                "2023": "No activity",
                "2024": "A starts: Mentoring",
                "2025": "No activity",
                "2026": "A due: Mentoring",
            }
            assert set(table.rows[-1][1:-1]) == {"No figures yet"}
        else:
            assert list(told) == ["2023", "2024", "2025"]
