"""What ``wres.ui.prose`` draws, read back from a page that was drawn without a browser."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from streamlit.components.v2.bidi_component.main import _make_trigger_id
from streamlit.proto.Element_pb2 import Element
from streamlit.testing.v1 import AppTest

# What is read aloud or seen; an address and the name of a symbol are neither.
SAID = ("text", "label", "caption", "name", "bold", "about")

# Names within addresses.
NOT_SAID = ("carried",)


def is_prose(proto: Any) -> bool:
    """Return whether a part of a page is one of ours that is only read."""
    return str(getattr(proto, "component_name", "")).endswith(".prose")


def parts(block: Any, kind: str = "") -> list[dict[str, Any]]:
    """Return what is read in a page, or in its menu: each part, folded ones too; of one kind."""
    found = [one for sent in _sent(block) for part in sent for one in with_folded(part)]
    return [part for part in found if kind in ("", part["kind"])]


def texts(block: Any) -> list[str]:
    """Return everything that is read, text by text; the runs of a sentence are one."""
    return [text for sent in _sent(block) for text in texts_of(sent)]


def headings(block: Any) -> list[str]:
    """Return the headings, in their order."""
    return [part["text"] for part in parts(block, "heading")]


def cells(block: Any) -> list[str]:
    """Return every cell of every table."""
    return [cell for part in parts(block, "table") for row in part["rows"] for cell in row]


def links(block: Any) -> list[dict[str, Any]]:
    """Return the links, each with its text and address, and what else is told of it."""
    return [link for sent in _sent(block) for link in _links(sent)]


def presses(block: Any) -> list[dict[str, Any]]:
    """Return the buttons, each with its text and the name that comes back when it is pressed."""
    read = (link for part in parts(block, "links") for link in part["links"])
    return [link for link in read if "press" in link]


def openers(block: Any) -> dict[str, bool]:
    """Return the labels that open what the program draws below them, and whether it is open."""
    return {part["text"]: part["open"] for part in parts(block, "opener")}


def switches(block: Any) -> dict[str, bool]:
    """Return the switches, and whether each is on."""
    return {part["text"]: part["on"] for part in parts(block, "switch")}


def press(app: AppTest, label: str, place: int = 0) -> AppTest:
    """Return the page after one of its buttons was pressed, as a browser would tell of it."""
    told = [*presses(app.main), *parts(app.main, "opener"), *parts(app.main, "switch")]
    return send_press(app, [one["press"] for one in told if one["text"] == label][place])


def send_press(app: AppTest, name: str) -> AppTest:
    """Return the page after it was told of a press by this name, be there such a button or not."""
    drawn = [one.proto for one in app.main.get("bidi_component") if is_prose(one.proto)]
    holds = next((one for one in drawn if name in one.bytes.decode()), None)
    with_buttons = (one for one in drawn if '"press"' in one.bytes.decode())
    holds = holds or next(with_buttons)
    states = app._tree.get_widget_states()
    told = [{"event": "press", "value": name}]
    states.widgets.add(id=_make_trigger_id(holds.id, "events"), json_trigger_value=json.dumps(told))
    app._run(states)
    assert not app.exception, app.exception
    return app


def on_paper(block: Any) -> str:
    """Return what is read on paper alone."""
    return " ".join(part["text"] for part in parts(block, "paper"))


def press_of(elements: Iterable[Element], label: str) -> tuple[str, str]:
    """Return which widget hears of a press on the first button with these words, and what."""
    for one in elements:
        if is_prose(one.bidi_component):
            for name in _pressed_by(json.loads(one.bidi_component.bytes), label):
                told = json.dumps([{"event": "press", "value": name}])
                return _make_trigger_id(one.bidi_component.id, "events"), told
    raise AssertionError(f"no button says {label!r}")


def _pressed_by(told: Any, label: str) -> Iterator[str]:
    if isinstance(told, dict) and "press" in told and told["text"] == label:
        yield told["press"]
    for one in told.values() if isinstance(told, dict) else told:
        if isinstance(one, dict | list):
            yield from _pressed_by(one, label)


def links_in(elements: Iterable[Element]) -> list[dict[str, Any]]:
    """Return the links among what was sent to a browser."""
    return [link for told in _told_in(elements) for link in _links(told)]


def texts_in(elements: Iterable[Element]) -> list[str]:
    """Return what is read among what was sent to a browser, the menu apart."""
    read = (part for told in _told_in(elements) for part in told if part["kind"] != "menu")
    return [text for part in read for text in texts_of(part)]


def headings_in(elements: Iterable[Element]) -> list[str]:
    """Return the headings among what was sent to a browser."""
    read = (part for told in _told_in(elements) for top in told for part in with_folded(top))
    return [part["text"] for part in read if part["kind"] == "heading"]


def _told_in(elements: Iterable[Element]) -> Iterator[list[dict[str, Any]]]:
    for one in elements:
        if is_prose(one.bidi_component):
            yield json.loads(one.bidi_component.bytes)


def texts_of(told: Any) -> Iterator[str]:
    """Give the texts of what was sent, without what is on paper alone."""
    if isinstance(told, list):
        for one in told:
            yield from texts_of(one)
        return
    if told.get("kind") == "paper":
        return
    for name, value in told.items():
        yield from _of(name, value)


def _of(name: str, value: Any) -> Iterator[str]:
    if name == "runs":
        yield _joined(value)
    elif name == "items":
        yield from map(_joined, value)
    elif name == "columns":
        yield from value
    elif name == "rows":
        yield from (cell for row in value for cell in row)
    elif name in SAID:
        yield value
    elif isinstance(value, list) and name not in NOT_SAID:
        yield from texts_of(value)


def _joined(runs: list[Any]) -> str:
    return "".join(
        one if isinstance(one, str) else one.get("bold", one.get("text", "")) for one in runs
    )


def _sent(block: Any) -> Iterator[list[dict[str, Any]]]:
    for one in block.get("bidi_component"):
        if is_prose(one.proto):
            yield json.loads(one.proto.bytes)


def with_folded(part: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Give a part, and what is folded away in it."""
    yield part
    for inside in part.get("parts", ()):
        yield from with_folded(inside)


def _links(told: Any) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict) and "href" in told:
        yield told
    for one in told.values() if isinstance(told, dict) else told:
        if isinstance(one, dict | list):
            yield from _links(one)
