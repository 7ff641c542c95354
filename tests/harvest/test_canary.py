"""Two trusts with one publication: whoever walks every page cannot tell them apart."""

from __future__ import annotations

import io
from collections.abc import Callable
from contextlib import redirect_stdout
from datetime import date
from pathlib import Path

import pytest

from tests.harvest import trusts
from tests.harvest.conftest import ALL_VIEWS, PAGES, Harvest, Viewer
from wres.answers import Evidence, View
from wres.command_line.program import main
from wres.store import open_store
from wres.ui import loading, panels, prose

At = Callable[[Path], Viewer]


@pytest.fixture
def pair(tmp_path: Path) -> Callable[[int], tuple[Path, Path]]:
    """Return the homes of two trusts of a size that differ in nothing published."""

    def made(size: int) -> tuple[Path, Path]:
        rows = trusts.uploaded(size)
        other = trusts.twin(rows)
        moved = sum(one != two for one, two in zip(rows, other, strict=True))
        assert moved > len(rows) / 4
        trusts.keep(tmp_path / "one", rows)
        trusts.keep(tmp_path / "other", other)
        return tmp_path / "one", tmp_path / "other"

    return made


def _differing(first: Harvest, second: Harvest) -> list[object]:
    assert first.keys() == second.keys()
    return [view for view in first if first[view] != second[view]]


@pytest.mark.parametrize("size", [300, 800] if ALL_VIEWS else [300])
def test_what_is_not_published_changes_nothing_that_is_sent(
    pair: Callable[[int], tuple[Path, Path]], viewer: At, size: int
) -> None:
    """A quarter of the counts differ and none that is published: every byte sent is the same."""
    first, second = (viewer(home).walk(trusts.ORG, PAGES) for home in pair(size))
    assert len(first) > 50
    assert _differing(first, second) == []
    print(f"{len(first)} views, {sum(len(sent) for sent in first.values())} messages")


def test_a_page_that_reads_the_upload_is_caught(
    pair: Callable[[int], tuple[Path, Path]], viewer: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The walk can fail: one small remark made of all uploaded counts, and each page differs."""

    def leaky(evidence: Evidence, view: View) -> prose.Parts:
        rows = loading.uploaded(evidence.version)
        return (prose.quiet(f"{sum(row.numerator or 0 for row in rows)} answers"),)

    monkeypatch.setattr(panels, "on_organisation", leaky)
    seen = [viewer(home).see("where_we_stand", org=trusts.ORG) for home in pair(300)]
    assert seen[0] != seen[1]


def test_the_command_line_cannot_tell_them_apart(
    pair: Callable[[int], tuple[Path, Path]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """``results`` and ``concerns``, in words and as JSON, and the whole report: all the same."""
    said: list[list[str]] = []
    for home in pair(300):
        monkeypatch.setenv("WRES_HOME", str(home))
        said.append([])
        for command in ("results", "concerns"):
            for more in ([], ["--json"]):
                out = io.StringIO()
                with redirect_stdout(out):
                    assert main([command, "--org", trusts.ORG, *more]) == 0
                said[-1].append(out.getvalue())
        with redirect_stdout(out):
            written = ["--kind", "offline", "--to", str(home / "report")]
            assert main(["report", "--org", trusts.ORG, *written]) == 0
        said[-1] += [one.read_text("utf-8") for one in (home / "report").iterdir()]
    assert all(len(text) > 500 for text in said[0])
    assert said[0] == said[1]


def test_a_draft_under_embargo_is_not_there_for_a_viewer(tmp_path: Path, viewer: At) -> None:
    """Not its figures, not its year, not that it exists: every byte is as without the draft."""
    rows = trusts.uploaded(300)
    homes = tmp_path / "with", tmp_path / "without"
    for home in homes:
        trusts.keep(home, rows)
    trusts.keep_draft(homes[0], trusts.uploaded(800), until=date(2099, 1, 1))
    with open_store(homes[0]) as store:
        assert len(store.drafts()) == 1
    pages = tuple(page for page in PAGES if page != "explore")
    first, second = (viewer(home).walk(trusts.ORG, pages) for home in homes)
    assert _differing(first, second) == []
