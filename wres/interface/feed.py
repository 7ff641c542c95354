"""The newest changes of an organisation's figures as a feed that a reader of feeds looks at."""

from __future__ import annotations

from collections.abc import Callable
from xml.etree import ElementTree as Tree

from wres.answers import Evidence
from wres.organisations import Organisation
from wres.reports.figure_changes import Changes, changes_between
from wres.store import Version
from wres.words import MADE_UP, organisation_title
from wres.words.changes import verdict_changed

ATOM = "http://www.w3.org/2005/Atom"
# Each needs the publication of its time, which takes a while to make.
NEWEST = 5
NO_TIME = "2025-01-01T00:00:00+00:00"


def feed(
    organisation: Organisation,
    versions: tuple[Version, ...],
    *,
    at: Callable[[int], Evidence],
) -> bytes:
    """Return an Atom feed: one entry for each of the newest versions that changed its figures.

    ``versions`` are those that wrote figures of the organisation, newest first.
    """
    Tree.register_namespace("", ATOM)
    root = Tree.Element(f"{{{ATOM}}}feed")
    name = f"WRES figures of {organisation_title(organisation)}"
    _add(root, "title", f"{name}. {MADE_UP}" if organisation.made_up else name)
    _add(root, "id", f"urn:wres-explorer:{organisation.code}")
    _add(root, "updated", versions[0].made_at.isoformat() if versions else NO_TIME)
    _add(_part(root, "author"), "name", "WRES Explorer")
    for one in versions[:NEWEST]:
        found = changes_between(at(one.parent_id), at(one.id), organisation.code)
        if found.figures:
            _entry(root, organisation, one, found)
    made: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return made


def _entry(root: Tree.Element, organisation: Organisation, one: Version, found: Changes) -> None:
    entry = _part(root, "entry")
    _add(entry, "title", f"Version {one.id}. {found.sentence}")
    _add(entry, "id", f"urn:wres-explorer:{organisation.code}:{one.id}")
    _add(entry, "updated", one.made_at.isoformat())
    told = [found.sentence, *(verdict_changed(change) for change in found.verdicts)]
    _add(entry, "summary", " ".join(told))


def _part(parent: Tree.Element, name: str) -> Tree.Element:
    return Tree.SubElement(parent, f"{{{ATOM}}}{name}")


def _add(parent: Tree.Element, name: str, text: str) -> None:
    _part(parent, name).text = text
