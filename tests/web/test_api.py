"""The interface for other programs: the answers of the command line, over HTTP, as described."""

from __future__ import annotations

import copy
import csv
import io
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from tests.command_line.conftest import Run, home, run
from tests.pages.test_changes_page import FIRST, SECOND, rows
from tests.store.examples import figure, load
from wres.answers import Evidence
from wres.answers.opening import evidence_at, shipped
from wres.errors import StoreProblem
from wres.interface.asking import SCHEMA, Answer, Known
from wres.plans import Activity
from wres.reports.plan_calendar import plan_calendar
from wres.store import open_store
from wres.terms import Band, EthnicGroup, StaffGroup, Status, Unit
from wres.ui import loading
from wres.web.api import Interface, routes, routes_of
from wres.web.keeping import KeptAnswers
from wres.web.limits import Allowance, Limiter

# The command as a person runs it.
__all__ = ["home", "run"]

TODAY = date(2026, 11, 27)
ORGANISATIONS = ("ZZP", "R0A", "RRP")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    """What is shipped, and nothing uploaded."""
    return evidence_at(None, 0, data=shipped())


@pytest.fixture(scope="module")
def program(evidence: Evidence) -> TestClient:
    """Another program that asks a server."""
    return client(lambda: Known(evidence=evidence, mark="0 0"))


def client(known: Callable[[], Known], **limits: Allowance) -> TestClient:
    """Return a program that asks a server of its own."""
    made = {name: Limiter(one) for name, one in limits.items()}
    interface = Interface(known=known, today=lambda: TODAY, **made)
    return TestClient(Starlette(routes=routes_of(interface)), raise_server_exceptions=False)


@contextmanager
def at_two_versions(home: Path) -> Iterator[Known]:
    """What is known at version 2 of a store: 40 of 200, 30 of 300, then 150 of 400, 90 of 600."""
    with open_store(home) as store:
        for counted in (FIRST, SECOND):
            load(store, rows(counted))
        at = partial(evidence_at, store, data=shipped())
        yield Known(evidence=at(2), mark="2 0", at=at, history=store.history)


def described(kind: str, data: object) -> None:
    """Hold plain data against the schema, where no name may be missing and none too many."""
    whole = closed(json.loads(SCHEMA.read_text(encoding="utf-8")))
    whole["anyOf"] = [{"$ref": f"#/$defs/{kind}"}]
    jsonschema.Draft202012Validator(whole).validate(data)


def closed(part: Any) -> Any:
    """Return a schema that takes no names but its own."""
    part = copy.copy(part)
    if isinstance(part, dict):
        part = {name: closed(one) for name, one in part.items()}
        if part.get("type") == "object" and "properties" in part:
            part["additionalProperties"] = False
    return [closed(one) for one in part] if isinstance(part, list) else part


@pytest.mark.parametrize("org", ORGANISATIONS)
@pytest.mark.parametrize(
    ("path", "kind"), [("results", "result"), ("concerns", "concerns"), ("actions", "action")]
)
def test_it_gives_what_the_command_gives(
    program: TestClient, run: Run, *, org: str, path: str, kind: str
) -> None:
    """The same data, name by name, and as the schema says; or the same sentence why not."""
    said = run(path, "--org", org, "--json")
    answer = program.get(f"/api/v1/{path}", params={"org": org, **large(path)})
    if said.code == 2:
        assert answer.status_code == 404
        assert answer.json()["error"]["sentence"] == said.data["reason"]
        described("error", answer.json())
        return
    whole = answer.json()
    described("answer", whole)
    assert undated(whole["data"]) == undated(said.data)
    for one in whole["data"] if isinstance(whole["data"], list) else [whole["data"]]:
        described(kind, one)
    assert bool(whole["warning"]) == (org == "ZZP")


def large(path: str) -> dict[str, int]:
    """Ask for all records at once, where there are records."""
    return {} if path == "concerns" else {"limit": 5000}


