"""The charts and tables our own pages sent, by page and choice, kept in a file for bare pages."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable
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
    return found


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
