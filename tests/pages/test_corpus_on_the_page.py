"""Files of the corpus dropped on the page: the verdict and the figures the manifest wants.

Every eighth file; ``WRES_ALL_FILES=1`` drops all. Each is examined without the page in
``tests/corpus``.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.corpus.cases import ACCEPTED, REFUSED, Case, Expect
from tests.corpus.differing import BESIDE_HELD, figure_of
from tests.corpus.manifest import choices_of, entries
from tests.corpus.pending import PENDING
from tests.pages.conftest import SHELL
from wres.ui.uploading.dropping import Waiting
from wres.upload.examine import Examination, Verdict

STEP = 1 if os.environ.get("WRES_ALL_FILES") else 8
CASES = {case.file: case for case in entries()[::STEP] if case.file not in PENDING}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[AppTest]:
    """The upload page, opened once, on an empty store."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("WRES_HOME", str(tmp_path_factory.mktemp("home")))
        patched.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "lead")
        st.cache_resource.clear()
        app = AppTest.from_file(str(SHELL), default_timeout=60).run()
        yield app.switch_page("../../pages/upload.py").run()
        st.cache_resource.clear()


@pytest.mark.parametrize("name", CASES)
def test_a_file_comes_out_on_the_page_as_it_must(page: AppTest, name: str) -> None:
    """Dropped, and corrected in the boxes where the manifest chooses something."""
    case = CASES[name]
    page.file_uploader[0].upload(case.file, case.data)
    page.run()
    for expect in case.expects:
        found = chosen(page, expect)
        assert not page.exception
        told = [f"{one.check}: {one.message}" for one in found.warnings]
        assert as_expected(found, expect), (found.verdict.value, told)
        assert len(page.error) == (found.verdict is Verdict.REFUSED)


def chosen(page: AppTest, expect: Expect) -> Examination:
    """What the page found once the boxes say what is chosen."""
    choices = choices_of(expect)
    waiting = page.session_state["wres_pending_upload"]
    assert isinstance(waiting, Waiting)
    for box, value in (
        ("org", choices.org_code),
        ("year", choices.wres_year),
        ("scale", choices.scale if expect.scale else None),
    ):
        if value:
            key = f"{box}_{page.session_state['wres_upload_round']}"
            page.selectbox(key=key).set_value(value).run()
    waiting = page.session_state["wres_pending_upload"]
    assert isinstance(waiting, Waiting)
    return waiting.found


def as_expected(found: Examination, expect: Expect) -> bool:
    """Whether verdict and figures are those of the manifest, questions about held ones apart."""
    if expect.verdict == REFUSED:
        return found.verdict is Verdict.REFUSED and not found.results
    others = [check for check in found.warnings if check.check not in BESIDE_HELD]
    quiet = not others if expect.verdict == ACCEPTED else bool(others)
    return quiet and set(map(figure_of, found.results)) == set(expect.figures)


def test_nothing_was_stored_by_looking(page: AppTest, tmp_path: Path) -> None:
    """All the files together have left the store empty."""
    assert "Nothing has been uploaded here yet" in "".join(str(m.value) for m in page.markdown)


def test_the_corpus_is_on_the_page() -> None:
    """At least 40 files were tried here, and each kind of verdict is among them."""
    assert len(CASES) >= 40
    wanted: list[Case] = list(CASES.values())
    assert {expect.verdict for case in wanted for expect in case.expects} >= {ACCEPTED, REFUSED}
