"""The pieces pages are made of: a title, a finding, a chart with its table and files, a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from hashlib import sha256

import streamlit as st

from wres.answers import Evidence, View
from wres.charts import Drawing
from wres.charts.picture import Caption, png
from wres.reports import Header, Table, csv_of
from wres.reports.picture_files import PictureFile, picture_files
from wres.text import one_line, plain
from wres.ui import explaining, frames, links, menu, prose
from wres.ui.sheet import Sheet
from wres.words import (
    MADE_UP,
    band_label,
    corrected_note,
    exports,
    group_label,
    indicator_label,
    organisation_title,
    staff_group_label,
)

CHARTS_KEPT = 400
_MIME = {"csv": "text/csv", "png": "image/png", "zip": "application/zip"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartWords:
    """The words round a chart: the finding, what it is about, and the same for those who listen.

    ``answered`` is how many people stand behind it, for a picture that leaves the page.
    """

    headline: str
    subtitle: str
    alt: str
    source: str
    note: str = ""
    answered: str = ""

    @property
    def alternative(self) -> str:
        """The text alternative: the headline of the page and its files, then what is drawn."""
        return self.alt if self.headline in self.alt else f"{self.headline}. {self.alt}"


def title(text: str) -> None:
    """Return nothing; draw the page's one title."""
    st.title(plain(text), anchor=False)


def about_organisation(evidence: Evidence, view: View) -> None:
    """Return nothing; say that an organisation is made up, or that it is closed, where it is."""
    prose.draw(*on_organisation(evidence, view), key="about_organisation")


def on_organisation(evidence: Evidence, view: View) -> prose.Parts:
    """Return that an organisation is made up or closed, and that figures of it were corrected."""
    corrected = prose.quiet(corrected_note(evidence, view)) if view.wres_year else None
    organisation = evidence.organisations.get(view.org_code)
    if organisation.made_up:
        title = prose.bold(f"{organisation_title(organisation)}.")
        return prose.notice(title, f" {MADE_UP}", icon="science"), corrected
    if organisation.closed:
        heirs = evidence.organisations.successors(view.org_code)
        into = " and ".join(f"{heir.name} ({heir.code})" for heir in heirs)
        now = f" It is now part of {into}." if into else ""
        closed = f"{organisation.name} closed on {organisation.closed}.{now}"
        return prose.notice(closed, icon="history"), corrected
    return (corrected,)


def sentence(text: str) -> None:
    """Return nothing; write one sentence of ours."""
    if text:
        st.markdown(plain(text))


def named(name: str, text: str) -> None:
    """Return nothing; write a sentence of ours behind the name of what it is about."""
    st.markdown(f"**{plain(name)}.** {plain(text)}")


def found(text: str) -> prose.Part:
    """Return the finding of a page, to be drawn, once it is in the title of the window."""
    menu.name_window(text)
    return prose.heading(text)


def finding(text: str) -> None:
    """Return nothing; write the finding of a page, large, and in the title of its window.

    Streamlit draws headings itself from the first moment. What is gathered is drawn by a script
    that a browser must fetch first, which takes a page that was never opened a second more.
    """
    menu.name_window(text)
    st.header(plain(text), anchor=False)


def section(text: str, *, anchor: str = "") -> None:
    """Return nothing; draw the heading of a section, which a link can lead to."""
    st.header(plain(text), anchor=anchor or False)


def subsection(text: str) -> None:
    """Return nothing; draw the heading of a part of a section."""
    st.subheader(plain(text), anchor=False)


def quiet(text: str) -> None:
    """Return nothing; write a remark in small letters."""
    if text:
        st.caption(plain(text))


def words_table(table: Table, *, said: str = "") -> None:
    """Return nothing; draw a table that prints, reads aloud and can be searched.

    What was ``said`` above it already is not said again; who listens hears it as its name.
    """
    if table.caption != said:
        st.caption(plain(table.caption))
    st.table(frames.of_table(table), hide_index=True, alt=one_line(table.caption))


def chart(
    sheet: Sheet,
    drawing: Drawing,
    words: ChartWords,
    *,
    table: Table,
    evidence: Evidence,
    view: View,
    key: str,
) -> None:
    """Return nothing; next come a finding, its chart, the files of it, and what is read below."""
    finding = prose.heading(words.headline, level=prose.SUBSECTION)
    sheet.read(finding, prose.quiet(words.subtitle))
    sheet.step(drawn_again(drawing, words.alternative, key=key), key=key)
    files = partial(_files, drawing, words, table, evidence=evidence, view=view, key=key)
    sheet.read(prose.quiet(f"{words.note} Source: {words.source}.".strip()))
    sheet.opens(exports.FILES, files, key=f"files_{key}")
    sheet.read(
        prose.folded(exports.AS_TABLE, prose.table(table, said=words.subtitle)),
        explaining.definition(evidence, view, words.source),
        explaining.reading(words.headline, words.alternative, note=words.note),
        prose.links(links.concern(evidence, view)),
    )


