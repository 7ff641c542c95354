"""What the command line prints as JSON."""

from __future__ import annotations

import json

from wres.upload.examine import Verdict
from wres.upload.report import as_json, read_as_json

from .files import look, survey_file


def test_reading_alone_says_what_was_seen() -> None:
    """The agreed keys, and nothing of the content."""
    verdict, text = read_as_json(survey_file().encode("utf-16"), "f.csv")
    seen = json.loads(text)
    assert verdict is Verdict.ACCEPTED
    assert set(seen) == {
        *("verdict", "reason", "encoding", "delimiter", "header_row"),
        *("rows", "columns", "sheets", "notes"),
    }
    assert (seen["encoding"], seen["delimiter"], seen["header_row"], seen["rows"]) == (
        "UTF-16",
        ",",
        1,
        8,
    )
    assert seen["columns"][0] == "org_code"


def test_a_refusal_has_the_same_keys() -> None:
    """So that a program need not ask which came."""
    verdict, text = read_as_json(b"", "f.csv")
    seen = json.loads(text)
    assert verdict is Verdict.REFUSED
    assert (seen["verdict"], seen["rows"], seen["columns"]) == ("refused", 0, [])
    assert "empty" in seen["reason"]


def test_an_examination_prints_its_checks_and_results() -> None:
    """Terms as their codes, lines as numbers."""
    seen = json.loads(as_json(look(survey_file())))
    assert seen["verdict"] == "accepted"
    assert len(seen["results"]) == 16
    assert seen["results"][0]["ethnic_group"] == "white"
    assert {"check", "outcome", "message", "lines", "fix", "needs"} == set(seen["checks"][0])
    assert {"header": "bme", "use": "percentage:bme", "how": "heading known"} in seen["mapping"]
    refused = json.loads(as_json(look(b"")))
    assert (refused["verdict"], refused["results"]) == ("refused", [])
