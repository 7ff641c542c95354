"""What has changed since a version: told to whoever opens an older link, and on its own page."""

from __future__ import annotations

import streamlit as st

from wres.answers import Evidence
from wres.errors import StoreProblem
from wres.reports.figure_changes import Changes, changes_between, changes_table
from wres.store import Version, uk_day, uk_day_text
from wres.ui import address, filters, links, loading, panels, printing, prose
from wres.words import changes as told
from wres.words import code_label
from wres.words.help import NOTHING_CHANGED

# Named in links that are kept; nothing else is chosen by it.
VERSION = "version"
SHOWN_IN_A_NOTICE = 5
SINCE_LABEL = "Changes since"


def notice() -> None:
    """Return nothing; say above a page what has changed since the link to it was made."""
    since = _version_asked()
    if since is None:
        return
    org_code = address.read().get("org", "")
    if not org_code:
        return
    try:
        current = loading.store().current()
        if since >= current:
            return
        changes = _changes(org_code, since, current)
    except StoreProblem:
        # The page itself says what is wrong with the store.
        return
    has_changed = bool(changes.figures or changes.verdicts)
    with st.container(border=True, key="older_link"):
        prose.draw(
            prose.sentence(told.HOW_OLD.format(since=since, version=current)),
            prose.sentence(f"{code_label(org_code)}. {changes.sentence}"),
            *(
                prose.quiet(told.verdict_changed(one))
                for one in changes.verdicts[:SHOWN_IN_A_NOTICE]
            ),
            prose.links(links.to("changes", "What has changed, figure by figure"))
            if has_changed
            else None,
            key="older_link",
        )


def draw(evidence: Evidence) -> None:
    """Return nothing; draw the choice of organisation and version, and every change since."""
    view = filters.choose(evidence, "org")
    panels.about_organisation(evidence, view)
    versions = loading.history()
    if not versions:
        panels.sentence(NOTHING_CHANGED)
        return
    since = _since(versions)
    changes = _changes(view.org_code, since, evidence.version)
    prose.draw(
        panels.found(changes.sentence),
        *(prose.sentence(told.verdict_changed(one)) for one in changes.verdicts),
        _table(changes, code_label(view.org_code)),
        prose.quiet(told.EXPLAINED),
        prose.quiet(told.FEED),
        key="changes",
    )
    st.code(f"{_server()}/api/v1/feed?org={view.org_code}", language=None, wrap_lines=True)


def _table(changes: Changes, name: str) -> prose.Part | None:
    if not changes.figures:
        return None
    caption = f"{name}: version {changes.since} beside version {changes.version}"
    return prose.table(changes_table(changes, caption=caption))


def _server() -> str:
    """The address of this server, without the page that is open."""
    return str(st.context.url or "").partition("?")[0].rpartition("/")[0]


def _since(versions: tuple[Version, ...]) -> int:
    """The version to compare with: the one chosen or asked for, else the one before the newest."""
    days = {one.id: uk_day_text(uk_day(one.made_at)) for one in versions}
    choices = [*(one.id for one in versions if one.id != versions[0].id), 0]
    asked = _version_asked()
    chosen = st.selectbox(
        SINCE_LABEL,
        choices,
        index=choices.index(asked) if asked in choices else 0,
        format_func=lambda number: told.version_label(number, days.get(number, "")),
        key="changes_since",
    )
    since = told.version_label(chosen, days.get(chosen, ""))
    printing.chosen_here("changes", ((SINCE_LABEL, since),))
    return int(chosen)


@st.cache_resource(show_spinner=False, max_entries=50)
def _changes(org_code: str, since: int, current: int) -> Changes:
    before, after = loading.evidence_at_version(since), loading.evidence_at_version(current)
    return changes_between(before, after, org_code)


def _version_asked() -> int | None:
    asked = st.query_params.get(VERSION, "")
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else None
