"""Make a text from outside harmless where it is going: a page, a spreadsheet, a link.

Every word that comes from a file, an address or a person passes through one of these before it
is shown: pages read Markdown, spreadsheets read formulas, links run what they name.
"""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlsplit

MARKDOWN_SIGNS = "\\`*_{}[]()<>#+-.!|:$~&"
# The last four are the full-width twins of the first four: some spreadsheets read them alike.
FORMULA_SIGNS = "=+-@＝＋－＠"
LONGEST_ECHO = 40
# Begins the line of a table file of ours that says of which version it is; uploads look for it.
VERSION_LINE = "Version of the figures"

_ESCAPES = str.maketrans({sign: f"\\{sign}" for sign in MARKDOWN_SIGNS})
# Pages turn bare addresses into links even when their signs are escaped; a joiner that nobody
# sees breaks the pattern and leaves the words.
_JOINER = "\u2060"
_BARE_ADDRESS = re.compile(r"://|www(?=\.)|@", re.IGNORECASE)
# What no spreadsheet can take for more than it is: a number with its sign, or a range of two.
_SIGNED = re.compile(
    r"[+-][0-9]+(?:\.[0-9]+)?%?(?: to [+-]?[0-9]+(?:\.[0-9]+)?%?)?(?: points?| people)?"
)
_NEGATIVE_NUMBER = re.compile(r"-[0-9]+(?:\.[0-9]+)?%?")
_BLANKS = " \t\r\n\0\u200b\u2060\ufeff"
# Where a spreadsheet that cuts at another sign than the comma would begin a new cell.
_CELL_INSIDE = re.compile(
    rf"([;\t\r\n][\"{_BLANKS}]*)(?=[{re.escape(FORMULA_SIGNS)}])(?![+-][0-9.]+%?(?:[\s;,)]|$))"
)
_PLAIN_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_SAFE_IN_ADDRESS = "%/:?#=&;,+@!$'*~"


def plain(text: str) -> str:
    """Return the text so that a page shows it letter by letter and obeys nothing in it.

    Markdown signs are escaped, bare addresses do not become links; control characters and line
    breaks become blanks, invisible characters go.
    """
    unlinked = _BARE_ADDRESS.sub(lambda found: f"{_JOINER}{found[0]}{_JOINER}", one_line(text))
    return unlinked.translate(_ESCAPES)


def one_line(text: str) -> str:
    """Return the text on one line, without control or invisible characters."""
    if _is_clean(text):
        return text
    seen = (sign for sign in text if unicodedata.category(sign) not in {"Cf", "Co", "Cs"})
    blanked = (" " if unicodedata.category(sign) in {"Cc", "Zl", "Zp"} else sign for sign in seen)
    return " ".join("".join(blanked).split())


def _is_clean(text: str) -> bool:
    # Nearly every text is ours: all of it is printed, its blanks are single and inside it.
    return text.isprintable() and "  " not in text and text == text.strip()


def cut(text: str, longest: int = LONGEST_ECHO) -> str:
    """Return the first characters of a text, with a sign that there was more."""
    return text if len(text) <= longest else f"{text[:longest]}…"


def echo(text: str) -> str:
    """Return what somebody asked for, cut and harmless, to be named in a sentence on a page."""
    return plain(cut(one_line(text)))


def sheet_safe(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula; negative numbers stay.

    Nor any part of it, for a spreadsheet that cuts at semicolons, tabs or line ends.
    """
    # Nearly every cell is ours: it begins with a letter or digit, and nothing in it parts cells.
    if text[:1].isalnum() and ";" not in text and text.isprintable():
        return text
    if _NEGATIVE_NUMBER.fullmatch(text):
        return text
    whole = _CELL_INSIDE.sub(r"\1'", text)
    opening = whole.lstrip(_BLANKS)
    risky = opening[:1] in FORMULA_SIGNS and opening
    if risky or whole[:1] in ("\t", "\r", "\n", "\0"):
        return f"'{whole}"
    return whole


def cell_safe(text: str) -> str:
    """Return the text for a cell of a table on a page, on one line.

    A table is copied into spreadsheets, so it is made safe for them; numbers and ranges with a
    sign stay as they are read.
    """
    if text[:1].isalnum() and ";" not in text and _is_clean(text):
        return text
    line = one_line(text)
    safe = sheet_safe(line)
    return line if safe != line and _SIGNED.fullmatch(line) else safe


def safe_url(url: str) -> str:
    """Return a web address that may become a link, or an empty text when it may not.

    Only http and https, only a plain host name, no name or password in it. Signs that would end
    a Markdown link are written as their codes.
    """
    if url != one_line(url) or " " in url or "\\" in url:
        return ""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or "@" in parts.netloc or port is not None:
        return ""
    return quote(url, safe=_SAFE_IN_ADDRESS) if _PLAIN_HOST.fullmatch(host) else ""


def host_of(url: str) -> str:
    """Return the host of a safe web address, to be shown beside its link; empty if not safe."""
    return urlsplit(safe_url(url)).hostname or ""
