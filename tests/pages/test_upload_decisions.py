"""What a lead can decide about a file: mend it, keep it back, replace with it, trace."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import SHELL, Open, said
from tests.pages.test_upload_page import dropped, pressed
from tests.ui.socket_client import SIGN_IN
from wres.results import Result
from wres.store import Store, open_store, uk_day
from wres.terms import EthnicGroup

HEADER = "org_code,wres_year,survey_year,indicator,white,bme"
TWO = f"{HEADER}\nR1H,2026,2025,5,0.21,0.25\nR1H,2026,2025,8,0.07,0.15\n"


def store_of(tmp_path: Path) -> Store:
    """The store behind the page."""
    return open_store(tmp_path / "home")


def ticked(app: AppTest, words: str) -> AppTest:
    """Tick the box whose words begin so."""
    next(b for b in app.checkbox if b.label.startswith(words)).check().run()
    assert not app.exception
    return app


def chosen(app: AppTest, words: str) -> AppTest:
    """Choose when the figures are shown."""
    box = app.radio(key="decide_when")
    box.set_value(next(one for one in type(box.value) if one.value.startswith(words))).run()
    assert not app.exception
    return app


def test_a_repair_is_seen_made_and_taken_back(open_page: Open, tmp_path: Path) -> None:
    """Ratios with a percent sign are refused; the sign is taken off at a press, and put back."""
    text = "org_code,wres_year,indicator,ratio\nR1H,2026,2,1.54%\n"
    app = dropped(open_page("upload"), text.encode())
    assert said(app).count("Not accepted") == 1
    ticked(app, "Take the % off")
    assert "1 figure read" in said(app)
    box = next(b for b in app.checkbox if b.label.startswith("Take the % off"))
    box.uncheck().run()
    assert "Not accepted" in said(app)
    ticked(app, "Take the % off")
    pressed(app, "Accept and publish")
    with store_of(tmp_path) as store:
        assert [row.value for row in store.results()] == [1.54]


def test_a_draft_shows_nowhere_until_it_is_published(open_page: Open, tmp_path: Path) -> None:
    """Kept, looked for on another page in vain, published, and found there."""
    app = dropped(open_page("upload"), TWO.encode())
    chosen(app, "When I publish")
    pressed(app, "Accept as a draft")
    assert "Kept as draft 1" in said(app)
    with store_of(tmp_path) as store:
        assert store.current() == 0
    page = open_page("explore", org="R1H", year="2026", indicator="8")
    assert "15.0% of BME staff" not in said(page)
    app = pressed(open_page("upload"), "Publish draft 1")
    assert "published as version 1" in said(app)
    page = open_page("explore", org="R1H", year="2026", indicator="8")
    assert "15.0% of BME staff" in said(page)


def test_a_draft_can_be_thrown_away(open_page: Open, tmp_path: Path) -> None:
    """Nothing of it was ever a version."""
    app = chosen(dropped(open_page("upload"), TWO.encode()), "When I publish")
    pressed(app, "Accept as a draft")
    app = pressed(app, "Throw draft 1 away")
    assert "was thrown away" in said(app)
    with store_of(tmp_path) as store:
        assert (store.current(), store.drafts()) == (0, ())


def test_an_embargo_cannot_be_lifted_early_and_ends_by_itself(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Until the day nobody can publish it; on the day any visit makes it a version."""
    app = chosen(dropped(open_page("upload"), TWO.encode()), "On a date")
    day = uk_day(datetime.now(UTC)) + timedelta(days=3)
    app.date_input(key="decide_day").set_value(day).run()
    pressed(app, "Accept, and show from")
    button = next(b for b in app.button if b.label == "Publish draft 1")
    assert button.disabled
    page = open_page("explore", org="R1H", year="2026", indicator="8")
    assert "15.0% of BME staff" not in said(page)
    with store_of(tmp_path) as store:
        store.release_due(today=day, made_at=datetime.now(UTC))
    st.cache_resource.clear()
    page = open_page("explore", org="R1H", year="2026", indicator="8")
    assert "15.0% of BME staff" in said(page)


def test_a_file_that_is_all_there_is_takes_earlier_figures_away(
    open_page: Open, tmp_path: Path
) -> None:
    """Indicator 8 was uploaded for both groups; the new file has White only and replaces it."""
    pressed(dropped(open_page("upload"), TWO.encode()), "Accept and publish")
    other = "org_code,wres_year,indicator,ethnicity,percentage\nR1H,2026,8,White,7.0%\n"
    app = dropped(open_page("upload"), other.encode(), "white.csv")
    ticked(app, "This file is all there is")
    assert "1 removed" in said(app)
    reasons(app)
    pressed(app, "Accept and publish")
    with store_of(tmp_path) as store:
        left = {(row.indicator, row.ethnic_group.value) for row in store.results()}
    assert left == {(5, "bme"), (5, "white"), (8, "white")}


