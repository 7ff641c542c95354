"""Two trusts whose figures are told apart at sight, and how to find any of them in what was sent.

Each trust has figures that are published, figures that are hidden because seven people of mixed
ethnicity could be worked out from them, and figures in a draft. Every count is one of a kind.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.store.examples import MOMENT, load
from wres.access import Grant, Role
from wres.results import Result
from wres.store import open_store
from wres.terms import EthnicGroup

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """One trust: people counted and people asked, of each kind of figure."""

    code: str
    bme: Pair
    white: Pair
    hidden: tuple[Pair, Pair]
    draft: Pair

    @property
    def published(self) -> tuple[Pair, ...]:
        """What every viewer may see."""
        return (self.bme, self.white)

    def rows(self) -> list[Result]:
        """The rows of its upload."""
        (asian, black), few = self.hidden, (4, 7)
        groups = {EthnicGroup.ASIAN: asian, EthnicGroup.BLACK: black, EthnicGroup.MIXED: few}
        totals = {EthnicGroup.BME: self.bme, EthnicGroup.WHITE: self.white}
        parts = [self._row(8, group, people) for group, people in groups.items()]
        return parts + [self._row(n, g, p) for n in (5, 6, 7, 8) for g, p in totals.items()]

    def drafted(self) -> list[Result]:
        """The rows of its draft."""
        return [self._row(5, EthnicGroup.BME, self.draft)]

    def _row(self, number: int, group: EthnicGroup, people: Pair) -> Result:
        counted, asked = people
        return Result(
            org_code=self.code,
            wres_year=2025,
            survey_year=2024,
            indicator=number,
            ethnic_group=group,
            numerator=counted,
            denominator=asked,
            value=counted / asked,
            source_id="made up for the tests",
        )


A = Trust(
    code="R0A",
    bme=(4567, 9973),
    white=(5678, 20011),
    hidden=((3109, 6007), (1454, 3959)),
    draft=(7013, 9241),
)
B = Trust(
    code="R1A",
    bme=(3478, 8161),
    white=(3323, 17027),
    hidden=((1867, 5009), (1607, 3145)),
    draft=(6221, 8623),
)
TRUSTS = (A, B)
PUBLISHED = [pair for trust in TRUSTS for pair in trust.published]
# What no page shows anybody: a lead sees hidden figures only after a tick, drafts never.
NEVER = [pair for trust in TRUSTS for pair in (*trust.hidden, trust.draft)]
PEOPLE = (
    Grant(identity="ada@trust.example", role=Role.ADMIN),
    Grant(identity="ama@trust.example", role=Role.LEAD, organisation=A.code),
    Grant(identity="ben@trust.example", role=Role.LEAD, organisation=B.code),
    Grant(identity="subject-vera", role=Role.VIEWER),
    # Dora signs out, which ends her earlier sign-ins too.
    Grant(identity="dora@trust.example", role=Role.VIEWER),
    # Of the trust whose upload is the newest, so that an undo is hers to press.
    Grant(identity="cleo@trust.example", role=Role.LEAD, organisation=B.code),
)


def fill(home: Path) -> None:
    """Keep both trusts, their drafts and the list of roles in the store of a folder."""
    with open_store(home) as store:
        for trust in TRUSTS:
            load(store, trust.rows(), made_by=f"lead of {trust.code}")
            store.keep_draft(
                trust.drafted(),
                made_by=f"lead of {trust.code}",
                made_at=MOMENT,
                file_name=f"next-{trust.code}.csv",
                file_sha256="cd" * 32,
                shape="tidy",
                report="{}",
            )
        for grant in PEOPLE:
            store.change_role(grant, given=True, made_by="root", made_at=MOMENT)


def found(pairs: Iterable[Pair], sent: Iterable[bytes]) -> set[str]:
    """Return which of these figures stand in what was sent, in whatever way they are written."""
    everything = b"\n".join(sent)
    return {
        f"{counted} of {asked}"
        for counted, asked in pairs
        if any(written in everything for written in _writings(counted, asked))
    }


def _writings(counted: int, asked: int) -> Iterator[bytes]:
    """The ways one figure could be told: in words, in a chart, in a column of numbers."""
    for number in (counted, asked):
        yield f"{number:,}".encode()
        # Hashes and addresses hold digits too, so a bare number counts only between other signs.
        yield from (f"{before}{number}{after}".encode() for before in ' ",:[' for after in ' ",]}')
        yield struct.pack("<q", number)
        yield struct.pack("<d", number)
    for share in (counted / asked, 100 * counted / asked):
        yield f"{share:.4f}".encode()
        yield struct.pack("<d", share)
