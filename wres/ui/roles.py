"""The list of roles on its page: everybody, giving a role, taking one; each change is logged."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import streamlit as st

from wres import access
from wres.access import EVERY_ORGANISATION, Grant, Role, Visitor
from wres.errors import WresError
from wres.organisations import Organisations
from wres.reports import Table
from wres.store import AuditLine
from wres.text import one_line, plain
from wres.ui import loading, panels, state, visitor
from wres.ui.state import Said
from wres.words import code_label

COLUMNS = ("Who", "Role", "Organisation", "Sign-in service", "Kept in")
LONGEST = 200


def said_before() -> None:
    """Return nothing; say what came of the last press."""
    said = state.to_say()
    if said is not None:
        (st.success if said.is_good else st.warning)(plain(said.sentence))


def everybody() -> None:
    """Return nothing; list every role that stands, and where it can be changed."""
    file, stored = visitor.file_grants(), loading.store().grants()
    kept = {**dict.fromkeys(stored, "this page"), **dict.fromkeys(file, visitor.LIST_NAME)}
    if not kept:
        panels.sentence("Nobody has a role yet.")
        return
    ordered = sorted(kept.items(), key=lambda one: (one[0].identity, one[0].role.value))
    rows = tuple((*_told(grant), where) for grant, where in ordered)
    panels.words_table(Table(caption="Everybody with a role", columns=COLUMNS, rows=rows))
    panels.quiet(f"Lines kept in {visitor.LIST_NAME} are changed on the server, in that file.")


def give(admin: Visitor, organisations: Organisations) -> None:
    """Return nothing; offer a form that gives somebody a role."""
    panels.section("Give a role")
    codes = [EVERY_ORGANISATION, *sorted(one.code for one in organisations if not one.closed)]
    with st.form("give_role", clear_on_submit=True):
        identity = st.text_input("Verified e-mail address, or subject of the sign-in service")
        role = st.selectbox("Role", list(Role), format_func=lambda one: one.value) or Role.VIEWER
        organisation = st.selectbox(
            "Organisation, for a lead",
            codes,
            format_func=lambda code: (
                "All organisations" if code == EVERY_ORGANISATION else code_label(code)
            ),
            index=None,
            placeholder="Choose one",
        )
        issuer = st.text_input("Address of the sign-in service, where only one counts (optional)")
        if st.form_submit_button("Give this role", type="primary"):
            _say(lambda: _given(admin, identity, role, organisation=organisation, issuer=issuer))
            st.rerun()


def take(admin: Visitor) -> None:
    """Return nothing; offer to take a role away, never the last admin's."""
    held = loading.store().grants()
    if not held:
        return
    panels.section("Take a role away")
    chosen = st.selectbox(
        "Role to take away",
        held,
        format_func=lambda one: ", ".join(part for part in _told(one) if part),
        index=None,
        placeholder="Choose one",
        key="take_role",
    )
    if st.button("Take it away", disabled=chosen is None) and chosen is not None:
        _say(lambda: _taken(admin, chosen))
        st.rerun()


def _given(
    admin: Visitor, identity: str, role: Role, *, organisation: str | None, issuer: str
) -> str:
    access.require(admin, Role.ADMIN)
    who = one_line(identity).casefold()
    if not who or len(who) > LONGEST or len(issuer) > LONGEST:
        return "Nobody was named, or the name is too long, so nothing was changed."
    if role is Role.LEAD and not organisation:
        return "A lead needs an organisation, so nothing was changed."
    where = organisation if role is Role.LEAD and organisation else EVERY_ORGANISATION
    grant = Grant(identity=who, role=role, organisation=where, issuer=one_line(issuer))
    line = loading.store().change_role(
        grant, given=True, made_by=admin.name, made_at=datetime.now(UTC)
    )
    return _told_of(grant, line, given=True)


def _taken(admin: Visitor, grant: Grant) -> str:
    access.require(admin, Role.ADMIN)
    line = loading.store().take_role(
        grant, beside=visitor.file_grants(), made_by=admin.name, made_at=datetime.now(UTC)
    )
    return _told_of(grant, line, given=False)


def _told_of(grant: Grant, line: AuditLine | None, *, given: bool) -> str:
    if line is None:
        return "It was so already, so nothing was changed."
    done = "now has" if given else "no longer has"
    return f"{grant.identity} {done} the role {grant.role.value}. The log says so."


def _say(work: Callable[[], str]) -> None:
    try:
        said = Said(sentence=work())
    except WresError as problem:
        said = Said(sentence=str(problem), is_good=False)
    state.say_next(said)


def _told(grant: Grant) -> tuple[str, ...]:
    everywhere = grant.organisation == EVERY_ORGANISATION
    organisation = "All" if everywhere else code_label(grant.organisation)
    return (grant.identity, grant.role.value, organisation, grant.issuer or "any")
