"""Pictures to keep: sharp, scalable, and in words; every chart of every page offers them."""

from __future__ import annotations

import io
import re
import struct
from pathlib import Path
from xml.etree import ElementTree
from zipfile import ZipFile

from tests.charts.test_picture import CAPTION, HEADLINE, a_drawing
from wres.reports.picture_files import PictureFile, picture_files

UI = Path(__file__).resolve().parents[2] / "wres" / "ui"
ALT = "Chart of <indicator> 8 & more. 2024: BME 16.1%."


def made() -> dict[str, bytes]:
    """One picture with hostile words, taken out of its archive."""
    one = PictureFile(name="trend", drawing=a_drawing(), caption=CAPTION, alt=ALT)
    with ZipFile(io.BytesIO(picture_files([one]))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_a_picture_comes_in_two_kinds_and_in_words() -> None:
    """PNG at twice the size, SVG with its alternative inside, and all words in a text."""
    files = made()
    assert list(files) == ["trend.png", "trend.svg", "trend.txt"]
    assert struct.unpack(">I", files["trend.png"][16:20])[0] == 1800
    root = ElementTree.fromstring(files["trend.svg"])
    assert [one.text for one in root.findall("{*}desc")] == [ALT]
    told = files["trend.txt"].decode("utf-8")
    for words in (HEADLINE, CAPTION.subtitle, ALT, CAPTION.note, CAPTION.source, CAPTION.made_on):
        assert words in told


def test_every_chart_of_a_page_can_be_kept() -> None:
    """Whatever draws a chart in the rooms of the pages offers its picture too."""
    draws = re.compile(r"\b(bare_chart|drawn_again|vega_lite_chart)\(")
    found = {
        path.name: path.read_text(encoding="utf-8")
        for path in UI.rglob("*.py")
        if draws.search(path.read_text(encoding="utf-8"))
    }
    assert len(found) >= 5
    assert [name for name, text in found.items() if "panels.pictures" not in text] == ["panels.py"]
    assert "pictures({key: (drawing, words)}" in found["panels.py"]
