"""The application. Start it with ``streamlit run app.py`` or ``uvicorn app:app``."""

from __future__ import annotations

import streamlit as st
from streamlit import config

from wres.ui import incidents, loading, warm

loading.warm()
warm.up()
# `streamlit run` says where the program lives; a server of another kind does not. Without it the
# shell and .streamlit/config.toml would be looked for in whatever folder one stands in.
config._main_script_path = config._main_script_path or __file__

app = st.App("wres/ui/shell.py", routes=[], on_script_error=incidents.tell)