def reasons(app: AppTest) -> None:
    """Give a reason wherever one is asked for."""
    for box in [b for b in app.selectbox if b.key and b.key.startswith("reason_")]:
        box.select(box.options[0]).run()
    assert not app.exception


def test_a_reason_is_kept_and_everybody_reads_it_without_the_figures_of_the_message(
    open_page: Open, tmp_path: Path
) -> None:
    """Explore and history show what was asked and the reason, and no figure of the file."""
    pressed(dropped(open_page("upload"), TWO.encode()), "Accept and publish")
    corrected = TWO.replace("0.15", "0.17")
    app = dropped(open_page("upload"), corrected.encode(), "corrected.csv")
    reasons(app)
    pressed(app, "Accept and publish")
    page = open_page("explore", org="R1H", year="2026", indicator="8")
    told = said(page)
    assert "Checked at the source; it is right" in told
    note = next(line for line in told.splitlines() if line.startswith("About the file"))
    assert "15.0%" not in note and "17.0%" not in note
    history = open_page("history")
    table = "".join(str(cell) for frame in history.table for cell in frame.value.to_numpy().flat)
    assert "15.0%" not in table.replace("\\", "") and "Checked at the source" in table


def test_of_two_leads_the_second_is_told_what_the_first_changed(
    open_page: Open, tmp_path: Path
) -> None:
    """The button of the second leads to a new look at what would change, not to a lost update."""
    app = dropped(open_page("upload"), TWO.encode())
    waiting = app.session_state["wres_pending_upload"]
    with store_of(tmp_path) as store:
        store.accept(
            waiting.found.results,
            expected_version=0,
            made_by="the other lead",
            made_at=datetime.now(UTC),
            file_name="first.csv",
            file_sha256="",
            shape="",
            report="",
        )
    button = next(b for b in app.button if b.label == "Accept and publish")
    button.click().run()
    assert not app.exception
    with store_of(tmp_path) as store:
        assert store.current() == 1
    assert "Every figure is already here" in said(app)


def test_history_brings_a_version_back_and_traces_a_figure(open_page: Open, tmp_path: Path) -> None:
    """Version 1 comes back as version 3; the figure names its file, line and version."""
    pressed(dropped(open_page("upload"), TWO.encode()), "Accept and publish")
    app = dropped(open_page("upload"), TWO.replace("0.15", "0.17").encode(), "second.csv")
    reasons(app)
    pressed(app, "Accept and publish")
    history = open_page("history")
    pressed(history, "Bring version 1 back")
    assert "as version 3" in said(history)
    with store_of(tmp_path) as store:
        values = {row.value for row in store.results() if row.indicator == 8}
    assert values == {0.07, 0.15}
    traced = history.table[-1].value
    assert next(iter(traced["File"])).replace("\\", "") == "figures.csv"
    assert "line 2" in str(traced.to_numpy()) or "line 3" in str(traced.to_numpy())


def test_columns_once_chosen_are_remembered_for_the_next_file(
    open_page: Open, tmp_path: Path
) -> None:
    """Last year somebody said what “A” and “B” hold; this year’s file is read at once."""
    strange = "org_code,wres_year,indicator,A,B\nR1H,{year},8,16.1,7.2\nR1H,{year},5,25.0,21.3\n"
    app = dropped(open_page("upload"), strange.format(year=2024).encode())
    assert "Say below what each column holds" in said(app)
    mark = app.session_state["wres_upload_round"]
    app.selectbox(key=f"use_{mark}_3").set_value("percentage:bme").run()
    app.selectbox(key=f"use_{mark}_4").set_value("percentage:white").run()
    reasons(app)
    pressed(app, "Accept and publish")
    app = dropped(open_page("upload"), strange.format(year=2026).encode(), "next.csv")
    assert "as you chose for such a file before" in said(app)
    assert "4 figures read" in said(app)


