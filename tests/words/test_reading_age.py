"""Everything the program says is read at twelve, in sentences of twenty words at most.

Three ways of looking, so that nothing is missed: every sentence written in the code, whether a
run reaches it or not; every message of an upload with the values of real files; and every page as
it is read. How age is worked out is in ``reading.py``. Case studies, plans and sources keep their
own words, so sentences of ``data/`` are left out of the pages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.corpus.manifest import choices_of, entries
from tests.corpus.test_corpus import shipped
from tests.pages.conftest import SHELL
from tests.test_words import NEVER
from tests.words.reading import OLDEST, reading_age, sentences, too_long
from tests.words.written import KNOWS_OTHERS_WORDS, ROOT, Written, written
from wres.ui.menu import ENTRIES
from wres.upload.examine import Examination, examine
from wres.upload.source import Source

# Fewer texts than this say too little of how hard a place is to read; they are taken together.
LEAST_TEXTS = 8
LARGEST_FILE = 60_000
ASSETS = {".html", ".js", ".css", ".json"}
SAID_AS = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error")
# Pages that say other things of a closed trust with a plan, and of one with percentages only.
OF_ANY_TRUST = ("where_we_stand", "explore", "benchmarks", "areas_of_concern", "action_plan")
DIGITS = re.compile(r"\d[\d,.]*\d|\d")
SIGNS = re.compile(r"[\\*#\u2060\u200d]")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
# What a plan, a case study or a source says is led in by one of these.
LED_IN = re.compile(r"^(?:- )?(?:Hoped for|Note|Why|Source|Doubtful|Different, or not known): ")


def too_hard(passages: dict[str, set[str]]) -> list[tuple[str, float]]:
    """Return the passages that are read at more than twelve, small ones taken together."""
    # A text that comes with many numbers is one text.
    passages = {name: {DIGITS.sub("1", text) for text in told} for name, told in passages.items()}
    small = {text for texts in passages.values() if len(texts) < LEAST_TEXTS for text in texts}
    whole = {name: texts for name, texts in passages.items() if len(texts) >= LEAST_TEXTS}
    ages = {
        name: reading_age(texts) for name, texts in (whole | {"others": small}).items() if texts
    }
    print(f"{len(passages)} passages, the hardest read at {max(ages.values()):.1f}")
    return [(name, round(age, 1)) for name, age in ages.items() if age > OLDEST]


def in_code() -> Iterator[Written]:
    """Give the sentences of the code."""
    return (
        one for one in written() if one.is_sentence and one.file != "wres/upload/indicator_words.py"
    )


def test_every_sentence_of_the_code_is_short() -> None:
    """Errors, messages and remarks, each value put in as one word."""
    found = [(f"{one.file}:{one.line}", too_long([one.text])) for one in in_code()]
    assert len(found) > 1_000
    assert [place for place in found if place[1]] == []


def test_every_file_of_the_code_speaks_plainly() -> None:
    """What one file says has a reading age of 12 or under."""
    passages: dict[str, set[str]] = defaultdict(set)
    for one in in_code():
        passages[one.file].add(one.text)
    assert too_hard(passages) == []


@cache
def examined() -> tuple[Examination, ...]:
    """What is found out about every second small file of the corpus."""
    return tuple(
        examine(
            Source(case.file, case.data),
            organisations=shipped(),
            choices=choices_of(case.expects[0]),
        )
        for case in entries()[::2]
        if len(case.data) <= LARGEST_FILE
    )


def uploads() -> dict[str, set[str]]:
    """Return everything said of the files of the corpus, by the check that says it."""
    told: dict[str, set[str]] = defaultdict(set)
    for found in examined():
        told["reason"].add(found.reason)
        for check in found.checks:
            told[check.check] |= {text for text in (check.message, check.fix) if text}
        for repair in (*found.repairs, *found.offered):
            told["repairs"].add(repair.sentence)
        told["notes"] |= {note for reading in found.readings for note in reading.notes}
    return told


def test_every_message_of_an_upload_is_short_and_plain() -> None:
    """Of more than a hundred checks, with the values of every second small file."""
    told = uploads()
    assert len(told) > 100
    assert [(name, long) for name, texts in told.items() if (long := too_long(texts))] == []
    assert too_hard(told) == []


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, set[str]]]:
    """Every page of three trusts: made up with counts, closed with a plan, published."""
    found: dict[str, set[str]] = defaultdict(set)
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WRES_HOME", str(tmp_path_factory.mktemp("home")))
        patched.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "lead")
        st.cache_resource.clear()
        app = AppTest.from_file(str(SHELL), default_timeout=60).run()
        names = [entry.name for entry in ENTRIES]
        for org, opened in (("ZZP", names), ("RRP", OF_ANY_TRUST), ("R0A", OF_ANY_TRUST)):
            for name in opened:
                app.query_params.clear()
                app.query_params["org"] = org
                app.switch_page(f"../../pages/{name}.py").run()
                found[name] |= set(_ours(app))
        yield found
        st.cache_resource.clear()


def _ours(app: AppTest) -> Iterator[str]:
    texts = (str(one.value) for kind in SAID_AS for one in app.get(kind))
    for text in texts:
        for one in sentences(SIGNS.sub("", LINK.sub(r"\1", text))):
            said = one.strip()
            if said.endswith((".", "?")) and not LED_IN.match(said) and said not in _data():
                yield said


@cache
def _data() -> str:
    texts = (ROOT / "data").rglob("*.[cmtj][sdo]*")
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(texts))


def test_every_page_is_short_and_plain(pages: dict[str, set[str]]) -> None:
    """Each page as one passage, and each of its sentences."""
    assert len(pages) == len(ENTRIES)
    assert [(name, long) for name, texts in pages.items() if (long := too_long(texts))] == []
    assert too_hard(pages) == []


def test_no_text_of_the_program_uses_a_word_the_house_never_uses() -> None:
    """Not in the code, not in a template; others' words stay where their files are known again."""
    ours = [one for one in written() if one.file not in KNOWS_OTHERS_WORDS]
    templates = [path for path in (ROOT / "wres").rglob("*.*") if path.suffix in ASSETS]
    assert len(templates) > 15
    texts = [(one.file, one.text) for one in ours]
    texts += [(path.name, path.read_text(encoding="utf-8")) for path in templates]
    found = [(place, met.group()) for place, text in texts if (met := not_to_use(text))]
    assert found == []
    used = {one.file for one in written() if not_to_use(one.text)}
    assert used <= KNOWS_OTHERS_WORDS


