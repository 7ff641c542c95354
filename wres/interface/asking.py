"""What may be asked of the interface, and the answers: each address with the names it takes."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlencode

from wres.answers import Evidence
from wres.answers.written import Written
from wres.errors import NotThere, UnknownTerm, WresError
from wres.indicators import indicator
from wres.interface.actions import NO_PLAN, actions_data
from wres.interface.as_csv import csv_data
from wres.interface.asked import organisation_asked, year_asked
from wres.interface.concerns import concern_rows, concerns_data
from wres.interface.export import concerns_of, export_of, organisations_data
from wres.interface.feed import feed
from wres.interface.figures import Asked, found_figures, notes_of, results_data
from wres.organisations import Organisation
from wres.reports.figure_changes import changes_between, changes_data
from wres.reports.plan_calendar import plan_calendar
from wres.store import Note, Version
from wres.text import cut, one_line
from wres.words import MADE_UP

NAME, VERSION = "WRES Explorer", "1.0"
SCHEMA = Path(__file__).parent / "v1.schema.json"
JSON, CSV = "application/json", "text/csv; charset=utf-8"
CALENDAR, FEED = "text/calendar; charset=utf-8", "application/atom+xml"
LONGEST = 60
LIMIT, MOST = 1_000, 5_000
NUMBERS = ("year", "indicator", "since", "version", "page", "limit")


class Refused(WresError):
    """A question that is not answered; ``status`` is the code of HTTP for it."""

    def __init__(
        self, status: int, sentence: str, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(sentence)
        self.status, self.headers = status, headers or {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known at a moment; ``mark`` changes with any of it."""

    evidence: Evidence
    mark: str
    written: Callable[[str], Written] = field(default=lambda _: Written())
    # What was doubted about an organisation's figures at the upload, and why it stands.
    notes: Callable[[str], tuple[Note, ...]] = field(default=lambda _: ())
    # The evidence as it was at an earlier version of the figures.
    at: Callable[[int], Evidence] | None = None
    # The versions that wrote figures of an organisation, newest first.
    history: Callable[[str], tuple[Version, ...]] = field(default=lambda _: ())


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent: the body and what kind of text it is."""

    body: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked, checked name by name."""

    texts: Mapping[str, str]
    numbers: Mapping[str, int]

    @property
    def told(self) -> str:
        """The choice as a part of an address, in the order of the names."""
        both = {**self.texts, **{name: str(one) for name, one in self.numbers.items()}}
        return urlencode(sorted(both.items()))

    @property
    def is_csv(self) -> bool:
        """Whether a table is asked for."""
        return self.texts.get("format") == "csv"


@dataclass(frozen=True, slots=True)
class Listed:
    """Records with how many there are in all, of which a page is sent."""

    records: list[dict[str, object]]


_WHICH = ("org", "year", "indicator", "band", "group", "staff")
PATHS: Mapping[str, tuple[str, ...]] = {
    "": (),
    "schema": (),
    "organisations": ("format", "page", "limit"),
    "results": (*_WHICH, "format", "page", "limit"),
    "concerns": ("org", "year", "format"),
    "actions": ("org", "format", "page", "limit"),
    "export": ("org",),
    "calendar": ("org",),
    "feed": ("org",),
    "changes": ("org", "since", "format", "page", "limit"),
}


def choice_of(names: tuple[str, ...], asked: Iterable[tuple[str, str]]) -> Choice:
    """Return what is asked at an address that these names can be asked at.

    Raises:
        Refused: If a name is none of them, comes twice, or has a value that cannot be.
    """
    texts: dict[str, str] = {}
    numbers: dict[str, int] = {}
    for name, value in asked:
        if name not in names:
            listed = ", ".join(names) or "nothing"
            raise Refused(400, f"“{cut(one_line(name))}” cannot be asked here; {listed} can.")
        if name in texts or name in numbers:
            raise Refused(400, f"“{name}” is asked twice; ask once.")
        if name in NUMBERS:
            numbers[name] = _number(name, value)
        else:
            texts[name] = _text(name, value)
    if texts.get("format", "json") not in ("json", "csv"):
        raise Refused(400, "“format” is json or csv.")
    return Choice(texts, numbers)


def refusal_text(status: int, sentence: str) -> str:
    """Return why there is no answer, as one sentence in JSON."""
    told = {"interface": {"name": NAME, "version": VERSION}}
    return json.dumps({**told, "error": {"status": status, "sentence": sentence}})


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) <= len("2025")):
        raise Refused(400, f"“{name}” is a whole number, not “{cut(one_line(value))}”.")
    if name == "indicator":
        try:
            return indicator(int(value)).number
        except WresError as problem:
            raise Refused(400, str(problem)) from problem
    if name in ("page", "limit") and not 1 <= int(value) <= MOST:
        raise Refused(400, f"“{name}” is from 1 to {MOST:,}.")
    return int(value)


def _text(name: str, value: str) -> str:
    told = one_line(value)
    if not told or len(told) > LONGEST:
        raise Refused(400, f"“{name}” is empty or too long.")
    return told


