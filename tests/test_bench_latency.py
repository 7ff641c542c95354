"""The part of the bench about reruns: it compares like with like. Nothing here is timed."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Selectbox_pb2 import Selectbox

from bench import latency
from bench.choosing import Box, box_after
from bench.comparators import kept
from bench.remembering import Remembered

COST = {"median": 30.0, "lowest": 28.0, "highest": 33.0}


def sent(frame: pd.DataFrame) -> bytes:
    """Give a frame as Streamlit sends it."""
    sink = pa.BufferOutputStream()
    table = pa.Table.from_pandas(frame)
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


def test_the_bare_page_draws_what_ours_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A chart with its rows and tables, ours too, come back from the file as they were sent."""
    chart, table, other, read = (Element() for _ in range(4))
    chart.vega_lite_chart.spec = '{"mark": "bar"}'
    chart.vega_lite_chart.data.data = sent(pd.DataFrame({"year": [2024, 2025]}))
    table.table.arrow_data.data = sent(pd.DataFrame({"Year": ["2025"]}))
    other.markdown.body = "a sentence"
    read.bidi_component.component_name = "wres.prose"
    seen = {"kind": "table", "columns": ["Year"], "rows": [["2024"]]}
    read.bidi_component.bytes = json.dumps([{"kind": "folded", "parts": [seen]}]).encode()
    path = tmp_path / "kept.json"
    found = kept.kept_of((chart, other, table, read))
    path.write_text(json.dumps({"explore": {"8": found}}), encoding="utf-8")
    monkeypatch.setenv(kept.NAMED_IN, str(path))
    kept.kept.cache_clear()
    drawn = kept.kept()["explore"]["8"]
    kept.kept.cache_clear()
    ((spec, frame),) = drawn.charts
    assert spec == {"mark": "bar"}
    assert list(frame["year"]) == [2024, 2025]
    assert [list(one["Year"]) for one in drawn.tables] == [["2025"], ["2024"]]


def test_a_box_shows_what_the_program_sets_else_what_was_picked() -> None:
    """As in a browser: set, then kept while it is the same box, then its own default."""
    drawn = Selectbox(id="a", options=["x", "y"], default=1, raw_value="x", set_value=True)
    assert box_after(drawn, None).shown == "x"
    drawn.set_value = False
    assert box_after(drawn, Box("a", ("x", "y"), "x")).shown == "x"
    assert box_after(drawn, Box("b", ("x", "y"), "x")).shown == "y"


def test_a_goal_that_is_not_met_is_said() -> None:
    """30 ms beside 10 ms is three times the bare page and a tenth of 300 ms the plain way."""
    one = {"processor_ms": COST, "messages": COST, "bytes": COST}
    cheap = {**one, "processor_ms": {**COST, "median": 10.0}}
    plain = {**one, "processor_ms": {**COST, "median": 300.0}}
    task = {"ours": one, "charts": cheap, "charts_and_tables": cheap, "plain_way": plain}
    found = {
        "measured_at": "now",
        "rounds": 3,
        "tasks": {"explore": task},
        "growth": {"reruns": 500, "before_mb": 200.0, "after_mb": 201.5},
        "session_mb": {"ours": 1.2, "charts": 0.3},
    }
    told = latency.section(found)
    assert "200.0 MB before, 201.5 MB after" in told
    assert "| 3.00 | at most 1.5: **not met** |" in told
    assert "| 0.10 | at most 0.33: met |" in told


def told(number: int, *, hash_: str = "", ref: str = "", part: str = "") -> ForwardMsg:
    """Give a message of a run: one worth keeping, a reference to one, or the end of the run."""
    message = ForwardMsg()
    if ref:
        message.ref_hash = ref
    elif hash_:
        message.hash, message.metadata.cacheable = hash_, True
        message.delta.new_element.markdown.body = str(number)
        message.delta.fragment_id = part
    else:
        message.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
        message.metadata.run.fragment_ids.extend([part] if part else [])
    return message


def test_what_a_run_did_not_show_is_forgotten_when_it_is_too_old() -> None:
    """Shown in the first run and kept for two more; a reference keeps it for two more again."""
    window = Remembered(oldest=2)
    for hash_ in ("a", "b"):
        window.hear(told(1, hash_=hash_))
    kept_after = []
    for _ in range(4):
        window.hear(told(1))
        kept_after.append("".join(sorted(window.hashes())))
        if len(kept_after) == 2:
            window.hear(told(2, ref="b"))
    assert kept_after == ["ab", "ab", "b", "b"]


def test_a_run_of_one_part_makes_nothing_of_another_older() -> None:
    """The menu beside a page whose filter is changed stays, however often it is changed."""
    window = Remembered(oldest=2)
    window.hear(told(1, hash_="menu"))
    window.hear(told(1, hash_="page", part="p"))
    for _ in range(5):
        window.hear(told(1, part="p"))
    assert list(window.hashes()) == ["menu"]
