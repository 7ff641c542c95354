"""The pieces pages are made of: a title, a finding, a chart with its table and files, a card."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from wres.answers import Evidence, View
from wres.charts import Drawing
from wres.charts.picture import Caption, png
from wres.indicators import indicator
from wres.reports import Header, Table, csv_of
from wres.reports.picture_files import PictureFile, picture_files
from wres.text import one_line, plain
from wres.ui import frames, menu, state
from wres.ui.links import concern_link
from wres.words import (
    MADE_UP,
    band_label,
    corrected_note,
    definition_lines,
    exports,
    group_label,
    indicator_label,
    organisation_title,
    staff_group_label,
)
from wres.words.explaining import WHAT_A_RANGE_IS
from wres.words.help import HOW_TO_READ, how_to_read


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
    organisation = evidence.organisations.get(view.org_code)
    if organisation.made_up:
        name = plain(organisation_title(organisation))
        st.info(f"**{name}.** {MADE_UP}", icon=":material/science:")
    elif organisation.closed:
        heirs = evidence.organisations.successors(view.org_code)
        into = " and ".join(f"{plain(heir.name)} ({plain(heir.code)})" for heir in heirs)
        now = f" It is now part of {into}." if into else ""
        st.info(
            f"{plain(organisation.name)} closed on {organisation.closed}.{now}",
            icon=":material/history:",
        )
    if view.wres_year:
        quiet(corrected_note(evidence, view))


def sentence(text: str) -> None:
    """Return nothing; write one sentence of ours."""
    if text:
        st.markdown(plain(text))


def sentences(*texts: str) -> None:
    """Return nothing; write sentences of ours one below the other, as one part of the page.

    A part costs the server more than the words in it.
    """
    if any(texts):
        st.markdown("\n\n".join(plain(text) for text in texts if text))


def named(name: str, text: str) -> None:
    """Return nothing; write a sentence of ours behind the name of what it is about."""
    st.markdown(f"**{plain(name)}.** {plain(text)}")


def finding(text: str) -> None:
    """Return nothing; write the finding of a page, large, and in the title of its window."""
    st.set_page_config(page_title=menu.window_title(state.visit().page or "", finding=text))
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
    drawing: Drawing, words: ChartWords, *, table: Table, evidence: Evidence, view: View, key: str
) -> None:
    """Return nothing; draw a chart with its finding, its table and its files."""
    st.subheader(plain(words.headline), anchor=False)
    st.caption(plain(words.subtitle))
    bare_chart(drawing, words.alternative, key=key)
    st.caption(plain(f"{words.note} Source: {words.source}.".strip()))
    with st.expander("Show as a table"):
        words_table(table, said=words.subtitle)
    _files(drawing, words, table, evidence=evidence, view=view, key=key)


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
    name = _file_name(view, key)
    with st.container(horizontal=True, vertical_alignment="center"):
        definition(evidence, view, words.source, key=key)
        _how_to_read(words, key=key)
        _csv_button(table, file_header(words, evidence, view), name=name, key=key)
        st.download_button(
            "Picture as PNG",
            _picture(drawing, words),
            file_name=f"{name}.png",
            mime="image/png",
            key=f"png_{key}",
            on_click="ignore",
        )
        pictures({key: (drawing, words)}, view, key=key)
        concern_link(evidence, view)


def definition(evidence: Evidence, view: View, source: str, *, key: str) -> None:
    """Return nothing; draw the one press to what a figure measures, of whom and from where."""
    whose = organisation_title(evidence.organisations.get(view.org_code))
    with st.popover("What this measures", key=f"define_{key}"):
        lines = definition_lines(indicator(view.indicator))
        defined = "\n\n".join(f"**{plain(name)}.** {plain(text)}" for name, text in lines)
        # One part of the page, not eight: each costs the server more than its words do.
        st.markdown(
            f"**{plain(indicator_label(view.indicator))}**\n\n{defined}\n\n"
            f"**These figures.** {plain(whose)}, WRES {view.wres_year}. {plain(source)}."
        )


def _how_to_read(words: ChartWords, *, key: str) -> None:
    has_range = WHAT_A_RANGE_IS in words.note
    told = how_to_read(words.headline, words.alternative, has_range=has_range)
    with st.popover(HOW_TO_READ, key=f"read_{key}"):
        st.markdown(plain(" ".join(told)))


def _file_name(view: View, key: str) -> str:
    return f"wres_{view.org_code}_{view.wres_year}_indicator_{view.indicator}_{key}"


def _csv_button(table: Table, header: Header, *, name: str, key: str) -> None:
    st.download_button(
        "Table as CSV",
        lambda: csv_of(table, header),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=f"csv_{key}",
        on_click="ignore",
    )


def data_file(
    table: Callable[[], Table], words: ChartWords, evidence: Evidence, view: View
) -> None:
    """Return nothing; offer the figures of a view as rows a program reads, made when pressed."""
    header = file_header(words, evidence, view)
    st.download_button(
        exports.VIEW_DATA,
        lambda: csv_of(table(), header),
        file_name=f"{_file_name(view, 'data')}.csv",
        mime="text/csv",
        key="view_data",
        on_click="ignore",
        help=exports.VIEW_DATA_WHY,
    )


def table_and_file(
    table: Table, words: ChartWords, *, evidence: Evidence, view: View, key: str
) -> None:
    """Return nothing; draw a table that stands without a chart, with its source and its file."""
    words_table(table)
    quiet(f"Source: {words.source}.")
    header = file_header(words, evidence, view)
    _csv_button(table, header, name=_file_name(view, key), key=key)


def pictures(charts: Mapping[str, tuple[Drawing, ChartWords]], view: View, *, key: str) -> None:
    """Return nothing; offer charts as PNG and SVG with their words, by name, made when pressed."""
    made = tuple(
        PictureFile(
            name=_file_name(view, name),
            drawing=drawing,
            caption=_caption(words),
            alt=one_line(words.alternative),
        )
        for name, (drawing, words) in charts.items()
    )
    st.download_button(
        exports.PICTURES,
        lambda: picture_files(made),
        file_name=f"{_file_name(view, key)}_pictures.zip",
        mime="application/zip",
        key=f"pictures_{key}",
        on_click="ignore",
        help=exports.PICTURES_WHY,
    )


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
