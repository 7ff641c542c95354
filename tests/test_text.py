"""Texts from outside are made harmless before they are shown, exported or linked."""

from __future__ import annotations

import unicodedata

import pytest

from wres.text import (
    LONGEST_ECHO,
    cell_safe,
    cut,
    echo,
    host_of,
    one_line,
    plain,
    safe_url,
    sheet_safe,
)


def test_markdown_signs_are_escaped() -> None:
    """Bold, links, images, code, mathematics and directives are shown as they were typed."""
    assert plain("**b** [x](y) `c` $m$ :red[r] ~~s~~ # h") == (
        r"\*\*b\*\* \[x\]\(y\) \`c\` \$m\$ \:red\[r\] \~\~s\~\~ \# h"
    )


def test_a_bare_address_does_not_become_a_link() -> None:
    """An invisible joiner breaks the pattern that pages turn into links."""
    assert "https://" not in plain("see https://evil.example now").replace("\\", "")
    assert "www." not in plain("www.evil.example").replace("\\", "")


def test_a_clean_text_is_left_as_it_is_and_no_other() -> None:
    """For every sign of the first plane: gone, a blank, or kept, by what Unicode says it is."""
    for sign in map(chr, range(0x10000)):
        kind = unicodedata.category(sign)
        gone = kind in {"Cf", "Co", "Cs"}
        blank = kind in {"Cc", "Zl", "Zp"} or sign.isspace()
        assert one_line(f"a{sign}b") == ("ab" if gone else "a b" if blank else f"a{sign}b")
    clean = "Bands 1 to 4, 12.8 points"
    assert one_line(clean) is clean
    assert one_line("  two  blanks ") == "two blanks"


def test_line_breaks_and_invisible_signs_go() -> None:
    """A name with a line break stays on one line; a right-to-left override disappears."""
    assert plain("a\nb\r\n\tc\x00d\u202ee") == "a b c de"


def test_ordinary_words_stay_as_they_are() -> None:
    """The name of a trust with accents and an apostrophe is not changed."""
    assert plain("Guy’s and St Thomas’ é") == "Guy’s and St Thomas’ é"


def test_an_echo_is_cut_before_it_is_escaped() -> None:
    """5,000 characters become 40 and a sign that there was more."""
    assert echo("A" * 5000) == "A" * LONGEST_ECHO + "…"
    assert cut("short") == "short"
    assert len(echo("*" * 5000)) == 2 * LONGEST_ECHO + 1


@pytest.mark.parametrize(
    "formula",
    ["=1+1", "+1", "-1+1", "-A1", "@SUM(A1)", "＝1", "＠x", " =1", "\rx", "\0=1", "\ufeff=1"],
)
def test_no_text_becomes_a_formula(formula: str) -> None:
    """Whatever a spreadsheet would take for a formula is led by an apostrophe."""
    assert sheet_safe(formula) == f"'{formula}"


@pytest.mark.parametrize(
    ("formula", "safe"),
    [
        ("\t=1", "'\t'=1"),
        ("x;=1+1", "x;'=1+1"),
        ('x";"=1', 'x";"\'=1'),
        ("x\n-A1", "x\n'-A1"),
        ("x; ＠y", "x; '＠y"),
    ],
)
def test_no_part_of_a_text_becomes_a_formula(formula: str, safe: str) -> None:
    """A spreadsheet may cut at a semicolon, a tab or a line end: each part is led as well."""
    assert sheet_safe(formula) == safe


@pytest.mark.parametrize("text", ["down; -3.2 points", "a;b", "x\n-4%\ny", "5; +1.0, more"])
def test_numbers_inside_a_text_stay_as_they_are(text: str) -> None:
    """A signed number after a semicolon is a number."""
    assert sheet_safe(text) == text


@pytest.mark.parametrize("text", ["", "Band 8a", "a=b", "5-7", "-1", "-4.2", "-9%"])
def test_ordinary_cells_stay_as_they_are(text: str) -> None:
    """A sign inside a text is no formula, nor is a negative number."""
    assert sheet_safe(text) == text


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://www.england.nhs.uk",
        "https://user:word@www.england.nhs.uk",
        "https://www.england.nhs.uk@evil.example",
        "https://www.england.nhs.uk:8443/x",
        "https://localhost/x",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://a b.example",
        "https://a.example\\@b.example",
        "//evil.example",
        "https://",
        "",
    ],
)
def test_a_risky_address_is_not_linked(url: str) -> None:
    """Only http and https to a plain host name may become a link."""
    assert safe_url(url) == ""
    assert host_of(url) == ""


def test_a_plain_address_is_kept_and_its_host_named() -> None:
    """A published source stays as it was written."""
    url = "https://www.england.nhs.uk/publication/wres-2024/?page=2"
    assert safe_url(url) == url
    assert host_of(url) == "www.england.nhs.uk"


def test_an_address_cannot_end_the_link_it_stands_in() -> None:
    """Brackets are written as their codes."""
    assert safe_url("https://a.example/x)[y](z") == "https://a.example/x%29%5By%5D%28z"


def test_a_signed_number_in_a_table_is_read_as_it_is() -> None:
    """A spreadsheet can make nothing of it; whatever else begins with a sign is held back."""
    for cell in ("+0.5 to +3.2 points", "-1.2 to +3.4 points", "+0.50", "-12", "+4.1%"):
        assert cell_safe(cell) == cell
    for cell in ("+1+cmd", "=1", "-2+3", "+3 to the board", "@now", "+1.5 to +2.5 points;=1"):
        assert cell_safe(cell).startswith("'")
