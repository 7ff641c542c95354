"""The page a start is compared with: pandas, Altair and one chart, whose year can be chosen."""

from __future__ import annotations

import altair as alt
import pandas as pd
import streamlit as st

st.title("One chart")
chosen = st.selectbox("Year", [2025, 2024, 2023, 2022, 2021])
st.header(f"Chosen: {chosen}")
rows = pd.DataFrame({"year": [chosen - 2, chosen - 1, chosen], "per cent": [17.2, 16.6, 16.1]})
st.altair_chart(alt.Chart(rows).mark_line(point=True).encode(x="year:O", y="per cent:Q"))