def test_a_file_of_people_is_counted_and_its_bytes_are_let_go(open_page: Open) -> None:
    """What waits for a decision holds counts; not a byte of the file stays with the visit."""
    head = "org_code,survey_year,ethnicity,q14a,q14b,q14c,q15,q16b,other"
    row = "R1H,2024,{0},Never,Never,1-2,Yes,No,Kanarienvogel"
    rows = [row.format("White - Irish")] * 40 + [row.format("Asian - Indian")] * 30
    app = dropped(open_page("upload"), "\n".join((head, *rows)).encode(), "extract.csv")
    waiting = app.session_state["wres_pending_upload"]
    assert waiting.source is None and waiting.found.results
    assert "Kanarienvogel" not in repr(waiting)
    assert "the people let go" in said(app)


def test_a_lead_stores_the_figures_of_their_own_organisations_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file holds two trusts; the lead of one is told, and only its figures are kept."""
    home = tmp_path / "home"
    home.mkdir()
    line = "ama@trust.example,lead,R1H"
    (home / "access.csv").write_text(f"identity,role,organisation\n{line}\n", encoding="utf-8")
    monkeypatch.setenv("WRES_HOME", str(home))
    st.cache_resource.clear()
    app = AppTest.from_file(str(SHELL), default_timeout=30)
    app.secrets = {"auth": SIGN_IN}
    app.user.update(
        email="ama@trust.example", email_verified=True, is_logged_in=True, iat=time.time()
    )
    app.run().switch_page("../../pages/upload.py").run()
    other = TWO + "R0A,2026,2025,5,0.22,0.26\nR0A,2026,2025,8,0.07,0.16\n"
    dropped(app, other.encode())
    assert "You may not change the figures of R0A" in said(app)
    reasons(app)
    pressed(app, "Accept and publish")
    with store_of(tmp_path) as store:
        assert store.organisations() == ("R1H",)


def test_what_came_meanwhile_is_not_lost_by_bringing_an_older_version_back(
    open_page: Open, tmp_path: Path
) -> None:
    """The page shows versions 1 and 2, somebody stores a third; the press refuses and says so."""
    pressed(dropped(open_page("upload"), TWO.encode()), "Accept and publish")
    app = dropped(open_page("upload"), TWO.replace("0.15", "0.17").encode(), "second.csv")
    reasons(app)
    pressed(app, "Accept and publish")
    history = open_page("history")
    with store_of(tmp_path) as store:
        stored_by_somebody(store, count=16)
    pressed(history, "Bring version 1 back")
    assert "changed by somebody else" in said(history)
    with store_of(tmp_path) as store:
        assert store.current() == 3


def stored_by_somebody(store: Store, *, count: int) -> None:
    """One figure of another trust, stored over whatever is current."""
    row = Result(
        org_code="R0A",
        wres_year=2026,
        survey_year=2025,
        indicator=8,
        ethnic_group=EthnicGroup.BME,
        numerator=count,
        denominator=100,
        value=count / 100,
    )
    store.accept(
        [row],
        expected_version=store.current(),
        made_by="the other lead",
        made_at=datetime.now(UTC),
        file_name="first.csv",
        file_sha256="",
        shape="",
        report="",
    )


def test_a_counted_extract_can_be_accepted_after_somebody_else_has_stored(
    open_page: Open, tmp_path: Path
) -> None:
    """Its people are let go, and its counts are laid over what is held now."""
    head = "org_code,survey_year,ethnicity,q14a,q14b,q14c,q15,q16b"
    answers = ("Never,Never,1-2,Yes,No", "1-2,Never,Never,No,No", "Never,Never,Never,Yes,Yes")
    rows = [
        f"R1H,2025,{label},{answers[number % 3]}"
        for label in ("White - Irish", "Asian - Indian")
        for number in range(60)
    ]
    app = dropped(open_page("upload"), "\n".join((head, *rows)).encode(), "extract.csv")
    with store_of(tmp_path) as store:
        stored_by_somebody(store, count=16)
    app.run()
    reasons(app)
    pressed(app, "Accept and publish")
    with store_of(tmp_path) as store:
        assert store.current() == 2 and "R1H" in store.organisations()


def test_a_reason_answers_only_the_warning_that_was_read(open_page: Open) -> None:
    """The organisation is changed after the reason was given: the new warning wants its own."""
    text = "wres_year,indicator,white,bme\n2026,5,44.5,49.9\n2026,8,27.0,36.0\n"
    app = dropped(open_page("upload"), text.encode())
    mark = app.session_state["wres_upload_round"]
    app.selectbox(key=f"org_{mark}").set_value("R0A").run()
    reasons(app)
    assert not next(b for b in app.button if b.key == "accept").disabled
    app.selectbox(key=f"org_{mark}").set_value("RM3").run()
    assert next(b for b in app.button if b.key == "accept").disabled