def answer_of(known: Known, path: str, choice: Choice, *, today: date) -> Answer:
    """Return the answer to a question.

    Raises:
        Refused: If a name that is needed is missing, or a word is not one of the standard's.
        NotThere: If there is nothing of the kind; the sentence says what there is.
    """
    if path == "schema":
        return Answer(SCHEMA.read_bytes(), JSON)
    try:
        found = _ANSWERS[path](known, choice, today)
    except UnknownTerm as problem:
        raise Refused(400, str(problem)) from problem
    if isinstance(found, Answer):
        return found
    if choice.is_csv and isinstance(found, Listed):
        records, _ = _page(found, choice)
        return Answer(csv_data(records).encode("utf-8"), CSV)
    return Answer(_json(known, path, choice, found), JSON)


def _json(known: Known, path: str, choice: Choice, found: object) -> bytes:
    told: dict[str, object] = {
        "interface": {"name": NAME, "version": VERSION},
        "figures_version": known.evidence.version,
        "asked": {**choice.texts, **choice.numbers},
        "warning": _warning(known, choice),
        "notes": notes_of(known.evidence, choice.texts.get("org", "").upper()),
    }
    if isinstance(found, Listed):
        records, following = _page(found, choice)
        beside = {"total": len(found.records), "next": following and f"{path}?{following}"}
        told |= {**beside, "data": records}
    else:
        told["data"] = found
    text = json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8")


def _warning(known: Known, choice: Choice) -> str | None:
    """What must be said of every figure of a made-up organisation."""
    code = choice.texts.get("org", "").upper()
    organisations = known.evidence.organisations
    return MADE_UP if code in organisations and organisations.get(code).made_up else None


def _page(found: Listed, choice: Choice) -> tuple[list[dict[str, object]], str | None]:
    """The records of the page asked for, and how to ask for the next, None after the last."""
    limit, page = choice.numbers.get("limit", LIMIT), choice.numbers.get("page", 1)
    start = (page - 1) * limit
    if page > 1 and start >= len(found.records):
        raise Refused(404, f"There are {len(found.records):,} records, so no page {page}.")
    records = found.records[start : start + limit]
    if start + limit >= len(found.records):
        return records, None
    asked = {**choice.texts, **choice.numbers, "page": page + 1}
    return records, urlencode({name: str(one) for name, one in asked.items()})


def _organisation(known: Known, choice: Choice) -> Organisation:
    if "org" not in choice.texts:
        raise Refused(400, "Say whose with org, such as org=R0A; /api/v1/organisations lists them.")
    return organisation_asked(known.evidence, choice.texts["org"])


def _index(_known: Known, _choice: Choice, _today: date) -> object:
    return {f"/api/v1/{path}": list(names) for path, names in PATHS.items()}


def _organisations(known: Known, _choice: Choice, _today: date) -> object:
    return Listed(organisations_data(known.evidence))


def _results(known: Known, choice: Choice, _today: date) -> object:
    asked = Asked(
        org=choice.texts.get("org", ""),
        year=choice.numbers.get("year"),
        indicator=choice.numbers.get("indicator"),
        band=choice.texts.get("band", ""),
        group=choice.texts.get("group", ""),
        staff=choice.texts.get("staff", ""),
    )
    return Listed(results_data(found_figures(known.evidence, asked)))


def _concerns(known: Known, choice: Choice, _today: date) -> object:
    organisation = _organisation(known, choice)
    year = year_asked(known.evidence, organisation, choice.numbers.get("year"))
    written = known.written(organisation.code)
    found = concerns_of(known.evidence, organisation, year, written=written)
    return Listed(concern_rows(*found)) if choice.is_csv else concerns_data(*found)


def _actions(known: Known, choice: Choice, today: date) -> object:
    return Listed(actions_data(known.evidence, _organisation(known, choice), today=today))


def _export(known: Known, choice: Choice, today: date) -> object:
    organisation = _organisation(known, choice)
    written = known.written(organisation.code)
    return export_of(known.evidence, organisation, written=written, today=today).data


def _changes(known: Known, choice: Choice, _today: date) -> object:
    organisation = _organisation(known, choice)
    since, version = choice.numbers.get("since"), known.evidence.version
    if since is None:
        raise Refused(400, "Say since which version of the figures, such as since=1.")
    if since > version or known.at is None:
        raise Refused(404, f"The figures are at version {version}; there is no version {since}.")
    found = changes_between(known.at(since), known.evidence, organisation.code)
    return Listed(changes_data(found))


def _calendar(known: Known, choice: Choice, today: date) -> object:
    plan = known.evidence.plan_for(_organisation(known, choice).code)
    if plan is None:
        raise NotThere(NO_PLAN)
    return Answer(plan_calendar(plan, made_on=today), CALENDAR)


def _feed(known: Known, choice: Choice, _today: date) -> object:
    organisation, at = _organisation(known, choice), known.at
    if at is None:
        raise NotThere("Nothing has been uploaded here yet, so nothing has changed.")
    return Answer(feed(organisation, known.history(organisation.code), at=at), FEED)


_ANSWERS: Mapping[str, Callable[[Known, Choice, date], object]] = {
    "": _index,
    "organisations": _organisations,
    "results": _results,
    "concerns": _concerns,
    "actions": _actions,
    "export": _export,
    "changes": _changes,
    "calendar": _calendar,
    "feed": _feed,
}
