"""The walls of the house: imports point one way, and every page is behind the one door."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest

from tests.test_house_style import tree
from tests.ui.socket_client import server, visit
from wres.ui import menu

ROOT = Path(__file__).resolve().parents[1]
WRES = ROOT / "wres"
# From low to high. A module imports from its own room and from lower rows only; words is the
# exception: anything above concerns may use it.
TIERS: tuple[tuple[str, ...], ...] = (
    ("errors", "settings"),
    ("terms", "text", "access"),
    ("indicators", "organisations"),
    ("results", "statistics"),
    ("measures", "benchmarks"),
    ("comparisons",),
    ("claims", "concerns", "judgements", "plans", "predictions"),
    ("publication",),
    ("disclosure",),
    ("live",),
    ("store", "upload", "library"),
    ("planning",),
    ("answers",),
    ("words",),
    ("charts",),
    # What a person takes away holds charts; no chart holds a report.
    ("reports",),
    # Pages of the web and the command line give other programs the same.
    ("interface",),
    ("web", "ui", "command_line"),
    ("__main__",),
    ("pages",),
    ("app",),
)
TIER_OF = {room: tier for tier, rooms in enumerate(TIERS) for room in rooms}
CORE = {room for rooms in TIERS[: TIER_OF["store"]] for room in rooms}
NOT_IN_THE_CORE = {
    *("pandas", "numpy", "pyarrow", "sqlalchemy", "streamlit", "altair", "openpyxl", "scipy"),
    *("highspy",),
    *("pathlib", "os", "io", "shutil", "tempfile", "sqlite3", "time", "socket", "subprocess"),
}
# The list of roles is text in memory; csv wants a file-like object.
# Only the attack solves programs.
ALLOWED_IN_THE_CORE = {("access", "io"), ("disclosure", "highspy")}


def product_files() -> list[Path]:
    """Return every Python file of the product."""
    return [*sorted(WRES.rglob("*.py")), *sorted((ROOT / "pages").glob("*.py")), ROOT / "app.py"]


def module_of(path: Path) -> str:
    """Return the dotted name of a file of the product."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def room_of(module: str) -> str:
    """Return the room of a module: what follows ``wres.``, or pages, or app."""
    parts = module.split(".")
    return parts[1] if parts[0] == "wres" and len(parts) > 1 else parts[0]


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Return the modules a file imports, those inside functions included."""
    found: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by dots; name the module in full"
            module = node.module or ""
            found |= {f"{module}.{a.name}" if module == "wres" else module for a in node.names}
    return frozenset(found)


def may_import(importer: str, imported: str) -> bool:
    """Return whether one room may import another."""
    if importer == imported:
        return True
    if imported == "words" and TIER_OF[importer] > TIER_OF["concerns"]:
        return True
    return TIER_OF[imported] < TIER_OF[importer]


def own_imports(path: Path) -> Iterator[tuple[str, str]]:
    """Give each import of the product's own modules, as rooms: importer, imported."""
    for module in imports_of(path):
        if module.split(".")[0] in {"wres", "pages", "app"} and module != "wres":
            yield room_of(module_of(path)), room_of(module)


def test_every_room_has_its_tier() -> None:
    """A new room is given its place in TIERS before anything imports it."""
    rooms = {room_of(module_of(path)) for path in product_files()} - {"wres"}
    assert rooms <= set(TIER_OF), f"no tier for {sorted(rooms - set(TIER_OF))}"


