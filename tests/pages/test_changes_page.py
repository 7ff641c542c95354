"""A link knows its age, and a page says what has changed since, figure by figure."""

from __future__ import annotations

from dataclasses import replace

from tests import prose_read
from tests.measures.building import BME, WHITE, row
from tests.pages.conftest import Open, said
from tests.store.examples import load
from wres.answers.opening import local_store
from wres.results import Result

ORG = "RRP"


FIRST, SECOND = ((40, 200), (30, 300)), ((150, 400), (90, 600))
Counts = tuple[tuple[int, int], tuple[int, int]]


def rows(counts: Counts) -> list[Result]:
    """Indicator 8 of a trust that has no shipped figures: how many said yes, and answered."""
    both = (row(8, BME, counts[0], year=2025), row(8, WHITE, counts[1], year=2025))
    return [replace(one, org_code=ORG) for one in both]


def stored(*counted: Counts) -> None:
    """Store one version for each count."""
    with local_store() as store:
        for count in counted:
            load(store, rows(count))


def test_an_older_link_says_what_has_changed(open_page: Open) -> None:
    """Opened again after a correction, it names both versions and how many figures changed."""
    open_page("about")
    stored(FIRST, SECOND)
    told = said(open_page("explore", org=ORG, indicator="8", version="1"))
    assert "This link was made at version 1 of the figures. They are now at version 2." in told
    assert "Since version 1, figures: changed 2." in told
    for version in ("2", "9", "x", "-1", "1" * 40):
        told = said(open_page("explore", org=ORG, indicator="8", version=version))
        assert "This link was made" not in told


def test_the_page_lists_every_change(open_page: Open) -> None:
    """40 of 200 are 20.0%, and 150 of 400 are 37.5%; indicators without a change are not there."""
    open_page("about")
    stored(FIRST, SECOND)
    app = open_page("changes", org=ORG)
    assert "Since version 1, figures: changed 2." in said(app)
    (table,) = prose_read.parts(app.main, "table")
    told = table["rows"]
    assert [line[0] for line in told] == ["2025", "2025"]
    bme, white = sorted(told, key=lambda line: line[2])
    assert "BME" in bme[2] and "White" in white[2]
    assert bme[3].startswith("20.0% of 200") and bme[4].startswith("37.5% of 400")
    assert white[3].startswith("10.0% of 300") and white[4].startswith("15.0% of 600")
    app.selectbox(key="changes_since").select(0).run()
    assert "Since before the first upload here, figures: new 2." in said(app)


def test_with_nothing_uploaded_it_says_so(open_page: Open) -> None:
    """Empty, and no error."""
    assert "Nothing has been uploaded here yet, so nothing has changed." in said(
        open_page("changes", org="R0A")
    )
