"""A store in which every text that somebody can write is a hostile one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from tests.hostile.texts import EVERY
from tests.store.examples import MOMENT, figure, survey
from wres.access import Grant, Role
from wres.store import Acknowledged, Store, open_store

ORG = "R0A"
YEAR = 2025
BOSS = Grant(identity="ama@trust.example", role=Role.LEAD, organisation="*")
ADMIN = Grant(identity="ama@trust.example", role=Role.ADMIN)


def fill(home: Path, roles: Iterable[Grant] = ()) -> None:
    """Return nothing; versions, reasons, drafts and roles carry each text at least once."""
    with open_store(home) as store:
        for number, start in enumerate(range(0, len(EVERY), 6)):
            _accept(store, number, EVERY[start : start + 6])
        for text in EVERY[::9]:
            _draft(store, text)
        hostile = [Grant(identity=text, role=Role.VIEWER, issuer=text) for text in EVERY[::4]]
        for grant in (*roles, *hostile):
            store.change_role(grant, given=True, made_by=grant.identity, made_at=MOMENT)


def _accept(store: Store, number: int, texts: tuple[str, ...]) -> None:
    # Each version is of another figure: a correction would be hidden, and its words with it.
    year, indicator = YEAR - 1 - number % 6, 5 + number // 6
    rows = [figure(ORG, year=year, indicator=indicator)] if number else survey(20)
    reasons = texts if number else EVERY
    store.accept(
        rows,
        expected_version=store.current(),
        made_by=texts[0],
        made_at=MOMENT,
        file_name=texts[1],
        file_sha256="ab" * 32,
        shape="tidy",
        report="{}",
        note=texts[2],
        places={row.key: texts[3] for row in rows},
        acknowledgements=tuple(Acknowledged("odd_base", text, text) for text in reasons),
    )


def _draft(store: Store, text: str) -> None:
    store.keep_draft(
        [figure("R1A")],
        made_by=text,
        made_at=MOMENT,
        file_name=text,
        file_sha256="cd" * 32,
        shape="tidy",
        report="{}",
        note=text,
        release_on=date(2099, 1, 1),
    )