def drawn_again(drawing: Drawing, alt: str, *, key: str) -> Callable[[], None]:
    """Return what draws a chart alone, made ready for the browser once and not at each drawing."""
    mark = sha256(repr((drawing.content, alt, key)).encode()).hexdigest()
    return partial(_drawn, mark, _marked=partial(bare_chart, drawing, alt, key=key))


@st.cache_resource(show_spinner=False, max_entries=CHARTS_KEPT)
def _drawn(mark: str, _marked: Callable[[], None]) -> None:
    _marked()


def bare_chart(drawing: Drawing, alt: str, *, key: str) -> None:
    """Return nothing; draw a chart alone, with its text alternative."""
    st.vega_lite_chart(
        frames.of_rows(drawing.rows),
        dict(drawing.spec),
        theme=None,
        width="stretch",
        alt=one_line(alt),
        key=f"chart_{key}",
    )


def _files(
    drawing: Drawing,
    words: ChartWords,
    table: Table,
    *,
    evidence: Evidence,
    view: View,
    key: str,
) -> None:
    name = file_name(view, key)
    csv_button(table, file_header(words, evidence, view), name=name, key=key)
    offer("Picture as PNG", _picture(drawing, words), name=f"{name}.png", key=f"png_{key}")
    pictures({key: (drawing, words)}, view, key=key)


def file_name(view: View, key: str) -> str:
    """Return the name of a file of a view, without its ending."""
    return f"wres_{view.org_code}_{view.wres_year}_indicator_{view.indicator}_{key}"


def csv_button(table: Table, header: Header, *, name: str, key: str) -> None:
    """Return nothing; offer a table with what its file says about itself."""
    offer("Table as CSV", lambda: csv_of(table, header), name=f"{name}.csv", key=f"csv_{key}")


def offer(
    label: str, made: Callable[[], bytes], *, name: str, key: str, why: str | None = None
) -> None:
    """Return nothing; offer a file that is made when it is asked for, and say why one would."""
    st.download_button(
        plain(label),
        made,
        file_name=name,
        mime=_MIME[name.rpartition(".")[2]],
        key=key,
        on_click="ignore",
        help=why and plain(why),
    )


def table_and_file(
    sheet: Sheet,
    table: Table,
    words: ChartWords,
    *,
    evidence: Evidence,
    view: View,
    key: str,
    label: str = "",
) -> None:
    """Return nothing; next comes a table that stands without a chart, its source and its file.

    Under a ``label`` it is folded away.
    """
    read = (prose.table(table), prose.quiet(f"Source: {words.source}."))
    sheet.read(*((prose.folded(label, *read),) if label else read))
    sheet.step(partial(_file, table, words, evidence=evidence, view=view, key=key), key=key)


def _file(table: Table, words: ChartWords, *, evidence: Evidence, view: View, key: str) -> None:
    header = file_header(words, evidence, view)
    csv_button(table, header, name=file_name(view, key), key=key)


def pictures(charts: Mapping[str, tuple[Drawing, ChartWords]], view: View, *, key: str) -> None:
    """Return nothing; offer charts as PNG and SVG with their words, by name, made when pressed."""
    made = tuple(
        PictureFile(
            name=file_name(view, name),
            drawing=drawing,
            caption=_caption(words),
            alt=one_line(words.alternative),
        )
        for name, (drawing, words) in charts.items()
    )
    name = f"{file_name(view, key)}_pictures.zip"
    why = exports.PICTURES_WHY
    offer(exports.PICTURES, lambda: picture_files(made), name=name, key=f"pictures_{key}", why=why)


def _picture(drawing: Drawing, words: ChartWords) -> Callable[[], bytes]:
    return lambda: png(drawing, _caption(words))


def _caption(words: ChartWords) -> Caption:
    return Caption(
        headline=words.headline,
        subtitle=words.subtitle,
        source=f"Source: {words.source}.",
        note=f"{words.answered} {words.note}".strip(),
        made_on=f"Made on {date.today():%d %B %Y}.",
    )


def file_header(words: ChartWords, evidence: Evidence, view: View) -> Header:
    """Return what a downloaded file says about itself."""
    organisation = evidence.organisations.get(view.org_code)
    return Header(
        title=words.headline,
        subtitle=words.subtitle,
        filters=(
            ("Organisation", f"{organisation_title(organisation)} ({organisation.code})"),
            ("WRES year", str(view.wres_year)),
            ("Indicator", indicator_label(view.indicator)),
            ("Pay band", band_label(view.band)),
            ("Staff group", staff_group_label(view.staff_group)),
            ("Ethnic group", group_label(view.ethnic_group)),
        ),
        source=words.source,
        made_on=f"{date.today():%Y-%m-%d}",
        version=evidence.version,
        made_up=organisation.made_up,
        note=words.note,
        corrected=corrected_note(evidence, view),
    )
