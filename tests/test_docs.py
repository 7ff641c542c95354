"""The documents are complete: every indicator, check, data file and command is described.

``python -m tests.test_docs`` writes ``docs/checks.md`` anew from the register of checks, the rules
in ``docs/data-protection.md`` from the program's own words, and every page of
``tests/pages_from_code.py``.
"""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

import pytest

from tests.pages_from_code import (
    EVERYWHERE,
    MADE_FROM_CODE,
    commands,
    drawn,
    imports_between_rooms,
)
from tests.test_house_style import FILES, docstrings, tree
from wres.access import IDLE_SECONDS
from wres.indicators import INDICATORS, Indicator
from wres.settings import SETTINGS, Setting
from wres.upload.asking import Check, SheetsCheck
from wres.upload.checking import Stage
from wres.upload.checks import CHECKS, SHEETS_CHECKS
from wres.upload.limits import LARGEST_FILE_BYTES, LARGEST_RESPONDENT_FILE_BYTES
from wres.words.data_protection import protection_rules

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
METHOD = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
DATA_README = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
CHECKS_PAGE = ROOT / "docs" / "checks.md"
PROTECTION_PAGE = ROOT / "docs" / "data-protection.md"
RULES_BEGIN = "<!-- rules: python -m tests.test_docs -->"
RULES_END = "<!-- end of rules -->"
DOCUMENTS = [
    *sorted(ROOT.glob("*.md")),
    ROOT / "data" / "README.md",
    *sorted(ROOT.glob("docs/*.md")),
]
STAGE_TITLES = {
    Stage.FILE: "The file",
    Stage.COLUMNS: "The columns",
    Stage.TERMS: "Words and years",
    Stage.VALUES: "Numbers",
    Stage.PLAUSIBILITY: "Does it look right?",
    Stage.SHEETS: "Across sheets",
}
START = (
    "python -m venv .venv && .venv/bin/python -m pip install -r requirements.txt "
    "&& .venv/bin/python -m streamlit run app.py"
)
TEST = (
    "python -m venv .venv && .venv/bin/python -m pip install -r requirements-dev.txt "
    "&& .venv/bin/python -m pytest -n auto"
)
TEXT_ENDINGS = {".csv", ".json", ".md", ".py", ".toml", ".txt", ".yml", ".html", ".css", ".sh"}
NOT_OURS = {".git", ".venv", "__pycache__", "local", "build"}
# Where one computer keeps its things means nothing to the next reader.
SETTING = re.compile(r"\bWRES_[A-Z_]*[A-Z]\b")
MACHINE_PATH = re.compile(r"(?<![\w./-])/(?:work|root|Users)/\w")


def described_files() -> list[Path]:
    """Return every file under ``data/`` that git keeps, its own README apart."""
    found = [path for path in (ROOT / "data").rglob("*") if path.is_file() and _is_ours(path)]
    return sorted(path for path in found if path.name != "README.md")


def _is_ours(path: Path) -> bool:
    parts = path.relative_to(ROOT).parts
    return not NOT_OURS & set(parts) and not any(part.endswith("_cache") for part in parts)


def checks_page() -> str:
    """Return the text of ``docs/checks.md``: one line for each check, by stage."""
    lines = [
        "# Every check of an upload",
        "",
        "Made from the docstrings of the checks by `python -m tests.test_docs`; do not edit it.",
        "Each line says what is true when the check passes. A check that does not pass either",
        "warns or stops the file. Its message names the lines and says how to mend them.",
    ]
    for stage in Stage:
        lines += ["", f"## {STAGE_TITLES[stage]}", "", "| check | passes when |", "|---|---|"]
        for check in (*CHECKS, *SHEETS_CHECKS):
            if check.stage is stage:
                lines.append(f"| `{check.name}` | {_first_line(check.run)} |")
    return "\n".join(lines) + "\n"


def protection_page() -> str:
    """Return the text of ``docs/data-protection.md`` with its rules as the program has them."""
    text = PROTECTION_PAGE.read_text(encoding="utf-8")
    rows = [f"| {rule.number} | {rule.name} | {rule.what} |" for rule in protection_rules()]
    table = "\n".join(["| rule | name | as built |", "|---|---|---|", *rows])
    before, rest = text.split(RULES_BEGIN)
    return f"{before}{RULES_BEGIN}\n{table}\n{RULES_END}{rest.split(RULES_END)[1]}"