def test_no_page_uses_a_word_the_house_never_uses(pages: dict[str, set[str]]) -> None:
    """What is read on every page, sources and plans apart."""
    assert [(name, one) for name, told in pages.items() for one in told if not_to_use(one)] == []


def not_to_use(text: str) -> re.Match[str] | None:
    """Return the first word that is not to be used; names and quotations apart."""
    text = re.sub(r"https?://\S+|[Ww]orkforce [Rr]ace [Ee]quality|“[^”]*”", "", text)
    return NEVER.search(text) or re.search(r"\brace\b", text, re.IGNORECASE)


def test_the_words_are_noticed() -> None:
    """A word not to be used is found in a sentence, and not in a quotation or in the name."""
    assert not_to_use("Staff from BAME groups.") and not_to_use("the race gap")
    assert not not_to_use("The plan says “BAME” of the Workforce Race Equality Standard.")


def test_the_measure_can_fail() -> None:
    """Long words and long sentences are noticed, and names do not count against anyone."""
    hard = ["Notwithstanding organisational considerations, representational disproportionality."]
    assert reading_age(hard) > 20
    assert too_long([" ".join(["word"] * 21) + "."]) and not too_long(["word " * 20])
    named: Iterable[str] = ["The Workforce Race Equality Standard has nine parts."]
    assert reading_age(named) < 5
