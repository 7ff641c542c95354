"""A store for each test: a file of its own, and PostgreSQL where a server is named."""

from __future__ import annotations

from tests.store.conftest import address, server_url, store

__all__ = ["address", "server_url", "store"]
