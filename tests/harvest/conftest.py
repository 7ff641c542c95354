"""A viewer who walks every page and filter of the running program, and keeps what was sent."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.harvest.collecting import Sent, everything, file_sent
from wres.answers import Evidence
from wres.answers.opening import evidence_at, shipped
from wres.store import open_store
from wres.ui import address, asked, folding, panels

ROOT = Path(__file__).resolve().parents[2]
SHELL = ROOT / "wres" / "ui" / "shell.py"
PAGES = tuple(sorted(path.stem for path in (ROOT / "pages").glob("*.py")))
# Walks every combination of every filter instead of one filter at a time.
ALL_VIEWS = os.environ.get("WRES_ALL_VIEWS") == "1"
FILTERS = tuple(name for name in address.NAMES if name in asked.NOUNS and name != "org")

View = tuple[str, tuple[tuple[str, str], ...]]
Harvest = dict[View, tuple[Sent, ...]]


class Viewer:
    """Somebody with the viewer's role in front of one store."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.files: list[Sent] = []
        self.app = AppTest.from_file(str(SHELL), default_timeout=60)
        self.app.run()

    def see(self, page: str, **choice: str) -> tuple[Sent, ...]:
        """Return everything a page sends for a choice, with the files it offers."""
        self.files.clear()
        self.app.query_params.clear()
        self.app.query_params.update(choice)
        self.app.switch_page(f"../../pages/{page}.py").run()
        assert not self.app.exception, (page, choice, self.app.exception)
        return (*everything(self.app), *self.files)

    def evidence(self) -> Evidence:
        """Return what the pages read."""
        with open_store(self.home) as store:
            return evidence_at(store, store.current(), data=shipped())

    def drawn(self, page: str, **choice: str) -> tuple[str, ...]:
        """Return the filters that a page draws."""
        self.see(page, **choice)
        keys = {str(box.key).removeprefix("pick_") for box in self.app.selectbox}
        return tuple(name for name in FILTERS if name in keys)

    def walk(self, org: str, pages: tuple[str, ...] = PAGES) -> Harvest:
        """Return what every page sends for an organisation, whatever is chosen in its filters."""
        evidence = self.evidence()
        found: Harvest = {}
        for page in pages:
            for choice in choices(evidence, org, self.drawn(page, org=org)):
                found[page, tuple(choice.items())] = self.see(page, **choice)
        return found


def choices(evidence: Evidence, org: str, names: tuple[str, ...]) -> Iterator[dict[str, str]]:
    """Return the choices a page is walked with: each indicator, and what can be chosen in it."""
    years = asked.settle(evidence, {"org": org}).options["year"]
    numbers = [str(number) for number in range(1, 10)] if "indicator" in names else [""]
    for year, number in product(years if "year" in names else [""], numbers):
        start = {k: v for k, v in (("org", org), ("year", year), ("indicator", number)) if v}
        options = asked.settle(evidence, start).options
        others = [name for name in names if name not in ("year", "indicator")]
        if ALL_VIEWS:
            for picked in product(*(options[name] for name in others)):
                yield {**start, **dict(zip(others, picked, strict=True))}
            continue
        yield start
        if year in ("", years[0]):
            yield from ({**start, name: code} for name in others for code in options[name][1:])


def opened(folded: Callable[..., Any]) -> Callable[..., Any]:
    """Return what folds a part of a page, and opens it: closed, some have nothing in them yet."""

    def open_one(label: str, **settings: Any) -> Any:
        found = folded(label, **settings)
        found.open = True
        return found

    return open_one


@pytest.fixture
def viewer(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], Viewer]]:
    """Put a viewer in front of the store in a folder."""
    saved: list[Viewer] = []
    offered = st.download_button

    def offer(label: str, data: object, **settings: object) -> object:
        content = data() if callable(data) else data
        if isinstance(content, bytes) and saved:
            saved[-1].files.append(file_sent(str(settings.get("file_name")), content))
        return offered(label, data, **settings)  # type: ignore[arg-type]

    def at(home: Path) -> Viewer:
        monkeypatch.setenv("WRES_HOME", str(home))
        st.cache_resource.clear()
        saved.append(Viewer(home))
        return saved[-1]

    monkeypatch.setenv("WRES_ROLE_WITHOUT_SIGN_IN", "viewer")
    monkeypatch.setattr(st, "download_button", offer)
    monkeypatch.setattr(st, "popover", opened(st.popover))
    monkeypatch.setattr(folding, "is_open", lambda key: True)
    # A picture is drawn from these two and nothing else; drawing it takes half a second.
    monkeypatch.setattr(panels, "png", lambda *parts: repr(parts).encode("utf-8"))
    monkeypatch.setattr(panels, "picture_files", lambda made: repr(made).encode("utf-8"))
    yield at
    st.cache_resource.clear()
