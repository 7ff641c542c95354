"""The pages of ``docs/`` that are made from the program itself, so that they cannot fall behind.

``python -m tests.test_docs`` writes them; ``tests/test_docs.py`` holds each against the code.
"""

from __future__ import annotations

import argparse
import ast
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tests.test_architecture import TIERS, module_of, own_imports, product_files, room_of
from tests.test_house_style import tree
from wres.command_line.arguments import parser
from wres.indicators import INDICATORS, Indicator
from wres.settings import SETTINGS
from wres.words.labels import group_label

ROOT = Path(__file__).resolve().parents[1]
MADE = "by `python -m tests.test_docs`; do not edit it."
# Rooms that every other room may use; their arrows would hide the rest of the drawing.
EVERYWHERE = ("errors", "settings", "terms", "text")
Edge = tuple[str, str]


def architecture_page() -> str:
    """Return the text of ``docs/architecture.md``: the rooms, drawn from who imports whom."""
    edges, files = imports_between_rooms(), files_of_rooms()
    lines = [
        "# The rooms, and who may call whom",
        "",
        f"Made from the imports of the program {MADE}",
        "",
        "A room is a folder or a file of `wres/`; `pages` and `app` stand on top. Arrows lead from",
        "a room to one it imports, always down: `tests/test_architecture.py` keeps it so. An",
        "arrow is left out where a longer way says the same already, and for the four rooms that",
        f"everybody may use ({', '.join(EVERYWHERE)}). The table has all that a room imports.",
        "A thick arrow stands for ten files or more that import the room. Numbers of files are",
        "rounded, so that this page changes when the house does and not with every file.",
        "",
        "```mermaid",
        *_drawing(edges, files),
        "```",
        "",
        "## Room by room, the lowest first",
        "",
        "Streamlit is known to `ui`, `pages` and `app` alone. Up to `disclosure` nothing touches a",
        "file, a clock or a database.",
        "",
        "| room | what it is for | files | imports |",
        "|---|---|---|---|",
        *(_room_row(room, edges, files) for row in TIERS for room in row if room in files),
    ]
    return "\n".join(lines) + "\n"


def imports_between_rooms() -> Counter[Edge]:
    """Return how many files of one room import another, for each pair of rooms."""
    return Counter(
        pair for path in product_files() for pair in set(own_imports(path)) if pair[0] != pair[1]
    )


def files_of_rooms() -> Counter[str]:
    """Return how many Python files each room has."""
    rooms = (room_of(module_of(path)) for path in product_files())
    return Counter(room for room in rooms if room != "wres")


def drawn(edges: Iterable[Edge]) -> list[Edge]:
    """Return the arrows that no longer way implies, the rooms used everywhere left out."""
    kept = {(a, b) for a, b in edges if b not in EVERYWHERE}
    below: dict[str, set[str]] = {}
    for importer, imported in kept:
        below.setdefault(importer, set()).add(imported)
    return sorted(
        (a, b) for a, b in kept if not any(b in _reached(c, below) for c in below[a] - {b})
    )


