"""Check a text: the empty page, a text with both verdicts, and nothing that runs."""

from __future__ import annotations

from pathlib import Path

from tests.pages.conftest import Open, said

BOX, CHECK = "text_to_check_pasted", "Check the text"


def test_the_empty_page_says_what_to_do_and_that_nothing_is_kept(open_page: Open) -> None:
    """Before any text there is a sentence on what happens to it."""
    told = said(open_page("check_text", org="ZZP", year="2025"))
    assert "Paste a paragraph of a report" in told
    assert "It is not stored, not logged and not sent anywhere." in told


def test_each_claim_has_its_verdict_our_sentence_and_its_source(open_page: Open) -> None:
    """Right, wrong and not to be told, in words and signs; the text stands there as a quotation."""
    app = open_page("check_text", org="ZZP", year="2025")
    app.text_area(key=BOX).set_value(
        "19.5% of BME staff experienced discrimination. In WRES 2025, 7.1% of White staff "
        "experienced discrimination. <b>BME staff</b> [are](http://evil.example) 19.5%."
    )
    next(one for one in app.button if one.label == CHECK).click().run()
    told = said(app)
    assert not app.exception
    assert "3 claims: 1 agree, 1 disagree, 1 cannot be told" in told
    assert "✓ Agrees" in told and "✕ Disagrees" in told and "? Cannot tell" in told
    assert "Where the text names no year, WRES 2025 is meant, as chosen." in told
    assert any("19.5% of BME staff and 6.9% of White staff" in one.value for one in app.code)
    assert not any("](http" in str(one.value) for one in app.markdown)


def test_the_text_leaves_no_trace(open_page: Open, tmp_path: Path) -> None:
    """No file of the store holds a word of it after it was checked."""
    app = open_page("check_text", org="ZZP", year="2025")
    app.text_area(key=BOX).set_value("Zebrafinch: 19.5% of BME staff experienced discrimination.")
    next(one for one in app.button if one.label == CHECK).click().run()
    assert "Zebrafinch" in said(app)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path for path in kept if b"ebrafinch" in path.read_bytes()] == []
