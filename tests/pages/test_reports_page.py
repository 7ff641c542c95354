"""The page of reports: nothing is made before it is asked for, and nothing is made twice."""

from __future__ import annotations

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, said
from wres.reports.pack import ReportFile, ReportKind, making, report_file
from wres.reports.sections import Reported
from wres.ui import loading, report_making
from wres.words import reports as words

PLAN = {"org": "RRP", "year": "2022"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[ReportKind]:
    """Every file that is made, in order."""
    found: list[ReportKind] = []

    def counted(kind: ReportKind, asked: Reported) -> ReportFile:
        found.append(kind)
        return report_file(kind, asked)

    monkeypatch.setattr(report_making, "report_file", counted)
    return found


def offered(app: AppTest) -> list[str]:
    """Return what the buttons of files say."""
    return [str(one.proto.label).replace("\\", "") for one in app.get("download_button")]


def press(app: AppTest) -> AppTest:
    """Return the page after its one button was pressed."""
    next(one for one in app.button if one.label == words.MAKE).click().run()
    assert not app.exception, app.exception
    return app


def test_one_press_makes_each_file_once(
    open_page: Open, made: list[ReportKind], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing before the press, and none at a rerun; on another day they are to be made again."""
    app = open_page("reports", **PLAN)
    assert (offered(app), made) == ([], [])
    press(app)
    names = [words.download_label(making(kind).name) for kind in ReportKind]
    assert offered(app) == [words.ALL_FILES, *names] and made == list(ReportKind)
    app.run()
    press(app)
    assert len(offered(app)) == len(ReportKind) + 1 and made == list(ReportKind)
    monkeypatch.setattr(loading, "today", lambda: date(2099, 1, 1))
    app.run()
    assert offered(app) == [] and words.CHANGED in said(app)


def test_a_year_without_figures_and_made_up_ones_are_said(
    open_page: Open, made: list[ReportKind]
) -> None:
    """Every choice is in words; a plan alone is told as that; the Practice Trust is labelled."""
    told = said(open_page("reports", **PLAN))
    assert "No figures are held here for WRES 2022, and the reports say so." in told
    assert "They hold the action plan." in told
    assert "Organisation code: RRP. WRES year: 2022 (NHS Staff Survey 2021)." in told
    practice = said(open_page("reports", org="ZZP", year="2025"))
    assert "Practice Trust (made-up)" in practice and "No figures are held" not in practice
    assert made == []
