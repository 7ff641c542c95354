"""Plain pages in the same process: what needs no Streamlit session of its own."""