def undated(data: Any) -> Any:
    """Leave out what turns on the day: the command asks today, the server here on a fixed day."""
    if isinstance(data, list):
        return [{n: v for n, v in one.items() if n != "overdue"} for one in data]
    return data


def test_all_of_an_organisation_is_as_described(program: TestClient) -> None:
    """Figures, every year's concerns, and the plan, in one answer."""
    for org in ORGANISATIONS:
        described("export", program.get("/api/v1/export", params={"org": org}).json()["data"])
    listed = program.get("/api/v1/organisations").json()
    assert listed["total"] == len(listed["data"]) == 161
    for one in listed["data"]:
        described("organisation_listed", one)


def test_the_schema_lists_the_words_of_the_standard(program: TestClient) -> None:
    """A word added to a closed list is added to the schema."""
    schema = program.get("/api/v1/schema").json()
    assert schema == json.loads(SCHEMA.read_text(encoding="utf-8"))
    result = schema["$defs"]["result"]["properties"]
    kinds: dict[str, type[Enum]] = {
        "band": Band,
        "ethnic_group": EthnicGroup,
        "staff_group": StaffGroup,
        "status": Status,
        "unit": Unit,
    }
    for name, kind in kinds.items():
        assert result[name]["enum"] == [member.value for member in kind]


def test_pages_hold_every_record_once(program: TestClient) -> None:
    """Following next from page to page gives the whole list in its order."""
    whole = program.get("/api/v1/results", params={"org": "ZZP", "limit": 5000}).json()
    assert whole["next"] is None and whole["total"] == len(whole["data"]) > 700
    found, place = [], "results?org=ZZP&limit=300"
    while place:
        page = program.get(f"/api/v1/{place}").json()
        found += page["data"]
        place = page["next"]
    assert found == whole["data"]


def test_a_table_has_the_same_figures(program: TestClient) -> None:
    """Indicator 8 of Manchester as published for survey 2024: 16.1% and 6.6%."""
    asked = {"org": "R0A", "indicator": 8, "format": "csv"}
    answer = program.get("/api/v1/results", params=asked)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [(row["ethnic_group"], row["percent"]) for row in rows] == [
        ("bme", "16.1"),
        ("white", "6.6"),
    ]
    assert rows[0]["gap_points"] == "9.5" and rows[0]["numerator"] == ""


@pytest.mark.parametrize(
    ("asked", "status", "told"),
    [
        ("results?orgs=R0A", 400, "“orgs” cannot be asked here; org, year, indicator"),
        ("results?org=R0A&org=RRP", 400, "“org” is asked twice"),
        ("results?org=R0A&year=twenty", 400, "“year” is a whole number"),
        ("results?org=R0A&year=-1", 400, "“year” is a whole number"),
        ("results?org=R0A&indicator=10", 400, "indicator"),
        ("results?org=R0A&band=99", 400, "“99” is not a known band"),
        ("results?org=R0A&page=0", 400, "“page” is from 1 to"),
        ("results?org=R0A&page=9", 404, "so no page 9"),
        ("results?org=R0A&format=xml", 400, "“format” is json or csv"),
        ("results?org=R0A&indicator=1", 404, "There are no published figures for indicator 1"),
        ("results?org=", 400, "“org” is empty or too long"),
        (f"results?org={'A' * 5000}", 400, "“org” is empty or too long"),
        ("concerns", 400, "Say whose with org"),
        ("concerns?org=NOPE", 404, "is not an organisation this program knows"),
        ("concerns?org=R0A&year=1999", 404, "There is nothing for"),
        ("actions?org=R0A", 404, "No action plan"),
        ("nothing", 404, "/api/v1 lists what there is"),
        ("results/R0A", 404, "/api/v1 lists what there is"),
        ("../secrets.toml", 404, ""),
        ("results?org=%3Cscript%3E%0d%0aSet-Cookie:x", 404, "is not an organisation"),
        ("results?%00=1", 400, "cannot be asked here"),
    ],
)
def test_a_bad_question_gets_a_sentence(
    program: TestClient, asked: str, status: int, told: str
) -> None:
    """One sentence in JSON, a status that says whose mistake it is, and no new line in a header."""
    answer = program.get(f"/api/v1/{asked}")
    assert answer.status_code == status
    if told:
        described("error", answer.json())
        assert told in answer.json()["error"]["sentence"]
    assert "set-cookie" not in answer.headers


