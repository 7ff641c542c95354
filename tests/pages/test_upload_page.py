"""The upload page: read, correct, preview, accept, undo; and every bad file in one sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, said
from wres.terms import EthnicGroup
from wres.text import plain
from wres.words import column_use_label

ROOT = Path(__file__).resolve().parents[2]
HEADER = "org_code,org_name,benchmark_group,survey_year,wres_year,indicator,white,bme"
NAME = "Manchester University NHS Foundation Trust"
GROUP = "Acute&Acute Community Trusts"
SURVEY = "\n".join(
    (
        HEADER,
        f"R0A,{NAME},{GROUP},2024,2025,5,0.2174,0.2565",
        f"R0A,{NAME},{GROUP},2024,2025,7,0.584,0.4837",
        f"R0A,{NAME},{GROUP},2024,2025,8,0.0662,0.1713",
    )
)
TEMPLATE = "org_code,wres_year,indicator,ethnic_group,band,numerator,denominator,percentage"


def dropped(app: AppTest, data: bytes, name: str = "figures.csv") -> AppTest:
    """Drop a file on the page."""
    app.file_uploader[0].upload(name, data)
    app.run()
    assert not app.exception
    return app


def pressed(app: AppTest, label: str) -> AppTest:
    """Press the button whose label begins so."""
    button = next(b for b in app.button if b.label.startswith(label))
    button.click().run()
    assert not app.exception
    return app


def reasoned(app: AppTest, words: str) -> AppTest:
    """Give a reason for the warning that holds these words."""
    box = next(b for b in app.selectbox if b.key and b.key.startswith("reason_"))
    assert words in box.label
    box.select(box.options[0]).run()
    assert not app.exception
    return app


def results(home: Path) -> list[dict[str, object]]:
    """What the command line says of Manchester with this store."""
    ran = subprocess.run(
        [sys.executable, "-m", "wres", "results", "--org", "R0A", "--year", "2025", "--json"],
        cwd=ROOT,
        env={**os.environ, "WRES_HOME": str(home)},
        capture_output=True,
        check=True,
    )
    found = json.loads(ran.stdout)
    rows: list[dict[str, object]] = found["results"] if isinstance(found, dict) else found
    return rows


def test_page_and_command_line_store_the_same_figures(open_page: Open, tmp_path: Path) -> None:
    """One file, two ways in, the same results; and an undo brings back what was shown before."""
    app = dropped(open_page("upload"), SURVEY.encode())
    assert "6 figures read; look at 1 thing before accepting." in said(app)
    assert "0 figures would be added, 1 changed and 5 stay as they are" in said(app)
    assert next(b for b in app.button if b.label == "Accept and publish").disabled
    reasoned(app, "8")
    pressed(app, "Accept and publish")
    assert "Published as version 1" in said(app)
    # The button was far down the page, and what came of it is told at its top.
    told = plain("Published as version 1. You can undo this below.")
    assert [one.value for one in app.toast] == [told]
    given = tmp_path / "figures.csv"
    given.write_text(SURVEY, encoding="utf-8")
    other = tmp_path / "other"
    loaded = subprocess.run(
        [sys.executable, "-m", "wres", "load", str(given)],
        cwd=ROOT,
        env={**os.environ, "WRES_HOME": str(other)},
        capture_output=True,
        check=False,
    )
    assert loaded.returncode == 1, loaded.stderr
    assert results(tmp_path / "home") == results(other)
    app.switch_page("../../pages/explore.py")
    app.query_params["org"], app.query_params["indicator"] = "R0A", "8"
    app.run()
    assert "17.1% of BME staff" in said(app)
    app.switch_page("../../pages/upload.py").run()
    pressed(app, "Undo version 1")
    app.switch_page("../../pages/explore.py").run()
    assert "16.1% of BME staff" in said(app)


def test_two_surveys_across_the_break_are_no_trend(open_page: Open) -> None:
    """Indicator 7 of survey 2020 and 2021 only: the line is cut, no trend, the reason printed."""
    rows = (
        TEMPLATE,
        "RFS,2021,7,bme,all,140,200,",
        "RFS,2021,7,white,all,850,1000,",
        "RFS,2022,7,bme,all,90,200,",
        "RFS,2022,7,white,all,600,1000,",
    )
    app = pressed(dropped(open_page("upload"), "\n".join(rows).encode()), "Accept and publish")
    app.switch_page("../../pages/explore.py")
    app.query_params.update({"org": "RFS", "year": "2022", "indicator": "7"})
    app.run()
    text = said(app)
    assert "One year of comparable figures, so no trend." in text
    assert "Until the 2020 survey “don’t know” answers were left out" in text
    assert "Trend in decline: cannot be told" in text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1252"])
def test_encodings_and_line_ends_are_read(open_page: Open, encoding: str) -> None:
    """UTF-16 and lone carriage returns are read, not refused."""
    app = dropped(open_page("upload"), SURVEY.replace("\n", "\r").encode(encoding))
    assert "6 figures read" in said(app)


BAD = {
    "empty": b"",
    "binary": bytes(range(256)) * 40,
    "photo": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\x00" * 900,
    "ten thousand columns": (",".join(f"c{n}" for n in range(10_000)) + "\n1").encode(),
    "one line of a megabyte": b"org_code,year\n" + b"x" * 1_000_000,
    "headings twice": f"{TEMPLATE},indicator\nR0A,2025,8,bme,all,1,20,,8".encode(),
    "above the base": f"{TEMPLATE}\nR0A,2025,8,bme,all,30,20,".encode(),
    "unknown trust": f"{TEMPLATE}\nQQQ,2025,8,bme,all,3,20,".encode(),
    "unknown band": f"{TEMPLATE}\nR0A,2025,8,bme,band 47,3,20,".encode(),
    "indicator 12": f"{TEMPLATE}\nR0A,2025,12,bme,all,3,20,".encode(),
    "year 1066": f"{TEMPLATE}\nR0A,1066,8,bme,all,3,20,".encode(),
}


@pytest.mark.parametrize("what", BAD)
def test_a_bad_file_is_refused_in_one_sentence(open_page: Open, tmp_path: Path, what: str) -> None:
    """One clear sentence, nothing stored, and the page goes on."""
    app = dropped(open_page("upload"), BAD[what])
    assert len(app.error) == 1
    assert str(app.error[0].value).startswith("Not accepted")
    assert not any(button.label.startswith("Accept") for button in app.button)
    assert "Nothing has been uploaded here yet" in said(app)
    dropped(app, SURVEY.encode(), "better.csv")
    assert "6 figures read" in said(app)


def test_nobody_is_asked_what_the_columns_of_a_file_with_people_hold(open_page: Open) -> None:
    """It was let go, so there is no box below to say it in; of an unknown table there is."""
    words = "Say below what each column holds."
    page = open_page("upload")
    assert words not in said(dropped(page, b"Name,Ethnicity,Email\nJo,White,jo@x.nhs.uk\n"))
    assert words in said(dropped(open_page("upload"), b"Colour,Depth\nBlue,3\n", "depths.csv"))


@pytest.mark.parametrize(
    ("left_out", "white"), [("ethnic background", 40), ("ethnicity", 30)], ids=["second", "first"]
)
def test_of_two_columns_for_one_thing_the_one_left_is_counted(
    open_page: Open, left_out: str, white: int
) -> None:
    """Forty of seventy are White in one column, thirty in the other; either can be left out."""
    head = "org_code,survey_year,ethnicity,ethnic background,q14a,q14b,q14c,q15,q16b"
    row = "R1H,2024,{},{},Never,Never,1-2,Yes,No"
    rows = [row.format("White - Irish", "Arab")] * 40 + [row.format("Arab", "White - Irish")] * 30
    app = dropped(open_page("upload"), "\n".join((head, *rows)).encode(), "extract.csv")
    assert "More than one column may say the ethnic group" in said(app)
    boxes = {b.label: b for b in app.selectbox if "ethnic" in b.label}
    assert [column_use_label(str(b.value)) for b in boxes.values()] == ["Ethnic group"] * 2
    box = next(b for label, b in boxes.items() if f"“{left_out}”" in label)
    box.set_value("ignored").run()
    assert not app.exception
    found = app.session_state["wres_pending_upload"].found
    of = {row.ethnic_group: row.denominator for row in found.results if row.indicator == 7}
    assert of[EthnicGroup.WHITE] == white
    app.run()
    assert app.session_state["wres_pending_upload"].found.results == found.results
