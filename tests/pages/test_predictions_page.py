"""Predictions and judgements on their pages: who may write, what is refused, what all see."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests import prose_read
from tests.pages.conftest import Open, said
from wres.judgements import Level
from wres.store import RecordKind, open_store

HOSTILE = "[press](javascript:alert(1)) <b>x</b> =1+1"


def box(app: AppTest, label: str) -> object:
    """Return the select box with this label."""
    (found,) = [one for one in app.selectbox if one.label == label]
    return found


def press(app: AppTest, label: str) -> AppTest:
    """Return the page after a button was pressed."""
    (found,) = [one for one in app.button if one.label == label]
    return found.click().run()


def with_form(app: AppTest) -> AppTest:
    """Return the page with the form for a judgement opened, as by a press."""
    return prose_read.press(app, "Raise or lower a concern")


def kept(home: Path, kind: RecordKind) -> list[dict[str, object]]:
    """Return what the store holds of a kind."""
    with open_store(home / "home") as store:
        return [dict(one.body) for one in store.records(kind)]


def test_a_lead_locks_a_prediction_and_it_stays(open_page: Open, tmp_path: Path) -> None:
    """Told what can be seen; locked; the same question is refused; a comment is only text."""
    app = open_page("action_plan", org="ZZP", year="2025")
    text = said(app)
    assert "No prediction is locked yet." in text
    assert "A change needs about 7.6 points to be likely to show." in "\n".join(
        str(one.value).replace("\\", "") for one in app.info
    )
    (sure,) = [one for one in app.checkbox if "nobody can change it" in one.label]
    sure.check().run()
    app = press(app, "Lock this prediction")
    text = said(app)
    assert "Locked. The percentage for BME staff is to fall by 2.0 points" in text
    assert "Waiting for the result" in text
    assert "it stands as it is" in text
    assert not [one for one in app.button if one.label == "Lock this prediction"]
    (body,) = kept(tmp_path, RecordKind.PREDICTION)
    assert (body["indicator"], body["size"], body["result_year"]) == (5, 0.02, 2026)
    _comments_letter_by_letter(app, tmp_path)


def _comments_letter_by_letter(app: AppTest, home: Path) -> None:
    text = next(one for one in app.text_area if "omment" in one.label)
    text.input(HOSTILE)
    app = press(app, "Keep this comment")
    shown = [str(one.value) for one in app.markdown if "Comment by" in str(one.value)]
    assert len(shown) == 1
    assert "](javascript" not in shown[0] and "<b>" not in shown[0]
    assert HOSTILE in said(app)
    (body,) = kept(home, RecordKind.COMMENT)
    assert body["text"] == HOSTILE


def test_a_judgement_stands_everywhere_beside_the_verdict(open_page: Open, tmp_path: Path) -> None:
    """Lowered with a reason: concerns, front door and explore show both; then taken back."""
    app = with_form(open_page("areas_of_concern", org="ZZP", year="2025"))
    box(app, "Indicator").select(8).run()  # type: ignore[attr-defined]
    (level,) = app.radio
    level.set_value(Level.LOWERED)
    (reason,) = app.text_area
    reason.input(HOSTILE)
    app = press(app, "Keep this judgement")
    for page in ("areas_of_concern", "where_we_stand", "explore"):
        text = said(open_again(app, page))
        assert "Lowered here by the trust (this computer" in text, page
        assert HOSTILE in text, page
        assert "Area of concern: clear" in text, page
    assert len(kept(tmp_path, RecordKind.JUDGEMENT)) == 1


def open_again(app: AppTest, page: str) -> AppTest:
    """Return another page of the same visit, for indicator 8."""
    app.query_params["indicator"] = "8"
    app.switch_page(f"../../pages/{page}.py").run()
    assert not app.exception, app.exception
    return app


def test_a_judgement_without_a_reason_is_told(open_page: Open, tmp_path: Path) -> None:
    """And nothing is kept."""
    app = with_form(open_page("areas_of_concern", org="ZZP", year="2025"))
    app = press(app, "Keep this judgement")
    assert "A judgement needs a reason" in said(app)
    assert kept(tmp_path, RecordKind.JUDGEMENT) == []


def test_a_viewer_sees_everything_and_can_write_nothing(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No form, no button."""
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    for page in ("action_plan", "areas_of_concern"):
        app = open_page(page, org="ZZP", year="2025")
        assert "Judge a concern yourself" not in said(app)
        assert "Raise or lower a concern" not in prose_read.openers(app.main)
        labels = {one.label for one in app.button}
        assert not labels & {"Lock this prediction", "Keep this judgement", "Keep this comment"}
        assert not app.text_area


def test_a_role_that_is_gone_writes_nothing(
    open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The button was drawn for a lead; when it is pressed, nobody is one any more."""
    app = with_form(open_page("areas_of_concern", org="ZZP", year="2025"))
    (reason,) = app.text_area
    reason.input("Heard in the network.")
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    press(app, "Keep this judgement")
    assert kept(tmp_path, RecordKind.JUDGEMENT) == []


def test_ages_and_what_is_no_longer_raised_are_on_the_page(open_page: Open) -> None:
    """By the planted years of the Practice Trust."""
    text = said(open_page("areas_of_concern", org="ZZP", year="2025"))
    assert "Going on: an area of concern since WRES 2022." in text
    assert "2 concerns of the year before not raised now." in text
    assert "7. Equal opportunities for promotion: a concern in WRES 2024" in text


def test_activities_are_marked_on_the_trend_and_told_beside_it(open_page: Open) -> None:
    """On Explore and the card: in the text alternative, in the table, and in a list."""
    for page in ("explore", "areas_of_concern"):
        app = open_page(page, org="ZZP", year="2025", indicator="5")
        if page == "areas_of_concern":
            assert not app.get("vega_lite_chart")
            prose_read.press(app, "The years of indicator 5, with its activities")
        text = said(app)
        assert "due September 2025, before WRES 2026." in text, page
        charts = [one.proto.alt for one in app.get("vega_lite_chart")]
        assert any("Activities of the plan: A. Agree one" in chart for chart in charts), page
        told = [str(cell) for table in app.table for cell in table.value.to_numpy().ravel()]
        told += prose_read.cells(app.main)
        assert any("A due: Agree one" in cell.replace("\\", "") for cell in told), page
