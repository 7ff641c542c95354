"""Word and HTML of one report, opened again: accessible, the same numbers, nothing in it runs."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from itertools import pairwise

import pytest
from docx.document import Document

from tests.charts.test_theme import contrast
from tests.hostile.texts import EVERY, OUTSIDE
from tests.reports.asked import DAY, PLAN, PRACTICE, asked_for
from tests.reports.opened import (
    Page,
    addresses,
    alternatives,
    field_codes,
    headings,
    page,
    word,
    words_of,
)
from tests.reports.told import numbers_in, texts_of
from wres.answers.evidence import Evidence
from wres.charts import theme
from wres.plans import Activity
from wres.reports.contents import annual_report
from wres.reports.document import column_widths, report_document
from wres.reports.offline import report_html
from wres.reports.pack import ReportKind, file_name, making, pack_name, pack_of, report_file
from wres.reports.sections import Link, Report, Section
from wres.reports.tables import Table
from wres.text import safe_url

# What a report is made of, and nothing that could run, fetch or send.
ELEMENTS = {
    *(
        "aside",
        "html",
        "head",
        "meta",
        "title",
        "style",
        "body",
        "a",
        "header",
        "nav",
        "main",
        "section",
    ),
    *("h1", "h2", "h3", "h4", "p", "dl", "div", "dt", "dd", "ul", "li", "img", "table", "caption"),
    *("thead", "tbody", "tr", "th", "td", "aside"),
}


@pytest.fixture(scope="module")
def report(evidence: Evidence) -> Report:
    """The annual report of the Practice Trust."""
    return annual_report(asked_for(evidence, PRACTICE))


@pytest.fixture(scope="module")
def document(report: Report) -> Document:
    """The same as a Word document, opened again."""
    return word(report_document(report))


@pytest.fixture(scope="module")
def html(report: Report) -> Page:
    """The same as a page, taken apart."""
    return page(report_html(report))


def test_a_word_report_is_walked_by_headings(document: Document, report: Report) -> None:
    """One title, then every heading of the report at its level, none skipped."""
    found = headings(document)
    assert found[0] == (0, "Workforce Race Equality Standard report 2025")
    assert found[1:] == [(one.level, one.heading) for one in report.sections]
    assert all(after - before <= 1 for (before, _), (after, _) in pairwise(found))


def test_every_table_of_a_word_report_has_its_headers(document: Document, report: Report) -> None:
    """The first row is marked and repeated, the first column named, no cell is empty."""
    tables = [one.table for one in report.sections if one.table]
    assert len(document.tables) == len(tables) > 15
    for made, table in zip(document.tables, tables, strict=True):
        assert made.rows[0]._tr.xpath("./w:trPr/w:tblHeader")
        (look,) = made._tbl.tblPr.xpath("./w:tblLook")
        assert [look.get(name) for name in look.keys()] == ["1"] * 4  # noqa: SIM118
        assert made._tbl.tblPr.xpath("./w:tblCaption")
        cells = [[cell.text for cell in row.cells] for row in made.rows]
        assert cells == [list(row) for row in (table.columns, *table.rows)]
        assert all(cell.strip() for row in cells for cell in row)


def test_every_picture_of_a_word_report_has_its_words(document: Document, report: Report) -> None:
    """Nine charts, each with the finding in more than 40 letters."""
    told = [one.picture.alt for one in report.sections if one.picture]
    assert alternatives(document) == told and len(told) == 9
    assert all(len(text) > 40 for text in told)


def test_a_word_report_says_its_language_its_name_and_that_it_is_made_up(
    document: Document,
) -> None:
    """British English in the properties and in the styles; the label on every page."""
    about = document.core_properties
    assert (about.language, about.author) == ("en-GB", "WRES Explorer")
    assert about.title == "Workforce Race Equality Standard report 2025: Practice Trust (made-up)"
    assert about.created is not None and about.created.date() == DAY
    languages = document.styles.element.xpath("./w:docDefaults//w:lang")
    assert [one.get(one.keys()[0]) for one in languages] == ["en-GB"]
    for section in document.sections:
        assert section.header.paragraphs[0].text.startswith("Made-up figures, for practice.")
    assert field_codes(document) == {"PAGE", "NUMPAGES"}


def test_a_wide_table_has_a_page_on_its_side(document: Document) -> None:
    """The plan of seven columns is on a landscape page, and the rest is not."""
    sizes = [one.page_width > one.page_height for one in document.sections]
    assert sizes == [False, True, False]


def test_columns_fill_the_page_and_hold_their_longest_word() -> None:
    """17 centimetres in all, and a column of one letter leaves its room to the others."""
    table = Table(caption="x", columns=("A", "Responsibilities"), rows=(("1", "some words " * 9),))
    narrow, wide = column_widths(table, 17.0)
    assert narrow + wide == pytest.approx(17.0)
    assert narrow < 4 < wide
    crowded = Table(caption="x", columns=("M" * 80,) * 5, rows=())
    assert sum(column_widths(crowded, 17.0)) == pytest.approx(17.0)


def test_both_say_every_text_of_the_report(document: Document, html: Page, report: Report) -> None:
    """Each sentence, cell and alternative is in both, so every number is too, and no other."""
    told = {text for _, text in texts_of(report) if text}
    in_word, on_page = "\n".join(words_of(document)), _page_text(html)
    missing = [
        (where, text)
        for where, whole in (("word", in_word), ("page", on_page))
        for text in told
        if text.rstrip(".") not in whole
    ]
    assert missing == []
    known = {n for text in (*told, report.made, report.title) for n in numbers_in(text)}
    assert numbers_in(in_word) - known <= {1.0}
    assert numbers_in(on_page) - known == set()


def _page_text(html: Page) -> str:
    shown = [one.words for one in html.elements if one.name not in ("style", "title")]
    return "\n".join([*shown, *(one.attributes["alt"] for one in html.all("img"))])


def test_a_page_is_walked_by_headings_in_its_language(html: Page, report: Report) -> None:
    """British English, one first heading, none skipped, a title, a way past the list of parts."""
    assert html.all("html")[0].attributes["lang"] == "en-GB"
    levels = [int(one.name[1]) for one in html.all("h1", "h2", "h3", "h4")]
    assert levels == [1, *(one.level + 1 for one in report.sections)]
    assert html.all("title")[0].words == f"{report.title}: {report.organisation}"
    assert html.all("a")[0].attributes["href"] == "#report"
    ids = [one.attributes["id"] for one in html.elements if "id" in one.attributes]
    assert len(ids) == len(set(ids))
    inside = [
        one.attributes["href"][1:] for one in html.all("a") if one.attributes["href"][0] == "#"
    ]
    assert set(inside) <= set(ids)


def test_tables_and_pictures_of_a_page_can_be_heard(html: Page, report: Report) -> None:
    """Each header cell says what it is a header of; each picture is in the page and has words."""
    assert {one.attributes.get("scope") for one in html.all("th")} == {"col", "row"}
    tables = sum(one.table is not None for one in report.sections)
    assert len(html.all("table")) == len(html.all("caption")) == tables
    for picture in html.all("img"):
        assert picture.attributes["src"].startswith("data:image/svg+xml;base64,")
        assert len(picture.attributes["alt"]) > 40


def test_the_colours_of_a_page_can_be_read() -> None:
    """Text, links, headers of tables and the label of made-up figures: 4.5 to 1 or more."""
    pairs = (
        (theme.TEXT, theme.BACKGROUND),
        (theme.QUIET_TEXT, theme.BACKGROUND),
        (theme.BME, theme.BACKGROUND),
        (theme.BACKGROUND, theme.CONCERN),
    )
    assert min(contrast(one, other) for one, other in pairs) >= 4.5
    assert contrast(theme.AXIS, theme.BACKGROUND) >= 3


def test_a_page_asks_nothing_and_runs_nothing(html: Page) -> None:
    """Nothing is fetched, sent or run; what a policy allows is this style and pictures inside."""
    assert {one.name for one in html.elements} <= ELEMENTS
    names = {name for one in html.elements for name in one.attributes}
    assert not [name for name in names if name.startswith("on")]
    (policy,) = [one for one in html.all("meta") if "http-equiv" in one.attributes]
    assert policy.attributes["content"].startswith("default-src 'none'; img-src data:; style-src")
    assert "url(" not in html.all("style")[0].words
    assert "@page" in html.all("style")[0].words and "A4" in html.all("style")[0].words


@pytest.fixture(scope="module")
def hostile(evidence: Evidence) -> Report:
    """A report in which every text that somebody can write is a hostile one."""
    held = evidence.plan_for(PLAN)
    assert held is not None
    activities = tuple(
        Activity(
            id=str(place),
            row=place,
            activity=text,
            lead=text,
            timeframe=text,
            status_as_written=text,
            indicators=(8,),
        )
        for place, text in enumerate(EVERY)
    )
    plan = replace(held, id="1", title=EVERY[0], source=EVERY[1], activities=activities)
    made = annual_report(asked_for(replace(evidence, kept_plans=(plan,)), PLAN))
    everywhere = Section(
        heading="Attacks",
        sentences=EVERY,
        points=EVERY,
        links=tuple(Link(text=text, url=text) for text in EVERY),
        table=Table(caption=EVERY[2], columns=(EVERY[0], "b"), rows=tuple((t, t) for t in EVERY)),
        source=EVERY[3],
    )
    return replace(made, organisation=EVERY[4], sections=(*made.sections, everywhere))


def test_hostile_texts_are_letters_in_a_word_report(hostile: Report) -> None:
    """No field, no link to an address that is not safe, and all the letters are there."""
    document = word(report_document(hostile))
    assert field_codes(document) == {"PAGE", "NUMPAGES"}
    led = addresses(document)
    assert led and all(one == safe_url(one) for one in led)
    assert not [one for one in led if not one.startswith("http")]
    assert "=HYPERLINK(" in "\n".join(words_of(document))


def test_hostile_texts_are_letters_on_a_page(hostile: Report) -> None:
    """The same elements as ever; links only where an address is safe; the letters are there."""
    found = page(report_html(hostile))
    assert {one.name for one in found.elements} <= ELEMENTS
    names = {name for one in found.elements for name in one.attributes}
    assert names <= {
        *("lang", "charset", "name", "content", "http-equiv", "href", "class", "aria-label", "id"),
        *("src", "alt", "width", "height", "tabindex", "role", "scope", "rel"),
    }
    led = [one.attributes["href"] for one in found.all("a")]
    assert not [one for one in led if one[0] != "#" and one != safe_url(one)]
    assert "<script>window.harmed=1</script>" in _page_text(found)
    assert OUTSIDE in _page_text(found)


def test_a_pack_is_made_of_a_closed_list(evidence: Evidence) -> None:
    """Each kind has its name, its safe file name and its type; the same files, the same bytes."""
    asked = asked_for(evidence, PLAN)
    names = [file_name(kind, asked) for kind in ReportKind]
    assert all(re.fullmatch(r"wres_[a-z]+_RRP_2022_v0\.[a-z]+", one) for one in names)
    assert len({making(kind).name for kind in ReportKind}) == len(ReportKind)
    made = [report_file(kind, asked) for kind in (ReportKind.BOARD, ReportKind.OFFLINE)]
    archive = pack_of(made)
    assert archive == pack_of(made)
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        assert opened.namelist() == [one.file_name for one in made]
        assert opened.read(made[1].file_name) == made[1].content
    assert pack_name(asked) == "wres_pack_RRP_2022_v0.zip"
