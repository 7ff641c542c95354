"""What every table of the store is listed in."""

from __future__ import annotations

from sqlalchemy import MetaData

metadata = MetaData()
