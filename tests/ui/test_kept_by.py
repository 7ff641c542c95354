"""What a page keeps between visitors is found by everything it was made of."""

from __future__ import annotations

import ast
from pathlib import Path

UI = Path(__file__).resolve().parents[2] / "wres" / "ui"
# Evidence is no part of a key and stands there with its version or how much was written, a report
# with the mark it is made by, and a chart with the mark of all that is in it.
BESIDE_A_VERSION = {"_evidence", "_asked", "_marked"}


def kept_functions() -> list[ast.FunctionDef]:
    """Give the functions whose results Streamlit keeps."""
    return [
        node
        for path in UI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
        and any("cache_resource" in ast.unparse(one) for one in node.decorator_list)
    ]


def test_no_version_is_left_out_of_a_key() -> None:
    """Streamlit leaves out an argument whose name begins with a bar: a version never has one."""
    found = kept_functions()
    assert len(found) > 5
    barred = {arg.arg for one in found for arg in one.args.args if arg.arg.startswith("_")}
    assert barred <= BESIDE_A_VERSION


def test_what_is_kept_of_visitors_has_an_end() -> None:
    """Whatever takes an argument says how many of it are kept."""
    endless = [
        one.name
        for one in kept_functions()
        if one.args.args and not any("max_entries" in ast.unparse(d) for d in one.decorator_list)
    ]
    assert endless == []
