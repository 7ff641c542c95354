"""The page everything is compared with: one select box and what was chosen, nothing else."""

from __future__ import annotations

import streamlit as st

st.title("Bare")
st.header(f"Chosen: {st.selectbox('Year', [2025, 2024, 2023, 2022, 2021])}")
