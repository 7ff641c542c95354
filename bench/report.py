"""The page of figures: what every part found when it last ran."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bench import counting, goals, hundred, interface, latency, nation, pages, replicas, room, rules
from bench.figures import Part

# Each part by the name it is asked for by, in the order of the page.
PARTS: Mapping[str, Part] = MappingProxyType(
    {
        "pages": pages,
        "counting": counting,
        "goals": goals,
        "rules": rules,
        "latency": latency,
        "hundred": hundred,
        "room": room,
        "interface": interface,
        "nation": nation,
        "replicas": replicas,
    }
)
HEAD = """# What is measured

`python -m bench` starts the program and a bare Streamlit page in turn, cold, on the same machine
in the same run, opens each in Chromium and changes a filter, and times single pieces of work.
It writes `results.json` and this page. Nothing here is a test: machines are noisy, so read the
ratios and the ranges, not the third digit. Start-up counts the server and a fresh browser tab.

The bare page is one select box and a heading, served in the same way. Ours on the same change
draws four charts, their tables and files.

`python -m bench NAME` measures one part and keeps the rest, `python -m bench --page` writes this
page anew. The parts: {parts}.
"""


def page(found: Mapping[str, Any]) -> str:
    """Return the page of figures as Markdown, a section for each part that has been measured."""
    told = (part.section(found[name]) for name, part in PARTS.items() if name in found)
    return (
        "\n\n".join(
            (
                HEAD.format(parts=", ".join(f"`{name}`" for name in PARTS)).rstrip(),
                *filter(None, told),
            )
        )
        + "\n"
    )
