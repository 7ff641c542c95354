"""Explore one indicator: by year, pay band, staff group and ethnic group, beside a benchmark."""

from __future__ import annotations

from wres.access import Role
from wres.ui import exploring, loading, searching, sentence, visitor

visitor.page_for(Role.VIEWER)
evidence = loading.evidence()

view, since = sentence.choose(evidence)
searching.draw()
exploring.show(evidence, view, since=since)
