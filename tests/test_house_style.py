"""The style of the house: small functions, honest names, one place for each thing."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGES = sorted((ROOT / "pages").glob("*.py"))
ROOMS = sorted((ROOT / "wres").rglob("*.py"))
FILES = [*ROOMS, *PAGES, ROOT / "app.py"]

LONGEST_BODY = 40
DEEPEST_NESTING = 3
LONGEST_FILE = 300
LONGEST_PAGE = 80
MOST_BY_PLACE = 3

BANNED_NAMES = {
    *("unsafe_allow_html", "unsafe_allow_javascript", "eval", "exec", "pickle", "read_pickle"),
    *("read_html", "marshal", "shelve", "dill", "cloudpickle", "joblib", "read_parquet"),
    *("read_feather", "unsafe_load", "full_load", "__import__", "literal_eval"),
    # Nothing is fetched at run time, and no command is put together from text.
    *("requests", "httpx", "aiohttp", "urllib3", "urllib.request", "urlopen", "http.client"),
    *("smtplib", "ftplib", "telnetlib", "os.system", "popen", "getoutput", "shell"),
    # Built-in tables have exports of their own, and maps and embedded pages load from outside.
    *("dataframe", "data_editor", "pydeck_chart", "iframe"),
}
# The files that may start another program, and why.
STARTS_PROGRAMS = {
    "wres/upload/workbook.py": "workbooks are read in a process that can be ended: its own list "
    "of arguments, no shell",
}
BANNED_CALLS = {"st.html", "components.html", "components.iframe", "st.iframe"}
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "manager", "misc", "stuff"}
TABLE_LIBRARIES = {"pandas", "numpy", "pyarrow", "sqlalchemy", "polars"}
HEX_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")

Function = ast.FunctionDef | ast.AsyncFunctionDef
BLOCKS = (ast.For, ast.AsyncFor, ast.While, ast.If, ast.With, ast.AsyncWith, ast.Try, ast.Match)
OWNERS = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


def where(path: Path, node: ast.AST | None = None) -> str:
    """Return a place a person can open."""
    line = f":{getattr(node, 'lineno', 1)}" if node else ""
    return f"{path.relative_to(ROOT)}{line}"


@cache
def tree(path: Path) -> ast.Module:
    """Return a file, parsed."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> Iterator[Function]:
    """Give every function of a file, methods and inner ones included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, Function):
            yield node


def body_lines(function: Function) -> int:
    """Return the lines of a function's body, its docstring not counted."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def depth(node: ast.AST) -> int:
    """Return how deep blocks stand in blocks; ``elif`` is no deeper than its ``if``."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and child in node.orelse
        is_elif = is_elif and len(node.orelse) == 1
        step = 1 if isinstance(child, BLOCKS) and not is_elif else 0
        deepest = max(deepest, step + depth(child))
    return deepest


def public_functions(node: ast.AST) -> Iterator[Function]:
    """Give the functions and methods whose names are a promise to other files."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function) and not child.name.startswith("_"):
            yield child
        if isinstance(child, ast.ClassDef) and not child.name.startswith("_"):
            yield from public_functions(child)


def by_place(function: Function) -> list[str]:
    """Return the arguments that may be given by their place alone, not counted whose method it is.

    What takes any number of one kind counts as none.
    """
    named = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    return named[named[:1] in (["self"], ["cls"]) :]


def says_what_comes_back(function: Function) -> bool:
    """Return whether a docstring begins with what comes back, in a sentence on one line.

    A property is a name for what it gives, and a check of uploads for what is true when it passes.
    """
    first, *_ = (ast.get_docstring(function) or "").splitlines() or ("",)
    if not first.endswith((".", ".”", ":")):
        return False
    is_named = function.name.startswith("check_") or any(
        "property" in ast.unparse(one) for one in function.decorator_list
    )
    return is_named or first.partition(" ")[0] in ("Return", "Yield", "Give")


def docstrings(module: ast.Module) -> set[int]:
    """Return the lines docstrings begin on: what they say is not code."""
    return {
        owner.body[0].lineno
        for owner in ast.walk(module)
        if isinstance(owner, OWNERS) and ast.get_docstring(owner)
    }


def test_functions_are_short() -> None:
    """A body of more than 40 lines does more than one thing."""
    long = [
        f"{where(path, f)} {f.name}: {body_lines(f)} lines"
        for path in FILES
        for f in functions(path)
        if body_lines(f) > LONGEST_BODY
    ]
    assert not long, "\n".join(long)


def test_nesting_is_shallow() -> None:
    """Three blocks inside one another are the most a reader can hold."""
    deep = [
        f"{where(path, f)} {f.name}: {depth(f)} deep"
        for path in FILES
        for f in functions(path)
        if depth(f) > DEEPEST_NESTING
    ]
    assert not deep, "\n".join(deep)


def test_files_are_short() -> None:
    """A file of more than 300 lines is two files; a page of more than 80 is no recipe."""
    limits = dict.fromkeys(FILES, LONGEST_FILE) | dict.fromkeys(PAGES, LONGEST_PAGE)
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in FILES}
    long = [f"{where(path)}: {n} lines" for path, n in lines.items() if n > limits[path]]
    assert not long, "\n".join(long)


def test_every_file_says_what_it_is() -> None:
    """Each module opens with a docstring."""
    silent = [where(path) for path in FILES if not ast.get_docstring(tree(path))]
    assert not silent, "\n".join(silent)


def test_every_public_function_says_what_comes_back() -> None:
    """The first line says it: what it returns or gives, what a property is, what a check asks."""
    silent = [
        f"{where(path, f)} {f.name}"
        for path in FILES
        for f in public_functions(tree(path))
        if not says_what_comes_back(f)
    ]
    assert not silent, "\n".join(silent)


