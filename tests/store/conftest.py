"""A store for each test: a file of its own, and PostgreSQL where a server is named."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text

from wres.store import Store, open_store

from . import old_release

SERVER = os.environ.get("WRES_TEST_DATABASE_URL", "")


@contextmanager
def schema_of_its_own() -> Iterator[str]:
    """Give an address on the test server with an empty schema that is dropped afterwards."""
    if not SERVER:
        pytest.skip("WRES_TEST_DATABASE_URL names no PostgreSQL server to test on")
    schema = f"t{uuid4().hex}"
    engine = create_engine(SERVER)
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    joint = "&" if "?" in SERVER else "?"
    yield f"{SERVER}{joint}options=-csearch_path%3D{schema}"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    engine.dispose()


@pytest.fixture
def server_url() -> Iterator[str]:
    """An address on the test server with an empty schema of its own."""
    with schema_of_its_own() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest) -> str | None:
    """None for the embedded store, an address for the one on the server."""
    return str(request.getfixturevalue("server_url")) if request.param == "postgresql" else None


@pytest.fixture
def store(tmp_path: Path, address: str | None) -> Iterator[Store]:
    """An empty store."""
    with open_store(tmp_path, url=address) as opened:
        yield opened


@pytest.fixture
def of_schema_1(tmp_path: Path, address: str | None) -> tuple[Path, str | None]:
    """Where a store of schema 1 lies."""
    if address:
        old_release.on_server(address)
    else:
        old_release.on_sqlite(tmp_path)
    return tmp_path, address
