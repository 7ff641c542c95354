"""The bare pages as an application, served exactly as ours is."""

from __future__ import annotations

import streamlit as st
from streamlit import config

from wres.ui import warm

warm.up()
config._main_script_path = config._main_script_path or __file__

app = st.App("plain_specs.py")
