"""Three choices of words for the groups: each changes every text, chart, file and alternative.

What others wrote keeps its words: the wording of an indicator, a plan, a case, a source. One note
says what the standard calls the group, whatever is chosen.
"""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.harvest.collecting import everything
from tests.pages.conftest import SHELL
from wres.command_line.program import main
from wres.errors import SetUpWrong
from wres.indicators import INDICATORS
from wres.settings import LABELS
from wres.ui.menu import ENTRIES
from wres.words import two_groups_note
from wres.words.glossary import glossary
from wres.words.presets import (
    GOVUK_TERMS,
    WRES_TERMS,
    Labels,
    in_terms,
    labels_of,
    own_labels,
    speak,
)

ROOT = Path(__file__).resolve().parents[2]
OWN = own_labels("Global majority")
SETTINGS = {"govuk": GOVUK_TERMS, "own: Global majority": OWN}
SIGNS = re.compile(r"[\\\u2060\u200d]")
QUOTED = re.compile(r"“[^”]*”|https?://\S+")
ENDS = re.compile(r"(?<=[.!?])\s+|\n|\x1f|; |: due ")
# What a plan, a case or a source says is led in by one of these.
LED_IN = re.compile(
    r"(Outcome, as the source tells it|What was done|How many people|Source|Doubtful[\w, ]*|Also|"
    r"What it measures|Why|With|Hoped for)[.:]"
)
BY_INDICATOR = ("explore", "benchmarks", "areas_of_concern")
MARKUP = (".xml", ".html", ".svg")
IN_MARKUP = re.compile(r">([^<]+)<|(?:descr|alt|title|aria-label)=\"([^\"]*)\"")


@pytest.fixture(params=SETTINGS, scope="module")
def set_up(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Labels]:
    """A server told to speak in other words, on an empty store."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WRES_HOME", str(tmp_path_factory.mktemp("home")))
        patched.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "lead")
        patched.setenv(LABELS.name, request.param)
        st.cache_resource.clear()
        yield SETTINGS[request.param]
        speak(WRES_TERMS)
        st.cache_resource.clear()


def others(labels: Labels) -> re.Pattern[str]:
    """Return what finds a label of another choice of words."""
    every = {one.bme for one in (GOVUK_TERMS, OWN)} - {labels.bme}
    # The code of the standard in files is written small, whatever is spoken.
    return re.compile(rf"\bBME\b|(?i:\b({'|'.join(every)})\b)")


def left_over(texts: Iterator[str], labels: Labels) -> set[str]:
    """Return the sentences of ours that hold a label of another choice."""
    found, pattern = set(), others(labels)
    for text in texts:
        for one in ENDS.split(_ours(text)):
            if pattern.search(one) and not LED_IN.search(one) and one.strip(" -*.") not in _data():
                found.add(one)
    # The one note that names the standard's own word, and the same in the glossary.
    return {one for one in found if "the standard calls this BME" not in one}


def _ours(text: str) -> str:
    told = QUOTED.sub("", SIGNS.sub("", text))
    for one in INDICATORS:
        told = told.replace(one.wording, "")
    return told


@cache
def _data() -> str:
    kept = [one for one in (ROOT / "data").rglob("*.*") if one.suffix in (".md", ".toml", ".csv")]
    return " ".join(" ".join(path.read_text("utf-8").split()) for path in sorted(kept))


def test_no_page_has_a_label_of_another_choice(set_up: Labels) -> None:
    """Texts, tables, boxes, charts and their alternatives of every page, and what it is called."""
    app = AppTest.from_file(str(SHELL), default_timeout=60).run()
    spoken = set()
    for name, more in _views():
        app.query_params.clear()
        app.query_params.update({"org": "ZZP", **more})
        app.switch_page(f"../../pages/{name}.py").run()
        assert not app.exception
        texts = [text for one in everything(app) for text in one.texts]
        assert left_over(iter(texts), set_up) == set(), name
        whole = SIGNS.sub("", "\n".join(texts))
        assert not re.search(r"[.!?] (staff|share) (from|of) all other", whole), name
        if set_up.bme.casefold() in whole.casefold():
            spoken.add(name)
    assert spoken >= {"where_we_stand", "explore", "benchmarks", "workforce", "about"}


def _views() -> Iterator[tuple[str, dict[str, str]]]:
    yield from ((entry.name, {}) for entry in ENTRIES)
    for number in ("1", "3"):
        yield from ((name, {"indicator": number}) for name in BY_INDICATOR)
    yield "areas_of_concern", {"easy": "on"}


def test_no_file_has_a_label_of_another_choice(set_up: Labels, tmp_path: Path) -> None:
    """Word, PowerPoint, Excel, the page to keep and the data pack, down to texts of pictures."""
    # Every kind in GOV.UK's terms; the page to keep holds the same words in the trust's own.
    kind = "all" if set_up is GOVUK_TERMS else "offline"
    with redirect_stdout(io.StringIO()):
        assert main(["report", "--org", "ZZP", "--kind", kind, "--to", str(tmp_path)]) == 0
    for path in sorted(tmp_path.iterdir()):
        texts = list(_texts(path.name, path.read_bytes()))
        assert left_over(iter(texts), set_up) == set(), path.name
        if path.suffix != ".zip":
            assert any(set_up.bme.casefold() in text.casefold() for text in texts), path.name


def _texts(name: str, content: bytes) -> Iterator[str]:
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for part in packed.namelist():
                yield from _texts(part, packed.read(part))
    elif name.endswith(MARKUP):
        found = IN_MARKUP.findall(content.decode("utf-8"))
        yield from (html.unescape(text or alternative) for text, alternative in found)
    elif name.endswith((".csv", ".md", ".txt", ".json")):
        # A cell is a text of its own: what stands beside it may be a plan's.
        yield content.decode("utf-8-sig").replace('","', "\x1f").replace(",", "\x1f")


def test_a_setting_that_names_no_labels_is_refused() -> None:
    """In one sentence that says what may be written; an empty one is the standard's terms."""
    assert labels_of("") is WRES_TERMS and labels_of("govuk") is GOVUK_TERMS
    assert labels_of("own:  Global  majority ") == OWN
    for wrong in ("gov", "own:", "wres:x"):
        with pytest.raises(SetUpWrong, match="Use wres, govuk, or own:"):
            labels_of(wrong)


def test_a_text_in_the_standards_terms_is_told_in_others() -> None:
    """Whole words only, quotations as they are, and a sentence begins with a capital letter."""
    told = in_terms("BME staff are 3%. The BME share is low. “BME %” is a column.", OWN)
    assert told == (
        "Global majority staff are 3%. The global majority share is low. “BME %” is a column."
    )
    assert in_terms("BME staff", WRES_TERMS) == "BME staff"


def test_the_name_of_a_group_keeps_its_capital_letter() -> None:
    """Black and Asian are names wherever they stand; “Global” is a word like any other."""
    named = own_labels("Black, Asian and minority ethnic")
    assert in_terms("Of 9 BME staff", named) == "Of 9 Black, Asian and minority ethnic staff"
    assert in_terms("Of 9 BME staff", OWN) == "Of 9 global majority staff"


def test_lists_are_in_the_order_of_the_alphabet_with_unknown_last() -> None:
    """The glossary by its terms, and the two groups under each choice of words."""
    terms = [term.casefold() for term, _ in glossary()]
    assert terms == sorted(terms) and len(terms) > 12
    for one in (WRES_TERMS, GOVUK_TERMS, OWN):
        assert sorted((one.white, one.bme)) == [one.bme, one.white]
        assert one.unknown == "Unknown"
        assert "BME" in two_groups_note(one)
