"""Everything a page sends to the browser: messages as bytes, and every number a person can read.

Nothing is gathered from the program's own answers: what is read here is what is sent, so a page
that shows a figure by another way than the publication is caught.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
from google.protobuf.message import Message
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from tests import prose_read

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?")
# Fields that are made of hashes and addresses of this run, and hold nothing of the figures.
NOT_READ = {"id", "url", "deferred_file_id", "page_script_hash", "script_hash", "form_id", "page"}
# Columns of a chart that say where a mark stands among its like, or how it is drawn.
PLACES = {"part", "group", "line", "shift", "lines", "order", "side", "hollow", "segment", "year"}
PLACES |= {"place"}


@dataclass(frozen=True)
class Sent:
    """One thing sent: its kind, the words and cells in it, and the whole of it to compare."""

    kind: str
    texts: tuple[str, ...]
    whole: bytes


def everything(app: AppTest) -> tuple[Sent, ...]:
    """Return what a page sent, in its order: text, frames, charts, menus, links."""
    return tuple(
        Sent(str(getattr(node, "type", "")), texts_of(proto), _whole(proto))
        for node in _nodes(app._tree)
        if isinstance(proto := getattr(node, "proto", None), Message)
    )


def texts_of(proto: Message) -> tuple[str, ...]:
    """Return the words and cells of one message as it is sent to a browser."""
    return tuple(_texts(proto))


def file_sent(name: str, data: bytes) -> Sent:
    """Return a file that can be saved from a page; of a workbook its cells and names.

    The parts of a workbook bear the moment they were packed.
    """
    if name.endswith(".xlsx"):
        book = load_workbook(io.BytesIO(data))
        cells = tuple(
            str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row
        )
        made = (*book.sheetnames, str(book.properties.title), str(book.properties.creator))
        return Sent(f"file {name}", (*made, *cells), repr((made, cells)).encode())
    return Sent(f"file {name}", (data.decode("utf-8", errors="replace"),), data)


def numbers(sent: tuple[Sent, ...]) -> set[str]:
    """Return every number of the words, the cells and the files, without thousands commas."""
    return {found for one in sent for text in one.texts for found in numbers_in(text)}


def numbers_in(text: str) -> set[str]:
    """Return the numbers of one text."""
    return {found.rstrip(",").replace(",", "") for found in NUMBER.findall(text)}


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from _nodes(child)


def _whole(proto: Message) -> bytes:
    kept = type(proto)()
    kept.CopyFrom(proto)
    for name in NOT_READ & {field.name for field in proto.DESCRIPTOR.fields}:
        kept.ClearField(name)
    return kept.SerializeToString(deterministic=True)


def _texts(proto: Message) -> Iterator[str]:
    for field, value in proto.ListFields():
        if field.name in NOT_READ:
            continue
        many = value if field.is_repeated else (value,)
        if field.message_type is not None and field.message_type.GetOptions().map_entry:
            many = tuple(value.values())
        for one in many:
            yield from _of_value(field.name, one)


def _of_value(name: str, value: object) -> Iterator[str]:
    if isinstance(value, Message):
        yield from _texts(value)
    elif isinstance(value, bytes) and name == "bytes":
        yield from prose_read.texts_of(json.loads(value))
    elif isinstance(value, bytes) and value:
        yield from _cells(value)
    elif isinstance(value, str) and name == "spec":
        yield from inline_data(json.loads(value))
    elif isinstance(value, str):
        yield value


def inline_data(spec: object) -> Iterator[str]:
    """Return the data written into a chart's own description, which should hold none."""
    if isinstance(spec, dict):
        for name, part in spec.items():
            if name in ("values", "datasets") and part:
                yield json.dumps(part)
            yield from inline_data(part)
    elif isinstance(spec, list):
        for part in spec:
            yield from inline_data(part)


def _cells(data: bytes) -> Iterator[str]:
    table = pa.ipc.open_stream(data).read_all()
    for name in table.column_names:
        if name not in PLACES:
            yield name
            yield from (str(cell) for cell in table.column(name).to_pylist() if cell is not None)