def _reached(room: str, below: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [room]
    while waiting:
        new = below.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def _drawing(edges: Counter[Edge], files: Counter[str]) -> Iterator[str]:
    yield "flowchart TB"
    for room in sorted(set(files) - set(EVERYWHERE)):
        yield f'  {_node(room)}["{room}<br/>{_about(files[room])}"]'
    for importer, imported in drawn(edges):
        arrow = "==>" if edges[importer, imported] >= 10 else "-->"
        yield f"  {_node(importer)} {arrow} {_node(imported)}"


def _node(room: str) -> str:
    return f"room_{room.strip('_')}"


def _about(files: int) -> str:
    if files == 1:
        return "1 file"
    return "fewer than 10 files" if files < 10 else f"about {round(files / 10) * 10} files"


def _room_row(room: str, edges: Counter[Edge], files: Counter[str]) -> str:
    imported = sorted(b for a, b in edges if a == room)
    names = ", ".join(f"`{name}`" for name in imported) or "none"
    return f"| `{room}` | {_first_line_of(room)} | {_about(files[room])} | {names} |"


def _first_line_of(room: str) -> str:
    if room == "pages":
        return "The pages: each a recipe of a few lines, named as its public address."
    here = ROOT / ("app.py" if room == "app" else f"wres/{room}.py")
    path = here if here.is_file() else ROOT / "wres" / room / "__init__.py"
    said = ast.get_docstring(tree(path)) or ""
    return said.splitlines()[0]


def indicators_page() -> str:
    """Return the text of ``docs/indicators.md``: each indicator as its record has it."""
    lines = [
        "# The indicators",
        "",
        f"Made from `wres/indicators/the_nine.py` {MADE}",
        "How each is worked out, with the formulas: [method.md](method.md).",
        "",
        "| | indicator | from | which way | compared as |",
        "|---|---|---|---|---|",
        *(_indicator_row(one) for one in INDICATORS),
    ]
    for one in INDICATORS:
        lines += ["", f"## {one.number}. {one.short_name}", "", f"{one.wording}.", ""]
        lines += [f"- {fact}" for fact in _facts(one)]
    return "\n".join(lines) + "\n"


def _indicator_row(one: Indicator) -> str:
    cells = (one.number, one.short_name, one.kind.value, one.polarity.value, one.unit.value)
    return f"| {' | '.join(str(cell) for cell in cells)} |"


def _facts(one: Indicator) -> Iterator[str]:
    yield f"Counted: {one.numerator}."
    yield f"Out of: {one.denominator}."
    if one.ratio_top is not None:
        yield f"The ratio has {group_label(one.ratio_top)} on top."
    yield f"Good looks like: {one.better}."
    yield f"Why it matters: {one.why_it_matters}"
    for first, last, label in one.questions:
        yield f"Question of the staff survey {first} to {last}: {label}."
    for broken in one.breaks:
        yield f"The series is cut at survey {broken.first_survey_year}: {broken.reason}"
    if one.caution:
        yield f"Take care: {one.caution}"
    yield f"Source: {one.source}. Checked on {one.checked_on.isoformat()} by the {one.checked_by}."


def commands_page() -> str:
    """Return the text of ``docs/commands.md``: each command with what it takes."""
    whole = parser()
    lines = [
        "# The commands",
        "",
        f"Made from the commands themselves {MADE}",
        f"{whole.description} {whole.epilog}",
        "Each has `--json`, and `--help`, which says the same as this page.",
    ]
    for name, one in commands().items():
        lines += ["", f"## {name}", "", one.description or "", ""]
        lines += [f"    {_usage(name, one)}", ""]
        lines += [f"- {_option(action)}" for action in _asked(one)]
    return "\n".join(lines).replace("\n\n\n", "\n\n").rstrip("\n") + "\n"


def commands() -> dict[str, argparse.ArgumentParser]:
    """Return the parser of each subcommand of ``python -m wres``, by name."""
    nested = (one for one in parser()._actions if isinstance(one, argparse._SubParsersAction))
    return {name: made for one in nested for name, made in one.choices.items()}


def _asked(one: argparse.ArgumentParser) -> list[argparse.Action]:
    return [action for action in one._actions if action.dest not in ("help", "json")]


def _usage(name: str, one: argparse.ArgumentParser) -> str:
    words = [_usage_word(action) for action in _asked(one)]
    return " ".join(["python -m wres", name, *sorted(words, key=lambda word: word[0] == "[")])


def _usage_word(action: argparse.Action) -> str:
    word = " ".join((*action.option_strings[:1], *_value(action)))
    needed = action.required if action.option_strings else action.nargs != "?"
    return word if needed else f"[{word}]"


def _value(action: argparse.Action) -> tuple[str, ...]:
    if action.nargs == 0:
        return ()
    if action.choices:
        return ("|".join(str(choice) for choice in action.choices),)
    return (str(action.metavar or action.dest.upper()),)


def _option(action: argparse.Action) -> str:
    name = " ".join((*action.option_strings[:1], *_value(action)))
    return f"`{name}`: {action.help}" if action.help else f"`{name}`"


def settings_page() -> str:
    """Return the text of ``docs/settings.md``: each variable of the environment."""
    rows = (
        f"| `{one.name}` | {one.meaning} | {one.without} | `{one.example}` |" for one in SETTINGS
    )
    lines = [
        "# The settings",
        "",
        f"Made from `wres/settings.py` {MADE}",
        "They are variables of the environment and are read when they are needed. A value that",
        "cannot be right stops the program with one sentence; nothing is guessed. Sign-in has its",
        "own file: [access.md](access.md). Variables of the tests are in",
        "[the README](../README.md) and [keeping.md](keeping.md).",
        "",
        "| variable | what it does | without it | such as |",
        "|---|---|---|---|",
        *rows,
    ]
    return "\n".join(lines) + "\n"


MADE_FROM_CODE: dict[str, Callable[[], str]] = {
    "architecture.md": architecture_page,
    "commands.md": commands_page,
    "indicators.md": indicators_page,
    "settings.md": settings_page,
}