def _first_line(described: object) -> str:
    paragraph = (inspect.getdoc(described) or "").split("\n\n")[0]
    return " ".join(paragraph.split())


def after_marker(text: str, marker: str) -> str:
    """Return the one fenced line that follows a marker in the README."""
    found = re.search(rf"<!-- {marker} -->\n```\w*\n(.+)\n```", text)
    return found[1] if found else ""


@pytest.mark.parametrize("measured", INDICATORS, ids=lambda one: str(one.number))
def test_every_indicator_is_in_the_method(measured: Indicator) -> None:
    """Each of the nine indicators has its row in docs/method.md."""
    assert f"| {measured.number} | {measured.short_name} |" in METHOD


@pytest.mark.parametrize("check", (*CHECKS, *SHEETS_CHECKS), ids=lambda one: one.name)
def test_every_check_says_what_it_asks(check: Check | SheetsCheck) -> None:
    """Each check has a docstring, and so a line in docs/checks.md."""
    assert _first_line(check.run)


def test_the_page_of_checks_is_current() -> None:
    """docs/checks.md holds what the register says; if not, run python -m tests.test_docs."""
    assert CHECKS_PAGE.read_text(encoding="utf-8") == checks_page()


@pytest.mark.parametrize("name", MADE_FROM_CODE)
def test_a_page_made_from_the_code_is_current(name: str) -> None:
    """It says what the program says; if not, run python -m tests.test_docs."""
    kept = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert kept == MADE_FROM_CODE[name](), "run python -m tests.test_docs and commit what it wrote"


def test_the_drawing_of_the_rooms_leaves_no_import_out() -> None:
    """Every import between rooms is an arrow or a way of several arrows, and no arrow is spare."""
    every = imports_between_rooms()
    arrows = drawn(every)
    below: dict[str, set[str]] = {}
    for importer, imported in reversed(arrows):
        below.setdefault(importer, set()).add(imported)
    ways: set[tuple[str, str]] = set(arrows)
    while more := {(a, c) for a, b in ways for c in below.get(b, ())} - ways:
        ways |= more
    assert {pair for pair in every if pair[1] not in EVERYWHERE} <= ways
    assert drawn([("a", "b"), ("b", "c"), ("a", "c"), ("a", "d")]) == [
        ("a", "b"),
        ("a", "d"),
        ("b", "c"),
    ]


def _settings_written_out(path: Path) -> set[str]:
    """Return the variables of the program that a file spells out in its texts, names apart."""
    if not SETTING.search(path.read_text(encoding="utf-8")):
        return set()
    nodes, said = list(ast.walk(tree(path))), docstrings(tree(path))
    texts = [
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if node.lineno not in said
    ]
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            names |= {alias.name for alias in node.names}
    return {word for text in texts for word in SETTING.findall(text)} - names


def test_every_setting_is_in_the_register() -> None:
    """No file spells a WRES_ variable out but the register, so none is missing from the docs."""
    written = {path: found for path in FILES if (found := _settings_written_out(path))}
    assert set(written) == {ROOT / "wres" / "settings.py"}
    assert written[ROOT / "wres" / "settings.py"] == {one.name for one in SETTINGS}
    docs = "".join(page.read_text(encoding="utf-8") for page in DOCUMENTS)
    assert {one.name for one in SETTINGS} <= set(SETTING.findall(docs))


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda one: one.name)
def test_every_setting_says_what_it_does(setting: Setting) -> None:
    """Each has its meaning, what holds without it and an example, and is empty when not set."""
    assert setting.meaning and setting.without and setting.example
    assert setting.given({}) == ""
    assert setting.given({setting.name: setting.example}) == setting.example


