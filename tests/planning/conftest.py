"""A store with a plan of a trust in it, on a file and on a server."""

from __future__ import annotations

from tests.store.conftest import address, server_url, store

__all__ = ["address", "server_url", "store"]
