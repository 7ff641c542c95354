"""The page with one chart as an application, served exactly as ours is."""

from __future__ import annotations

import streamlit as st
from streamlit import config

config._main_script_path = config._main_script_path or __file__

app = st.App("one_chart.py")