def test_the_data_protection_annex_has_the_numbers_of_the_code() -> None:
    """Its fourteen rules are those of the program, and so are the limits on files and idle time."""
    text = PROTECTION_PAGE.read_text(encoding="utf-8")
    assert text == protection_page()
    assert len(protection_rules()) == 14
    megabytes = 1024 * 1024
    assert f"up to {LARGEST_RESPONDENT_FILE_BYTES // megabytes} MB" in text
    assert f"up to {LARGEST_FILE_BYTES // megabytes} MB" in text
    assert f"{IDLE_SECONDS // 60} minutes" in text


@pytest.mark.parametrize("path", described_files(), ids=lambda path: path.name)
def test_every_data_file_is_named(path: Path) -> None:
    """Each file under data/ has its line in data/README.md."""
    assert f"`{path.relative_to(ROOT / 'data').as_posix()}`" in DATA_README


def test_data_readme_names_no_file_that_is_gone() -> None:
    """Each file that heads a row of data/README.md is there."""
    named = re.findall(r"^\| `([\w/.-]+)` \|", DATA_README, flags=re.MULTILINE)
    assert named
    assert [name for name in named if not (ROOT / "data" / name).is_file()] == []


@pytest.mark.parametrize("command", commands())
def test_every_command_is_in_the_readme(command: str) -> None:
    """Each subcommand of python -m wres is shown in the README."""
    assert re.search(rf"^python -m wres {command} ", README, flags=re.MULTILINE)


def test_readme_shows_no_command_that_is_gone() -> None:
    """Each command the README shows exists."""
    assert set(re.findall(r"^python -m wres ([\w-]+) ", README, flags=re.MULTILINE)) == set(
        commands()
    )


def test_readme_has_both_commands() -> None:
    """One line starts the program and one runs every test."""
    assert after_marker(README, "start command") == START
    assert after_marker(README, "test command") == TEST


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_requirements_are_exact(name: str) -> None:
    """Each package is pinned to one version."""
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith(("#", "-r "))]
    assert wanted
    assert [line for line in wanted if not re.fullmatch(r"[\w\[\]-]+==[\w.]+", line)] == []


def test_licence_and_citation_agree() -> None:
    """One licence and one name for those who wrote it, in all three places."""
    licence = (ROOT / "LICENSE").read_text(encoding="utf-8")
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8")
    assert licence.startswith("MIT License\n")
    assert re.search(r"^license: MIT$", citation, flags=re.MULTILINE)
    (named,) = re.findall(r"Copyright \(c\) \d{4} (.+)", licence)
    assert f"- name: {named}\n" in citation
    assert "(LICENSE)" in README and "(CITATION.cff)" in README and "(SECURITY.md)" in README


def test_no_address_or_host_is_invented_for_a_report() -> None:
    """Whoever finds a hole is led to the private way of the repository, not to an address."""
    security = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    assert "@" not in security
    assert "://" not in security


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_to_files(page: Path) -> None:
    """Each link of a document to a file of the project leads somewhere."""
    linked = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))
    assert [link for link in linked if not (page.parent / link).exists()] == []


def test_every_section_the_code_names_is_in_the_method() -> None:
    """Each docs/method.md reference in code leads to a section of that page."""
    headings = set(re.findall(r"^### (\d\.\d+) ", METHOD, flags=re.MULTILINE))
    named: set[str] = set()
    for folder in ("wres", "tests", "pages"):
        for path in (ROOT / folder).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            named |= set(re.findall(r"docs/method\.md (\d\.\d+)", text))
    assert named
    assert named - headings == set()


def test_no_file_names_a_path_of_one_computer() -> None:
    """No file of the project holds the path of somebody's own folder."""
    ours = [path for path in ROOT.rglob("*") if path.is_file() and _is_ours(path)]
    found = [
        path.relative_to(ROOT).as_posix()
        for path in ours
        if path.suffix in TEXT_ENDINGS or path.name in ("run", "config.toml")
        if MACHINE_PATH.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


if __name__ == "__main__":
    CHECKS_PAGE.write_text(checks_page(), encoding="utf-8")
    PROTECTION_PAGE.write_text(protection_page(), encoding="utf-8")
    for name, page in MADE_FROM_CODE.items():
        (ROOT / "docs" / name).write_text(page(), encoding="utf-8")
