"""A page of the app without a browser: the whole shell runs, with a store of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests import prose_read

SHELL = Path(__file__).resolve().parents[2] / "wres" / "ui" / "shell.py"
Open = Callable[..., AppTest]


@pytest.fixture
def open_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Open:
    """Open a page with these parameters in the address, on an empty store."""
    monkeypatch.setenv("WRES_HOME", str(tmp_path / "home"))
    # The test client says nothing of where it sits, so it is told that it sits at this computer.
    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "lead")
    st.cache_resource.clear()

    def opened(page: str, **asked: str) -> AppTest:
        app = AppTest.from_file(str(SHELL), default_timeout=30)
        app.run()
        for name, value in asked.items():
            app.query_params[name] = value
        app.switch_page(f"../../pages/{page}.py").run()
        assert not app.exception, app.exception
        assert not [one.value for one in app.error if "incident" in one.value]
        return app

    return opened


def said(app: AppTest) -> str:
    """Everything a page says, in one text, without the signs that keep words harmless."""
    parts: list[str] = []
    for kind in ("title", "header", "subheader", "markdown", "caption", "info", "warning"):
        parts += [str(one.value) for one in app.get(kind)]
    for kind in ("error", "success"):
        parts += [str(one.value) for one in app.get(kind)]
    parts += prose_read.texts(app.main)
    return "\n".join(parts).replace("\\", "").replace("\u2060", "").replace("\u200d", "")
