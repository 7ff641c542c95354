"""Whatever an address asks for, it leads to cells that a click leads to, and to no others."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import prose_read
from tests.harvest import trusts
from tests.harvest.collecting import Sent
from tests.harvest.conftest import Viewer
from wres.answers.opening import evidence_at, shipped
from wres.store import open_store
from wres.ui import asked

HOSTILE: tuple[dict[str, Any], ...] = (
    {"band": "8d"},
    {"band": "vsm"},
    {"band": "8c-vsm"},
    {"band": "1-4' OR 1=1"},
    {"band": ["1-4", "8d"]},
    {"band": "x" * 5000},
    {"band": "%31-4"},
    {"band": "\u202e4-1"},
    {"group": "asian bangladeshi"},
    {"group": "unknown"},
    {"group": "all,bme"},
    {"group": ["bme", "black african"]},
    {"staff": "board"},
    {"staff": "medical and dental", "band": "consultant"},
    {"staff": "<script>", "group": "\x00"},
    {"year": "2025.0"},
    {"year": "-1", "band": "9"},
    {"threshold": "1", "least_base": "0"},
    {"min_base": "1", "hidden": "show", "role": "lead"},
    {"indicator": "8; drop", "embed_options": "show_hidden"},
)


def _figures(sent: tuple[Sent, ...]) -> list[Sent]:
    kinds = ("vega_lite_chart", "table", "file")
    return [one for one in sent if one.kind.startswith(kinds)]


def test_no_address_leads_to_a_cell_that_no_click_leads_to(
    tmp_path: Path, viewer: Callable[[Path], Viewer]
) -> None:
    """Twenty addresses: charts, tables and files are those of the view the filters then show."""
    trusts.keep(tmp_path, trusts.uploaded(300))
    visitor = viewer(tmp_path)
    with open_store(tmp_path) as store:
        evidence = evidence_at(store, store.current(), data=shipped())
    for address in HOSTILE:
        given = {"org": trusts.ORG, "indicator": "8", **address}
        sent = _figures(visitor.see("explore", **given))
        read = prose_read.cells(visitor.app.main)
        assert read, address
        boxes = {
            str(box.key).removeprefix("pick_"): str(box.value) for box in visitor.app.selectbox
        }
        plain = {"org": trusts.ORG, "indicator": boxes["indicator"], "year": boxes["year"]}
        offered = asked.settle(evidence, plain).options
        assert all(code in offered.get(name, (code,)) for name, code in boxes.items()), address
        assert sent == _figures(visitor.see("explore", **boxes)), address
        assert read == prose_read.cells(visitor.app.main), address


@pytest.mark.parametrize("name", ["WRES_LEAST_BASE", "LEAST_BASE", "STREAMLIT_LEAST_BASE"])
def test_no_setting_lowers_the_threshold(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """The publication of a trust is the same whatever the surroundings say."""
    before = trusts.cells(trusts.uploaded(300))
    monkeypatch.setenv(name, "1")
    assert trusts.cells(trusts.uploaded(300)) == before