def test_it_only_reads(program: TestClient) -> None:
    """Whatever would write is refused in a sentence, on every address."""
    for method in ("POST", "PUT", "PATCH", "DELETE", "OPTIONS"):
        answer = program.request(method, "/api/v1/results?org=R0A", content=b"x" * 10)
        assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
        described("error", answer.json())
    assert program.head("/api/v1/results?org=R0A").status_code == 200


def test_a_program_can_ask_whether_something_is_new(evidence: Evidence) -> None:
    """Nothing new is an empty answer; a new version of figures or plans is a new tag."""
    mark = ["0 0"]
    asking = client(lambda: Known(evidence=evidence, mark=mark[0]))
    first = asking.get("/api/v1/results?org=R0A&year=2025")
    tag = first.headers["etag"]
    for known in (tag, f"W/{tag}", f'"old", {tag}'):
        again = asking.get("/api/v1/results?year=2025&org=R0A", headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
    mark[0] = "0 1"
    changed = asking.get("/api/v1/results?org=R0A&year=2025", headers={"if-none-match": tag})
    assert changed.status_code == 200 and changed.headers["etag"] != tag


def test_a_new_release_answers_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may have mended a formula, with figures, plans and day as they were."""
    monkeypatch.setenv("WRES_HOME", str(tmp_path))
    asking = TestClient(Starlette(routes=routes(loading.known, loading.today)))
    path = "/api/v1/results?org=R0A&year=2025"
    tag = asking.get(path).headers["etag"]
    assert asking.get(path, headers={"if-none-match": tag}).status_code == 304
    monkeypatch.setattr(loading, "release", lambda: "the next")
    again = asking.get(path, headers={"if-none-match": tag})
    assert again.status_code == 200 and again.headers["etag"] != tag


def test_too_much_at_once_is_told_to_wait(evidence: Evidence) -> None:
    """What is kept is given on; what must be worked out waits, and so does asking itself."""
    few = client(
        lambda: Known(evidence=evidence, mark="0"),
        asking=Allowance(at_once=6, each_second=0),
        working_out=Allowance(at_once=2, each_second=0),
    )
    codes = [few.get(f"/api/v1/results?org={org}").status_code for org in ("R0A", "RRP", "RYA")]
    assert codes[0] == 200 and codes[2] == 429
    assert few.get("/api/v1/results?org=R0A").status_code == 200
    refused = few.get("/api/v1/results?org=RYA")
    assert refused.status_code == 429 and refused.headers["retry-after"] == "5"
    few.get("/api/v1")
    assert few.get("/api/v1/results?org=R0A").headers["retry-after"] == "2"


def test_a_store_that_cannot_be_read_is_told(evidence: Evidence) -> None:
    """The sentence of the store with 503; anything else is one sentence with 500, and no more."""

    def broken() -> Known:
        raise StoreProblem("The store is busy; ask again.")

    def surprising() -> Known:
        raise RuntimeError("/home/somebody/secret")

    answer = client(broken).get("/api/v1/organisations")
    assert answer.status_code == 503
    assert answer.json()["error"]["sentence"] == "The store is busy; ask again."
    answer = client(surprising).get("/api/v1/organisations")
    assert answer.status_code == 500 and "secret" not in answer.text
    described("error", answer.json())


def test_answers_are_kept_up_to_a_size() -> None:
    """The longest unused goes first, and one larger than all there is room for is not kept."""
    kept: KeptAnswers[Answer] = KeptAnswers(most=3, most_bytes=100)
    for name in "abcd":
        kept.keep(name, Answer(b"x" * 30, "text/plain"))
    assert [name for name in "abcd" if kept.get(name)] == ["b", "c", "d"]
    kept.keep("e", Answer(b"x" * 60, "text/plain"))
    assert [name for name in "bcde" if kept.get(name)] == ["d", "e"]
    kept.keep("f", Answer(b"x" * 101, "text/plain"))
    assert kept.get("f") is None


def test_what_has_changed_is_told_figure_by_figure(tmp_path: Path) -> None:
    """40 of 200 became 150 of 400, and 30 of 300 White staff 90 of 600."""
    with at_two_versions(tmp_path) as known:
        asking = client(lambda: known)
        whole = asking.get("/api/v1/changes?org=RRP&since=1").json()
        described("answer", whole)
        bme, white = whole["data"]
        described("change", bme)
        assert (bme["ethnic_group"], white["ethnic_group"]) == ("bme", "white")
        assert bme["was"].startswith("20.0% of 200") and bme["is_now"].startswith("37.5% of 400")
        assert white["is_now"].startswith("15.0% of 600")
        assert asking.get("/api/v1/changes?org=RRP&since=2").json()["data"] == []
        assert asking.get("/api/v1/changes?org=RRP&since=3").status_code == 404
        assert asking.get("/api/v1/changes?org=RRP").status_code == 400


def test_the_newest_changes_are_a_feed(tmp_path: Path) -> None:
    """One entry for each version that changed a published figure of the trust; none for another."""
    with at_two_versions(tmp_path) as known:
        asking = client(lambda: known)
        answer = asking.get("/api/v1/feed?org=RRP")
        assert answer.headers["content-type"].startswith("application/atom+xml")
        told = [entry.findtext("{*}title") for entry in ElementTree.fromstring(answer.content)[4:]]
        assert told == [
            "Version 2. Since version 1, figures: changed 2.",
            "Version 1. Since before the first upload here, figures: new 2.",
        ]
        assert b"Version" not in asking.get("/api/v1/feed?org=R0A").content


def test_what_others_upload_pushes_no_change_out_of_a_feed(tmp_path: Path) -> None:
    """Seven versions of another trust later, the feed of this one is what it was."""
    with at_two_versions(tmp_path) as known:
        before = client(lambda: known).get("/api/v1/feed?org=RRP").content
        with open_store(tmp_path) as store:
            for count in range(20, 27):
                load(store, [figure("R1H", count=count)])
            assert store.current() == 9
        assert client(lambda: known).get("/api/v1/feed?org=RRP").content == before


def test_due_dates_are_a_calendar(program: TestClient) -> None:
    """The plan of 2022-23: each activity with a day or month is due on the last day it can mean."""
    answer = program.get("/api/v1/calendar?org=RRP")
    assert answer.headers["content-type"].startswith("text/calendar")
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    plan = program.get("/api/v1/actions?org=RRP").json()["data"]
    march = [one for one in plan if one["timeframe"] == "March 2023"]
    on_the_day = [one for one in events if one.decoded("dtstart") == date(2023, 3, 31)]
    assert march and len(on_the_day) == len(march)
    assert {str(one["summary"])[:5] for one in events} == {"Due: "}


def test_words_of_a_plan_begin_nothing_in_a_calendar(evidence: Evidence) -> None:
    """Line ends, and words that would end the event and begin another, stay words."""
    hostile = 'Train\r\nEND:VEVENT\r\nBEGIN:VALARM;=HYPERLINK("http://x")'
    one = Activity(id="a1", row=1, activity=hostile, timeframe="31/03/2027", lead=hostile)
    shown = evidence.plan_for("RRP")
    assert shown is not None
    plan = replace(shown, title=hostile, organisation_name=hostile, activities=(one,))
    made = plan_calendar(plan, made_on=TODAY)
    calendar = Calendar.from_ical(made)
    (event,) = calendar.walk("VEVENT")
    assert not calendar.walk("VALARM") and "HYPERLINK" in str(event["summary"])
    assert made.decode().count("\r\nBEGIN:") == 1
