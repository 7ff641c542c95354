"""The engine of a store on a PostgreSQL server: never waited for without end."""

from __future__ import annotations

import time
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.exc import ArgumentError

from wres.errors import StoreProblem

POSTGRES = "postgresql+psycopg"
WAIT_SECONDS = 10
# A server that is gone is asked again after this long, so that a page which looks at the store
# many times waits for it once.
PAUSE_SECONDS = 1.0
NOT_ASKED = "connection failed: the server did not answer a moment ago"
# What libpq is told unless the address says otherwise. Without it, a server whose machine is off
# holds a visitor for minutes.
CONNECTING = {
    "connect_timeout": "3",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "15000",
}


@dataclass(slots=True)
class _Pause:
    """Until when a server is not asked again, by the clock that never goes back."""

    until: float = 0.0


_PAUSES: defaultdict[URL, _Pause] = defaultdict(_Pause)


def server_engine(url: str) -> Engine:
    """Return an engine for a store at this address; nothing is asked of the server yet.

    Raises:
        StoreProblem: If the address or the driver cannot be used.
    """
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    if address is None or address.drivername != POSTGRES:
        raise StoreProblem(f"The address of the store must begin with {POSTGRES}://.")
    told = {name: value for name, value in CONNECTING.items() if name not in address.query}
    try:
        engine = create_engine(
            address,
            pool_pre_ping=True,
            pool_timeout=WAIT_SECONDS,
            hide_parameters=True,
            connect_args=told,
        )
    except ModuleNotFoundError as error:
        raise StoreProblem(
            "A PostgreSQL store needs the package psycopg; install psycopg[binary]."
        ) from error
    _ask_a_dead_server_rarely(engine, _PAUSES[address])
    return engine


def _ask_a_dead_server_rarely(engine: Engine, pause: _Pause) -> None:
    def connect(dialect: Dialect, _record: Any, given: Any, named: Any) -> Any:
        driver = dialect.loaded_dbapi
        if time.monotonic() < pause.until:
            raise driver.OperationalError(NOT_ASKED)
        try:
            return dialect.connect(*given, **named)
        except driver.OperationalError:
            pause.until = time.monotonic() + PAUSE_SECONDS
            raise

    event.listen(engine, "do_connect", connect)
