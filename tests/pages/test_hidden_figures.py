"""A hidden figure is said in one wording, with the reason and the nearest figure that is shown."""

from __future__ import annotations

from pathlib import Path

from tests import prose_read
from tests.harvest import trusts
from tests.pages.conftest import Open, said
from wres.terms import Band


def test_a_hidden_figure_names_the_reason_and_leads_to_the_nearest_shown(
    open_page: Open, tmp_path: Path
) -> None:
    """A staff group or band that is hidden in a trust of 300 leads to a figure of the trust."""
    rows = trusts.uploaded(300)
    trusts.keep(tmp_path / "home", rows)
    gone = next(one for one in trusts.cells(rows) if one.is_hidden and one.band is not Band.ALL)
    asked = {"group": gone.ethnic_group, "band": gone.band, "staff": gone.staff_group}
    codes = {name: place.value for name, place in asked.items()}
    app = open_page("explore", org=trusts.ORG, indicator=str(gone.indicator), **codes)
    text = said(app)
    assert "Hidden to protect confidentiality" in text
    assert "so that nobody can work it out by taking one from another" in text
    links = [link["text"] for link in prose_read.links(app.main)]
    assert any(label.startswith("See the nearest figure shown") for label in links), links


def test_white_staff_alone_can_be_explored(open_page: Open) -> None:
    """Their table has their own figures once, and no gap to themselves."""
    app = open_page("explore", org="R0A", indicator="8", group="white")
    tables = [part["columns"] for part in prose_read.parts(app.main, "table")]
    columns = [name for names in tables for name in names]
    assert "White" in columns and "Gap" not in columns
    assert all(len(set(names)) == len(names) for names in tables)