def test_a_call_says_the_names_of_what_it_gives() -> None:
    """What stands fourth in a call says nothing by its place; the third seldom does."""
    unnamed = [
        f"{where(path, f)} {f.name}: {', '.join(by_place(f)[MOST_BY_PLACE:])}"
        for path in FILES
        for f in public_functions(tree(path))
        if len(by_place(f)) > MOST_BY_PLACE
    ]
    assert not unnamed, "\n".join(unnamed)


def test_every_file_has_the_annotations_line() -> None:
    """``from __future__ import annotations`` opens every file that does more than pass on names."""
    line = "from __future__ import annotations"
    without = [
        where(path)
        for path in FILES
        if path.name != "__init__.py" and line not in path.read_text(encoding="utf-8")
    ]
    assert not without, "\n".join(without)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_a_recipe(path: Path) -> None:
    """No functions, no classes, no tables and no files in a page."""
    wrong = []
    for node in ast.walk(tree(path)):
        if isinstance(node, Function | ast.ClassDef):
            wrong.append(f"{where(path, node)} defines {node.name}")
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        wrong += [f"{where(path)} imports {n}" for n in names if n.split(".")[0] in TABLE_LIBRARIES]
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "open":
            wrong.append(f"{where(path, node)} opens a file")
    assert not wrong, "\n".join(wrong)


def words_of(node: ast.AST) -> set[str]:
    """Return the names a piece of code uses."""
    if isinstance(node, ast.Name):
        return {node.id}
    if isinstance(node, ast.Attribute):
        return {node.attr}
    if isinstance(node, ast.keyword):
        return {node.arg or ""}
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {alias.name for alias in node.names} | {getattr(node, "module", "") or ""}
    return set()


def is_banned(node: ast.AST) -> bool:
    """Return whether a piece of code runs what it should only read."""
    if isinstance(node, ast.Call):
        called = ast.unparse(node.func)
        risky = (".components.v1.html", ".query", "yaml.load", "os.system", "st.map")
        return called in BANNED_CALLS or called.endswith(risky)
    return bool(words_of(node) & BANNED_NAMES)


def test_nothing_runs_what_it_should_only_read() -> None:
    """No raw HTML, no evaluation, no pickles, no queries made of text."""
    found = [
        where(path, node) for path in FILES for node in ast.walk(tree(path)) if is_banned(node)
    ]
    assert not found, "\n".join(found)
    print(f"S6: {len(found)} uses of {len(BANNED_NAMES | BANNED_CALLS)} banned names")


def test_only_one_file_starts_a_program() -> None:
    """Every file that imports subprocess is listed with its reason."""
    found = {
        str(path.relative_to(ROOT))
        for path in FILES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Import | ast.ImportFrom) and "subprocess" in words_of(node)
    }
    assert found == set(STARTS_PROGRAMS)


def test_session_state_is_in_one_file() -> None:
    """Only wres/ui/state.py remembers."""
    found = [
        where(path, node)
        for path in FILES
        if path != ROOT / "wres/ui/state.py"
        for node in ast.walk(tree(path))
        if "session_state" in words_of(node)
    ]
    assert not found, "\n".join(found)


def test_colours_are_in_one_file() -> None:
    """Only wres/charts/theme.py (and the settings of Streamlit) names a colour."""
    found = [
        f"{where(path, node)} {node.value!r}"
        for path in FILES
        if path != ROOT / "wres/charts/theme.py"
        for module in [tree(path)]
        for said in [docstrings(module)]
        for node in ast.walk(module)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and node.lineno not in said
        and HEX_COLOUR.search(node.value)
    ]
    assert not found, "\n".join(found)


def test_no_name_is_empty() -> None:
    """No room, class or function is called after what it is not about."""
    named = [(where(path), path.stem) for path in FILES]
    named += [
        (where(path, node), node.name)
        for path in FILES
        for node in ast.walk(tree(path))
        if isinstance(node, Function | ast.ClassDef)
    ]
    pieces = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
    empty = [
        f"{place} {name}"
        for place, name in named
        if {piece.lower() for piece in pieces.findall(name)} & EMPTY_WORDS
    ]
    assert not empty, "\n".join(empty)


def test_pages_have_plain_names() -> None:
    """A page's file name is its public address: small letters and underscores only."""
    assert [p.stem for p in PAGES if not re.fullmatch(r"[a-z]+(?:_[a-z]+)*", p.stem)] == []


def test_the_rules_can_fail() -> None:
    """Each rule notices code that breaks it."""
    bad = ast.parse(
        "def f():\n for a in b:\n  if a:\n   with a:\n    while a:\n     st.html(eval(a))\n"
    )
    (function,) = [node for node in ast.walk(bad) if isinstance(node, Function)]
    assert depth(function) == DEEPEST_NESTING + 1
    assert body_lines(function) == 5
    assert sum(is_banned(node) for node in ast.walk(bad)) == 2
    assert not says_what_comes_back(function)
    told = ast.parse('def f():\n "Whether it is so."\ndef g():\n "Return whether it is so."\n')
    said = [says_what_comes_back(one) for one in told.body if isinstance(one, Function)]
    assert said == [False, True]
    (method,) = ast.parse("def f(self, a, b, c, d=1, *more, e): pass").body
    assert isinstance(method, Function) and by_place(method)[MOST_BY_PLACE:] == ["d"]
    assert HEX_COLOUR.search("#12436D")
    assert not HEX_COLOUR.search("issue #12")
