"""Whatever a page could read as Markdown is a text of ours, or has been through ``plain``.

Read off the code: a call that draws Markdown may get written-out words, numbers by name, and the
answer of one of a few functions that make a text harmless. Anything else is named here.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted([*(ROOT / "wres" / "ui").rglob("*.py"), *(ROOT / "pages").glob("*.py")])
# What draws Markdown, in any of its texts; a box of choices draws its choices as they are.
DRAWS = {
    *("markdown", "write", "title", "header", "subheader", "caption", "text"),
    *("info", "warning", "error", "success", "toast", "spinner", "progress", "status"),
    *("expander", "popover", "tabs", "metric", "badge", "dialog"),
    *("button", "download_button", "link_button", "page_link", "form_submit_button"),
    *("selectbox", "multiselect", "radio", "checkbox", "toggle", "pills", "segmented_control"),
    *("text_input", "text_area", "number_input", "date_input", "file_uploader", "slider"),
    *("camera_input", "chat_input", "feedback", "select_slider", "color_picker", "time_input"),
}
# Which of their arguments are texts: the first by its place, the others by name.
TEXTS = {"label", "body", "text", "help", "caption", "captions", "placeholder", "delta", "value"}
# A choice of these is drawn as Markdown too.
CHOICES = {"radio", "pills", "segmented_control", "tabs"}
# Boxes for typing show their text as it is, never as Markdown.
VALUE_IS_TYPED = {"text_input", "text_area", "number_input", "date_input", "checkbox", "slider"}
DEEPEST = 20
MAKES_HARMLESS = {"plain", "echo", "safe_url", "len", "int"}
# Whole numbers and dates of ours, by the name they go by.
NUMBERS = {"number", "wres_year", "year", "id", "version", "first", "done", "whole", "rows"}
NUMBERS |= {"indicator", "checked_on", "closed", "count"}
# Texts that no call here makes harmless, each with the place where it is ours or made so.
OURS = {
    "refusal.sentence": "asked.py writes it with plain and echo",
    "label": "made of LABELS or of numbers by the function it stands in",
    "note": "our own remark on a filter",
    "section": "a heading of the menu, written in menu.py",
    "entry.title": "a page's name, written in menu.py",
    "menu.page_named(page)": "a page and no text",
    "cut.value": "band or staff group",
    "decision.label": "one of three written in deciding.py",
    "list(told)": "two choices, each shown through plain",
    "list(When)": "two choices written in deciding.py",
    "chosen": "a number of a version",
    "noun": "one of two words",
    "field.label": "a box of the plan’s form, written in wres/plans",
    "about": "one of the remarks of _HELP, written beside the form",
}


def is_drawn(call: ast.Call) -> Iterator[str]:
    """Give the names under which a call draws, none when it does not."""
    heads = [call.func.body, call.func.orelse] if isinstance(call.func, ast.IfExp) else [call.func]
    for head in heads:
        if isinstance(head, ast.Attribute) and head.attr in DRAWS:
            owner = ast.unparse(head.value)
            if owner.startswith(("st", "self._bar", "column", "bar", "box")):
                yield head.attr


def texts_of(call: ast.Call, name: str) -> list[ast.expr]:
    """Return the arguments of a call that are drawn as Markdown."""
    typed = {"value"} if name in VALUE_IS_TYPED else set()
    found = [one.value for one in call.keywords if one.arg in TEXTS - typed]
    first = call.args[:1] if name not in ("progress", "number_input") else call.args[1:2]
    second = call.args[1:2] if name in CHOICES else []
    return [*first, *second, *found]


# What an expression is made of, all of which must be harmless.
PARTS: dict[type[ast.expr], Callable[[Any], list[ast.expr]]] = {
    ast.JoinedStr: lambda text: text.values,
    ast.FormattedValue: lambda text: [] if text.format_spec else [text.value],
    ast.IfExp: lambda text: [text.body, text.orelse],
    ast.BoolOp: lambda text: text.values,
    ast.BinOp: lambda text: [text.left, text.right],
    ast.List: lambda text: text.elts,
    ast.Tuple: lambda text: text.elts,
    ast.GeneratorExp: lambda text: [text.elt],
    ast.ListComp: lambda text: [text.elt],
    ast.Subscript: lambda text: [text.value],
}


def is_harmless(text: ast.expr, known: dict[str, list[ast.expr]], deep: int = 0) -> bool:
    """Return whether a text is ours or was made harmless, as far as the code around it tells."""
    if isinstance(text, ast.Constant) or ast.unparse(text) in OURS:
        return True
    parts = _parts(text, known)
    return deep < DEEPEST and parts != [] and all(is_harmless(p, known, deep + 1) for p in parts)


def _parts(text: ast.expr, known: dict[str, list[ast.expr]]) -> list[ast.expr]:
    """What has to be harmless for a text to be so; nothing at all for a doubtful one."""
    fine: list[ast.expr] = [ast.Constant("")]
    if type(text) in PARTS:
        return PARTS[type(text)](text) or fine
    if isinstance(text, ast.Name | ast.Attribute):
        name = text.id if isinstance(text, ast.Name) else text.attr
        return fine if name.isupper() or name in NUMBERS else known.get(ast.unparse(text), [])
    if not isinstance(text, ast.Call) or ast.unparse(text.func) in MAKES_HARMLESS:
        return fine if isinstance(text, ast.Call) else []
    if not isinstance(text.func, ast.Attribute):
        return []
    kept = {"upper": [text.func.value], "lower": [text.func.value], "join": text.args}
    return kept.get(text.func.attr, [])


def given_in(scope: ast.AST) -> dict[str, list[ast.expr]]:
    """Return what each name of a function is given, assignments of its own only."""
    known: dict[str, list[ast.expr]] = {}
    for node in ast.walk(scope):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value is not None:
            targets = [node.target]
        for target in targets:
            if isinstance(target, ast.Name):
                known.setdefault(target.id, []).append(node.value)  # type: ignore[attr-defined]
    return known


def doubtful(tree: ast.Module) -> list[tuple[int, str]]:
    """Return the line and the text of every drawn text that nothing made harmless."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    found: dict[tuple[int, str], bool] = {}
    for scope in (tree, *functions):
        known = given_in(scope)
        for call in (node for node in ast.walk(scope) if isinstance(node, ast.Call)):
            texts = [text for name in is_drawn(call) for text in texts_of(call, name)]
            for text in texts:
                place = (text.lineno, ast.unparse(text))
                found[place] = found.get(place, True) and not is_harmless(text, known)
    return sorted(place for place, is_doubtful in found.items() if is_doubtful)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_is_drawn_is_ours_or_made_harmless(path: Path) -> None:
    """No name, reason, address or file name reaches Markdown as it came."""
    found = doubtful(ast.parse(path.read_text(encoding="utf-8")))
    assert [f"{path.name}:{line} {text}" for line, text in found] == []


def test_the_rule_can_fail() -> None:
    """A name put into a caption, a label or a choice as it came is found; so is one passed on."""
    bad = (
        "def f(name, one):\n"
        "    st.caption(f'By {name}')\n"
        "    st.button('Undo', help=one.note)\n"
        "    st.radio('Which', [one.note])\n"
        "    told = one.note if name else 'x'\n"
        "    st.markdown(told)\n"
        "    st.caption(f'By {plain(name)}, {one.number}')\n"
    )
    assert [line for line, _ in doubtful(ast.parse(bad))] == [2, 3, 4, 6]
