"""The staff survey's own files on the upload page, and what can be looked at afterwards."""

from __future__ import annotations

from tests.pages.conftest import Open, said
from tests.pages.test_upload_page import dropped, pressed
from tests.upload.shapes import benchmark_files, detailed_files

WHITE_ROW = ["60", "10", "30", "5000", "5", "95", "5010", "6.5", "93.5", "5020"]
OTHER_ROW = ["50", "20", "30", "2000", "20", "80", "2010", "15.2", "84.8", "2020"]
IRISH_ROW = ["57", "13", "30", "700", "9", "91", "700", "8.8", "91.2", "710"]
ENGLAND = detailed_files.csv_of(
    detailed_files.NATIONAL_IDS,
    detailed_files.FAIRNESS,
    [
        ["National", detailed_files.SUMMARY, detailed_files.WHITE_STAFF, "", *WHITE_ROW],
        ["National", detailed_files.SUMMARY, detailed_files.OTHERS, "", *OTHER_ROW],
        ["National", detailed_files.DETAILED, "White - Irish", "", *IRISH_ROW],
    ],
)
# Indicator 8 of three community trusts in survey 2025; BME 12, 18 and 15 per cent. Invented.
COMMUNITY = {
    code: {2025: {"q16b": (white, bme, "900", "400")}}
    for code, white, bme in (
        ("RY5", "0.06", "0.12"),
        ("RYX", "0.07", "0.18"),
        ("RDR", "0.08", "0.15"),
        ("R1D", "0.09", "0.20"),
    )
}


def test_england_can_be_explored_by_single_background(open_page: Open) -> None:
    """6.5% of White staff, 8.8% of White Irish staff, after the national results are accepted."""
    app = pressed(dropped(open_page("upload"), ENGLAND), "Accept and publish")
    app.switch_page("../../pages/explore.py")
    app.query_params.update({"org": "ENG", "year": "2025", "indicator": "8"})
    app.query_params["group"] = "white irish"
    app.run()
    assert not app.exception
    assert "8.8% of staff of the background “White: Irish”" in said(app)


def test_a_new_year_of_a_group_is_compared_with_its_own_median(open_page: Open) -> None:
    """18% beside a median of 15% over the three other trusts, edition 2025."""
    data = benchmark_files.csv_of(COMMUNITY, (2025,), org_type="Community Trusts")
    app = pressed(dropped(open_page("upload"), data), "Accept and publish")
    app.switch_page("../../pages/explore.py")
    app.query_params.update({"org": "RYX", "year": "2026", "indicator": "8"})
    app.run()
    assert not app.exception
    text = said(app)
    assert "the median of the other community trusts, edition nss-2025 (3 trusts)" in text
    assert "15.0%" in text


def test_nobody_is_asked_about_the_columns_of_a_fixed_layout(open_page: Open) -> None:
    """Scale, organisation and year can be corrected; not one of the workbook's columns."""
    data = benchmark_files.csv_of(COMMUNITY, (2025,), org_type="Community Trusts")
    app = dropped(open_page("upload"), data)
    assert [box.label for box in app.selectbox if box.label.startswith("Column")] == []
