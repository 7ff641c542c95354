"""The application. Start it with ``streamlit run app.py`` or ``uvicorn app:app``."""

from __future__ import annotations

import streamlit as st
from starlette.middleware import Middleware
from streamlit import config

from wres.ui import incidents, loading, speaking, warm
from wres.ui.door import Door
from wres.ui.protection import Protection
from wres.ui.way_back import WayBack
from wres.web import allocation, api, card, log_lines, ready, room

allocation.share_pools()
log_lines.set_up()
speaking.begin()
# `streamlit run` says where the program lives; a server of another kind does not. Without it the
# shell and .streamlit/config.toml would be looked for in whatever folder one stands in.
config._main_script_path = config._main_script_path or __file__

app = st.App(
    "wres/ui/shell.py",
    lifespan=warm.while_served(loading.warm),
    routes=[
        *ready.routes(loading.store_when_warm),
        *room.routes(loading.store),
        *api.routes(loading.known, loading.today),
        *card.routes(loading.known, loading.today),
    ],
    middleware=[
        Middleware(Protection),
        Middleware(Door, refusals={"api": api.refused, "card": card.refused}),
        Middleware(WayBack),
        Middleware(warm.Arrivals),
    ],
    on_script_error=incidents.tell,
)
