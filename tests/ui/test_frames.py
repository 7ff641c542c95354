"""Tables and rows as the browser is sent them: harmless, whole, and made once."""

from __future__ import annotations

from wres.reports import Table
from wres.ui import frames

TABLE = Table(caption="A", columns=("Year", "BME"), rows=(("2025", "*15.2%*"), ("2024", "=1+1")))


def test_every_cell_is_shown_letter_by_letter() -> None:
    """Markdown signs are escaped, a formula is led by a sign, the names stay in order."""
    sent = frames.of_table(TABLE)
    assert sent.to_pydict() == {"Year": ["2025", "2024"], "BME": [r"\*15\.2%\*", r"'=1\+1"]}
    assert sent.column_names == ["Year", "BME"]


def test_an_equal_table_is_made_ready_once_and_another_anew() -> None:
    """Found by every word in it, so a changed cell is a table of its own."""
    again = Table(caption="A", columns=("Year", "BME"), rows=TABLE.rows)
    other = Table(caption="A", columns=("Year", "BME"), rows=(("2025", "15.3%"),))
    assert frames.of_table(again) is frames.of_table(TABLE)
    assert frames.of_table(other).to_pydict()["BME"] == [r"15\.3%"]


def test_a_table_without_rows_keeps_its_names() -> None:
    """Nothing to show is still a table with its columns."""
    empty = Table(caption="A", columns=("Year", "BME"), rows=())
    assert frames.of_table(empty).column_names == ["Year", "BME"]


def test_a_figure_that_is_missing_stays_missing() -> None:
    """None among numbers is sent as nothing, and the numbers as numbers."""
    sent = frames.of_rows(({"year": 2024, "value": None}, {"year": 2025, "value": 15.2}))
    assert sent.to_pydict() == {"year": [2024, 2025], "value": [None, 15.2]}
