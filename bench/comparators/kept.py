"""The charts and tables our own pages sent, by page and choice, kept in a file for bare pages."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
from streamlit.proto.Element_pb2 import Element

# Variables of the environment: where the file is, and whether tables are drawn as well.
NAMED_IN, WITH_TABLES = "WRES_BENCH_KEPT", "WRES_BENCH_TABLES"


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one page drew for one choice: charts as plain descriptions with frames, and tables."""

    charts: tuple[tuple[dict[str, Any], pd.DataFrame], ...]
    tables: tuple[pd.DataFrame, ...]


def kept_of(elements: Iterable[Element]) -> dict[str, list[Any]]:
    """Return the charts and tables among elements, as values a JSON file takes."""
    found: dict[str, list[Any]] = {"charts": [], "tables": []}
    for element in elements:
        kind = element.WhichOneof("type")
        if kind == "vega_lite_chart":
            drawn = element.vega_lite_chart
            found["charts"].append([json.loads(drawn.spec), _text(drawn.data.data)])
        if kind == "table":
            found["tables"].append(_text(element.table.arrow_data.data))
        if kind == "bidi_component" and element.bidi_component.component_name.endswith(".prose"):
            read = json.loads(element.bidi_component.bytes)
            found["tables"] += [_text(_sent(table)) for table in _tables(read)]
    return found


def _tables(parts: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Give the tables among what is only read, those that are folded away as well."""
    for part in parts:
        if part["kind"] == "table":
            yield part
        yield from _tables(part.get("parts", []))


def _sent(read: dict[str, Any]) -> bytes:
    """A table that is only read, as Streamlit sends one of its own."""
    columns = zip(*read["rows"], strict=True) if read["rows"] else ((),) * len(read["columns"])
    cells = [pa.array(column, pa.string()) for column in columns]
    table = pa.table(cells, names=read["columns"])
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue().to_pybytes()


@cache
def kept() -> dict[str, dict[str, Drawn]]:
    """Return what was kept, by page and choice."""
    whole = json.loads(Path(os.environ[NAMED_IN]).read_text(encoding="utf-8"))
    return {
        page: {choice: _drawn(found) for choice, found in choices.items()}
        for page, choices in whole.items()
    }


def _drawn(found: dict[str, list[Any]]) -> Drawn:
    charts = tuple((spec, _frame(data)) for spec, data in found["charts"])
    return Drawn(charts=charts, tables=tuple(map(_frame, found["tables"])))


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _frame(text: str) -> pd.DataFrame:
    with pa.ipc.open_stream(base64.b64decode(text)) as stream:
        return stream.read_pandas()