def test_imports_point_one_way() -> None:
    """Low may not import high."""
    wrong = [
        f"{path.relative_to(ROOT)}: {importer} imports {imported}"
        for path in product_files()
        for importer, imported in own_imports(path)
        if not may_import(importer, imported)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_rooms_import_each_other_in_a_circle() -> None:
    """The one exception, words, makes no circle."""
    edges = {pair for path in product_files() for pair in own_imports(path) if pair[0] != pair[1]}
    rooms = {room for edge in edges for room in edge}
    while rooms:
        leaves = {room for room in rooms if not any(a == room and b in rooms for a, b in edges)}
        assert leaves, f"a circle among {sorted(rooms)}"
        rooms -= leaves


def test_streamlit_is_imported_in_one_room_only() -> None:
    """Streamlit is known to wres/ui, the pages and app.py."""
    users = {
        module_of(path)
        for path in product_files()
        if any(module.split(".")[0] == "streamlit" for module in imports_of(path))
    }
    assert {room_of(user) for user in users} <= {"ui", "pages", "app"}


def test_the_core_knows_no_files_clock_or_tables() -> None:
    """From errors to publication the standard library is enough, without files and clocks."""
    wrong = [
        f"{module_of(path)} imports {module}"
        for path in product_files()
        for module in imports_of(path)
        if (room := room_of(module_of(path))) in CORE
        and module.split(".")[0] in NOT_IN_THE_CORE
        and (room, module) not in ALLOWED_IN_THE_CORE
    ]
    assert not wrong, "\n".join(wrong)


def test_the_core_opens_no_file() -> None:
    """No call of open, and no date of today, in the core."""
    wrong = [
        f"{module_of(path)}:{node.lineno}"
        for path in product_files()
        if room_of(module_of(path)) in CORE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in {"open", "date.today", "datetime.now", "datetime.today"}
    ]
    assert not wrong, "\n".join(wrong)


WRITES = {
    *("accept", "keep_draft", "publish_draft", "discard_draft", "undo", "restore"),
    *("change_role", "take_role", "record_look"),
}
# What keeps what people write, by the module it comes from; each takes the store and writes to it.
KEEPS = {
    "wres.answers.judging": {"keep"},
    "wres.answers.locking": {"lock"},
    "wres.answers.written": {"add_comment"},
    "wres.answers.local_cases": {"keep_case", "move_case"},
    "wres.planning": {"draft_activity", "change_activity"},
}
ASKS = {"visitor.writer", "access.require", "access.require_sight_of_hidden"}


def _calls(node: ast.AST) -> set[str]:
    """Return what is called inside a piece of code, written out."""
    return {ast.unparse(one.func) for one in ast.walk(node) if isinstance(one, ast.Call)}


def test_whatever_writes_for_the_app_asks_who_it_is() -> None:
    """A file of the app that calls a writing function has a function that asks for the role."""
    seen = 0
    for path in [*(WRES / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")]:
        calls = _calls(tree(path))
        writers = {call for call in calls if call.split(".")[-1] in WRITES}
        keepers = set().union(*(KEEPS.get(module, set()) for module in imports_of(path)))
        if any("store" in call for call in writers) or keepers & calls:
            seen += 1
            assert calls & ASKS, f"{path.name} calls {writers} and asks nobody"
    assert seen == 9


def test_one_panel_alone_asks_for_hidden_figures() -> None:
    """No other page, export or command can come upon them."""
    asking = [
        path.relative_to(ROOT).as_posix()
        for path in product_files()
        if "wres.answers.hidden" in imports_of(path)
    ]
    assert asking == ["wres/ui/hidden.py"]


def test_no_pages_folder_lies_beside_the_shell() -> None:
    """Beside a folder of that name Streamlit would run a deep-linked page without the shell."""
    assert not (WRES / "ui" / "pages").exists()


# Every page is asked for in tests/walls; as the first page of a server, every eighth, or with
# ``WRES_ALL_VIEWS=1`` all.
COLD = menu.entries()[:: 1 if os.environ.get("WRES_ALL_VIEWS") else 8]


@pytest.fixture(scope="module")
def cold_ports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, int]]:
    """Give one server per page that nobody has visited, with the role taken away."""
    with ExitStack() as stack:
        yield {
            entry.name: stack.enter_context(
                server(tmp_path_factory.mktemp(entry.name), role="none")
            )
            for entry in COLD
        }


@pytest.mark.parametrize("name", [entry.name for entry in COLD])
def test_a_cold_deep_link_meets_the_guard(name: str, cold_ports: dict[str, int]) -> None:
    """The first visitor ever, over a raw socket, on any page: its title and the refusal alone."""
    seen = visit(cold_ports[name], name)
    # The component is what every page has for keys and screen readers, and carries nothing.
    assert seen.kinds == {"alert", "bidi_component", "heading"}
    assert seen.alerts == ["Please sign in to see this page\\."]
