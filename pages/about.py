"""What the figures mean, where they come from and by which rules they are shown."""

from __future__ import annotations

import streamlit as st

from wres.access import Role
from wres.text import plain
from wres.ui import definitions, loading, prose, sister_standards, visitor

visitor.page_for(Role.VIEWER)
shipped = loading.data()

sources = prose.heading("Where the figures come from")
prose.draw(*definitions.of_the_program(shipped), sources, key="about")
for problem in shipped.problems:
    st.warning(plain(str(problem)))
prose.draw(*definitions.of_the_sources(shipped), key="sources")

sister_standards.draw()
