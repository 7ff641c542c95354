"""Headings, sentences, tables and links, drawn together as one part of a page.

Each part of a page costs the server more than the words in it, and a phone more to draw, so what
is only read is gathered here and sent at once. Its script writes every text as a text and no
markup, so nothing in a name or an uploaded cell is obeyed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any

from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.types import ComponentRenderer

from wres.reports import Table
from wres.text import cell_safe, one_line, safe_url
from wres.ui import state
from wres.ui.parts import part_in

_FOLDER = "prose"
# Streamlit gathers the values of all parts that have a key for each box it draws, and takes a key
# that ends so for none. Nobody asks for the value of a text.
_LEFT_OUT = "-None"
TITLE, SECTION, SUBSECTION = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is read, as the script is told of it, and what its buttons do, by name."""

    told: dict[str, Any]
    does: Mapping[str, Callable[[], None]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a sentence: plain, bold, or a link."""

    told: dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link to a page of ours, with the choice it carries; ``href`` is made by ``wres.ui.links``.

    ``icon`` is the name of a symbol of the bundled font. ``is_current`` marks the page one is on.
    """

    label: str
    href: str
    icon: str = ""
    is_current: bool = False
    opens_anew: bool = False

    def told(self) -> dict[str, Any]:
        """Return the link as the script is told of it."""
        found: dict[str, Any] = {"text": one_line(self.label), "href": self.href}
        found |= {"icon": self.icon} if self.icon else {}
        found |= {"current": True} if self.is_current else {}
        return found | ({"anew": True} if self.opens_anew else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A button among what is read: ``do`` is called before the run that its press leads to.

    Its name comes back from the browser and is looked up among the buttons that were drawn.
    """

    label: str
    name: str
    do: Callable[[], None]

    def told(self) -> dict[str, Any]:
        """Return the button as the script is told of it."""
        return {"text": one_line(self.label), "press": self.name}


Phrase = str | Run
# What a part of a page is made of, before it is drawn; nothing stands for what is not said.
Parts = tuple[Part | None, ...]


def bold(text: str) -> Run:
    """Return a stretch that stands out."""
    return Run({"bold": one_line(text)})


def outside(text: str, url: str) -> Phrase:
    """Return a link out of the program, or the text alone if its address is unsafe."""
    safe = safe_url(url)
    return Run({"text": one_line(text), "href": safe, "anew": True}) if safe else text


def inside(link: Link) -> Run:
    """Return a link within a sentence."""
    return Run(link.told())


def to_anchor(text: str, anchor: str) -> Run:
    """Return a link to a heading of the same page."""
    return Run({"text": one_line(text), "href": f"#{anchor}"})


def heading(text: str, *, level: int = SECTION, anchor: str = "", window: str = "") -> Part:
    """Return a heading, which a link can lead to where it has an anchor.

    With a ``window``, the window has that title from then on.
    """
    named = {"anchor": anchor} if anchor else {}
    named |= {"window": one_line(window)} if window else {}
    return Part({"kind": "heading", "level": level, "text": one_line(text), **named})


def sentence(*phrases: Phrase) -> Part | None:
    """Return a paragraph, None when nothing is in it."""
    said = _runs(phrases)
    return Part({"kind": "sentence", "runs": said}) if said else None


def quiet(*phrases: Phrase) -> Part | None:
    """Return a remark in small letters, None when nothing is in it."""
    said = _runs(phrases)
    return Part({"kind": "quiet", "runs": said}) if said else None


def notice(*phrases: Phrase, icon: str) -> Part:
    """Return a remark in a frame of its own colour, which nobody overlooks.

    ``icon`` is the name of a symbol of the bundled font.
    """
    return Part({"kind": "notice", "icon": icon, "runs": _runs(phrases)})


def on_paper(text: str) -> Part:
    """Return what was chosen on the screen, to be read on paper alone."""
    return Part({"kind": "paper", "text": one_line(text)})


def named(name: str, text: str) -> Part:
    """Return a sentence behind the name of what it is about."""
    return Part({"kind": "sentence", "runs": _runs((bold(f"{name}."), f" {text}"))})


def listed(*items: tuple[Phrase, ...] | str) -> Part | None:
    """Return a list with a point for each item, None without any."""
    points = [_runs((one,) if isinstance(one, str) else one) for one in items]
    return Part({"kind": "list", "items": points}) if points else None


def table(found: Table, *, said: str = "") -> Part:
    """Return a table; a caption that was ``said`` above it is heard alone."""
    return Part(
        {
            "kind": "table",
            "caption": one_line(found.caption),
            "heard": found.caption == said,
            "columns": [one_line(name) for name in found.columns],
            "rows": [[cell_safe(cell) for cell in row] for row in found.rows],
        }
    )


def links(*found: Link | Press | None) -> Part | None:
    """Return links and buttons side by side, None without any."""
    told = [one.told() for one in found if one is not None]
    does = {one.name: one.do for one in found if isinstance(one, Press)}
    return Part({"kind": "links", "links": told}, does) if told else None


def folded(label: str, *parts: Part | None, is_open: bool = False, key: str = "") -> Part | None:
    """Return parts under a label that opens and closes them, None without any.

    What somebody opened stays open as the page changes, found again by its ``key``; without one
    by its label and its place among those with the same.
    """
    inside = [one.told for one in parts if one is not None]
    told = {"kind": "folded", "label": one_line(label), "open": is_open, "parts": inside}
    told |= {"key": key} if key else {}
    return Part(told, _done_by(parts)) if inside else None


def opener(press: Press, *, is_open: bool, prints: bool = False) -> Part:
    """Return a label that opens or closes what the program draws below it when it is pressed.

    Where it ``prints`` it is on paper too while it is open.
    """
    told = {"kind": "opener", **press.told(), "open": is_open}
    told |= {"prints": True} if prints else {}
    return Part(told, {press.name: press.do})


def switch(press: Press, *, is_on: bool, about: str = "") -> Part:
    """Return a switch that is turned when it is pressed, with a remark ``about`` what it does."""
    told = {"kind": "switch", **press.told(), "on": is_on}
    told |= {"about": one_line(about)} if about else {}
    return Part(told, {press.name: press.do})


def card(*parts: Part | None) -> Part | None:
    """Return parts inside a frame, None without any."""
    inside = [one.told for one in parts if one is not None]
    return Part({"kind": "card", "parts": inside}, _done_by(parts)) if inside else None


def menu(
    name: str, sections: Iterable[tuple[str, Iterable[Link]]], *, carried: Iterable[str]
) -> Part:
    """Return the menu of all pages, section by section.

    What the address says under the ``carried`` names when a link is taken goes along: a filter
    that is changed redraws the page and not the menu.
    """
    told = [
        {"name": one_line(section), "links": [one.told() for one in found]}
        for section, found in sections
    ]
    names = list(carried)
    return Part({"kind": "menu", "name": one_line(name), "sections": told, "carried": names})


@dataclass(frozen=True, slots=True)
class Gathered:
    """Parts that are drawn as one, as they are sent, and what their buttons do."""

    sent: bytes
    does: Mapping[str, Callable[[], None]]


def gathered(*parts: Part | None) -> Gathered | None:
    """Return the parts one below the other, ready to be drawn as one, None without any."""
    told = [one.told for one in parts if one is not None]
    return Gathered(_sent(told), _done_by(parts)) if told else None


def draw(*parts: Part | None, key: str) -> None:
    """Return nothing; draw the parts one below the other, as one part of the page."""
    told = gathered(*parts)
    if told is not None:
        draw_gathered(told, key=key)


def draw_gathered(told: Gathered, *, key: str) -> None:
    """Return nothing; draw parts that were gathered, as one part of the page."""
    whole = f"prose_{key}{_LEFT_OUT}"
    heard: Any = {"on_press_change": partial(_pressed, whole, told.does)} if told.does else {}
    _renderer(get_bidi_component_manager())(key=whole, data=told.sent, **heard)


def _done_by(parts: Iterable[Part | None]) -> dict[str, Callable[[], None]]:
    return {name: do for one in parts if one is not None for name, do in one.does.items()}


def _pressed(key: str, does: Mapping[str, Callable[[], None]]) -> None:
    name = getattr(state.value(key), "press", None)
    do = does.get(name) if isinstance(name, str) else None
    if do is not None:
        do()


def _sent(told: list[dict[str, Any]]) -> bytes:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _runs(phrases: tuple[Phrase, ...]) -> list[dict[str, Any] | str]:
    found = (one if isinstance(one, str) else one.told for one in phrases)
    return [_kept_blanks(one) if isinstance(one, str) else one for one in found if one]


def _kept_blanks(text: str) -> str:
    """One line, with the blanks at its ends that part it from what stands beside it."""
    clean = one_line(text.strip())
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' if before else ''}{clean}{' ' if after and clean else ''}"


@lru_cache(maxsize=2)
def _renderer(manager: BidiComponentManager) -> ComponentRenderer:
    return part_in(manager, _FOLDER, css="prose.css", js="prose.js")
