"""The reference tables: where each figure came from, ethnicity codes, survey questions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from wres.errors import UnknownTerm
from wres.library.tables import Line, read_table
from wres.terms import CalcBasis, EthnicGroup, survey_year_of

MEASURED_COLUMNS = ("what", "bme_answers", "figure", "chance_error", "goal")
SOURCE_COLUMNS = ("id", "title", "url", "note")
ETHNICITY_COLUMNS = ("scheme", "code", "label", "wres_group", "note", "source_id")
QUESTION_COLUMNS = (
    "survey_year",
    "wres_year",
    "indicator",
    "question",
    "calc_basis",
    "confirmed",
    "note",
    "source_id",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where figures came from; ``url`` is empty for made-up figures and for none found."""

    id: str
    title: str
    url: str = ""
    note: str = ""


class Sources:
    """An unchanging set of sources, found by id."""

    def __init__(self, known: Iterable[Source] = ()) -> None:
        self._by_id = {source.id: source for source in known}

    def __iter__(self) -> Iterator[Source]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, source_id: object) -> bool:
        return source_id in self._by_id

    def get(self, source_id: str) -> Source:
        """Return the source with this id.

        Raises:
            UnknownTerm: If the list has no such source.
        """
        if source_id not in self._by_id:
            raise UnknownTerm("source", source_id)
        return self._by_id[source_id]


@dataclass(frozen=True, slots=True, kw_only=True)
class EthnicityCode:
    """One code of one list of ethnic categories, with the WRES group it belongs to."""

    scheme: str
    code: str
    label: str
    wres_group: EthnicGroup
    note: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """The question behind an indicator in one survey; unconfirmed ones need checking first."""

    survey_year: int
    wres_year: int
    indicator: int
    question: str
    calc_basis: CalcBasis
    confirmed: bool
    note: str = ""
    source_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasuredRule:
    """One simulated figure on how often the rules or the ranges are right, as it is read."""

    what: str
    bme_answers: str
    figure: str
    chance_error: str
    goal: str


def load_measured_rules(path: Path) -> tuple[MeasuredRule, ...]:
    """Return how often the rules and the likely ranges are right, as last measured.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    return read_table(path, MEASURED_COLUMNS, _measured_rule)


def _measured_rule(line: Line) -> MeasuredRule:
    return MeasuredRule(**{name: line.filled(name) for name in MEASURED_COLUMNS})


def load_sources(path: Path) -> Sources:
    """Return every source a shipped figure names.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    seen: set[str] = set()
    return Sources(read_table(path, SOURCE_COLUMNS, lambda line: _source(line, seen)))


def load_ethnicity_codes(path: Path) -> tuple[EthnicityCode, ...]:
    """Return the codes of every list of ethnic categories we know, list by list.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    return read_table(path, ETHNICITY_COLUMNS, _ethnicity_code)


def load_survey_questions(path: Path) -> tuple[SurveyQuestion, ...]:
    """Return the question behind indicators 5 to 8, survey by survey, earliest first.

    Raises:
        DataFileBroken: If the file or one of its lines cannot be used.
    """
    return read_table(path, QUESTION_COLUMNS, _survey_question)


def _source(line: Line, seen: set[str]) -> Source:
    source_id = line.filled("id")
    if source_id in seen:
        raise line.broken(f"the source “{source_id}” is listed twice.")
    seen.add(source_id)
    url = line.text("url")
    if url and not url.startswith("https://"):
        raise line.broken("“url” must begin with https://.")
    return Source(id=source_id, title=line.filled("title"), url=url, note=line.text("note"))


def _ethnicity_code(line: Line) -> EthnicityCode:
    return EthnicityCode(
        scheme=line.filled("scheme"),
        code=line.filled("code"),
        label=line.filled("label"),
        wres_group=line.one_of("wres_group", EthnicGroup, "ethnic group"),
        note=line.text("note"),
        source_id=line.filled("source_id"),
    )


def _survey_question(line: Line) -> SurveyQuestion:
    confirmed = line.text("confirmed")
    if confirmed not in ("yes", "no"):
        raise line.broken(f"“confirmed” must be yes or no, not “{confirmed}”.")
    survey_year, wres_year = line.survey_year(), line.wres_year()
    if survey_year != survey_year_of(wres_year):
        raise line.broken(f"WRES {wres_year} reports survey {survey_year_of(wres_year)}.")
    return SurveyQuestion(
        survey_year=survey_year,
        wres_year=wres_year,
        indicator=line.whole("indicator"),
        question=line.filled("question"),
        calc_basis=line.one_of("calc_basis", CalcBasis, "calculation basis"),
        confirmed=confirmed == "yes",
        note=line.text("note"),
        source_id=line.filled("source_id"),
    )
