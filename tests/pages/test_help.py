"""Help where it is needed: the tour, how to read each chart, and what to do on an empty page."""

from __future__ import annotations

from tests import prose_read
from tests.harvest.collecting import numbers_in
from tests.pages.conftest import Open, said
from wres.ui.menu import ENTRIES
from wres.words import help as told

# Pages that are about no organisation or take a list of roles, and the one that takes figures in.
NEEDS_NO_FIGURES = {"about", "access", "upload"}
NO_FIGURES = "RXX"


def test_the_tour_has_three_steps_and_is_skipped_and_called_back(open_page: Open) -> None:
    """A line under the finding, which is there all the time; the address says the step."""
    app = open_page("where_we_stand", org="ZZP")
    finding = "6 of the nine indicators with figures are areas of concern"
    for step in (1, 2, 3):
        text = said(app)
        assert told.tour_words(step) in text and finding in text
        if step < 3:
            app.button(key="tour_next").click().run()
    app.button(key="tour_skip").click().run()
    assert "Tour, step" not in said(app) and app.query_params["tour"] in ("off", ["off"])
    app.button(key="tour_again").click().run()
    assert told.tour_words(1) in said(app)


def test_each_chart_says_how_to_read_it_with_the_readers_own_figures(open_page: Open) -> None:
    """One folded part a chart, with figures that stand in the chart's own alternative."""
    app = open_page("explore", org="ZZP", indicator="5")
    read = [line for line in said(app).split("\n") if line.startswith("In one line: ")]
    labels = [one["text"] for one in prose_read.parts(app.main, "opener")]
    assert len(read) >= 3 and len(read) == labels.count("Files of this chart")
    alternatives = " ".join(str(one.proto.alt) for one in app.get("vega_lite_chart"))
    for text in read:
        assert numbers_in(text) <= numbers_in(alternatives), text


def test_reading_a_chart_takes_its_last_figures_as_the_example() -> None:
    """The last year of the alternative, and the bars only where there are some."""
    years = "2024: BME staff 30.0%; 2025: BME staff 31.5%"
    alternative = f"Chart of indicator 5 by WRES year. {years}. Marks: A; B."
    lines = told.how_to_read("Harassment has risen", alternative, has_range=True)
    assert lines[:2] == (
        "In one line: Harassment has risen.",
        "Each mark is one figure. The last is 2025: BME staff 31.5%.",
    )
    assert len(told.how_to_read("One", "One. A chart.", has_range=False)) == 1


def test_every_page_says_what_to_do_where_there_are_no_figures(open_page: Open) -> None:
    """Of a trust nobody has figures of, and of a store into which nothing was put."""
    app = open_page("about")
    silent = []
    for entry in ENTRIES:
        app.query_params.clear()
        app.query_params["org"] = NO_FIGURES
        app.switch_page(f"../../pages/{entry.name}.py").run()
        if "page Upload" not in said(app) and entry.name not in NEEDS_NO_FIGURES:
            silent.append(entry.name)
    assert silent == []
